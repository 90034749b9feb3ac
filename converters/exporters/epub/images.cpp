#include "converters/exporters/epub/images.h"

#include <algorithm>
#include <cmath>

#include "converters/common/digest.h"
#include "converters/common/image.h"
#include "converters/common/resource_names.h"
#include "converters/common/svg_cleaner.h"
#include "converters/exporters/epub/codes.h"

namespace pressmark::epub {
namespace {

constexpr double most_pixels = 5'600'000;
constexpr int jpeg_quality = 88;

// The factor, at most 1, by which the sides are to be multiplied.
double scale_of(int width, int height, int longest_side) {
  const double longest = std::max(width, height);
  if (longest_side > 0) return std::min(1.0, longest_side / longest);
  const double pixels = static_cast<double>(width) * height;
  return pixels > most_pixels ? std::sqrt(most_pixels / pixels) : 1.0;
}

int scaled(int side, double scale) { return std::max(1, static_cast<int>(side * scale)); }

bool stays(const std::string& media_type) {
  return media_type == "image/jpeg" || media_type == "image/png" || media_type == "image/gif";
}

}  // namespace

std::optional<xhtml::ShownImage> ImageStore::show(const Resource& resource, Location where) {
  auto found = shown_.find(resource.id);
  if (found == shown_.end()) {
    found = shown_.emplace(resource.id, store(resource, where)).first;
  }
  if (!found->second) return {};
  const Shown& shown = *found->second;
  return xhtml::ShownImage{files_[shown.file].name, shown.width, shown.height};
}

std::optional<ImageStore::Shown> ImageStore::store(const Resource& resource, Location where) {
  const std::optional<ImageInfo> info = inspect_image(resource.data);
  if (!info) return {};
  if (info->media_type == "image/svg+xml") {
    const std::optional<CleanSvg> clean = clean_svg(resource.data);
    if (!clean) return {};
    if (clean->changed) context_.diagnostics.report(image_cleaned, where, resource.origin);
    return keep(resource, clean->data, info->media_type, info->width, info->height);
  }
  const bool sized = info->width > 0 && info->height > 0;
  if (stays(info->media_type) && !sized) return {};
  // An animation would lose all frames but the first.
  const bool animation = info->media_type == "image/gif";
  const bool too_large =
      !animation && scale_of(info->width, info->height, options_.longest_image_side) < 1.0;
  if (stays(info->media_type) && !too_large && info->orientation == 1) {
    return keep(resource, resource.data, info->media_type, info->width, info->height);
  }
  return redraw(resource, info->media_type, !stays(info->media_type), where);
}

std::optional<ImageStore::Shown> ImageStore::redraw(const Resource& resource,
                                                    const std::string& media_type, bool converted,
                                                    Location where) {
  Result<Pixels> pixels = decode_image(resource.data, context_.limits);
  if (!pixels) return {};
  const double scale = scale_of(pixels->width, pixels->height, options_.longest_image_side);
  if (scale < 1.0) {
    *pixels = downscale(*pixels, scaled(pixels->width, scale), scaled(pixels->height, scale));
    context_.diagnostics.report(image_scaled, where, resource.origin);
  }
  if (converted) context_.diagnostics.report(image_converted, where, resource.origin);
  // What was drawn with sharp edges, and what is transparent, stays free of losses.
  const bool drawn = media_type == "image/png" || media_type == "image/bmp";
  const bool photograph = !drawn && pixels->channels != 4;
  const Result<Bytes> data = photograph ? encode_jpeg(*pixels, jpeg_quality) : encode_png(*pixels);
  if (!data) return {};
  return keep(resource, *data, photograph ? "image/jpeg" : "image/png", pixels->width,
              pixels->height);
}

std::optional<ImageStore::Shown> ImageStore::keep(const Resource& resource, Bytes data,
                                                  std::string media_type, int width, int height) {
  Resource named;
  named.id = resource.id;
  named.media_type = media_type;
  ImageFile file;
  file.name = std::string(image_folder) + resource_file_name(named);
  file.data = std::move(data);
  file.animated = media_type == "image/gif";
  file.media_type = std::move(media_type);
  files_.push_back(std::move(file));
  return Shown{files_.size() - 1, width, height};
}

bool ImageStore::add_cover(const Bytes& octets, const std::string& reference) {
  Resource resource;
  resource.sha256 = sha256_hex(octets);
  resource.id = "r-" + resource.sha256.substr(0, 16);
  resource.data = octets;
  resource.origin = reference;
  const std::optional<xhtml::ShownImage> shown = show(resource, {});
  if (shown) cover_ = shown->address;
  return shown.has_value();
}

void ImageStore::choose_lead_as_cover() {
  constexpr int least = 300;
  const Shown* lead = nullptr;
  for (const auto& [id, shown] : shown_) {
    const bool large = shown && shown->width >= least && shown->height >= least &&
                       files_[shown->file].media_type != "image/svg+xml";
    if (large && (lead == nullptr || shown->file < lead->file)) lead = &*shown;
  }
  if (lead != nullptr) cover_ = files_[lead->file].name;
}

}  // namespace pressmark::epub
