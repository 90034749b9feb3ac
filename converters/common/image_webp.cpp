// WebP by libwebp; of an animation the first frame.
#include <webp/decode.h>
#include <webp/demux.h>

#include <memory>

#include "converters/common/image_codecs.h"

namespace pressmark {
namespace {

struct DeleteDecoder {
  void operator()(WebPAnimDecoder* decoder) const { WebPAnimDecoderDelete(decoder); }
};

const std::uint8_t* data_of(std::string_view octets) {
  return reinterpret_cast<const std::uint8_t*>(octets.data());
}

Result<Pixels> decode_first_frame(std::string_view octets, const WebPBitstreamFeatures& features) {
  WebPAnimDecoderOptions options;
  if (WebPAnimDecoderOptionsInit(&options) == 0) {
    return Error(ErrorKind::internal, "libwebpdemux is of another version");
  }
  options.color_mode = MODE_RGBA;
  const WebPData data{data_of(octets), octets.size()};
  const std::unique_ptr<WebPAnimDecoder, DeleteDecoder> decoder(
      WebPAnimDecoderNew(&data, &options));
  std::uint8_t* frame = nullptr;
  int time = 0;
  if (decoder == nullptr || WebPAnimDecoderGetNext(decoder.get(), &frame, &time) == 0) {
    return image_codecs::damaged_image("WebP");
  }
  Pixels pixels = image_codecs::blank(features.width, features.height, 4);
  pixels.samples.assign(reinterpret_cast<const char*>(frame), pixels.samples.size());
  return pixels;
}

}  // namespace

Result<Pixels> image_codecs::decode_webp(std::string_view octets, const Limits& limits) {
  WebPBitstreamFeatures features;
  if (WebPGetFeatures(data_of(octets), octets.size(), &features) != VP8_STATUS_OK) {
    return damaged_image("WebP");
  }
  if (const Result<Done> fits = check_size(features.width, features.height, limits); !fits) {
    return fits.error();
  }
  if (features.has_animation != 0) return decode_first_frame(octets, features);
  const bool alpha = features.has_alpha != 0;
  Pixels pixels = blank(features.width, features.height, alpha ? 4 : 3);
  auto* samples = reinterpret_cast<std::uint8_t*>(pixels.samples.data());
  const int stride = pixels.width * pixels.channels;
  const auto* done = alpha ? WebPDecodeRGBAInto(data_of(octets), octets.size(), samples,
                                                pixels.samples.size(), stride)
                           : WebPDecodeRGBInto(data_of(octets), octets.size(), samples,
                                               pixels.samples.size(), stride);
  if (done == nullptr) return damaged_image("WebP");
  return pixels;
}

}  // namespace pressmark
