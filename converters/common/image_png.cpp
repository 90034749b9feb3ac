// PNG by libpng's simplified interface, which reports errors by return value.
#include <png.h>

#include "converters/common/image_codecs.h"

namespace pressmark {
namespace {

// Owns what the interface allocates between begin and finish.
struct PngImage {
  png_image image = {};
  PngImage() { image.version = PNG_IMAGE_VERSION; }
  PngImage(const PngImage&) = delete;
  PngImage& operator=(const PngImage&) = delete;
  ~PngImage() { png_image_free(&image); }
};

}  // namespace

Result<Pixels> image_codecs::decode_png(std::string_view octets, const Limits& limits) {
  PngImage png;
  if (png_image_begin_read_from_memory(&png.image, octets.data(), octets.size()) == 0) {
    return damaged_image("PNG", png.image.message);
  }
  if (const Result<Done> fits = check_size(png.image.width, png.image.height, limits); !fits) {
    return fits.error();
  }
  const bool alpha = (png.image.format & PNG_FORMAT_FLAG_ALPHA) != 0;
  const bool colour = (png.image.format & PNG_FORMAT_FLAG_COLOR) != 0;
  png.image.format = alpha ? PNG_FORMAT_RGBA : colour ? PNG_FORMAT_RGB : PNG_FORMAT_GRAY;
  Pixels pixels = blank(static_cast<int>(png.image.width), static_cast<int>(png.image.height),
                        alpha    ? 4
                        : colour ? 3
                                 : 1);
  if (png_image_finish_read(&png.image, nullptr, pixels.samples.data(), 0, nullptr) == 0) {
    return damaged_image("PNG", png.image.message);
  }
  return pixels;
}

Result<Bytes> encode_png(const Pixels& pixels) {
  PngImage png;
  png.image.width = static_cast<png_uint_32>(pixels.width);
  png.image.height = static_cast<png_uint_32>(pixels.height);
  png.image.format = pixels.channels == 4   ? PNG_FORMAT_RGBA
                     : pixels.channels == 3 ? PNG_FORMAT_RGB
                                            : PNG_FORMAT_GRAY;
  png_alloc_size_t size = PNG_IMAGE_PNG_SIZE_MAX(png.image);
  Bytes bytes(size, '\0');
  if (png_image_write_to_memory(&png.image, bytes.data(), &size, 0, pixels.samples.data(), 0,
                                nullptr) == 0) {
    return Error(ErrorKind::internal,
                 std::string("libpng cannot write an image: ") + png.image.message);
  }
  bytes.resize(size);
  return bytes;
}

}  // namespace pressmark
