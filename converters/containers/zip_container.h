// converters/containers/zip_container.h: a ZIP archive of articles, read entry by entry from the
// disk.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/base/result.h"

namespace pressmark::containers {

// Memory is bounded by the directory of the archive and one entry. Not to be used by two threads at
// a time.
class ZipContainer {
 public:
  // Fails with ErrorKind::unreadable or ErrorKind::unrecognised.
  static Result<ZipContainer> open(const std::string& path);

  // The entries that are files, in the archive's order, each path once (of two with one path the
  // first). Paths are the archive's own and may be anything: absolute, with "..", of octets that
  // are no UTF-8. They name entries, never files.
  std::vector<std::string> paths() const;

  // Whether there is such an entry.
  bool has(const std::string& path) const;

  // An entry's content. Fails with ErrorKind::unreadable where there is none, or it is encrypted;
  // with ErrorKind::limit where it unpacks to more than `most_bytes`, whatever its header says;
  // with ErrorKind::unrecognised where it is damaged (its CRC-32 included).
  Result<Bytes> read(const std::string& path, std::size_t most_bytes) const;

 private:
  struct State;
  explicit ZipContainer(std::shared_ptr<State> state) : state_(std::move(state)) {}

  std::shared_ptr<State> state_;
};

}  // namespace pressmark::containers
