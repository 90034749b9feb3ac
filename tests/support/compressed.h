// tests/support/compressed.h: data compressed as servers and archives do it.
#pragma once

#include <brotli/encode.h>
#include <zlib.h>

#include <string>
#include <string_view>

namespace pressmark {

enum class ZlibFormat { gzip = 15 + 16, zlib = 15, raw = -15 };

inline std::string deflated(std::string_view data, ZlibFormat format) {
  z_stream stream = {};
  deflateInit2(&stream, 6, Z_DEFLATED, static_cast<int>(format), 8, Z_DEFAULT_STRATEGY);
  std::string out(deflateBound(&stream, data.size()) + 32, '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(data.data()));
  stream.avail_in = static_cast<uInt>(data.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  deflate(&stream, Z_FINISH);
  out.resize(stream.total_out);
  deflateEnd(&stream);
  return out;
}

inline std::string gzipped(std::string_view data) { return deflated(data, ZlibFormat::gzip); }

inline std::string brotlied(std::string_view data) {
  std::size_t size = BrotliEncoderMaxCompressedSize(data.size()) + 16;
  std::string out(size, '\0');
  BrotliEncoderCompress(5, BROTLI_DEFAULT_WINDOW, BROTLI_DEFAULT_MODE, data.size(),
                        reinterpret_cast<const std::uint8_t*>(data.data()), &size,
                        reinterpret_cast<std::uint8_t*>(out.data()));
  out.resize(size);
  return out;
}

}  // namespace pressmark
