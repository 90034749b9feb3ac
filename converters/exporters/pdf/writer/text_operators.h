// converters/exporters/pdf/writer/text_operators.h: glyph runs as text-showing operators (ISO
// 32000-1, 9.4.3).
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "converters/exporters/pdf/layout/page.h"
#include "converters/exporters/pdf/writer/embedded_fonts.h"
#include "core/base/result.h"

namespace pressmark::pdf {

void append_number(Bytes& out, std::int64_t number);
// A length as a decimal number of points, and a blank.
void append_points(Bytes& out, Length length);

// Neighbouring glyphs of a run, [begin, end), that are shown together.
struct TextSegment {
  std::size_t begin = 0;
  std::size_t end = 0;
  // What a reader must get in place of the glyphs' own texts.
  std::optional<std::string_view> actual_text;
  bool has_readings =
      false;  // whether glyphs in it have codes of their own (GlyphTexts::reading())
};

// The parts of a run in reading order: those whose glyphs give back their text, and those that need
// ActualText. Glyphs of invisible characters are in none.
std::vector<TextSegment> text_segments(const GlyphRun& run, const GlyphTexts& texts);

// Writes runs into one content stream. Positions are kept in exact integers, so the rounding of
// one glyph's width never moves the next.
//
// Glyphs are shown in reading order, so those of a right-to-left run from the right, but for those
// that ActualText replaces: readers that
// do not sort what they find, structure views among them, then get the text right.
class TextOperators {
 public:
  TextOperators(Bytes& out, const EmbeddedFonts& fonts, Length page_height)
      : out_(&out), fonts_(&fonts), page_height_(page_height) {}

  // Begins a text object where none is open.
  void begin();
  bool is_open() const { return in_text_; }
  // Writes a part of a run, in the open text object.
  void show(const GlyphRun& run, const TextSegment& segment);
  // Ends the text object where one is open.
  void end();
  std::size_t missing_glyphs() const { return missing_glyphs_; }

 private:
  void move_to(std::int64_t x, std::int64_t y);
  void choose_font(const GlyphRun& run);
  void choose_readings(const GlyphRun& run, const TextSegment& segment);
  void show_glyph(const GlyphRun& run, std::size_t position, std::int64_t origin);
  void move_pen(std::int64_t target);
  void choose_word_spacing(const GlyphRun& run, const TextSegment& segment);
  void begin_array();
  void begin_string();
  void end_string();
  void end_array();
  void set_rise(std::int64_t rise);             // thousandths of a point
  void set_word_spacing(std::int64_t spacing);  // thousandths of a point

  Bytes* out_;
  const EmbeddedFonts* fonts_;
  std::vector<Cluster> clusters_;             // reused by choose_readings()
  std::vector<std::uint16_t> reading_codes_;  // by glyph of the run; empty or 0: the usual code
  Length page_height_;
  std::size_t missing_glyphs_ = 0;
  bool in_text_ = false;
  std::optional<std::size_t> array_;  // where the open array of a TJ begins in out_
  bool has_moves_ = false;            // whether there is a number in it
  bool in_string_ = false;
  int font_ = -1;                  // the text state, which outlives text objects
  std::int64_t size_ = 0;          // thousandths of a point
  std::int64_t rise_ = 0;          // thousandths of a point
  std::int64_t word_spacing_ = 0;  // thousandths of a point
  std::int64_t line_x_ = 0;        // where the current line of the text object begins
  std::int64_t line_y_ = 0;
  std::int64_t line_size_ = 0;  // of the letters at its beginning
  std::int64_t base_rise_ = 0;  // how far above it the run shown stands, thousandths of a point
  std::int64_t leading_ = 0;    // how far below T* goes, thousandths of a point
  std::int64_t kerning_ = 0;    // how far the last glyph moved it too far, in 1e-9 point
  std::int64_t pen_ = 0;        // where a reader's pen stands, in 1e-9 point from the page's left
};

// The text of a marked-content sequence as ActualText's value.
Bytes actual_text_operand(std::string_view text);

}  // namespace pressmark::pdf
