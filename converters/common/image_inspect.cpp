// What an image is, told from its header.
#include <algorithm>
#include <array>
#include <limits>

#include "converters/common/image.h"
#include "converters/common/image_bytes.h"
#include "converters/common/image_svg.h"

namespace pressmark {
namespace {

using image_bytes::big;
using image_bytes::little;
using image_bytes::slice;
using namespace std::string_view_literals;

// Sizes beyond what an int holds are no sizes.
int pixels(std::uint32_t value) {
  return value <= static_cast<std::uint32_t>(std::numeric_limits<int>::max())
             ? static_cast<int>(value)
             : 0;
}

std::optional<ImageInfo> inspect_png(std::string_view octets) {
  constexpr std::size_t header_end = 8 + 8 + 13;  // signature, chunk header, IHDR
  if (!octets.starts_with("\x89PNG\r\n\x1A\n"sv) || octets.size() < header_end ||
      slice(octets, 12, 4) != "IHDR") {
    return {};
  }
  ImageInfo info{"image/png", pixels(big(octets, 16, 4)), pixels(big(octets, 20, 4))};
  // The eXIf chunk stands before or behind the image data (PNG 3, 11.3.4.5); only before is usual.
  for (std::size_t position = 8; position + 8 <= octets.size();) {
    const std::size_t size = big(octets, position, 4);
    const std::string_view type = slice(octets, position + 4, 4);
    if (type == "IDAT") break;
    if (type == "eXIf") {
      info.orientation = image_bytes::read_exif_orientation(slice(octets, position + 8, size));
    }
    position += 12 + size;
  }
  return info;
}

// ITU T.81, annex B: segments up to the frame header.
std::optional<ImageInfo> inspect_jpeg(std::string_view octets) {
  if (!octets.starts_with("\xFF\xD8\xFF"sv)) return {};
  ImageInfo info{"image/jpeg"};
  std::size_t position = 2;
  while (position + 4 <= octets.size()) {
    if (octets[position] != '\xFF') return {};
    const auto marker = static_cast<unsigned char>(octets[position + 1]);
    if (marker == 0xFF) {  // a fill octet
      ++position;
      continue;
    }
    const bool alone = marker == 0x01 || (marker >= 0xD0 && marker <= 0xD8);
    if (alone) {
      position += 2;
      continue;
    }
    const std::size_t size = big(octets, position + 2, 2);
    if (size < 2 || marker == 0xD9 || marker == 0xDA) return {};
    const std::string_view segment = slice(octets, position + 4, size - 2);
    const bool frame =
        marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
    if (frame) {
      if (segment.size() < 6) return {};
      info.height = pixels(big(segment, 1, 2));
      info.width = pixels(big(segment, 3, 2));
      return info;
    }
    if (marker == 0xE1 && segment.starts_with("Exif\0\0"sv)) {
      info.orientation = image_bytes::read_exif_orientation(segment);
    }
    position += 2 + size;
  }
  return {};
}

std::optional<ImageInfo> inspect_gif(std::string_view octets) {
  if (octets.size() < 13 || !(octets.starts_with("GIF87a") || octets.starts_with("GIF89a"))) {
    return {};
  }
  return ImageInfo{"image/gif", pixels(little(octets, 6, 2)), pixels(little(octets, 8, 2))};
}

// WebP container specification: RIFF chunks.
std::optional<ImageInfo> inspect_webp(std::string_view octets) {
  if (octets.size() < 30 || !octets.starts_with("RIFF") || slice(octets, 8, 4) != "WEBP") return {};
  ImageInfo info{"image/webp"};
  const std::string_view kind = slice(octets, 12, 4);
  const std::string_view data = slice(octets, 20);
  if (kind == "VP8 " && slice(data, 3, 3) == "\x9D\x01\x2A"sv) {
    info.width = static_cast<int>(little(data, 6, 2) & 0x3FFF);
    info.height = static_cast<int>(little(data, 8, 2) & 0x3FFF);
  } else if (kind == "VP8L" && data.starts_with('\x2F')) {
    const std::uint32_t bits = little(data, 1, 4);
    info.width = static_cast<int>(bits & 0x3FFF) + 1;
    info.height = static_cast<int>(bits >> 14 & 0x3FFF) + 1;
  } else if (kind == "VP8X") {
    info.width = static_cast<int>(little(data, 4, 3)) + 1;
    info.height = static_cast<int>(little(data, 7, 3)) + 1;
    for (std::size_t position = 12; position + 8 <= octets.size();) {
      const std::size_t size = little(octets, position + 4, 4);
      if (slice(octets, position, 4) == "EXIF") {
        info.orientation = image_bytes::read_exif_orientation(slice(octets, position + 8, size));
      }
      position += 8 + size + size % 2;
    }
  } else {
    return {};
  }
  return info;
}

// The largest image spatial extents box (ISO/IEC 23008-12, 6.5.3) in the boxes of `octets`: the
// primary item's, since thumbnails are smaller and tiles of a grid are, too.
void find_extents(std::string_view octets, int depth, ImageInfo& info) {
  constexpr int deepest = 6;  // ispe is in ipco in iprp in meta
  for (std::size_t position = 0; position + 8 <= octets.size();) {
    const std::string_view type = slice(octets, position + 4, 4);
    std::size_t size = big(octets, position, 4);
    if (size == 0) size = octets.size() - position;  // up to the end of the file
    if (size < 8) return;
    const std::string_view content = slice(octets, position + 8, size - 8);
    if (type == "ispe") {
      const int width = pixels(big(content, 4, 4));
      const int height = pixels(big(content, 8, 4));
      if (std::int64_t{width} * height > std::int64_t{info.width} * info.height) {
        info.width = width;
        info.height = height;
      }
    } else if (depth < deepest && (type == "meta" || type == "iprp" || type == "ipco")) {
      // meta is a full box: version and flags stand before its boxes.
      find_extents(type == "meta" ? slice(content, 4) : content, depth + 1, info);
    }
    position += size;
  }
}

std::optional<ImageInfo> inspect_heif(std::string_view octets) {
  if (octets.size() < 16 || slice(octets, 4, 4) != "ftyp") return {};
  const std::string_view brands = slice(octets, 8, std::min<std::size_t>(big(octets, 0, 4), 256));
  const auto has = [&](std::initializer_list<std::string_view> names) {
    for (std::size_t position = 0; position + 4 <= brands.size(); position += 4) {
      if (std::find(names.begin(), names.end(), slice(brands, position, 4)) != names.end()) {
        return true;
      }
    }
    return false;
  };
  ImageInfo info;
  if (has({"avif", "avis"})) {
    info.media_type = "image/avif";
  } else if (has({"heic", "heix", "hevc", "heim", "heis", "mif1", "msf1"})) {
    info.media_type = "image/heic";
  } else {
    return {};
  }
  find_extents(octets, 0, info);
  return info;
}

std::optional<ImageInfo> inspect_tiff(std::string_view octets) {
  const image_bytes::TiffDirectory directory = image_bytes::read_tiff_directory(octets);
  if (!directory.valid) return {};
  return ImageInfo{"image/tiff", pixels(directory.width), pixels(directory.height),
                   directory.orientation};
}

std::optional<ImageInfo> inspect_bmp(std::string_view octets) {
  if (!octets.starts_with("BM") || octets.size() < 26) return {};
  const std::uint32_t header = little(octets, 14, 4);
  if (header == 12) {  // the OS/2 header
    return ImageInfo{"image/bmp", pixels(little(octets, 18, 2)), pixels(little(octets, 20, 2))};
  }
  if (header < 16 || header > 256) return {};
  const auto height = static_cast<std::int32_t>(little(octets, 22, 4));
  // A negative height says that the rows are stored top down.
  const auto magnitude = static_cast<std::uint32_t>(height < 0 ? -std::int64_t{height} : height);
  return ImageInfo{"image/bmp", pixels(little(octets, 18, 4)), pixels(magnitude)};
}

std::optional<ImageInfo> inspect_icon(std::string_view octets) {
  if (!octets.starts_with("\0\0\1\0"sv) || octets.size() < 22) return {};
  const std::uint32_t count = little(octets, 4, 2);
  if (count == 0 || count > 256 || octets[9] != '\0') return {};
  const auto side = [&](std::size_t position) {
    const auto value = static_cast<int>(little(octets, position, 1));
    return value == 0 ? 256 : value;
  };
  return ImageInfo{"image/x-icon", side(6), side(7)};
}

}  // namespace

std::optional<ImageInfo> inspect_image(std::string_view octets) {
  constexpr std::array readers = {inspect_png,  inspect_jpeg, inspect_gif,
                                  inspect_webp, inspect_heif, inspect_tiff,
                                  inspect_bmp,  inspect_icon, inspect_svg};
  for (const auto& reader : readers) {
    if (std::optional<ImageInfo> info = reader(octets)) return info;
  }
  return {};
}

}  // namespace pressmark
