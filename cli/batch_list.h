// cli/batch_list.h: lists of inputs: one path or one JSON object a line.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>

#include "cli/batch_item.h"
#include "cli/console.h"
#include "converters/archive/durable_files.h"
#include "converters/containers/octet_source.h"

namespace pressmark::cli {

// A list that can be read several times, whatever it comes from: what is no regular file (standard
// input, a pipe) is copied into a temporary file that has no name. Memory is bounded by one line.
class BatchList {
 public:
  enum class Separator : char { newline = '\n', null = '\0' };

  // "-" is standard input. Fails with ErrorKind::unreadable, with ErrorKind::usage for a folder,
  // and with ErrorKind::unrecognised for a page or a binary file.
  static Result<BatchList> open(const std::string& path, Separator separator, Console& console);

  const std::string& name() const { return name_; }
  // Begins again.
  void rewind();
  // The next entry; absent at the end. A wrong line is an item with an error. Fails with
  // ErrorKind::unreadable.
  Result<std::optional<BatchItem>> next();

 private:
  BatchList(std::string name, Separator separator, files::FileHandle file);

  std::string name_;
  Separator separator_;
  std::shared_ptr<files::FileHandle> file_;
  std::size_t number_ = 0;
  containers::OctetReader reader_;
};

// An item that is a file.
BatchItem path_item(std::string path);

}  // namespace pressmark::cli
