#include "cli/input_source.h"

#include <chrono>
#include <utility>

#include "cli/web_fetcher.h"
#include "converters/archive/durable_files.h"
#include "converters/common/url.h"
#include "core/base/utf8.h"

namespace pressmark::cli {
namespace {

Date time_of_fetching(const ImportSettings& settings) {
  if (settings.time) return *settings.time;
  const auto now = std::chrono::system_clock::now().time_since_epoch();
  return date_of_unix_time(std::chrono::duration_cast<std::chrono::seconds>(now).count());
}

Result<ReceivedSource> fetch_source(const std::string& url, const ImportSettings& settings,
                                    Source source) {
  if (!settings.fetch) {
    return Error(ErrorKind::usage, "'" + url + "' is an address, and nothing is fetched unasked",
                 "give --fetch, or save the page and name its file");
  }
  Result<Fetched> fetched = fetch(url, settings.limits.input_bytes, *settings.fetch);
  if (!fetched) return fetched.error();
  source.bytes = std::move(fetched->octets);
  source.name = source_name(fetched->url);
  if (source.url.empty()) source.url = fetched->url;
  if (source.encoding.empty()) source.encoding = fetched->charset;
  if (source.retrieved == Date{}) source.retrieved = time_of_fetching(settings);
  return ReceivedSource{std::move(source), std::move(fetched->media_type)};
}

}  // namespace

Source source_of(Bytes octets, std::string name, const ImportSettings& settings) {
  return {std::move(octets), std::move(name),   settings.url,
          settings.encoding, settings.language, settings.captured};
}

Result<ReceivedSource> receive_source(const std::string& operand, const ImportSettings& settings,
                                      const Console& console) {
  Source source = source_of({}, source_name(operand), settings);
  if (is_web_url(operand)) return fetch_source(operand, settings, std::move(source));
  Result<Bytes> octets = read_input(operand, settings.limits.input_bytes, console);
  if (!octets) return octets.error();
  source.bytes = std::move(*octets);
  return ReceivedSource{std::move(source)};
}

Result<Bytes> read_input(const std::string& path, std::size_t most_bytes, const Console& console) {
  if (path != "-" && files::is_folder(path)) {
    return Error(ErrorKind::unreadable, "'" + path + "' is a folder",
                 "name one file, or convert a folder's files with 'pressmark batch'");
  }
  Result<Bytes> octets =
      path == "-" ? console.read_input(most_bytes) : files::read_file(path, most_bytes);
  if (!octets && octets.error().kind() == ErrorKind::limit) {
    return Error(ErrorKind::limit, octets.error().message(),
                 "raise it with --max-input-bytes, or check that this is one article");
  }
  return octets;
}

std::string source_name(const std::string& operand) {
  if (operand == "-") return operand;
  if (!is_web_url(operand)) return files::name_of(operand);
  const std::string path = split_url(operand).path;
  const std::size_t end = path.find_last_not_of('/');
  if (end == std::string::npos) return host_of(operand);
  const std::size_t slash = path.rfind('/', end);
  const std::string name =
      percent_decode(path.substr(slash == std::string::npos ? 0 : slash + 1, end - slash));
  // A decoded name may hold anything; where it could not be a file's, it stays encoded.
  const bool usable = name.find('/') == std::string::npos && name.find('\0') == std::string::npos &&
                      name != "." && name != ".." && utf8::is_valid(name);
  return usable ? name : host_of(operand);
}

std::string stem_of(const std::string& operand) {
  std::string name = operand == "-" ? std::string() : source_name(operand);
  const std::size_t dot = name.rfind('.');
  if (dot != std::string::npos && dot > 0 && name != host_of(operand)) name.erase(dot);
  return name.empty() ? "article" : name;
}

}  // namespace pressmark::cli
