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

Result<Done> check_glob(const std::string& glob) {
  const auto wrong = [&](const std::string& reason) {
    return Error(ErrorKind::usage, "--glob '" + glob + "' is no pattern: " + reason,
                 "write '\\[' for a bracket that stands for itself");
  };
  const std::string_view pattern = std::string_view(glob).substr(glob.starts_with('!') ? 1 : 0);
  if (pattern.empty()) return wrong("it is empty");
  for (std::size_t i = 0; i < pattern.size(); ++i) {
    if (pattern[i] == '\\') {
      if (++i == pattern.size()) return wrong("nothing is behind its last '\\'");
      continue;
    }
    if (pattern[i] != '[') continue;
    // A ']' that comes first is one of the characters (POSIX.1, 2.13.1).
    std::size_t end = i + 1;
    if (end < pattern.size() && (pattern[end] == '!' || pattern[end] == '^')) ++end;
    end = pattern.find(']', end + 1);
    if (end == std::string_view::npos) return wrong("a '[' has no ']'");
    i = end;
  }
  return Done{};
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
