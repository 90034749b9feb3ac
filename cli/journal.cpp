#include "cli/journal.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <nlohmann/json.hpp>
#include <tuple>

namespace pressmark::cli {
namespace {

using Json = nlohmann::json;
constexpr std::size_t most_bytes = std::size_t{1} << 33;

std::string text_member(const Json& object, const char* key) {
  const auto found = object.find(key);
  return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

JournalEntry entry_of(const Json& line) {
  JournalEntry entry{text_member(line, "key"), text_member(line, "name"), {}, {}};
  const auto object = line.find("object");
  if (object != line.end() && object->is_object()) {
    const auto version = object->find("version");
    if (version != object->end() && version->is_number_integer()) {
      entry.archived = JournalVersion{text_member(*object, "id"), version->get<int>()};
    }
  }
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

bool says_done(const Json& line) {
  const std::string status = text_member(line, "status");
  return status == "ok" || status == "warn";
}

// How every line of a journal begins; a kill can leave any beginning of a line.
constexpr std::string_view line_start = "{\"id\":\"";

bool is_cut_line(std::string_view text) {
  return text.starts_with(line_start) || line_start.starts_with(text);
}

bool is_entry(const Json& line) {
  const std::string status = text_member(line, "status");
  return line.contains("id") && line["id"].is_string() &&
         (says_done(line) || status == "skip" || status == "error");
}

// Calls `take` with each entry. Lines that a kill has cut short are passed over. Fails with
// ErrorKind::usage at the first line that is anything else: the file is no journal, and nothing may
// be added to it or taken from it.
template <class Take>
Result<Done> for_each_entry(std::string_view journal, const std::string& path, Take take) {
  for (std::size_t number = 1; !journal.empty(); ++number) {
    const std::size_t end = std::min(journal.find('\n'), journal.size());
    const std::string_view text = journal.substr(0, end);
    journal.remove_prefix(std::min(end + 1, journal.size()));
    const Json line = Json::parse(text, nullptr, false);
    if (line.is_object() && is_entry(line)) {
      take(text, line);
    } else if (!line.is_discarded() || !is_cut_line(text)) {
      return Error(ErrorKind::usage,
                   "'" + path + "' is no journal of a batch: line " + std::to_string(number) +
                       " is no entry",
                   "name a journal, or a file that is not there yet; this one is as it was");
    }
  }
  return Done{};
}

}  // namespace

Result<Journal> Journal::open(const std::string& path) {
  Journal journal(path);
  bool ends_in_line = true;
  if (files::exists(path)) {
    const Result<Bytes> present = files::read_file(path, most_bytes);
    if (!present) return Error(ErrorKind::unwritable, present.error().message());
    ends_in_line = present->empty() || present->back() == '\n';
    const auto take = [&](std::string_view, const Json& line) {
      const std::string id = text_member(line, "id");
      if (says_done(line)) {
        journal.done_[id] = entry_of(line);
        journal.failed_.erase(id);
      } else {
        journal.done_.erase(id);
        journal.failed_.insert(id);
      }
    };
    if (auto taken = for_each_entry(*present, path, take); !taken) return taken.error();
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

std::optional<JournalEntry> journal_entry(const std::string& line) {
  const Json object = Json::parse(line, nullptr, false);
  if (!object.is_object() || !says_done(object)) return {};
  return entry_of(object);
}

Result<Bytes> merge_journals(const std::vector<std::string>& paths) {
  struct Line {
    bool is_failure = true;
    std::string text;
    bool operator<(const Line& other) const {
      return std::tie(is_failure, text) < std::tie(other.is_failure, other.text);
    }
  };
  std::map<std::string, Line> merged;  // by id
  for (const std::string& path : paths) {
    const Result<Bytes> journal = files::read_file(path, most_bytes);
    if (!journal) return journal.error();
    std::map<std::string, Line> last;
    const auto take = [&](std::string_view text, const Json& line) {
      last[text_member(line, "id")] = {!says_done(line), std::string(text)};
    };
    if (auto taken = for_each_entry(*journal, path, take); !taken) return taken.error();
    for (auto& [id, line] : last) {
      const auto [known, is_new] = merged.try_emplace(id, line);
      if (!is_new && line < known->second) known->second = std::move(line);
    }
  }
  Bytes text;
  for (const auto& [id, line] : merged) text += line.text + "\n";
  return text;
}

}  // namespace pressmark::cli
