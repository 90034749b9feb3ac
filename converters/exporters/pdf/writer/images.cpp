#include "converters/exporters/pdf/writer/images.h"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <utility>

#include "converters/common/image.h"
#include "converters/exporters/pdf/writer/codes.h"
#include "converters/exporters/pdf/writer/image_streams.h"

namespace pressmark::pdf {
namespace {

constexpr int jpeg_quality = 90;

// Alpha as a grey image, and the colours without it.
struct Split {
  Pixels colour;
  Pixels alpha;
};
Split split_alpha(const Pixels& pixels) {
  Split split{{pixels.width, pixels.height, 3, {}}, {pixels.width, pixels.height, 1, {}}};
  const std::size_t count = pixels.samples.size() / 4;
  split.colour.samples.reserve(count * 3);
  split.alpha.samples.reserve(count);
  for (std::size_t i = 0; i < count; ++i) {
    split.colour.samples.append(pixels.samples, i * 4, 3);
    split.alpha.samples.push_back(pixels.samples[i * 4 + 3]);
  }
  return split;
}

std::optional<ImageStream> lossless(const Pixels& pixels, const Limits& limits) {
  const Result<Bytes> png = encode_png(pixels);
  if (!png) return std::nullopt;
  return pass_png(*png, limits);
}

std::optional<ImageStream> lossy(const Pixels& pixels) {
  const Result<Bytes> jpeg = encode_jpeg(pixels, jpeg_quality);
  if (!jpeg) return std::nullopt;
  return pass_jpeg(*jpeg);
}

struct PixelSize {
  int width = 0;
  int height = 0;
};

// The size on the page where an image is largest.
struct Placement {
  Length width = 0;
  Length height = 0;

  // What `dots_per_inch` ask for.
  PixelSize pixels(int dots_per_inch) const {
    const auto dots = [&](Length length) {
      const Length inch = 72 * point;
      return static_cast<int>(std::max<Length>((length * dots_per_inch + inch - 1) / inch, 1));
    };
    return {dots(width), dots(height)};
  }
};

// The size to scale an image of `info` down to; absent where it is kept.
std::optional<PixelSize> smaller_size(const ImageInfo& info, const Placement& largest,
                                      int dots_per_inch) {
  if (dots_per_inch == 0) return std::nullopt;
  // Orientations from 5 on lie on their side.
  PixelSize upright{info.width, info.height};
  if (info.orientation >= 5) std::swap(upright.width, upright.height);
  const PixelSize wanted = largest.pixels(dots_per_inch);
  // To decode and compress again costs quality, so little excess is let be.
  const auto exceeds = [](int had, int needed) {
    return std::int64_t{had} * 10 > std::int64_t{needed} * 11;
  };
  if (!exceeds(upright.width, wanted.width) || !exceeds(upright.height, wanted.height)) {
    return std::nullopt;
  }
  return wanted;
}

// An image as streams that are not yet objects, and the orientation to be applied when it is drawn.
struct Streams {
  ImageStream colour;
  std::optional<ImageStream> alpha;
  int orientation = 1;
  bool scaled = false;
};

std::size_t octets_of(const Streams& streams) {
  return streams.colour.octets.size() + (streams.alpha ? streams.alpha->octets.size() : 0);
}

std::optional<Streams> pass(const Resource& resource, const Limits& limits) {
  std::optional<ImageStream> passed;
  int orientation = 1;
  if (resource.media_type == "image/jpeg") {
    passed = pass_jpeg(resource.data);
    if (const auto info = inspect_image(resource.data)) orientation = info->orientation;
  } else if (resource.media_type == "image/png") {
    passed = pass_png(resource.data, limits);
  }
  if (!passed) return std::nullopt;
  return Streams{std::move(*passed), std::nullopt, orientation, false};
}

std::optional<Streams> decode(const Resource& resource, const std::optional<PixelSize>& size,
                              const Limits& limits) {
  Result<Pixels> pixels = decode_image(resource.data, limits);
  if (!pixels) return std::nullopt;
  const bool scales = size && size->width <= pixels->width && size->height <= pixels->height;
  if (scales) {
    *pixels = downscale(*pixels, size->width, size->height);
  }
  std::optional<ImageStream> alpha;
  if (pixels->channels == 4) {
    Split split = split_alpha(*pixels);
    const bool is_opaque = split.alpha.samples.find_first_not_of('\xFF') == Bytes::npos;
    if (!is_opaque) {
      alpha = lossless(split.alpha, limits);
      if (!alpha) return std::nullopt;
    }
    *pixels = std::move(split.colour);
  }
  const bool came_with_loss =
      resource.media_type == "image/jpeg" || resource.media_type == "image/webp";
  std::optional<ImageStream> colour = came_with_loss ? lossy(*pixels) : lossless(*pixels, limits);
  if (!colour) return std::nullopt;
  return Streams{std::move(*colour), std::move(alpha), 1, scales};
}

Reference add_object(Streams streams, FileAssembler& file) {
  ImageStream& colour = streams.colour;
  if (streams.alpha) {
    ImageStream& alpha = *streams.alpha;
    colour.dictionary.set("SMask", file.add_stream(std::move(alpha.dictionary),
                                                   std::move(alpha.octets), Packing::given));
  }
  return file.add_stream(std::move(colour.dictionary), std::move(colour.octets), Packing::given);
}

// The streams of an image, at the size that its largest place asks for. Absent where it cannot be
// decoded.
std::optional<Streams> make_streams(const Resource& resource, const Placement& largest,
                                    int dots_per_inch, Context& context) {
  std::optional<Streams> whole = pass(resource, context.limits);
  const std::optional<ImageInfo> info = inspect_image(resource.data);
  const std::optional<PixelSize> size =
      info ? smaller_size(*info, largest, dots_per_inch) : std::nullopt;
  if (whole && !size && !whole->colour.is_barely_compressed) return whole;
  std::optional<Streams> decoded = decode(resource, size, context.limits);
  if (whole && (!decoded || octets_of(*decoded) >= octets_of(*whole))) return whole;
  if (decoded && decoded->scaled) context.diagnostics.report(code_image_scaled, resource.origin);
  return decoded;
}

// Of each image the largest place; equal images are one.
std::map<ResourceId, Placement, std::less<>> largest_places(const Layout& layout) {
  std::map<ResourceId, Placement, std::less<>> places;
  for (const Page& page : layout.pages) {
    for (const Item& item : page.items) {
      const auto* placed = std::get_if<PlacedImage>(&item);
      if (placed == nullptr) continue;
      Placement& place = places[placed->resource];
      place.width = std::max(place.width, placed->width);
      place.height = std::max(place.height, placed->height);
    }
  }
  return places;
}

}  // namespace

EmbeddedImages embed_images(const Layout& layout, const Resources& resources, int dots_per_inch,
                            FileAssembler& file, Context& context) {
  EmbeddedImages all;
  const auto places = largest_places(layout);
  std::map<ResourceId, bool, std::less<>> seen;
  for (const Page& page : layout.pages) {
    for (const Item& item : page.items) {
      const auto* placed = std::get_if<PlacedImage>(&item);
      if (placed == nullptr || !seen.emplace(placed->resource, true).second) continue;
      const Resource* resource = resources.find(placed->resource);
      std::optional<Streams> streams;
      if (resource != nullptr) {
        const Placement& largest = places.find(placed->resource)->second;
        streams = make_streams(*resource, largest, dots_per_inch, context);
      }
      if (!streams) {
        const std::string& subject = resource == nullptr ? placed->resource : resource->origin;
        context.diagnostics.report(code_undecodable_image, subject);
        continue;
      }
      all.uses[placed->resource] = {"Im" + std::to_string(all.uses.size()), streams->orientation};
      all.objects[placed->resource] = add_object(std::move(*streams), file);
    }
  }
  return all;
}

}  // namespace pressmark::pdf
