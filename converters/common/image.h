// converters/common/image.h: what an image is, told from its octets; and conversion of the kinds
// that e-readers and PDF cannot show.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/base/result.h"
#include "core/pipeline/context.h"

namespace pressmark {

struct ImageInfo {
  std::string media_type;  // "image/jpeg", "image/png", "image/gif", "image/webp", "image/svg+xml",
                           // "image/avif", "image/heic", "image/tiff", "image/bmp", "image/x-icon"
  int width = 0;           // pixels; 0 where the header does not tell (SVG without a size)
  int height = 0;
  int orientation = 1;  // EXIF orientation 1 to 8
};

// Reads the header only. Absent where the octets are no image of a known kind or end in the header.
std::optional<ImageInfo> inspect_image(std::string_view octets);

// 8-bit samples, rows top down.
struct Pixels {
  int width = 0;
  int height = 0;
  int channels = 0;  // 1 grey, 3 RGB, 4 RGB and alpha, not premultiplied
  Bytes samples;     // width * height * channels
};

// Decodes PNG, JPEG, GIF and WebP (first frames), AVIF, HEIC, BMP and TIFF (first pages), upright
// by its EXIF orientation. Fails with ErrorKind::unrecognised for damaged data or another kind,
// with ErrorKind::limit when it has more than Limits::image_pixels, with ErrorKind::missing_tool
// for AVIF and HEIC where libheif is not on this machine.
Result<Pixels> decode_image(std::string_view octets, const Limits& limits);

// The pixels at a smaller size: each is the mean of those that it covers. Sizes of at least 1 that
// are not larger than before.
Pixels downscale(const Pixels& pixels, int width, int height);

// PNG (ISO/IEC 15948) of the pixels; the same bytes for the same pixels.
Result<Bytes> encode_png(const Pixels& pixels);
// Baseline JPEG of grey or RGB pixels at `quality` 1 to 100.
Result<Bytes> encode_jpeg(const Pixels& pixels, int quality);

}  // namespace pressmark
