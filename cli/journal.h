// cli/journal.h: what a batch has done, one JSON object a line, so that it can go on after a stop.
#pragma once

#include <map>
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

// The last entry of an item that was done.
struct JournalEntry {
  std::string key;   // digest of its content, the options and the version
  std::string name;  // of its outputs, without extension
  std::vector<JournalOutput> outputs;
};

class Journal {
 public:
  // Reads what is there and opens the file to add to it. A last line that a kill cut short is left
  // out. Fails with ErrorKind::unwritable.
  static Result<Journal> open(const std::string& path);

  // By item id: those whose last line says "ok" or "warn".
  const std::map<std::string, JournalEntry>& done() const { return done_; }

  // Adds one line, whole, whoever else adds to the file. Fails with ErrorKind::unwritable.
  Result<Done> add(const std::string& line);

 private:
  explicit Journal(std::string path) : path_(std::move(path)) {}

  std::string path_;
  files::FileHandle file_;
  std::map<std::string, JournalEntry> done_;
};

}  // namespace pressmark::cli
