// converters/exporters/pdf/cover/canvas.h: paints what layout places as pixels.
#pragma once

#include <cstdint>
#include <memory>

#include "converters/common/image.h"
#include "converters/exporters/pdf/layout/page.h"
#include "core/base/result.h"

namespace pressmark::pdf {

// A colour of 8 bits a channel (sRGB).
struct Ink {
  std::uint8_t red = 0;
  std::uint8_t green = 0;
  std::uint8_t blue = 0;
};

// Lengths are layout's; a point is `pixels_per_point` pixels. Outlines are HarfBuzz's and are
// filled by FreeType's rasteriser in whole numbers: the same pixels on every machine for the same
// fonts.
class Canvas {
 public:
  // Fails with ErrorKind::internal where FreeType cannot be started.
  static Result<Canvas> make(Length width, Length height, int pixels_per_point, Ink ground);

  // The pixels that lie in the rectangle; its sides are rounded to whole ones.
  void fill(const FilledRectangle& area, Ink ink);
  // The run's glyphs with smooth edges; what lies outside of the canvas is cut off.
  void draw(const GlyphRun& run, const Font& font, Ink ink);

  const Pixels& pixels() const { return pixels_; }

 private:
  class Rasteriser;
  Canvas() = default;

  int to_pixels(Length length) const;
  void blend(int x, int y, Ink ink, int coverage);

  std::shared_ptr<Rasteriser> rasteriser_;
  Pixels pixels_;
  int pixels_per_point_ = 1;
};

}  // namespace pressmark::pdf
