#include "converters/exporters/pdf/cover/canvas.h"

#include <ft2build.h>
#include <hb.h>

#include FT_FREETYPE_H
#include FT_OUTLINE_H

#include <algorithm>
#include <cmath>
#include <vector>

namespace pressmark::pdf {
namespace {

// The points of a glyph's contours in 1/64 pixel, as FreeType takes them.
struct Outline {
  std::vector<FT_Vector> points;
  std::vector<char> tags;
  std::vector<short> contours;  // the last point of each
};

constexpr char on_curve = FT_CURVE_TAG_ON;
constexpr char off_quadratic = FT_CURVE_TAG_CONIC;
constexpr char off_cubic = FT_CURVE_TAG_CUBIC;

// Collects what HarfBuzz draws, from font units to 1/64 pixel around an origin.
struct Pen {
  Outline outline;
  double scale = 1;  // 1/64 pixels in a font unit
  FT_Pos origin_x = 0;
  FT_Pos origin_y = 0;

  void add(float x, float y, char tag) {
    outline.points.push_back(
        {origin_x + std::lround(x * scale), origin_y + std::lround(y * scale)});
    outline.tags.push_back(tag);
  }
  void close() {
    const auto last = static_cast<short>(outline.points.size() - 1);
    if (outline.points.empty()) return;
    if (!outline.contours.empty() && outline.contours.back() == last) return;
    outline.contours.push_back(last);
  }
};

Pen& pen_of(void* data) { return *static_cast<Pen*>(data); }

void move_to(hb_draw_funcs_t*, void* data, hb_draw_state_t*, float x, float y, void*) {
  pen_of(data).close();
  pen_of(data).add(x, y, on_curve);
}
void line_to(hb_draw_funcs_t*, void* data, hb_draw_state_t*, float x, float y, void*) {
  pen_of(data).add(x, y, on_curve);
}
void quadratic_to(hb_draw_funcs_t*, void* data, hb_draw_state_t*, float control_x, float control_y,
                  float x, float y, void*) {
  pen_of(data).add(control_x, control_y, off_quadratic);
  pen_of(data).add(x, y, on_curve);
}
void cubic_to(hb_draw_funcs_t*, void* data, hb_draw_state_t*, float x1, float y1, float x2,
              float y2, float x, float y, void*) {
  pen_of(data).add(x1, y1, off_cubic);
  pen_of(data).add(x2, y2, off_cubic);
  pen_of(data).add(x, y, on_curve);
}
void close_path(hb_draw_funcs_t*, void* data, hb_draw_state_t*, void*) { pen_of(data).close(); }

// One glyph's coverage, its upper left corner in whole pixels.
struct Mask {
  int left = 0;
  int top = 0;  // upwards from the origin
  int width = 0;
  int height = 0;
  std::vector<unsigned char> coverage;
};

constexpr int largest_mask = 4096;  // pixels of a side
constexpr std::size_t most_points = 30'000;

}  // namespace

class Canvas::Rasteriser {
 public:
  static std::shared_ptr<Rasteriser> make() {
    std::shared_ptr<Rasteriser> made(new Rasteriser);
    return FT_Init_FreeType(&made->library_) == 0 ? made : nullptr;
  }
  ~Rasteriser() {
    hb_draw_funcs_destroy(functions_);
    if (library_ != nullptr) FT_Done_FreeType(library_);
  }
  Rasteriser(const Rasteriser&) = delete;
  Rasteriser& operator=(const Rasteriser&) = delete;

  // The glyph with its origin at (x, y) in 1/64 pixel, y upwards; empty where it has no outline.
  Mask rasterise(const Font& font, std::uint32_t glyph, double scale, FT_Pos x, FT_Pos y) {
    Pen pen;
    pen.scale = scale;
    pen.origin_x = x;
    pen.origin_y = y;
    hb_font_get_glyph_shape(font.font(), glyph, functions_, &pen);
    pen.close();
    Outline& outline = pen.outline;
    if (outline.points.empty() || outline.points.size() > most_points) return {};
    FT_Outline drawn = {};
    drawn.n_contours = static_cast<short>(outline.contours.size());
    drawn.n_points = static_cast<short>(outline.points.size());
    drawn.points = outline.points.data();
    drawn.tags = outline.tags.data();
    drawn.contours = outline.contours.data();
    return fill(drawn);
  }

 private:
  Rasteriser() : functions_(hb_draw_funcs_create()) {
    hb_draw_funcs_set_move_to_func(functions_, move_to, nullptr, nullptr);
    hb_draw_funcs_set_line_to_func(functions_, line_to, nullptr, nullptr);
    hb_draw_funcs_set_quadratic_to_func(functions_, quadratic_to, nullptr, nullptr);
    hb_draw_funcs_set_cubic_to_func(functions_, cubic_to, nullptr, nullptr);
    hb_draw_funcs_set_close_path_func(functions_, close_path, nullptr, nullptr);
    hb_draw_funcs_make_immutable(functions_);
  }

  Mask fill(FT_Outline& outline) {
    FT_BBox box;
    FT_Outline_Get_CBox(&outline, &box);
    const FT_Pos left = box.xMin >> 6;
    const FT_Pos bottom = box.yMin >> 6;
    const FT_Pos width = ((box.xMax + 63) >> 6) - left;
    const FT_Pos height = ((box.yMax + 63) >> 6) - bottom;
    if (width <= 0 || height <= 0 || width > largest_mask || height > largest_mask) return {};
    FT_Outline_Translate(&outline, -left * 64, -bottom * 64);
    Mask mask;
    mask.left = static_cast<int>(left);
    mask.top = static_cast<int>(bottom + height);
    mask.width = static_cast<int>(width);
    mask.height = static_cast<int>(height);
    mask.coverage.resize(static_cast<std::size_t>(width * height));
    FT_Bitmap bitmap = {};
    bitmap.rows = static_cast<unsigned>(height);
    bitmap.width = static_cast<unsigned>(width);
    bitmap.pitch = static_cast<int>(width);
    bitmap.buffer = mask.coverage.data();
    bitmap.num_grays = 256;
    bitmap.pixel_mode = FT_PIXEL_MODE_GRAY;
    if (FT_Outline_Get_Bitmap(library_, &outline, &bitmap) != 0) return {};
    return mask;
  }

  FT_Library library_ = nullptr;
  hb_draw_funcs_t* functions_;
};

Result<Canvas> Canvas::make(Length width, Length height, int pixels_per_point, Ink ground) {
  Canvas canvas;
  canvas.rasteriser_ = Rasteriser::make();
  if (!canvas.rasteriser_) return Error(ErrorKind::internal, "FreeType cannot be started");
  canvas.pixels_per_point_ = pixels_per_point;
  Pixels& pixels = canvas.pixels_;
  pixels.width = canvas.to_pixels(width);
  pixels.height = canvas.to_pixels(height);
  pixels.channels = 3;
  const std::string one = {static_cast<char>(ground.red), static_cast<char>(ground.green),
                           static_cast<char>(ground.blue)};
  const auto count = static_cast<std::size_t>(pixels.width) * pixels.height;
  pixels.samples.reserve(count * 3);
  for (std::size_t i = 0; i < count; ++i) pixels.samples += one;
  return canvas;
}

int Canvas::to_pixels(Length length) const {
  return static_cast<int>((length * pixels_per_point_ + point / 2) / point);
}

void Canvas::blend(int x, int y, Ink ink, int coverage) {
  if (coverage == 0 || x < 0 || y < 0 || x >= pixels_.width || y >= pixels_.height) return;
  const std::size_t at = (static_cast<std::size_t>(y) * pixels_.width + x) * 3;
  const auto mix = [&](std::size_t channel, int wanted) {
    const int before = static_cast<unsigned char>(pixels_.samples[at + channel]);
    const int after = (before * (255 - coverage) + wanted * coverage + 127) / 255;
    pixels_.samples[at + channel] = static_cast<char>(after);
  };
  mix(0, ink.red);
  mix(1, ink.green);
  mix(2, ink.blue);
}

void Canvas::fill(const FilledRectangle& area, Ink ink) {
  const int right = std::min(to_pixels(area.x + area.width), pixels_.width);
  const int bottom = std::min(to_pixels(area.y + area.height), pixels_.height);
  for (int y = std::max(to_pixels(area.y), 0); y < bottom; ++y) {
    for (int x = std::max(to_pixels(area.x), 0); x < right; ++x) blend(x, y, ink, 255);
  }
}

void Canvas::draw(const GlyphRun& run, const Font& font, Ink ink) {
  // Lengths in 1/64 pixel.
  const auto fine = [&](Length length) { return length * pixels_per_point_ * 64 / point; };
  const double scale = static_cast<double>(run.size * pixels_per_point_ * 64) /
                       static_cast<double>(point * font.units_per_em());
  Length x = run.x;
  for (const Glyph& glyph : run.glyphs) {
    const Mask mask = rasteriser_->rasterise(font, glyph.id, scale, fine(x + glyph.x_offset),
                                             -fine(run.y - glyph.y_offset));
    for (int row = 0; row < mask.height; ++row) {
      for (int column = 0; column < mask.width; ++column) {
        const auto at = static_cast<std::size_t>(row) * mask.width + column;
        blend(mask.left + column, row - mask.top, ink, mask.coverage[at]);
      }
    }
    x += glyph.advance;
  }
}

}  // namespace pressmark::pdf
