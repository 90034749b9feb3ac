// Windows bitmaps: uncompressed ones of 1, 4, 8, 16, 24 and 32 bits a pixel, with masks where they
// have them. No library of the distribution reads this format alone.
#include <array>
#include <bit>

#include "converters/common/image_bytes.h"
#include "converters/common/image_codecs.h"

namespace pressmark {
namespace {

using image_bytes::little;

struct Header {
  int width = 0;
  int height = 0;
  bool top_down = false;
  std::uint32_t bits = 0;
  std::uint32_t compression = 0;
  std::size_t pixels = 0;                   // offset of the rows
  std::size_t palette = 0;                  // offset of the palette
  int palette_entry = 4;                    // octets
  std::array<std::uint32_t, 4> masks = {};  // red, green, blue, alpha
};

constexpr std::uint32_t uncompressed = 0;
constexpr std::uint32_t bit_fields = 3;
constexpr std::uint32_t alpha_bit_fields = 6;

Header read_header(std::string_view octets) {
  Header header;
  const std::uint32_t size = little(octets, 14, 4);
  header.pixels = little(octets, 10, 4);
  header.palette = 14 + std::size_t{size};
  if (size == 12) {
    header.width = static_cast<int>(little(octets, 18, 2));
    header.height = static_cast<int>(little(octets, 20, 2));
    header.bits = little(octets, 24, 2);
    header.palette_entry = 3;
    return header;
  }
  header.width = static_cast<std::int32_t>(little(octets, 18, 4));
  const auto height = static_cast<std::int32_t>(little(octets, 22, 4));
  header.top_down = height < 0;
  // The lowest number has no positive counterpart; it is beyond every limit anyway.
  header.height = height == INT32_MIN ? 0 : header.top_down ? -height : height;
  header.bits = little(octets, 28, 2);
  header.compression = little(octets, 30, 4);
  if (header.compression == bit_fields || header.compression == alpha_bit_fields) {
    const bool alpha = header.compression == alpha_bit_fields || size >= 56;
    for (std::size_t i = 0; i < (alpha ? 4u : 3u); ++i) {
      header.masks[i] = little(octets, 54 + 4 * i, 4);
    }
    if (size == 40) header.palette += alpha ? 16 : 12;
  } else if (header.bits == 16) {
    header.masks = {0x7C00, 0x03E0, 0x001F, 0};
  } else if (header.bits == 32) {
    header.masks = {0xFF0000, 0xFF00, 0xFF, 0};
  }
  return header;
}

// The bits of `value` under `mask`, scaled to 0 to 255.
char scaled(std::uint32_t value, std::uint32_t mask) {
  if (mask == 0) return 0;
  const int shift = std::countr_zero(mask);
  const std::uint64_t most = mask >> shift;
  return static_cast<char>(((value & mask) >> shift) * std::uint64_t{255} / most);
}

void read_pixel(std::string_view octets, const Header& header, std::size_t row, int x, char* out,
                bool alpha) {
  const auto column = static_cast<std::size_t>(x);
  if (header.bits <= 8) {
    const std::size_t bit = column * header.bits;
    const std::uint32_t octet = little(octets, row + bit / 8, 1);
    const std::uint32_t index = octet >> (8 - header.bits - bit % 8) & ((1u << header.bits) - 1);
    const std::size_t entry = header.palette + std::size_t{index} * header.palette_entry;
    for (std::size_t c = 0; c < 3; ++c)
      out[c] = static_cast<char>(little(octets, entry + 2 - c, 1));
  } else if (header.bits == 24) {
    for (std::size_t c = 0; c < 3; ++c) {
      out[c] = static_cast<char>(little(octets, row + 3 * column + 2 - c, 1));
    }
  } else {
    const int size = static_cast<int>(header.bits / 8);
    const std::uint32_t value = little(octets, row + column * size, size);
    for (std::size_t c = 0; c < 3; ++c) out[c] = scaled(value, header.masks[c]);
    if (alpha) out[3] = scaled(value, header.masks[3]);
  }
}

}  // namespace

Result<Pixels> image_codecs::decode_bmp(std::string_view octets, const Limits& limits) {
  const Header header = read_header(octets);
  if (const Result<Done> fits = check_size(header.width, header.height, limits); !fits) {
    return fits.error();
  }
  const bool known_bits = header.bits == 1 || header.bits == 4 || header.bits == 8 ||
                          header.bits == 16 || header.bits == 24 || header.bits == 32;
  const bool known_compression = header.compression == uncompressed ||
                                 header.compression == bit_fields ||
                                 header.compression == alpha_bit_fields;
  if (!known_bits || !known_compression) {
    return Error(ErrorKind::unrecognised, "compressed bitmaps cannot be decoded");
  }
  // Rows are padded to 32 bits.
  const std::size_t stride = (std::size_t{1} * header.width * header.bits + 31) / 32 * 4;
  if (header.pixels > octets.size() ||
      octets.size() - header.pixels < stride * static_cast<std::size_t>(header.height)) {
    return damaged_image("BMP", "it ends early");
  }
  const bool alpha = header.masks[3] != 0;
  Pixels pixels = blank(header.width, header.height, alpha ? 4 : 3);
  for (int y = 0; y < pixels.height; ++y) {
    const int stored = header.top_down ? y : pixels.height - 1 - y;
    const std::size_t row = header.pixels + stride * static_cast<std::size_t>(stored);
    for (int x = 0; x < pixels.width; ++x) {
      char* out = pixels.samples.data() + (std::size_t{1} * y * pixels.width + x) * pixels.channels;
      read_pixel(octets, header, row, x, out, alpha);
    }
  }
  return pixels;
}

}  // namespace pressmark
