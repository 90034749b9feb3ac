#include "converters/archive/quarantine.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <nlohmann/json.hpp>

#include "converters/archive/durable_files.h"

namespace pressmark::archive {
namespace {

std::string folder_below_root() { return "extensions/" + std::string(quarantine_extension); }

// Appends a line and waits until it is on the disk.
Result<Done> append_line(const std::string& path, const std::string& line) {
  files::FileHandle file(
      ::open(path.c_str(), O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0666));
  if (!file.is_open()) return files::system_error(ErrorKind::unwritable, "open", path, errno);
  if (auto written = files::write_all(file.get(), line, path); !written) return written;
  if (::fsync(file.get()) != 0 || !file.close()) {
    return files::system_error(ErrorKind::unwritable, "write", path, errno);
  }
  return Done{};
}

}  // namespace

Quarantine::Quarantine(std::string root, std::string time, std::string program,
                       std::vector<RepairAction>& actions)
    : root_(std::move(root)),
      time_(std::move(time)),
      program_(std::move(program)),
      actions_(actions) {}

std::string Quarantine::free_place(const std::string& path) const {
  for (int number = 1;; ++number) {
    std::string place = folder_below_root() + "/" + std::to_string(number) + "/" + path;
    if (!files::exists(root_ + "/" + place)) return place;
  }
}

Result<Done> Quarantine::log(RepairAction action) {
  using Json = nlohmann::ordered_json;
  const std::string folder = root_ + "/" + folder_below_root();
  if (auto made = files::make_folders(folder); !made) return made;
  Json line = {
      {"time", time_}, {"program", program_}, {"action", action.kind}, {"path", action.path}};
  if (!action.to.empty()) line["to"] = action.to;
  line["reason"] = action.reason;
  const std::string text = line.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
  if (auto written = append_line(folder + "/log.ndjson", text); !written) return written;
  actions_.push_back(std::move(action));
  return Done{};
}

Result<Done> Quarantine::note(std::string_view kind, const std::string& path,
                              std::string_view reason, const std::string& to) {
  return log({std::string(kind), path, to, std::string(reason)});
}

Result<Done> Quarantine::take(const std::string& path, std::string_view reason) {
  const std::string place = free_place(path);
  if (auto logged = log({"quarantined", path, place, std::string(reason)}); !logged) return logged;
  const std::string target = root_ + "/" + place;
  if (auto made = files::make_folders(files::folder_of(target)); !made) return made;
  if (auto renamed = files::rename_path(root_ + "/" + path, target); !renamed) return renamed;
  if (auto synced = files::sync_folder(files::folder_of(target)); !synced) return synced;
  return files::sync_folder(files::folder_of(root_ + "/" + path));
}

}  // namespace pressmark::archive
