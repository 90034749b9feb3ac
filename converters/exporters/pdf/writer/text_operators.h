// converters/exporters/pdf/writer/text_operators.h: glyph runs as text-showing operators (ISO
// 32000-1, 9.4.3).
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "converters/exporters/pdf/layout/page.h"
#include "converters/exporters/pdf/writer/embedded_fonts.h"
#include "core/base/result.h"

namespace pressmark::pdf {

void append_number(Bytes& out, std::int64_t number);
// A length as a decimal number of points, and a blank.
void append_points(Bytes& out, Length length);

// Writes runs into one content stream. Positions are kept in exact integers, so the rounding of
// one glyph's width never moves the next.
class TextOperators {
 public:
  TextOperators(Bytes& out, const EmbeddedFonts& fonts, Length page_height)
      : out_(&out), fonts_(&fonts), page_height_(page_height) {}

  // Writes a run between BT and ET, which begin() and end() write as needed.
  void show(const GlyphRun& run);
  // Ends the text object where one is open.
  void end();
  std::size_t missing_glyphs() const { return missing_glyphs_; }

 private:
  void begin();
  void show_glyphs(const GlyphRun& run, std::size_t begin, std::size_t end);
  void show_clusters(const GlyphRun& run);
  void show_code(std::uint16_t code, std::int64_t width, std::int64_t target);
  void end_string();
  void end_array();
  void set_rise(Length rise);
  void begin_actual_text(std::string_view text);
  void end_actual_text();

  Bytes* out_;
  const EmbeddedFonts* fonts_;
  Length page_height_;
  std::vector<Cluster> clusters_;
  std::size_t missing_glyphs_ = 0;
  bool in_text_ = false;
  bool in_array_ = false;
  bool in_string_ = false;
  int font_ = -1;          // the text state, which outlives text objects
  std::int64_t size_ = 0;  // thousandths of a point
  Length rise_ = 0;
  std::int64_t pen_ = 0;     // where a reader's pen stands, in 1e-9 point from the run's origin
  std::int64_t origin_ = 0;  // where layout's pen stands, the same
};

}  // namespace pressmark::pdf
