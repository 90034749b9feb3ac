#include "converters/exporters/pdf/writer/text_operators.h"

#include <algorithm>
#include <charconv>
#include <cstdlib>

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

// How far glyphs may stand from their places, in thousandths of an em: a twentieth of a point in a
// text's size. Devices of 600 dots to the inch have dots of over twice that.
constexpr std::int64_t unseen_move = 5;

// Thousandths of a point to the nearest hundredth: finer than any device shows.
std::int64_t to_hundredths(std::int64_t thousandths) {
  return divide_rounded(thousandths, 10) * 10;
}

// How far to move: not at all for less than that, because rounded moves add up.
std::int64_t move_of(std::int64_t thousandths) {
  return std::abs(thousandths) <= 10 ? 0 : to_hundredths(thousandths);
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
  line_x_ = 0;
  line_y_ = 0;
  line_size_ = 0;
  pen_ = 0;
}

// Td counts from where the line before began. TD and T* are the same for the lines of a paragraph,
// which begin below one another at equal distances. Where the pen stands near the place, move_pen()
// gets it there, and Ts to small letters above or below the line.
void TextOperators::move_to(std::int64_t x, std::int64_t y) {
  const std::int64_t right = move_of(x - line_x_);
  const std::int64_t up = move_of(y - line_y_);
  const bool stays = std::abs(x * 1'000'000 - pen_) <= size_ * 1'000'000;  // within an em
  if (stays && (up == 0 || (size_ < line_size_ && std::abs(up) < line_size_))) {
    base_rise_ = up;
    return;
  }
  base_rise_ = 0;
  if (right == 0 && up != 0 && move_of(y - line_y_ + leading_) == 0) {
    *out_ += "T*\n";
    line_y_ -= leading_;
  } else {
    *out_ += decimal(right) + ' ' + decimal(up);
    *out_ += up < 0 ? " TD\n" : " Td\n";
    if (up < 0) leading_ = -up;
    line_x_ += right;
    line_y_ += up;
  }
  line_size_ = size_;
  pen_ = line_x_ * 1'000'000;
}

void TextOperators::end() {
  if (!in_text_) return;
  *out_ += "ET\n";
  in_text_ = false;
}

void TextOperators::begin_array() {
  if (array_) return;
  array_ = out_->size();
  *out_ += '[';
}

void TextOperators::begin_string() {
  begin_array();
  if (!in_string_) *out_ += '(';
  in_string_ = true;
}

void TextOperators::end_string() {
  if (in_string_) *out_ += ')';
  in_string_ = false;
}

// An array of one string is shown as that string.
void TextOperators::end_array() {
  end_string();
  if (!array_) return;
  if (has_moves_) {
    *out_ += "]TJ\n";
  } else {
    out_->erase(*array_, 1);
    *out_ += "Tj\n";
  }
  array_.reset();
  has_moves_ = false;
}

void TextOperators::set_rise(std::int64_t rise) {
  if (rise == rise_) return;
  end_array();
  *out_ += decimal(rise) + " Ts\n";
  rise_ = rise;
}

void TextOperators::move_pen(std::int64_t target) {
  // In an array, n moves the pen to the left by n/1000 of the size.
  const std::int64_t unit = size_ * 1000;
  std::int64_t back = divide_rounded(pen_ - target, unit);
  // What is not seen need not be written, and equal numbers compress well: pairs of letters keep
  // their kerning wherever the pen is a little off.
  const std::int64_t kerning = divide_rounded(kerning_, unit);
  if (std::abs(back - kerning) <= unseen_move) back = kerning;
  if (std::abs(back) <= 1) return;
  end_string();
  begin_array();
  append_number(*out_, back);
  has_moves_ = true;
  pen_ -= back * unit;
}

// The codes by which glyphs give back the text of their cluster without ActualText, too.
void TextOperators::choose_readings(const GlyphRun& run, const TextSegment& segment) {
  reading_codes_.clear();
  if (!segment.has_readings || run.actual_text) return;
  const EmbeddedFont& font = fonts_->fonts[static_cast<std::size_t>(run.font)];
  reading_codes_.resize(run.glyphs.size());
  find_clusters(run, clusters_);
  for (const Cluster& cluster : clusters_) {
    if (cluster.begin < segment.begin || cluster.end > segment.end) continue;
    if (font.texts.gives_back(run, cluster)) continue;
    for (std::size_t i = cluster.begin; i < cluster.end; ++i) {
      const std::string_view text = font.texts.reading(run, cluster, i);
      if (text.empty()) continue;
      const auto found = font.codes.readings.find({run.glyphs[i].id, std::string(text)});
      if (found != font.codes.readings.end()) reading_codes_[i] = found->second;
    }
  }
}

void TextOperators::show_glyph(const GlyphRun& run, std::size_t position, std::int64_t origin) {
  const Glyph& glyph = run.glyphs[position];
  const EmbeddedFont& font = fonts_->fonts[static_cast<std::size_t>(run.font)];
  const std::uint32_t id = font.texts.shown(run, glyph.id);
  std::uint16_t code = id < font.codes.codes.size() ? font.codes.codes[id] : 0;
  if (!reading_codes_.empty() && reading_codes_[position] != 0) code = reading_codes_[position];
  if (code == 0) {
    ++missing_glyphs_;
    return;
  }
  set_rise(base_rise_ + to_hundredths(thousandths_of_point(glyph.y_offset)));
  move_pen(origin + nanopoints(glyph.x_offset));
  begin_string();
  if (!font.codes.one_octet) append_code_octet(*out_, code >> 8);
  append_code_octet(*out_, code & 0xFF);
  std::int64_t step = font.subset.glyphs[id].width * size_;
  if (code == 0x20 && font.codes.one_octet) step += word_spacing_ * 1'000'000;
  pen_ += step;
  kerning_ = step - nanopoints(glyph.advance);
}

void TextOperators::set_word_spacing(std::int64_t spacing) {
  if (spacing == word_spacing_) return;
  *out_ += decimal(spacing) + " Tw\n";
  word_spacing_ = spacing;
}

// Readers add word spacing to each space, so a justified line needs no number at each of them. It
// is that of the segment's first space; the rest of a difference is moved by numbers.
void TextOperators::choose_word_spacing(const GlyphRun& run, const TextSegment& segment) {
  const EmbeddedFont& font = fonts_->fonts[static_cast<std::size_t>(run.font)];
  // Glyphs of runs that read backwards are reached by numbers in any case.
  if (!font.takes_word_spacing || reads_backwards(run)) return set_word_spacing(0);
  std::int64_t spaces = 0;
  std::int64_t spacing = 0;  // thousandths of a point
  for (std::size_t i = segment.begin; i + 1 < segment.end; ++i) {
    const Glyph& glyph = run.glyphs[i];
    if (glyph.id != font.codes.space) continue;
    const std::int64_t natural = font.subset.glyphs[glyph.id].width * size_;
    if (spaces == 0) spacing = divide_rounded(nanopoints(glyph.advance) - natural, 1'000'000);
    ++spaces;
  }
  if (spaces == 0) return;
  // The shortest number by which the last word does not stand elsewhere to be seen.
  for (const std::int64_t step : {1000, 100, 10, 1}) {
    const std::int64_t rounded = divide_rounded(spacing, step) * step;
    const std::int64_t shift = std::abs(rounded - spacing) * spaces;
    if (shift * 1000 <= unseen_move * size_ || step == 1) return set_word_spacing(rounded);
  }
}

void TextOperators::choose_font(const GlyphRun& run) {
  const std::int64_t size = thousandths_of_point(run.size);
  if (run.font == font_ && size == size_) return;
  *out_ += '/';
  *out_ += fonts_->fonts[static_cast<std::size_t>(run.font)].resource;
  *out_ += ' ' + decimal(size) + " Tf\n";
  font_ = run.font;
  size_ = size;
}

void TextOperators::show(const GlyphRun& run, const TextSegment& segment) {
  if (segment.begin == segment.end || thousandths_of_point(run.size) <= 0) return;
  begin();
  choose_font(run);
  Length start = 0;  // of the segment's first glyph to the left
  for (std::size_t i = 0; i < segment.begin; ++i) start += run.glyphs[i].advance;
  Length end = start;
  for (std::size_t i = segment.begin; i < segment.end; ++i) end += run.glyphs[i].advance;
  // Extractors take a replaced segment from where its first glyph begins to where its last one
  // ends.
  const bool backwards = reads_backwards(run) && !segment.actual_text;
  const Length first = backwards ? end - run.glyphs[segment.end - 1].advance : start;
  choose_word_spacing(run, segment);
  choose_readings(run, segment);
  kerning_ = 0;
  move_to(thousandths_of_point(run.x + first), thousandths_of_point(page_height_ - run.y));
  if (backwards) {
    for (std::size_t i = segment.end; i-- > segment.begin;) {
      end -= run.glyphs[i].advance;
      show_glyph(run, i, nanopoints(run.x + end));
    }
  } else {
    for (std::size_t i = segment.begin; i < segment.end; ++i) {
      show_glyph(run, i, nanopoints(run.x + start));
      start += run.glyphs[i].advance;
    }
  }
  end_array();
}

namespace {

// The part of `whole` from the beginning of `first` to the end of `last`, which are parts of it.
std::string_view spanned(std::string_view whole, std::string_view first, std::string_view last) {
  const auto begin = std::min(first.data(), last.data());
  const auto end = std::max(first.data() + first.size(), last.data() + last.size());
  return whole.substr(static_cast<std::size_t>(begin - whole.data()),
                      static_cast<std::size_t>(end - begin));
}

// How far from the pen a mark that ends a cluster stands. Extractors take that for the cluster's
// end.
Length end_offset(const GlyphRun& run, const Cluster& cluster) {
  const Glyph& last = run.glyphs[cluster.end - 1];
  return cluster.end - cluster.begin < 2 || last.advance != 0 ? 0 : last.x_offset;
}

bool is_space(const Cluster& cluster) { return cluster.text == " "; }

// The clusters that are to be replaced because of where their marks stand. A mark behind the pen
// makes extractors see a gap, so its word becomes one piece; one ahead of the pen would come after
// the next letter, so its cluster does.
std::vector<bool> replaced_for_marks(const GlyphRun& run, const std::vector<Cluster>& clusters) {
  std::vector<bool> replaced(clusters.size());
  for (std::size_t begin = 0; begin < clusters.size();) {
    std::size_t end = begin;
    bool gap = false;
    for (; end < clusters.size() && !is_space(clusters[end]); ++end) {
      const Length offset = end_offset(run, clusters[end]);
      gap = gap || offset < -run.size / 20;
      replaced[end] = offset > run.size / 200;
    }
    if (gap) {
      std::fill(replaced.begin() + static_cast<std::ptrdiff_t>(begin),
                replaced.begin() + static_cast<std::ptrdiff_t>(end), true);
    }
    begin = end + 1;
  }
  return replaced;
}

}  // namespace

std::vector<TextSegment> text_segments(const GlyphRun& run, const GlyphTexts& texts) {
  if (run.content == artifact) return {TextSegment{0, run.glyphs.size(), std::nullopt}};
  // Text extractors join the parts of a word around a hyphen at a line's end.
  if (is_added_hyphen(run)) return {TextSegment{0, run.glyphs.size(), "-"}};
  if (run.actual_text) return {TextSegment{0, run.glyphs.size(), *run.actual_text}};
  std::vector<Cluster> clusters;
  find_clusters(run, clusters);
  const bool backwards = reads_backwards(run);
  std::vector<bool> replaced(clusters.size());
  if (backwards) {
    std::reverse(clusters.begin(), clusters.end());
  } else {
    replaced = replaced_for_marks(run, clusters);
  }
  std::vector<TextSegment> segments;
  bool joins = false;  // whether the next cluster can continue the last segment
  for (std::size_t i = 0; i < clusters.size(); ++i) {
    const Cluster& cluster = clusters[i];
    if (!cluster.text.empty() && is_invisible(cluster.text)) {
      joins = false;
      continue;
    }
    const bool given_back = texts.gives_back(run, cluster);
    const bool faithful = !replaced[i] && (given_back || is_divisible(run, cluster));
    const bool same = joins && segments.back().actual_text.has_value() != faithful;
    if (same && (faithful || !backwards)) {
      TextSegment& last = segments.back();
      last.begin = std::min(last.begin, cluster.begin);
      last.end = std::max(last.end, cluster.end);
      if (last.actual_text) last.actual_text = spanned(run.text, *last.actual_text, cluster.text);
    } else {
      segments.push_back(
          {cluster.begin, cluster.end, faithful ? std::nullopt : std::optional(cluster.text)});
    }
    segments.back().has_readings = segments.back().has_readings || !given_back;
    joins = true;
  }
  return segments;
}

Bytes actual_text_operand(std::string_view text) {
  if (text == "-") return "(-)";  // in PDFDocEncoding; there are as many as divided words
  return '<' + to_hex(utf16_with_mark(utf8::prefix(text, longest_actual_text))) + '>';
}

}  // namespace pressmark::pdf
