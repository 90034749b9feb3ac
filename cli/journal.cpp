#include "cli/journal.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <nlohmann/json.hpp>

namespace pressmark::cli {
namespace {

using Json = nlohmann::json;
constexpr std::size_t most_bytes = std::size_t{1} << 33;

std::string text_member(const Json& object, const char* key) {
  const auto found = object.find(key);
  return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

JournalEntry entry_of(const Json& line) {
  JournalEntry entry{text_member(line, "key"), text_member(line, "name"), {}};
  const auto outputs = line.find("outputs");
  if (outputs == line.end() || !outputs->is_array()) return entry;
  for (const Json& output : *outputs) {
    if (!output.is_object()) continue;
    const auto bytes = output.find("bytes");
    entry.outputs.push_back(
        {text_member(output, "path"), text_member(output, "sha256"),
         bytes != output.end() && bytes->is_number_unsigned() ? bytes->get<std::size_t>() : 0});
  }
  return entry;
}

}  // namespace

Result<Journal> Journal::open(const std::string& path) {
  Journal journal(path);
  bool ends_in_line = true;
  if (files::exists(path)) {
    const Result<Bytes> present = files::read_file(path, most_bytes);
    if (!present) return Error(ErrorKind::unwritable, present.error().message());
    ends_in_line = present->empty() || present->back() == '\n';
    for (std::string_view rest = *present; !rest.empty();) {
      const std::size_t end = std::min(rest.find('\n'), rest.size());
      const Json line = Json::parse(rest.substr(0, end), nullptr, false);
      rest.remove_prefix(std::min(end + 1, rest.size()));
      if (!line.is_object()) continue;
      const std::string id = text_member(line, "id");
      const std::string status = text_member(line, "status");
      if (status == "ok" || status == "warn") {
        journal.done_[id] = entry_of(line);
      } else {
        journal.done_.erase(id);
      }
    }
  }
  journal.file_ =
      files::FileHandle(::open(path.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0666));
  if (!journal.file_.is_open()) {
    return files::system_error(ErrorKind::unwritable, "write", path, errno);
  }
  if (!ends_in_line) {
    if (auto ended = journal.add(""); !ended) return ended.error();
  }
  return journal;
}

Result<Done> Journal::add(const std::string& line) {
  return files::write_all(file_.get(), line + "\n", path_);
}

}  // namespace pressmark::cli
