#include "converters/exporters/pdf/writer/images.h"

#include <optional>

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

std::optional<Reference> add_decoded(const Resource& resource, FileAssembler& file,
                                     const Limits& limits) {
  Result<Pixels> pixels = decode_image(resource.data, limits);
  if (!pixels) return std::nullopt;
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
  if (alpha) {
    colour->dictionary.set("SMask", file.add_stream(std::move(alpha->dictionary),
                                                    std::move(alpha->octets), Packing::given));
  }
  return file.add_stream(std::move(colour->dictionary), std::move(colour->octets), Packing::given);
}

// The object, and the orientation that is still to be applied when it is drawn.
struct Added {
  Reference object;
  int orientation = 1;
};
std::optional<Added> add_image(const Resource& resource, FileAssembler& file,
                               const Limits& limits) {
  std::optional<ImageStream> passed;
  int orientation = 1;
  if (resource.media_type == "image/jpeg") {
    passed = pass_jpeg(resource.data);
    if (const auto info = inspect_image(resource.data)) orientation = info->orientation;
  } else if (resource.media_type == "image/png") {
    passed = pass_png(resource.data, limits);
  }
  if (passed) {
    return Added{
        file.add_stream(std::move(passed->dictionary), std::move(passed->octets), Packing::given),
        orientation};
  }
  if (const auto object = add_decoded(resource, file, limits)) return Added{*object, 1};
  return std::nullopt;
}

}  // namespace

EmbeddedImages embed_images(const Layout& layout, const Resources& resources, FileAssembler& file,
                            Context& context) {
  EmbeddedImages all;
  std::map<ResourceId, bool, std::less<>> seen;
  for (const Page& page : layout.pages) {
    for (const Item& item : page.items) {
      const auto* placed = std::get_if<PlacedImage>(&item);
      if (placed == nullptr || !seen.emplace(placed->resource, true).second) continue;
      const Resource* resource = resources.find(placed->resource);
      const std::optional<Added> added =
          resource == nullptr ? std::nullopt : add_image(*resource, file, context.limits);
      if (!added) {
        const std::string& subject = resource == nullptr ? placed->resource : resource->origin;
        context.diagnostics.report(code_undecodable_image, subject);
        continue;
      }
      all.uses[placed->resource] = {"Im" + std::to_string(all.uses.size()), added->orientation};
      all.objects[placed->resource] = added->object;
    }
  }
  return all;
}

}  // namespace pressmark::pdf
