// The first directory of TIFF files and of EXIF data.
#include "converters/common/image_bytes.h"

namespace pressmark::image_bytes {
namespace {

// The value of a directory entry of type SHORT or LONG with one value (TIFF 6.0, section 2).
std::uint32_t entry_value(std::string_view octets, std::size_t entry, Order order) {
  constexpr std::uint32_t type_short = 3;
  const bool is_short = number(octets, entry + 2, 2, order) == type_short;
  return number(octets, entry + 8, is_short ? 2 : 4, order);
}

}  // namespace

TiffDirectory read_tiff_directory(std::string_view octets) {
  using namespace std::string_view_literals;
  TiffDirectory result;
  Order order;
  if (octets.starts_with("II*\0"sv)) {
    order = Order::little_endian;
  } else if (octets.starts_with("MM\0*"sv)) {
    order = Order::big_endian;
  } else {
    return result;
  }
  const std::size_t directory = number(octets, 4, 4, order);
  if (directory < 8 || directory >= octets.size()) return result;
  result.valid = true;
  const std::uint32_t count = number(octets, directory, 2, order);
  for (std::uint32_t i = 0; i < count; ++i) {
    const std::size_t entry = directory + 2 + std::size_t{12} * i;
    if (entry + 12 > octets.size()) break;
    const std::uint32_t tag = number(octets, entry, 2, order);
    if (tag == 256) result.width = entry_value(octets, entry, order);
    if (tag == 257) result.height = entry_value(octets, entry, order);
    if (tag == 274) {
      const std::uint32_t value = entry_value(octets, entry, order);
      if (value >= 1 && value <= 8) result.orientation = static_cast<int>(value);
    }
  }
  return result;
}

int read_exif_orientation(std::string_view exif) {
  using namespace std::string_view_literals;
  if (exif.starts_with("Exif\0\0"sv)) exif.remove_prefix(6);
  return read_tiff_directory(exif).orientation;
}

}  // namespace pressmark::image_bytes
