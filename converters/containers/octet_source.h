// converters/containers/octet_source.h: octets that come piece by piece, and reading them by lines
// and blocks.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "core/base/result.h"

namespace pressmark::containers {

// Gives at most the asked number of the next octets; the empty string at the end. Fails as what it
// reads from does.
using OctetSource = std::function<Result<Bytes>(std::size_t most)>;

// The octets of `compressed` where it begins as gzip does (RFC 1952), through any number of members
// one behind the other; else its octets as they are. Holds no more than a window in memory. Fails
// with ErrorKind::unrecognised for damaged data.
OctetSource unzipped(OctetSource compressed);

// Reads a source by lines and by blocks of a known length.
class OctetReader {
 public:
  // Lines end with `separator`.
  explicit OctetReader(OctetSource source, char separator = '\n')
      : source_(std::move(source)), separator_(separator) {}

  // The next line without its end, also a last one without an end; absent at the end. An end of LF
  // may have a CR before it.
  // Fails with ErrorKind::limit for a line of more than `most` octets.
  Result<std::optional<Bytes>> line(std::size_t most);
  // The same with its end, as it stands there.
  Result<std::optional<Bytes>> raw_line(std::size_t most);
  // The next `length` octets. Fails with ErrorKind::unrecognised where there are fewer.
  Result<Bytes> block(std::size_t length);
  // Passes over them.
  Result<Done> skip(std::size_t length);

 private:
  Result<bool> fill();

  OctetSource source_;
  char separator_;
  Bytes buffer_;
  std::size_t position_ = 0;
};

}  // namespace pressmark::containers
