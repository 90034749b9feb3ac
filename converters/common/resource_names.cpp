#include "converters/common/resource_names.h"

#include <array>
#include <utility>

namespace pressmark {

std::string_view extension_of_media_type(std::string_view media_type) {
  using Pair = std::pair<std::string_view, std::string_view>;
  constexpr std::array<Pair, 12> extensions = {
      Pair{"image/jpeg", "jpg"},  Pair{"image/png", "png"},     Pair{"image/gif", "gif"},
      Pair{"image/webp", "webp"}, Pair{"image/svg+xml", "svg"}, Pair{"image/avif", "avif"},
      Pair{"image/heic", "heic"}, Pair{"image/heif", "heif"},   Pair{"image/tiff", "tif"},
      Pair{"image/bmp", "bmp"},   Pair{"image/x-icon", "ico"},  Pair{"image/jp2", "jp2"}};
  for (const auto& [type, extension] : extensions) {
    if (type == media_type) return extension;
  }
  return "bin";
}

std::string resource_file_name(const Resource& resource) {
  return resource.id + "." + std::string(extension_of_media_type(resource.media_type));
}

}  // namespace pressmark
