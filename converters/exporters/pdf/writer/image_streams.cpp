#include "converters/exporters/pdf/writer/image_streams.h"

#include <cstdint>

#include "converters/common/deflate.h"

namespace pressmark::pdf {
namespace {

std::uint32_t big_endian(std::string_view octets, std::size_t position, int count) {
  std::uint32_t value = 0;
  for (int i = 0; i < count; ++i) {
    value = value << 8 | static_cast<unsigned char>(octets[position + static_cast<std::size_t>(i)]);
  }
  return value;
}

Dictionary image_dictionary(std::int64_t width, std::int64_t height, int bits, Value colour_space) {
  return Dictionary{{"Type", name("XObject")},  {"Subtype", name("Image")},
                    {"Width", width},           {"Height", height},
                    {"BitsPerComponent", bits}, {"ColorSpace", std::move(colour_space)}};
}

struct Frame {
  std::uint32_t precision = 0;
  std::uint32_t width = 0;
  std::uint32_t height = 0;
  std::uint32_t components = 0;
};

// The frame header (ISO/IEC 10918-1, B.2.2) before the first scan.
std::optional<Frame> find_frame(std::string_view jpeg) {
  std::optional<Frame> frame;
  for (std::size_t position = 2; position + 4 <= jpeg.size();) {
    if (static_cast<unsigned char>(jpeg[position]) != 0xFF) return std::nullopt;
    const std::uint32_t marker = big_endian(jpeg, position + 1, 1);
    if (marker == 0xFF) {  // a fill octet
      ++position;
      continue;
    }
    if (marker == 0xDA) return frame;  // the scan begins
    const std::uint32_t length = big_endian(jpeg, position + 2, 2);
    if (length < 2 || position + 2 + length > jpeg.size()) return std::nullopt;
    // Baseline, extended and progressive with Huffman codes: what DCTDecode reads.
    if (marker >= 0xC0 && marker <= 0xC2) {
      if (length < 8) return std::nullopt;
      frame = Frame{big_endian(jpeg, position + 4, 1), big_endian(jpeg, position + 7, 2),
                    big_endian(jpeg, position + 5, 2), big_endian(jpeg, position + 9, 1)};
    } else if ((marker >= 0xC3 && marker <= 0xCF) && marker != 0xC4 && marker != 0xC8 &&
               marker != 0xCC) {
      return std::nullopt;
    }
    position += 2 + length;
  }
  return std::nullopt;
}

struct PngParts {
  std::uint32_t width = 0;
  std::uint32_t height = 0;
  int bits = 0;
  int colour_type = 0;
  bool is_interlaced = false;
  bool is_transparent = false;
  Bytes palette;
  Bytes data;  // the zlib stream
};

std::optional<PngParts> read_png(std::string_view png) {
  constexpr std::string_view signature = "\x89PNG\r\n\x1A\n";
  if (!png.starts_with(signature)) return std::nullopt;
  PngParts parts;
  for (std::size_t position = signature.size(); position + 12 <= png.size();) {
    const std::uint32_t length = big_endian(png, position, 4);
    const std::string_view type = png.substr(position + 4, 4);
    if (length > png.size() - position - 12) return std::nullopt;
    const std::string_view data = png.substr(position + 8, length);
    if (type == "IHDR" && length == 13) {
      parts.width = big_endian(data, 0, 4);
      parts.height = big_endian(data, 4, 4);
      parts.bits = data[8];
      parts.colour_type = data[9];
      parts.is_interlaced = data[12] != 0;
    } else if (type == "PLTE") {
      parts.palette = Bytes(data);
    } else if (type == "tRNS") {
      parts.is_transparent = true;
    } else if (type == "IDAT") {
      parts.data += data;
    } else if (type == "IEND") {
      return parts;
    }
    position += std::size_t{12} + length;
  }
  return std::nullopt;
}

}  // namespace

std::optional<ImageStream> pass_jpeg(std::string_view jpeg) {
  const std::optional<Frame> frame = find_frame(jpeg);
  if (!frame || frame->precision != 8 || frame->width == 0 || frame->height == 0) {
    return std::nullopt;
  }
  if (frame->components != 1 && frame->components != 3) return std::nullopt;
  ImageStream stream{image_dictionary(frame->width, frame->height, 8,
                                      name(frame->components == 1 ? "DeviceGray" : "DeviceRGB")),
                     Bytes(jpeg)};
  stream.dictionary.set("Filter", name("DCTDecode"));
  return stream;
}

std::optional<ImageStream> pass_png(std::string_view png, const Limits& limits) {
  std::optional<PngParts> parts = read_png(png);
  if (!parts || parts->is_interlaced || parts->is_transparent) return std::nullopt;
  const bool is_indexed = parts->colour_type == 3;
  if (parts->colour_type != 0 && parts->colour_type != 2 && !is_indexed) return std::nullopt;
  if (parts->bits != 1 && parts->bits != 2 && parts->bits != 4 && parts->bits != 8 &&
      (parts->bits != 16 || is_indexed)) {
    return std::nullopt;
  }
  const std::uint64_t pixels = std::uint64_t{parts->width} * parts->height;
  if (pixels == 0 || pixels > limits.image_pixels) return std::nullopt;
  const std::size_t colours = parts->palette.size() / 3;
  if (is_indexed && (colours == 0 || colours > 256)) return std::nullopt;

  // Readers show nothing of a damaged stream, so it is tried here.
  const int components = parts->colour_type == 2 ? 3 : 1;
  const std::uint64_t row_bits =
      std::uint64_t{parts->width} * static_cast<std::uint64_t>(components * parts->bits);
  const std::uint64_t size = (1 + (row_bits + 7) / 8) * parts->height;
  if (!zlib_decompress(parts->data, size)) return std::nullopt;

  Value colour_space = name(components == 3 ? "DeviceRGB" : "DeviceGray");
  if (is_indexed) {
    colour_space = Array{name("Indexed"), name("DeviceRGB"), static_cast<std::int64_t>(colours - 1),
                         byte_string(std::string_view(parts->palette).substr(0, colours * 3))};
  }
  ImageStream stream{
      image_dictionary(parts->width, parts->height, parts->bits, std::move(colour_space)),
      std::move(parts->data)};
  stream.is_barely_compressed =
      parts->bits == 8 && !is_indexed && std::uint64_t{stream.octets.size()} * 10 > size * 9;
  stream.dictionary.set("Filter", name("FlateDecode"));
  stream.dictionary.set("DecodeParms", Dictionary{{"Predictor", 15},
                                                  {"Colors", components},
                                                  {"BitsPerComponent", parts->bits},
                                                  {"Columns", std::int64_t{parts->width}}});
  return stream;
}

}  // namespace pressmark::pdf
