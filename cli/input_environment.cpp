#include "cli/input_environment.h"

#include <algorithm>

#include "converters/archive/durable_files.h"
#include "converters/common/url.h"

namespace pressmark::cli {
namespace {

std::string folder_beside(const std::string& operand) {
  return operand == "-" || is_web_url(operand) ? std::string() : files::folder_of(operand);
}

}  // namespace

InputEnvironment::InputEnvironment(const std::string& operand, const ImportSettings& settings)
    : files_(folder_beside(operand), settings.time, settings.limits),
      fetch_(settings.fetch),
      end_(std::chrono::steady_clock::now() + settings.fetch.value_or(FetchRules{}).all_images),
      file_bytes_(settings.limits.resource_bytes),
      bytes_left_(settings.limits.all_resource_bytes) {}

Result<Bytes> InputEnvironment::read(std::string_view reference) {
  const std::string url(reference);
  if (!fetch_ || !is_web_url(url)) return files_.read(reference);
  if (std::chrono::steady_clock::now() > end_) {
    return Error(ErrorKind::limit, "cannot fetch '" + url + "': the time for all images is over");
  }
  Result<Fetched> fetched = fetch(url, std::min(file_bytes_, bytes_left_.load()), *fetch_);
  if (!fetched) return fetched.error();
  bytes_left_ -= std::min(bytes_left_.load(), fetched->octets.size());
  return std::move(fetched->octets);
}

}  // namespace pressmark::cli
