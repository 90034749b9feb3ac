#include "cli/folder_walk.h"

#include <fcntl.h>

#include <algorithm>
#include <array>
#include <boost/filesystem.hpp>
#include <cerrno>
#include <csignal>
#include <string_view>

#include "cli/batch_list.h"
#include "converters/archive/durable_files.h"
#include "core/base/ascii.h"

namespace pressmark::cli {
namespace fs = boost::filesystem;
namespace {

// Names that browsers, download programs and editors give to what is not finished.
bool is_temporary_name(const std::string& name) {
  constexpr std::array<std::string_view, 8> endings = {
      "~", ".tmp", ".temp", ".part", ".partial", ".crdownload", ".download", ".swp"};
  if (name.starts_with("#") || name.starts_with("~$")) return true;
  const std::string lower = ascii::to_lower(name);
  return std::ranges::any_of(endings, [&](auto ending) { return lower.ends_with(ending); });
}

// Whether a process has the file open to write: the system gives no lease to read such a file
// (fcntl(2), F_SETLEASE). Where leases cannot be had (another owner's file, a network's folder) it
// counts as complete.
bool is_being_written(const std::string& path) {
  const files::FileHandle file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
  if (!file.is_open()) return false;
  // The signal to one who holds a lease, SIGIO, would end this process; SIGURG is ignored.
  if (::fcntl(file.get(), F_SETSIG, SIGURG) != 0) return false;
  if (::fcntl(file.get(), F_SETLEASE, F_RDLCK) != 0) return errno == EAGAIN;
  ::fcntl(file.get(), F_SETLEASE, F_UNLCK);
  return false;
}

}  // namespace

std::string joined_path(const std::string& folder, const std::string& below) {
  if (folder.empty() || below.empty()) return folder + below;
  return folder.ends_with('/') ? folder + below : folder + "/" + below;
}

bool is_searched(const std::string& path, const FolderRules& rules) {
  const std::string name = files::name_of(path);
  if (name.starts_with(".") || is_companion_folder(name)) return false;
  boost::system::error_code error;
  if (!fs::is_directory(fs::symlink_status(path, error))) return false;
  return !fs::exists(rules.output, error) || !fs::equivalent(path, rules.output, error);
}

std::optional<BatchItem> file_item(const std::string& folder, const std::string& below,
                                   const FolderRules& rules) {
  const std::string path = joined_path(folder, below);
  const std::string name = files::name_of(below);
  boost::system::error_code error;
  if (name.starts_with(".") || !rules.choice.takes(below)) return {};
  if (!fs::is_regular_file(path, error)) return {};
  if (rules.unfinished == FolderRules::Unfinished::left &&
      (is_temporary_name(name) || is_being_written(path))) {
    return {};
  }
  BatchItem item = path_item(path);
  const std::size_t slash = below.rfind('/');
  if (slash != std::string::npos) item.folder = below.substr(0, slash + 1);
  return item;
}

std::optional<BatchItem> FolderWalk::next() {
  if (!begun_) {
    begun_ = true;
    if (auto failed = enter(from_)) return failed;
  }
  while (!levels_.empty()) {
    Level& level = levels_.back();
    if (level.next == level.names.size()) {
      levels_.pop_back();
      continue;
    }
    const std::string below = joined_path(level.below, level.names[level.next++]);
    const std::string path = joined_path(folder_, below);
    boost::system::error_code error;
    if (fs::is_directory(fs::symlink_status(path, error))) {
      if (rules_.below == FolderRules::Below::no || !is_searched(path, rules_)) continue;
      if (auto failed = enter(below)) return failed;
    } else if (auto item = file_item(folder_, below, rules_)) {
      return item;
    }
  }
  return {};
}

std::optional<BatchItem> FolderWalk::enter(const std::string& below) {
  const std::string here = joined_path(folder_, below);
  Result<std::vector<std::string>> names = files::list_folder(here);
  if (names) {
    levels_.push_back({below, std::move(*names)});
    return {};
  }
  BatchItem item;
  item.id = here;
  item.stem = files::name_of(here);
  item.error = names.error();
  return item;
}

}  // namespace pressmark::cli
