// cli/journal.h: what a batch has done, one JSON object a line, so that it can go on after a stop.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "converters/archive/durable_files.h"
#include "core/base/result.h"

namespace pressmark::cli {

struct JournalOutput {
  std::string path;  // below the output folder
  std::string sha256;
  std::size_t bytes = 0;
};

// The version of an archive's object that holds an item.
struct JournalVersion {
  std::string object_id;
  int version = 0;
};

// The last entry of an item that was done.
struct JournalEntry {
  std::string key;   // digest of its content, the options and the version
  std::string name;  // of its outputs, without extension
  std::vector<JournalOutput> outputs;
  std::optional<JournalVersion> archived;
};

class Journal {
 public:
  // Reads what is there and opens the file to add to it. A last line that a kill cut short is left
  // out. Fails with ErrorKind::unwritable, and with ErrorKind::usage, naming the line, where the
  // file holds something else: nothing is ever added to a file that is no journal.
  static Result<Journal> open(const std::string& path);

  // By item id: those whose last line says "ok" or "warn".
  const std::map<std::string, JournalEntry>& done() const { return done_; }
  // The ids of those whose last line says anything else.
  const std::set<std::string>& failed() const { return failed_; }

  // Adds one line, whole, whoever else adds to the file. Fails with ErrorKind::unwritable.
  Result<Done> add(const std::string& line);

 private:
  explicit Journal(std::string path) : path_(std::move(path)) {}

  std::string path_;
  files::FileHandle file_;
  std::map<std::string, JournalEntry> done_;
  std::set<std::string> failed_;
};

// The entry that a line of a journal or of the report is; absent where it does not say that the
// item was done.
std::optional<JournalEntry> journal_entry(const std::string& line);

// The last line of each item in any of the journals, sorted by id: the same whatever the order of
// `paths`. Where journals differ on an item, a line that says it was done counts more than one of a
// failure, then the line that is first by its octets is taken. Fails with ErrorKind::unreadable for
// a journal that cannot be read, and with ErrorKind::usage for a file that is none.
Result<Bytes> merge_journals(const std::vector<std::string>& paths);

}  // namespace pressmark::cli
