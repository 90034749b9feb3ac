#include "cli/disk_environment.h"

#include <boost/filesystem.hpp>
#include <charconv>
#include <cstdlib>

#include "converters/archive/durable_files.h"
#include "converters/archive/reference_path.h"

namespace pressmark::cli {
namespace fs = boost::filesystem;
namespace {

Error refused(std::string_view reference, std::string_view reason, std::string remedy = {}) {
  return Error(ErrorKind::unreadable,
               "'" + std::string(reference) + "' is not read: " + std::string(reason),
               std::move(remedy));
}

// A file that is there and cannot be read is worth telling; one that is not there is usual.
Error unread(std::string_view reference, const Error& error) {
  return Error(error.kind(), "'" + std::string(reference) + "' is not read: " + error.message(),
               error.kind() == ErrorKind::limit ? "make it smaller" : "make it readable");
}

// Whether `path` is `folder` or below it; both canonical.
bool is_below(const std::string& path, const std::string& folder) {
  if (folder == "/") return true;
  return path.size() > folder.size() && path.starts_with(folder) && path[folder.size()] == '/';
}

}  // namespace

DiskEnvironment::DiskEnvironment(std::string folder, std::optional<Date> time, const Limits& limits)
    : time_(std::move(time)),
      file_bytes_(limits.resource_bytes),
      bytes_left_(limits.all_resource_bytes) {
  boost::system::error_code error;
  if (!folder.empty()) folder_ = fs::canonical(folder, error).string();
}

Result<Bytes> DiskEnvironment::read(std::string_view reference) {
  const std::optional<std::string> found = reference_path(reference);
  if (!found) return refused(reference, "it is not a file beside the input");
  const std::string& relative = *found;
  if (relative.empty()) return refused(reference, "it names no file");
  if (relative.front() == '/') return refused(reference, "it is an absolute path");
  if (relative.find('\0') != std::string::npos) return refused(reference, "it holds a NUL octet");
  if (folder_.empty()) return refused(reference, "the input has no folder");
  boost::system::error_code error;
  const std::string path = fs::canonical(folder_ + "/" + relative, error).string();
  if (error == boost::system::errc::no_such_file_or_directory ||
      error == boost::system::errc::not_a_directory) {
    return files::system_error(ErrorKind::unreadable, "read", reference, error.value());
  }
  if (error) return refused(reference, error.message(), "make it readable");
  if (!is_below(path, folder_)) {
    return refused(reference, "it lies outside the input's folder", "put it into that folder");
  }
  // A pipe or device would wait for ever or never end.
  if (!fs::is_regular_file(path, error)) {
    return refused(reference, "it is not a file", "put a file in its place");
  }
  Result<Bytes> octets = files::read_file(path, std::min(file_bytes_, bytes_left_.load()));
  if (!octets) return unread(reference, octets.error());
  bytes_left_ -= std::min(bytes_left_.load(), octets->size());
  return octets;
}

Result<std::optional<Date>> source_date_epoch() {
  const char* text = std::getenv("SOURCE_DATE_EPOCH");
  if (text == nullptr || *text == '\0') return std::optional<Date>();
  const std::string_view digits = text;
  long long seconds = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), seconds);
  // 253402300799 is the last second of the year 9999.
  if (error != std::errc() || end != digits.data() + digits.size() || seconds < 0 ||
      seconds > 253402300799) {
    return Error(ErrorKind::usage, "SOURCE_DATE_EPOCH is '" + std::string(digits) + "'",
                 "it must be a number of seconds since 1970-01-01T00:00:00Z");
  }
  return std::optional<Date>(date_of_unix_time(seconds));
}

}  // namespace pressmark::cli
