#include "converters/common/deflate.h"

#include <libdeflate.h>

#include <algorithm>
#include <memory>

namespace pressmark {
namespace {

struct FreeCompressor {
  void operator()(libdeflate_compressor* compressor) const {
    libdeflate_free_compressor(compressor);
  }
};
struct FreeDecompressor {
  void operator()(libdeflate_decompressor* decompressor) const {
    libdeflate_free_decompressor(decompressor);
  }
};

}  // namespace

Result<Bytes> zlib_compress(std::string_view octets, int level) {
  // Its tables are large beside most streams: a thread keeps those that it used last. They hold
  // nothing from one stream to the next.
  thread_local std::unique_ptr<libdeflate_compressor, FreeCompressor> compressor;
  thread_local int compressor_level = -1;
  if (!compressor || compressor_level != level) {
    compressor.reset(libdeflate_alloc_compressor(level));
    compressor_level = level;
  }
  if (!compressor) return Error(ErrorKind::internal, "libdeflate has no memory to compress");
  Bytes packed(libdeflate_zlib_compress_bound(compressor.get(), octets.size()), '\0');
  packed.resize(libdeflate_zlib_compress(compressor.get(), octets.data(), octets.size(),
                                         packed.data(), packed.size()));
  return packed;
}

Result<Bytes> zlib_decompress(std::string_view stream, std::size_t size) {
  const std::unique_ptr<libdeflate_decompressor, FreeDecompressor> decompressor(
      libdeflate_alloc_decompressor());
  if (!decompressor) return Error(ErrorKind::internal, "libdeflate has no memory to decompress");
  Bytes unpacked(size, '\0');
  std::size_t consumed = 0;
  // Without a place for the real size, libdeflate fails unless exactly `size` octets come out.
  if (libdeflate_zlib_decompress_ex(decompressor.get(), stream.data(), stream.size(),
                                    unpacked.data(), unpacked.size(), &consumed,
                                    nullptr) != LIBDEFLATE_SUCCESS) {
    return Error(ErrorKind::unrecognised, "the zlib stream is damaged or of another size");
  }
  return unpacked;
}

Result<Bytes> zlib_decompress_up_to(std::string_view stream, std::size_t most) {
  const std::unique_ptr<libdeflate_decompressor, FreeDecompressor> decompressor(
      libdeflate_alloc_decompressor());
  if (!decompressor) return Error(ErrorKind::internal, "libdeflate has no memory to decompress");
  std::size_t size = std::min(most, stream.size() * 4 + 1024);
  while (true) {
    Bytes unpacked(size, '\0');
    std::size_t consumed = 0;
    std::size_t produced = 0;
    const libdeflate_result result =
        libdeflate_zlib_decompress_ex(decompressor.get(), stream.data(), stream.size(),
                                      unpacked.data(), unpacked.size(), &consumed, &produced);
    if (result == LIBDEFLATE_SUCCESS) {
      unpacked.resize(produced);
      return unpacked;
    }
    if (result != LIBDEFLATE_INSUFFICIENT_SPACE) {
      return Error(ErrorKind::unrecognised, "the zlib stream is damaged");
    }
    if (size == most) {
      return Error(ErrorKind::limit,
                   "the zlib stream unpacks to more than " + std::to_string(most) + " octets");
    }
    size = std::min(most, size * 4);
  }
}

}  // namespace pressmark
