#include "cli/file_choice.h"

#include <fnmatch.h>

#include <algorithm>

#include "converters/archive/durable_files.h"
#include "core/base/ascii.h"

namespace pressmark::cli {

FileChoice::FileChoice(const std::vector<std::string>& globs, const Formats& formats)
    : formats_(&formats) {
  for (const std::string& glob : globs) {
    if (glob.starts_with("!")) {
      excluded_.push_back(glob.substr(1));
    } else {
      included_.push_back(glob);
    }
  }
}

bool FileChoice::takes(const std::string& path) const {
  const auto matches = [&](const std::string& glob) {
    const bool is_path = glob.find('/') != std::string::npos;
    return ::fnmatch(glob.c_str(), (is_path ? path : files::name_of(path)).c_str(), 0) == 0;
  };
  if (std::ranges::any_of(excluded_, matches)) return false;
  if (!included_.empty()) return std::ranges::any_of(included_, matches);
  return is_container_name(path) || find_readable_by_file_name(*formats_, path) != nullptr;
}

bool is_container_name(std::string_view name) {
  const std::string lower = ascii::to_lower(name);
  return lower.ends_with(".warc") || lower.ends_with(".warc.gz") || lower.ends_with(".zip");
}

bool is_companion_folder(std::string_view name) { return name.ends_with("_files"); }

bool is_beside_a_page(std::string_view path) {
  for (std::size_t start = 0; start < path.size();) {
    const std::size_t end = std::min(path.find('/', start), path.size());
    const std::string_view part = path.substr(start, end - start);
    if (part.starts_with('.') && part != "." && part != "..") return true;
    if (end < path.size() && (is_companion_folder(part) || part == "__MACOSX")) return true;
    start = end + 1;
  }
  return false;
}

}  // namespace pressmark::cli
