// Octets as an image of any kind, as SVG, as MathML and as a ZIP archive.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "converters/common/image.h"
#include "converters/common/mathml.h"
#include "converters/common/svg_cleaner.h"
#include "converters/common/xml_tree.h"
#include "converters/common/zip.h"

namespace {

using namespace pressmark;

void require(bool holds) {
  if (!holds) std::abort();
}

// What can be decoded can be encoded, and comes back at the size that its header says.
void images(std::string_view octets) {
  Limits limits;
  limits.image_pixels = 100'000;
  const auto info = inspect_image(octets);
  const Result<Pixels> pixels = decode_image(octets, limits);
  if (!pixels) return;
  require(info.has_value());
  require(pixels->samples.size() ==
          std::size_t{1} * pixels->width * pixels->height * pixels->channels);
  const Result<Bytes> png = encode_png(*pixels);
  require(png.has_value());
  const Result<Pixels> again = decode_image(*png, limits);
  require(again.has_value() && again->samples == pixels->samples);
  downscale(*pixels, (pixels->width + 1) / 2, (pixels->height + 2) / 3);
}

// What was cleaned is well-formed, and nothing is left to clean.
void markup(std::string_view octets) {
  if (const auto svg = clean_svg(octets)) {
    const auto again = clean_svg(svg->data);
    require(again.has_value() && !again->changed);
  }
  if (const auto math = clean_mathml(octets)) {
    const Bytes whole =
        "<math xmlns=\"http://www.w3.org/1998/Math/MathML\">" + math->content + "</math>";
    const auto again = clean_mathml(whole);
    require(again.has_value() && !again->repaired);
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view octets(reinterpret_cast<const char*>(data), size);
  images(octets);
  markup(octets);
  (void)read_zip(octets, std::size_t{1} << 22);
  return 0;
}
