#include "converters/containers/octet_source.h"

#include <zlib.h>

#include <algorithm>
#include <memory>

namespace pressmark::containers {
namespace {

constexpr std::size_t piece_octets = 65536;

Error damaged(const std::string& what) {
  return Error(ErrorKind::unrecognised, "the compressed data are damaged: " + what);
}

// Inflates gzip members from a source.
class GzipReader {
 public:
  explicit GzipReader(OctetSource source) : source_(std::move(source)) {}
  GzipReader(const GzipReader&) = delete;
  GzipReader& operator=(const GzipReader&) = delete;
  ~GzipReader() {
    if (kind_ == Kind::gzip) inflateEnd(&stream_);
  }

  Result<Bytes> read(std::size_t most) {
    if (kind_ == Kind::unknown) {
      if (auto begun = begin(); !begun) return begun.error();
    }
    if (kind_ == Kind::plain) {
      if (input_.empty()) return source_(most);
      Bytes piece = input_.substr(0, most);
      input_.erase(0, piece.size());
      return piece;
    }
    return inflate_some(most);
  }

 private:
  enum class Kind { unknown, plain, gzip };

  Result<Done> begin() {
    while (input_.size() < 2) {
      Result<Bytes> piece = source_(piece_octets);
      if (!piece) return piece.error();
      if (piece->empty()) break;
      input_ += *piece;
    }
    kind_ = Kind::plain;
    if (!input_.starts_with("\x1F\x8B")) return Done{};
    constexpr int gzip_window = 15 + 16;  // zlib: the largest window, with gzip's header
    if (inflateInit2(&stream_, gzip_window) != Z_OK) {
      return Error(ErrorKind::internal, "zlib cannot be begun");
    }
    kind_ = Kind::gzip;
    return Done{};
  }

  Result<Bytes> inflate_some(std::size_t most) {
    Bytes out(most, '\0');
    std::size_t filled = 0;
    while (filled == 0) {
      if (used_ == input_.size()) {
        Result<Bytes> piece = source_(piece_octets);
        if (!piece) return piece.error();
        input_ = std::move(*piece);
        used_ = 0;
      }
      if (input_.empty()) {
        if (inside_) return damaged("they end early");
        break;
      }
      // Some writers fill up with zeroes behind the last member.
      if (!inside_ && input_[used_] == '\0') {
        ++used_;
        continue;
      }
      inside_ = true;
      stream_.next_in = reinterpret_cast<Bytef*>(input_.data() + used_);
      stream_.avail_in = static_cast<uInt>(input_.size() - used_);
      stream_.next_out = reinterpret_cast<Bytef*>(out.data());
      stream_.avail_out = static_cast<uInt>(most);
      const int code = ::inflate(&stream_, Z_NO_FLUSH);
      used_ = input_.size() - stream_.avail_in;
      filled = most - stream_.avail_out;
      if (code == Z_STREAM_END) {
        inside_ = false;
        inflateReset(&stream_);
      } else if (code != Z_OK && code != Z_BUF_ERROR) {
        return damaged(stream_.msg == nullptr ? "no gzip member" : stream_.msg);
      }
    }
    out.resize(filled);
    return out;
  }

  OctetSource source_;
  Kind kind_ = Kind::unknown;
  z_stream stream_ = {};
  Bytes input_;
  std::size_t used_ = 0;
  bool inside_ = false;  // a member
};

}  // namespace

OctetSource unzipped(OctetSource compressed) {
  const auto reader = std::make_shared<GzipReader>(std::move(compressed));
  return [reader](std::size_t most) { return reader->read(most); };
}

Result<bool> OctetReader::fill() {
  if (position_ == buffer_.size()) {
    buffer_.clear();
    position_ = 0;
  }
  Result<Bytes> piece = source_(piece_octets);
  if (!piece) return piece.error();
  buffer_ += *piece;
  return !piece->empty();
}

Result<std::optional<Bytes>> OctetReader::raw_line(std::size_t most) {
  Bytes line;
  for (;;) {
    const std::size_t end = buffer_.find(separator_, position_);
    const std::size_t stop = end == Bytes::npos ? buffer_.size() : end + 1;
    line.append(buffer_, position_, stop - position_);
    position_ = stop;
    if (line.size() > most + 1) {
      return Error(ErrorKind::limit, "a line has more than " + std::to_string(most) + " octets");
    }
    if (end != Bytes::npos) break;
    const Result<bool> more = fill();
    if (!more) return more.error();
    if (*more) continue;
    if (line.empty()) return std::optional<Bytes>();
    break;
  }
  return std::optional<Bytes>(std::move(line));
}

Result<std::optional<Bytes>> OctetReader::line(std::size_t most) {
  Result<std::optional<Bytes>> line = raw_line(most);
  if (!line || !*line) return line;
  Bytes& text = **line;
  if (text.ends_with(separator_)) text.pop_back();
  if (separator_ == '\n' && text.ends_with('\r')) text.pop_back();
  return line;
}

Result<Bytes> OctetReader::block(std::size_t length) {
  Bytes block;
  while (block.size() < length) {
    const std::size_t count = std::min(length - block.size(), buffer_.size() - position_);
    block.append(buffer_, position_, count);
    position_ += count;
    if (block.size() == length) break;
    const Result<bool> more = fill();
    if (!more) return more.error();
    if (!*more) return Error(ErrorKind::unrecognised, "the data end early");
  }
  return block;
}

Result<Done> OctetReader::skip(std::size_t length) {
  while (length > 0) {
    const std::size_t count = std::min(length, buffer_.size() - position_);
    position_ += count;
    length -= count;
    if (length == 0) break;
    const Result<bool> more = fill();
    if (!more) return more.error();
    if (!*more) return Error(ErrorKind::unrecognised, "the data end early");
  }
  return Done{};
}

}  // namespace pressmark::containers
