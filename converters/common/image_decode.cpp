// Choosing the decoder, and turning the result upright.
#include <cstring>

#include "converters/common/image_codecs.h"

namespace pressmark {
namespace image_codecs {

Error damaged_image(const std::string& kind, const std::string& reason) {
  return Error(ErrorKind::unrecognised,
               "the " + kind + " image is damaged" + (reason.empty() ? "" : ": " + reason));
}

Result<Done> check_size(long long width, long long height, const Limits& limits) {
  if (width <= 0 || height <= 0) {
    return Error(ErrorKind::unrecognised, "the image has no size");
  }
  const auto most = static_cast<long long>(limits.image_pixels);
  if (width > most || height > most / width) {
    return Error(ErrorKind::limit, "the image has " + std::to_string(width) + " x " +
                                       std::to_string(height) + " pixels, more than " +
                                       std::to_string(most));
  }
  return Done{};
}

Pixels blank(int width, int height, int channels) {
  const std::size_t samples = std::size_t{1} * width * height * channels;
  return Pixels{width, height, channels, Bytes(samples, '\0')};
}

}  // namespace image_codecs

namespace {

// Moves each pixel to where the orientation (EXIF 2.32, 4.6.4 A, tag 274) wants it.
Pixels upright(Pixels source, int orientation) {
  if (orientation <= 1 || orientation > 8) return source;
  const bool turned = orientation >= 5;
  Pixels result = image_codecs::blank(turned ? source.height : source.width,
                                      turned ? source.width : source.height, source.channels);
  const auto size = static_cast<std::size_t>(source.channels);
  for (int y = 0; y < source.height; ++y) {
    for (int x = 0; x < source.width; ++x) {
      const int right = source.width - 1 - x;
      const int below = source.height - 1 - y;
      int column = x;
      int row = y;
      switch (orientation) {
        case 2:
          column = right;
          break;
        case 3:
          column = right;
          row = below;
          break;
        case 4:
          row = below;
          break;
        case 5:
          column = y;
          row = x;
          break;
        case 6:
          column = below;
          row = x;
          break;
        case 7:
          column = below;
          row = right;
          break;
        default:
          column = y;
          row = right;
          break;
      }
      const std::size_t to = (std::size_t{1} * row * result.width + column) * size;
      const std::size_t from = (std::size_t{1} * y * source.width + x) * size;
      std::memcpy(result.samples.data() + to, source.samples.data() + from, size);
    }
  }
  return result;
}

Result<Pixels> decode(std::string_view octets, const std::string& media_type,
                      const Limits& limits) {
  if (media_type == "image/png") return image_codecs::decode_png(octets, limits);
  if (media_type == "image/jpeg") return image_codecs::decode_jpeg(octets, limits);
  if (media_type == "image/gif") return image_codecs::decode_gif(octets, limits);
  if (media_type == "image/webp") return image_codecs::decode_webp(octets, limits);
  if (media_type == "image/avif" || media_type == "image/heic") {
    return image_codecs::decode_heif(octets, limits);
  }
  if (media_type == "image/bmp") return image_codecs::decode_bmp(octets, limits);
  if (media_type == "image/tiff") return image_codecs::decode_tiff(octets, limits);
  return Error(ErrorKind::unrecognised, "images of the kind " + media_type + " cannot be decoded");
}

}  // namespace

Result<Pixels> decode_image(std::string_view octets, const Limits& limits) {
  const std::optional<ImageInfo> info = inspect_image(octets);
  if (!info) return Error(ErrorKind::unrecognised, "the octets are no image of a known kind");
  const bool sized = info->width > 0 && info->height > 0;
  if (const Result<Done> fits = image_codecs::check_size(info->width, info->height, limits);
      sized && !fits) {
    return fits.error();
  }
  Result<Pixels> pixels = decode(octets, info->media_type, limits);
  if (!pixels) return pixels;
  return upright(std::move(*pixels), info->orientation);
}

}  // namespace pressmark
