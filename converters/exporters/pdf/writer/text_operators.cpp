#include "converters/exporters/pdf/writer/text_operators.h"

#include <charconv>

#include "converters/common/digest.h"
#include "core/base/utf8.h"

namespace pressmark::pdf {
namespace {

// Strings hold at most 32,767 octets (PDF/A-3, 6.1.13), and UTF-16 takes up to two for one of
// UTF-8's.
constexpr std::size_t longest_actual_text = 16'000;

// A Length in 1e-9 point: length * 1e9 / 65536.
std::int64_t nanopoints(Length length) { return length * 1'953'125 / 128; }

std::int64_t divide_rounded(std::int64_t value, std::int64_t divisor) {
  return (value + (value < 0 ? -divisor : divisor) / 2) / divisor;
}

void append_code_octet(Bytes& out, unsigned octet) {
  const char c = static_cast<char>(octet);
  if (c == '\r') {
    out += "\\r";  // a bare one would be read as a line feed
    return;
  }
  if (c == '(' || c == ')' || c == '\\') out += '\\';
  out += c;
}

}  // namespace

void append_number(Bytes& out, std::int64_t number) {
  char digits[24];
  const auto end = std::to_chars(digits, digits + sizeof digits, number).ptr;
  out.append(digits, end);
}

void append_points(Bytes& out, Length length) {
  out += decimal(thousandths_of_point(length));
  out += ' ';
}

void TextOperators::begin() {
  if (in_text_) return;
  *out_ += "BT\n";
  in_text_ = true;
}

void TextOperators::end() {
  if (!in_text_) return;
  *out_ += "ET\n";
  in_text_ = false;
}

void TextOperators::end_string() {
  if (in_string_) *out_ += ')';
  in_string_ = false;
}

void TextOperators::end_array() {
  end_string();
  if (in_array_) *out_ += "]TJ\n";
  in_array_ = false;
}

void TextOperators::set_rise(Length rise) {
  if (rise == rise_) return;
  end_array();
  append_points(*out_, rise);
  *out_ += "Ts\n";
  rise_ = rise;
}

void TextOperators::show_code(std::uint16_t code, std::int64_t width, std::int64_t target) {
  if (!in_array_) *out_ += '[';
  in_array_ = true;
  // In an array, n moves the pen to the left by n/1000 of the size.
  const std::int64_t unit = size_ * 1000;
  if (const std::int64_t back = divide_rounded(pen_ - target, unit); back != 0) {
    end_string();
    append_number(*out_, back);
    pen_ -= back * unit;
  }
  if (!in_string_) *out_ += '(';
  in_string_ = true;
  append_code_octet(*out_, code >> 8);
  append_code_octet(*out_, code & 0xFF);
  pen_ += width * size_;
}

void TextOperators::show_glyphs(const GlyphRun& run, std::size_t begin, std::size_t end) {
  const FontSubset& subset = fonts_->fonts[static_cast<std::size_t>(run.font)].subset;
  for (std::size_t i = begin; i < end; ++i) {
    const Glyph& glyph = run.glyphs[i];
    if (glyph.id == 0) {
      ++missing_glyphs_;
    } else {
      const SubsetGlyph& code = subset.glyphs[glyph.id];
      set_rise(glyph.y_offset);
      show_code(code.character_id, code.width, origin_ + nanopoints(glyph.x_offset));
    }
    origin_ += nanopoints(glyph.advance);
  }
}

void TextOperators::begin_actual_text(std::string_view text) {
  end_array();
  *out_ += "/Span <</ActualText <";
  *out_ += to_hex(utf16_with_mark(utf8::prefix(text, longest_actual_text)));
  *out_ += ">>> BDC\n";
}

void TextOperators::end_actual_text() {
  end_array();
  *out_ += "EMC\n";
}

void TextOperators::show_clusters(const GlyphRun& run) {
  const GlyphTexts& texts = fonts_->fonts[static_cast<std::size_t>(run.font)].texts;
  find_clusters(run, clusters_);
  bool replacing = false;
  for (std::size_t i = 0; i < clusters_.size(); ++i) {
    const Cluster& cluster = clusters_[i];
    const bool faithful = texts.gives_back(run, cluster);
    if (replacing) end_actual_text();
    replacing = !faithful;
    if (replacing) begin_actual_text(cluster.text);
    show_glyphs(run, cluster.begin, cluster.end);
  }
  if (replacing) end_actual_text();
}

void TextOperators::show(const GlyphRun& run) {
  if (run.glyphs.empty()) return;
  begin();
  const std::int64_t size = thousandths_of_point(run.size);
  if (run.font != font_ || size != size_) {
    *out_ += '/' + fonts_->fonts[static_cast<std::size_t>(run.font)].resource + ' ' +
             decimal(size) + " Tf\n";
    font_ = run.font;
    size_ = size;
  }
  *out_ += "1 0 0 1 ";
  append_points(*out_, run.x);
  append_points(*out_, page_height_ - run.y);
  *out_ += "Tm\n";
  pen_ = 0;
  origin_ = 0;
  if (run.content == artifact) {
    show_glyphs(run, 0, run.glyphs.size());
  } else if (run.actual_text) {
    begin_actual_text(*run.actual_text);
    show_glyphs(run, 0, run.glyphs.size());
    end_actual_text();
  } else if (run.right_to_left) {
    begin_actual_text(run.text);
    show_glyphs(run, 0, run.glyphs.size());
    end_actual_text();
  } else {
    show_clusters(run);
  }
  set_rise(0);
  end_array();
}

}  // namespace pressmark::pdf
