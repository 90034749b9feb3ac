// AVIF and HEIC by libheif, which turns images upright itself.
#include <algorithm>
#include <cstring>
#include <memory>

#include "converters/common/heif_library.h"
#include "converters/common/image_codecs.h"

namespace pressmark {
namespace {

struct FreeHeif {
  const HeifLibrary* heif;
  void operator()(heif_context* context) const { heif->context_free(context); }
  void operator()(heif_image_handle* handle) const { heif->image_handle_release(handle); }
  void operator()(heif_image* image) const { heif->image_release(image); }
};
template <class T>
using Owned = std::unique_ptr<T, FreeHeif>;

bool failed(const heif_error& error) { return error.code != heif_error_Ok; }

// The rows of libheif's image, which may be padded, as pixels.
Result<Pixels> copy_rows(const HeifLibrary& heif, const heif_image* image, int channels,
                         const Limits& limits) {
  const int width = heif.image_get_width(image, heif_channel_interleaved);
  const int height = heif.image_get_height(image, heif_channel_interleaved);
  if (const Result<Done> fits = image_codecs::check_size(width, height, limits); !fits) {
    return fits.error();
  }
  int stride = 0;
  const std::uint8_t* plane =
      heif.image_get_plane_readonly(image, heif_channel_interleaved, &stride);
  const std::size_t row = static_cast<std::size_t>(width) * static_cast<std::size_t>(channels);
  if (plane == nullptr || stride < 0 || static_cast<std::size_t>(stride) < row) {
    return image_codecs::damaged_image("HEIF");
  }
  Pixels pixels = image_codecs::blank(width, height, channels);
  for (int y = 0; y < height; ++y) {
    std::memcpy(pixels.samples.data() + row * static_cast<std::size_t>(y),
                plane + static_cast<std::size_t>(stride) * static_cast<std::size_t>(y), row);
  }
  return pixels;
}

}  // namespace

Result<Pixels> image_codecs::decode_heif(std::string_view octets, const Limits& limits) {
  const Result<HeifLibrary>& library = heif_library();
  if (!library) return library.error();
  const HeifLibrary& heif = *library;
  const Owned<heif_context> context(heif.context_alloc(), FreeHeif{&heif});
  if (context == nullptr) return damaged_image("HEIF");
  // The library refuses what it finds to be larger before it allocates.
  constexpr std::size_t longest_side = 1 << 15;
  heif.context_set_maximum_image_size_limit(
      context.get(), static_cast<int>(std::min(limits.image_pixels, longest_side)));
  if (failed(heif.context_read_from_memory_without_copy(context.get(), octets.data(), octets.size(),
                                                        nullptr))) {
    return damaged_image("HEIF");
  }
  heif_image_handle* primary = nullptr;
  if (failed(heif.context_get_primary_image_handle(context.get(), &primary))) {
    return damaged_image("HEIF");
  }
  const Owned<heif_image_handle> handle(primary, FreeHeif{&heif});
  const Result<Done> fits = check_size(heif.image_handle_get_width(primary),
                                       heif.image_handle_get_height(primary), limits);
  if (!fits) return fits.error();
  const bool alpha = heif.image_handle_has_alpha_channel(primary) != 0;
  heif_image* decoded = nullptr;
  if (failed(heif.decode_image(primary, &decoded, heif_colorspace_RGB,
                               alpha ? heif_chroma_interleaved_RGBA : heif_chroma_interleaved_RGB,
                               nullptr))) {
    return damaged_image("HEIF");
  }
  const Owned<heif_image> image(decoded, FreeHeif{&heif});
  return copy_rows(heif, decoded, alpha ? 4 : 3, limits);
}

}  // namespace pressmark
