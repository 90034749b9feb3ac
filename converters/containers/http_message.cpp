#include "converters/containers/http_message.h"

#include <brotli/decode.h>
#include <zlib.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <memory>
#include <optional>
#include <vector>

#include "core/base/ascii.h"

namespace pressmark::containers {
namespace {

constexpr std::size_t piece_octets = 65536;

std::string_view trimmed(std::string_view text) {
  const std::size_t start = text.find_first_not_of(" \t");
  if (start == std::string_view::npos) return {};
  return text.substr(start, text.find_last_not_of(" \t") + 1 - start);
}

// The next line, taken off `rest`.
std::string_view take_line(std::string_view& rest) {
  const std::size_t end = std::min(rest.find('\n'), rest.size());
  std::string_view line = rest.substr(0, end);
  rest.remove_prefix(std::min(end + 1, rest.size()));
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

Error damaged(const std::string& what) {
  return Error(ErrorKind::unrecognised, "the HTTP response is damaged: " + what);
}

Error too_large(std::size_t most) {
  return Error(ErrorKind::limit,
               "the HTTP response unpacks to more than " + std::to_string(most) + " bytes");
}

// Absent where the body has no chunks: it was stored without them.
std::optional<Bytes> without_chunks(std::string_view body) {
  Bytes data;
  for (;;) {
    const std::string_view line = take_line(body);
    const std::string_view digits = trimmed(line.substr(0, line.find(';')));
    std::size_t size = 0;
    const auto [end, error] =
        std::from_chars(digits.data(), digits.data() + digits.size(), size, 16);
    if (digits.empty() || error != std::errc() || end != digits.data() + digits.size()) return {};
    if (size == 0) return data;
    // What was cut off is still an article's beginning.
    data.append(body.substr(0, size));
    if (size >= body.size()) return data;
    body.remove_prefix(size);
    if (!take_line(body).empty()) return {};
  }
}

// gzip and zlib by their headers, else a raw deflate stream, which some servers send.
Result<Bytes> inflated(std::string_view body, int window, std::size_t most) {
  z_stream stream = {};
  if (inflateInit2(&stream, window) != Z_OK) {
    return Error(ErrorKind::internal, "zlib cannot be begun");
  }
  const std::unique_ptr<z_stream, int (*)(z_stream*)> ended(&stream, inflateEnd);
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(body.data()));
  stream.avail_in = static_cast<uInt>(body.size());
  Bytes data;
  std::array<char, piece_octets> piece;
  int code = Z_OK;
  while (code == Z_OK) {
    stream.next_out = reinterpret_cast<Bytef*>(piece.data());
    stream.avail_out = piece.size();
    code = ::inflate(&stream, Z_NO_FLUSH);
    data.append(piece.data(), piece.size() - stream.avail_out);
    if (data.size() > most) return too_large(most);
  }
  if (code != Z_STREAM_END) return damaged("its compressed body");
  return data;
}

Result<Bytes> unbrotlied(std::string_view body, std::size_t most) {
  const std::unique_ptr<BrotliDecoderState, void (*)(BrotliDecoderState*)> state(
      BrotliDecoderCreateInstance(nullptr, nullptr, nullptr), BrotliDecoderDestroyInstance);
  if (state == nullptr) return Error(ErrorKind::internal, "brotli cannot be begun");
  const auto* next = reinterpret_cast<const std::uint8_t*>(body.data());
  std::size_t left = body.size();
  Bytes data;
  std::array<std::uint8_t, piece_octets> piece;
  BrotliDecoderResult code = BROTLI_DECODER_RESULT_NEEDS_MORE_OUTPUT;
  while (code == BROTLI_DECODER_RESULT_NEEDS_MORE_OUTPUT) {
    std::uint8_t* out = piece.data();
    std::size_t room = piece.size();
    code = BrotliDecoderDecompressStream(state.get(), &left, &next, &room, &out, nullptr);
    data.append(reinterpret_cast<const char*>(piece.data()), piece.size() - room);
    if (data.size() > most) return too_large(most);
  }
  if (code != BROTLI_DECODER_RESULT_SUCCESS) return damaged("its compressed body");
  return data;
}

Result<Bytes> without_coding(Bytes body, const std::string& coding, std::size_t most) {
  constexpr int any_header = 15 + 32;  // zlib: gzip or zlib, the largest window
  constexpr int no_header = -15;
  const bool is_gzip = body.starts_with("\x1F\x8B");
  if (coding.empty() || coding == "identity") return body;
  if (coding == "gzip" || coding == "x-gzip") {
    return is_gzip ? inflated(body, any_header, most) : Result<Bytes>(std::move(body));
  }
  const bool is_markup = body.starts_with('<');  // no deflate or brotli stream of a page does
  if (coding == "deflate") {
    if (is_markup) return body;
    Result<Bytes> data = inflated(body, any_header, most);
    if (data || data.error().kind() == ErrorKind::limit) return data;
    return inflated(body, no_header, most);
  }
  if (coding == "br") return is_markup ? Result<Bytes>(std::move(body)) : unbrotlied(body, most);
  return Error(ErrorKind::unrecognised,
               "the HTTP response has the content coding '" + coding + "', which is not read");
}

// "gzip, br" as its parts, in lower case.
std::vector<std::string> codings_of(std::string_view value) {
  std::vector<std::string> codings;
  while (!value.empty()) {
    const std::size_t end = std::min(value.find(','), value.size());
    const std::string_view name = trimmed(value.substr(0, end));
    if (!name.empty()) codings.push_back(ascii::to_lower(name));
    value.remove_prefix(std::min(end + 1, value.size()));
  }
  return codings;
}

Result<Bytes> decoded_body(std::string_view message, bool is_chunked,
                           const std::vector<std::string>& codings, std::size_t most) {
  std::optional<Bytes> whole = is_chunked ? without_chunks(message) : std::nullopt;
  Bytes body = whole ? std::move(*whole) : Bytes(message);
  if (body.size() > most) return too_large(most);
  for (auto coding = codings.rbegin(); coding != codings.rend(); ++coding) {
    Result<Bytes> decoded = without_coding(std::move(body), *coding, most);
    if (!decoded) return decoded;
    body = std::move(*decoded);
  }
  return body;
}

}  // namespace

std::string media_type_of(std::string_view content_type) {
  return ascii::to_lower(trimmed(content_type.substr(0, content_type.find(';'))));
}

std::string charset_of(std::string_view content_type) {
  constexpr std::string_view name = "charset=";
  const std::string lower = ascii::to_lower(content_type);
  const std::size_t start = lower.find(name);
  if (start == std::string::npos) return {};
  std::string_view charset = content_type.substr(start + name.size());
  if (charset.starts_with('"')) {
    charset.remove_prefix(1);
    return std::string(charset.substr(0, charset.find('"')));
  }
  return std::string(charset.substr(0, charset.find_first_of("; \t")));
}

Result<HttpResponse> parse_http_response(std::string_view message, std::size_t most_bytes) {
  HttpResponse response;
  const std::string_view status = take_line(message);
  const std::size_t space = status.find(' ');
  if (!status.starts_with("HTTP/") || space == std::string_view::npos) {
    return damaged("it has no status line");
  }
  const std::string_view code = status.substr(space + 1, 3);
  std::from_chars(code.data(), code.data() + code.size(), response.status);
  std::vector<std::string> codings;
  bool is_chunked = false;
  while (!message.empty()) {
    const std::string_view line = take_line(message);
    if (line.empty()) break;
    const std::size_t colon = line.find(':');
    if (colon == std::string_view::npos) continue;
    const std::string name = ascii::to_lower(line.substr(0, colon));
    const std::string_view value = trimmed(line.substr(colon + 1));
    if (name == "content-type") {
      response.media_type = media_type_of(value);
      response.charset = charset_of(value);
    } else if (name == "content-encoding") {
      std::ranges::move(codings_of(value), std::back_inserter(codings));
    } else if (name == "transfer-encoding") {
      for (std::string& coding : codings_of(value)) {
        if (coding == "chunked") {
          is_chunked = true;
        } else {
          codings.push_back(std::move(coding));
        }
      }
    }
  }
  response.body = decoded_body(message, is_chunked, codings, most_bytes);
  return response;
}

}  // namespace pressmark::containers
