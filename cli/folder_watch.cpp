#include "cli/folder_watch.h"

#include <fmt/format.h>
#include <sys/inotify.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <boost/filesystem.hpp>
#include <cerrno>
#include <cstdint>
#include <cstring>
#include <set>

namespace pressmark::cli {
namespace fs = boost::filesystem;
namespace {

using Kind = FolderWatch::Change::Kind;

constexpr std::uint32_t watched_events = IN_CLOSE_WRITE | IN_MOVED_TO | IN_CREATE | IN_MOVED_FROM |
                                         IN_DELETE_SELF | IN_MOVE_SELF | IN_ONLYDIR;

Error gone(const std::string& folder) {
  return Error(ErrorKind::unreadable, "the watched folder '" + folder + "' is gone",
               "start the batch again once it is back");
}

// A link is complete when it is made: nobody closes it after writing.
bool is_link(const std::string& path) {
  struct stat status {};
  if (::lstat(path.c_str(), &status) != 0) return false;
  return S_ISLNK(status.st_mode) || (S_ISREG(status.st_mode) && status.st_nlink > 1);
}

Result<Done> check_outside(const std::string& folder, const std::string& output) {
  boost::system::error_code error;
  const fs::path out = fs::canonical(output, error);
  if (error) return Done{};
  for (fs::path at = fs::canonical(folder, error); !error && !at.empty(); at = at.parent_path()) {
    if (at != out) continue;
    return Error(ErrorKind::usage,
                 "the watched folder '" + folder + "' is or lies in the output '" + output + "'",
                 "name another output folder: each output would be a new input");
  }
  return Done{};
}

}  // namespace

struct FolderWatch::Event {
  int watch = 0;
  std::uint32_t mask = 0;
  std::string name;  // in the folder; empty: of the folder itself

  bool has(std::uint32_t any) const { return (mask & any) != 0; }
};

Result<FolderWatch> FolderWatch::open(std::vector<std::string> folders, FolderRules rules) {
  files::FileHandle queue(::inotify_init1(IN_NONBLOCK | IN_CLOEXEC));
  if (!queue.is_open()) {
    return Error(ErrorKind::limit, "cannot watch folders: " + files::system_reason(errno),
                 "raise the system's fs.inotify.max_user_instances");
  }
  FolderWatch opened(std::move(folders), std::move(rules), std::move(queue));
  for (const std::string& folder : opened.folders_) {
    if (auto outside = check_outside(folder, opened.rules_.output); !outside) {
      return outside.error();
    }
    if (auto watched = opened.watch_tree({folder, {}}); !watched) return watched.error();
  }
  return opened;
}

// A folder below that is gone by now or is not for us to read is left out: searching it tells.
Result<Done> FolderWatch::watch(const Place& place) {
  const std::string path = joined_path(place.folder, place.below);
  const bool is_named = place.below.empty();
  const std::uint32_t links = is_named ? 0 : IN_DONT_FOLLOW;
  const int watch = ::inotify_add_watch(queue_.get(), path.c_str(), watched_events | links);
  if (watch >= 0) {
    places_.try_emplace(watch, place);  // a folder named twice is one place
    return Done{};
  }
  if (errno == ENOSPC || errno == ENOMEM) {
    return Error(ErrorKind::limit, "cannot watch '" + path + "': too many folders are watched",
                 "raise the system's fs.inotify.max_user_watches");
  }
  if (is_named) return files::system_error(ErrorKind::unreadable, "watch", path, errno);
  return Done{};
}

Result<Done> FolderWatch::watch_tree(const Place& top) {
  std::vector<Place> left = {top};
  while (!left.empty()) {
    const Place place = std::move(left.back());
    left.pop_back();
    // Watched before it is listed: what comes in between is seen by one or the other.
    if (auto watched = watch(place); !watched) return watched;
    if (rules_.below == FolderRules::Below::no) continue;
    const auto names = files::list_folder(joined_path(place.folder, place.below));
    if (!names) continue;
    for (const std::string& name : *names) {
      const std::string below = joined_path(place.below, name);
      if (is_searched(joined_path(place.folder, below), rules_)) {
        left.push_back({place.folder, below});
      }
    }
  }
  return Done{};
}

// Of a folder that was moved away: its watches would go on under the old paths.
void FolderWatch::forget_tree(const Place& top) {
  std::erase_if(places_, [&](const auto& entry) {
    const Place& place = entry.second;
    const bool is_below = place.folder == top.folder &&
                          (place.below == top.below || place.below.starts_with(top.below + "/"));
    if (is_below) ::inotify_rm_watch(queue_.get(), entry.first);
    return is_below;
  });
}

Result<Done> FolderWatch::search_all(std::vector<Change>& changes) {
  for (const std::string& folder : folders_) {
    if (auto watched = watch_tree({folder, {}}); !watched) return watched;
    changes.push_back({Kind::folder, folder, {}});
  }
  return Done{};
}

Result<Done> FolderWatch::take_folder(const Event& event, const Place& place,
                                      std::vector<Change>& changes) {
  if (rules_.below == FolderRules::Below::no) return Done{};
  const std::string below = joined_path(place.below, event.name);
  if (event.has(IN_MOVED_FROM)) forget_tree({place.folder, below});
  if (!event.has(IN_CREATE | IN_MOVED_TO)) return Done{};
  if (!is_searched(joined_path(place.folder, below), rules_)) return Done{};
  if (auto watched = watch_tree({place.folder, below}); !watched) return watched;
  changes.push_back({Kind::folder, place.folder, below});
  return Done{};
}

Result<Done> FolderWatch::take(const Event& event, std::vector<Change>& changes) {
  if (event.has(IN_Q_OVERFLOW)) return search_all(changes);
  const auto found = places_.find(event.watch);
  if (found == places_.end()) return Done{};
  const Place place = found->second;
  if (event.has(IN_DELETE_SELF | IN_MOVE_SELF | IN_UNMOUNT | IN_IGNORED)) {
    if (place.below.empty()) return gone(place.folder);
    if (event.has(IN_IGNORED)) places_.erase(found);
    return Done{};
  }
  if (event.name.empty()) return Done{};
  if (event.has(IN_ISDIR)) return take_folder(event, place, changes);
  const std::string below = joined_path(place.below, event.name);
  const bool is_complete = event.has(IN_CLOSE_WRITE | IN_MOVED_TO) ||
                           (event.has(IN_CREATE) && is_link(joined_path(place.folder, below)));
  if (is_complete) changes.push_back({Kind::file, place.folder, below});
  return Done{};
}

Result<std::vector<FolderWatch::Change>> FolderWatch::changes() {
  std::vector<Change> changes;
  alignas(inotify_event) std::array<char, 65536> buffer;
  for (;;) {
    const ssize_t count = ::read(queue_.get(), buffer.data(), buffer.size());
    if (count < 0 && errno == EINTR) continue;
    if (count < 0 && errno != EAGAIN) {
      return files::system_error(ErrorKind::unreadable, "watch", folders_.front(), errno);
    }
    if (count <= 0) break;
    for (std::size_t at = 0; at < static_cast<std::size_t>(count);) {
      inotify_event head{};
      std::memcpy(&head, buffer.data() + at, sizeof head);
      const char* name = buffer.data() + at + sizeof head;
      Event event{head.wd, head.mask, head.len == 0 ? std::string() : std::string(name)};
      if (auto taken = take(event, changes); !taken) return taken.error();
      at += sizeof head + head.len;
    }
  }
  std::set<Change> seen;
  std::erase_if(changes, [&](const Change& change) { return !seen.insert(change).second; });
  return changes;
}

}  // namespace pressmark::cli
