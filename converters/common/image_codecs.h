// converters/common/image_codecs.h: the decoders that decode_image() chooses from; used by the
// sources image_*.cpp only.
#pragma once

#include <string>

#include "converters/common/image.h"

namespace pressmark::image_codecs {

// Each decodes octets that inspect_image() recognised as its kind, without regard to the EXIF
// orientation. They fail as decode_image() does; the caller has checked the header's size against
// Limits::image_pixels, and each checks the size that its library finds again.
Result<Pixels> decode_png(std::string_view octets, const Limits& limits);
Result<Pixels> decode_jpeg(std::string_view octets, const Limits& limits);
Result<Pixels> decode_gif(std::string_view octets, const Limits& limits);
Result<Pixels> decode_webp(std::string_view octets, const Limits& limits);
Result<Pixels> decode_heif(std::string_view octets, const Limits& limits);  // and AVIF
Result<Pixels> decode_bmp(std::string_view octets, const Limits& limits);
Result<Pixels> decode_tiff(std::string_view octets, const Limits& limits);

// The Error for damaged data of a kind ("PNG"), with what the library says of it, or with nothing.
Error damaged_image(const std::string& kind, const std::string& reason = {});

// Fails with ErrorKind::limit where width times height is beyond the limits, with
// ErrorKind::unrecognised where one of them is not positive.
Result<Done> check_size(long long width, long long height, const Limits& limits);

// Pixels of that size and kind with all samples 0.
Pixels blank(int width, int height, int channels);

}  // namespace pressmark::image_codecs
