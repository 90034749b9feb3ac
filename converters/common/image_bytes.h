// converters/common/image_bytes.h: reading numbers out of image headers without running past the
// end, and the EXIF orientation; shared by the sources image_*.cpp only.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace pressmark::image_bytes {

enum class Order { little_endian, big_endian };

// The unsigned number of `size` octets (1 to 4) at `position`; 0 where the octets end before it.
inline std::uint32_t number(std::string_view octets, std::size_t position, int size, Order order) {
  if (position > octets.size() || octets.size() - position < static_cast<std::size_t>(size)) {
    return 0;
  }
  std::uint32_t value = 0;
  for (int i = 0; i < size; ++i) {
    const int index = order == Order::big_endian ? i : size - 1 - i;
    value = value << 8 | static_cast<unsigned char>(octets[position + index]);
  }
  return value;
}
inline std::uint32_t big(std::string_view octets, std::size_t position, int size) {
  return number(octets, position, size, Order::big_endian);
}
inline std::uint32_t little(std::string_view octets, std::size_t position, int size) {
  return number(octets, position, size, Order::little_endian);
}

// The octets from `position` on, at most `size` of them; empty beyond the end.
inline std::string_view slice(std::string_view octets, std::size_t position,
                              std::size_t size = std::string_view::npos) {
  return position < octets.size() ? octets.substr(position, size) : std::string_view{};
}

// What the first directory of a TIFF file or of EXIF data (TIFF 6.0, section 2) says.
struct TiffDirectory {
  std::uint32_t width = 0;
  std::uint32_t height = 0;
  int orientation = 1;  // 1 to 8
  bool valid = false;   // whether the octets begin as TIFF does
};
TiffDirectory read_tiff_directory(std::string_view octets);

// The orientation (1 to 8) of EXIF data, with or without its "Exif\0\0" before it; 1 where it does
// not say.
int read_exif_orientation(std::string_view exif);

}  // namespace pressmark::image_bytes
