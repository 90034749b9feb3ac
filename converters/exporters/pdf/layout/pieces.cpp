#include "converters/exporters/pdf/layout/pieces.h"

#include <unicode/ubidi.h>
#include <unicode/ubrk.h>
#include <unicode/uchar.h>
#include <unicode/uscript.h>
#include <unicode/ustring.h>

#include <algorithm>
#include <array>

#include "converters/exporters/pdf/layout/break_places.h"
#include "converters/exporters/pdf/layout/codes.h"
#include "core/base/utf8.h"

namespace pressmark::pdf {

namespace {

bool is_space(char32_t c) { return c == ' ' || c == '\t'; }
bool is_fixed_space(char32_t c) { return c == 0xA0 || c == 0x202F; }

// Whether the character belongs to the grapheme cluster before it (UAX 29, as far as fonts go).
bool extends_cluster(char32_t c, char32_t previous) {
  if (c < 0x300) return false;
  if (c == 0x200D || previous == 0x200D) return true;
  const auto code = static_cast<UChar32>(c);
  return u_hasBinaryProperty(code, UCHAR_GRAPHEME_EXTEND) ||
         u_charType(code) == U_COMBINING_SPACING_MARK ||
         (c >= 0x1F3FB && c <= 0x1F3FF);  // skin tones
}

// Marks of direction and joining that have done their work and are not painted.
bool is_invisible(char32_t c) {
  if (c < 0xAD || c == 0x200D) return false;
  const auto code = static_cast<UChar32>(c);
  return u_hasBinaryProperty(code, UCHAR_DEFAULT_IGNORABLE_CODE_POINT) &&
         !u_hasBinaryProperty(code, UCHAR_GRAPHEME_EXTEND);
}

bool is_regional_indicator(char32_t c) { return c >= 0x1F1E6 && c <= 0x1F1FF; }

int script_of(char32_t c) {
  if (c < 0x80) {
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    return letter ? USCRIPT_LATIN : USCRIPT_COMMON;
  }
  UErrorCode status = U_ZERO_ERROR;
  return uscript_getScript(static_cast<UChar32>(c), &status);
}

bool spreads(int script) {
  return script == USCRIPT_HAN || script == USCRIPT_HIRAGANA || script == USCRIPT_KATAKANA ||
         script == USCRIPT_BOPOMOFO || script == USCRIPT_THAI || script == USCRIPT_LAO ||
         script == USCRIPT_KHMER || script == USCRIPT_MYANMAR;
}

char32_t last_character(std::string_view text, std::size_t end) {
  std::size_t at = end - 1;
  while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80) --at;
  return utf8::decode(text, at).code_point;
}

bool is_hyphen(char32_t c) {
  return c == '-' || c == 0x2010 || c == 0x2012 || c == 0x2013 || c == 0x2014 || c == 0x2015;
}

// A capital for a lower-case letter where the font has no small capitals of its own.
constexpr Length small_capital_size(Length size) { return size * 4 / 5; }

// Letters whose capital takes as many octets as themselves, so that clusters keep their places.
std::string capitals_of(std::string_view text) {
  std::string result;
  for (std::size_t at = 0; at < text.size();) {
    const utf8::Decoded decoded = utf8::decode(text, at);
    const std::size_t before = result.size();
    utf8::append(result,
                 static_cast<char32_t>(u_toupper(static_cast<UChar32>(decoded.code_point))));
    if (result.size() - before != static_cast<std::size_t>(decoded.size)) {
      result.resize(before);
      result.append(text.substr(at, decoded.size));
    }
    at += decoded.size;
  }
  return result;
}

}  // namespace

struct PieceCutter::Iterators {
  BreakPlaces places;
};

// One paragraph's cutting.
class PieceCutter::Job {
 public:
  Job(PieceCutter& cutter, const ParagraphText& paragraph)
      : cutter_(cutter), paragraph_(paragraph), text_(paragraph.text) {}

  std::vector<Piece> run() {
    const std::string& language =
        paragraph_.spans.empty() ? std::string() : paragraph_.spans[0].language;
    cutter_.iterators_->places.find(paragraph_, language);
    script_ = first_script();
    for (std::size_t at = 0; at < text_.size();) {
      while (span_ + 1 < static_cast<int>(paragraph_.spans.size()) &&
             paragraph_.spans[span_].end <= at) {
        ++span_;
        finish_word(at);
      }
      at = take(at);
    }
    finish_word(text_.size());
    return std::move(pieces_);
  }

 private:
  const TextSpan& span() const { return paragraph_.spans[span_]; }
  const BreakPlaces& places() const { return cutter_.iterators_->places; }
  std::uint8_t level_at(std::size_t at) const { return places().level(at); }

  int first_script() const {
    for (std::size_t at = 0; at < text_.size();) {
      const utf8::Decoded decoded = utf8::decode(text_, at);
      const int script = script_of(decoded.code_point);
      if (script != USCRIPT_COMMON && script != USCRIPT_INHERITED) return script;
      at += decoded.size;
    }
    return USCRIPT_LATIN;
  }

  std::size_t take(std::size_t at) {
    const utf8::Decoded decoded = utf8::decode(text_, at);
    const char32_t c = decoded.code_point;
    const std::size_t next = at + decoded.size;
    if (c == '\n') {
      finish_word(at);
      pieces_.push_back(make(Piece::Kind::line_feed, at, next));
      return next;
    }
    if (object_ < static_cast<int>(paragraph_.objects.size()) &&
        paragraph_.objects[object_].at == at) {
      finish_word(at);
      Piece piece = make(Piece::Kind::object, at, next);
      piece.object = object_++;
      piece.end_kind = end_at(next);
      pieces_.push_back(piece);
      return next;
    }
    if (is_space(c)) return take_spaces(at);
    if (is_fixed_space(c)) {
      finish_word(at);
      push_space(at, next, Piece::End::closed);
      return next;
    }
    if (c == 0xAD || c == 0x200B) {
      finish_word(at);
      if (!pieces_.empty() && pieces_.back().kind == Piece::Kind::word) {
        pieces_.back().end_kind = c == 0xAD ? Piece::End::soft_hyphen : Piece::End::open;
      }
      return next;
    }
    if (is_invisible(c)) {
      finish_word(at);
      return next;
    }
    return take_cluster(at);
  }

  std::size_t take_spaces(std::size_t at) {
    finish_word(at);
    std::size_t end = at;
    while (end < text_.size() && end < span().end && is_space(text_[end])) ++end;
    push_space(at, end, places().allows(end) ? Piece::End::open : Piece::End::closed);
    return end;
  }

  void push_space(std::size_t begin, std::size_t end, Piece::End kind) {
    Piece piece = make(Piece::Kind::space, begin, end);
    piece.end_kind = kind;
    take_font_of_neighbour(piece);
    piece.fixed_space = !is_space(static_cast<unsigned char>(text_[begin]));
    piece.shaped = &cutter_.shaper_.shape(" ", cutter_.context_of(paragraph_, piece));
    piece.width = cutter_.scaled(piece.shaped->width, piece.font, piece.size) *
                  static_cast<Length>(piece.space_count());
    pieces_.push_back(piece);
  }

  // The space behind a word of another script is that of the word's font: it has the right width,
  // and the line stays one run.
  void take_font_of_neighbour(Piece& piece) const {
    if (pieces_.empty()) return;
    const Piece& word = pieces_.back();
    if (word.kind != Piece::Kind::word || word.substituted || word.span != piece.span ||
        word.level != piece.level || cutter_.shaper_.fonts().font(word.font).glyph_for(' ') == 0) {
      return;
    }
    if (spreads(word.script)) return;  // an ideograph's font has a space of its own kind
    piece.font = word.font;
    piece.size = word.size;
    piece.script = word.script;
  }

  std::size_t take_cluster(std::size_t at) {
    cluster_.clear();
    std::size_t end = at;
    char32_t previous = 0;
    while (end < text_.size()) {
      const utf8::Decoded decoded = utf8::decode(text_, end);
      const bool flag = cluster_.size() == 1 && is_regional_indicator(previous) &&
                        is_regional_indicator(decoded.code_point);
      if (!cluster_.empty() && !flag && !extends_cluster(decoded.code_point, previous)) break;
      if (cluster_.size() >= 64) break;
      cluster_.push_back(decoded.code_point);
      previous = decoded.code_point;
      end += decoded.size;
    }
    const int own = script_of(cluster_[0]);
    if (own != USCRIPT_COMMON && own != USCRIPT_INHERITED) script_ = own;
    const int font = font_of_cluster();
    const bool breaks = word_begin_ != none && places().allows(at);
    if (word_begin_ != none && (breaks || font != font_ || script_ != word_script_ ||
                                level_at(at) != level_at(word_begin_))) {
      finish_word(at);
    }
    if (font < 0) {
      finish_word(at);
      substitute(at, end);
      return end;
    }
    if (word_begin_ == none) {
      word_begin_ = at;
      font_ = font;
      word_script_ = script_;
    }
    return end;
  }

  int font_of_cluster() {
    FontSet& fonts = cutter_.shaper_.fonts();
    const TextSpan& style = span();
    const Region region = region_of(style.language).value_or(cutter_.region_);
    return fonts.choose(cluster_, style.style.face, script_, region);
  }

  Piece make(Piece::Kind kind, std::size_t begin, std::size_t end) {
    Piece piece;
    piece.kind = kind;
    piece.begin = static_cast<std::uint32_t>(begin);
    piece.end = static_cast<std::uint32_t>(end);
    piece.span = span_for(begin);
    piece.level = level_at(begin);
    piece.script = kind == Piece::Kind::word ? word_script_ : script_;
    const TextStyle& style = paragraph_.spans[piece.span].style;
    // Arabic type is drawn smaller on its body than Latin type.
    const bool arabic = kind == Piece::Kind::word && piece.script == USCRIPT_ARABIC;
    piece.size = arabic ? style.size * 115 / 100 : style.size;
    piece.font = kind == Piece::Kind::word ? font_ : cutter_.shaper_.fonts().base(style.face);
    return piece;
  }

  // The span of a word that is finished when the next span has begun already.
  int span_for(std::size_t at) const {
    int index = span_;
    while (index > 0 && paragraph_.spans[index - 1].end > at) --index;
    return index;
  }

  Piece::End end_at(std::size_t at) const {
    if (at >= text_.size() || !places().allows(at)) return Piece::End::closed;
    if (places().is_weak(at)) return Piece::End::weak;
    if (at > 0 && is_hyphen(last_character(text_, at))) return Piece::End::hyphen;
    const int after = script_of(utf8::decode(text_, at).code_point);
    if (spreads(script_) || spreads(after)) return Piece::End::ideograph;
    return Piece::End::open;
  }

  void finish_word(std::size_t end) {
    if (word_begin_ == none) return;
    Piece piece = make(Piece::Kind::word, word_begin_, end);
    piece.end_kind = end_at(end);
    word_begin_ = none;
    const TextStyle& style = paragraph_.spans[piece.span].style;
    if (style.capitals == Capitals::small &&
        !cutter_.shaper_.fonts().font(piece.font).has_small_capitals()) {
      push_made_small_capitals(piece);
      return;
    }
    shape(piece);
    push_checked(piece);
  }

  // Runs of lower-case letters in a smaller size; the capitals themselves are made on painting.
  void push_made_small_capitals(const Piece& whole) {
    std::size_t begin = whole.begin;
    while (begin < whole.end) {
      const bool lower = u_islower(static_cast<UChar32>(utf8::decode(text_, begin).code_point));
      std::size_t end = begin;
      while (end < whole.end) {
        const utf8::Decoded decoded = utf8::decode(text_, end);
        if (u_islower(static_cast<UChar32>(decoded.code_point)) != lower) break;
        end += decoded.size;
      }
      Piece part = whole;
      part.begin = static_cast<std::uint32_t>(begin);
      part.end = static_cast<std::uint32_t>(end);
      if (end < whole.end) part.end_kind = Piece::End::closed;
      if (lower) part.size = small_capital_size(whole.size);
      shape(part);
      push_checked(part);
      begin = end;
    }
  }

  void shape(Piece& piece) {
    piece.shaped = &cutter_.shape_part(paragraph_, piece, piece.begin, piece.end, {});
    piece.width = cutter_.scaled(piece.shaped->width, piece.font, piece.size);
  }

  // A font that has a cluster's first character may lack a mark: no glyph 0 may be painted.
  void push_checked(const Piece& piece) {
    const auto& glyphs = piece.shaped->glyphs;
    const bool complete = std::none_of(glyphs.begin(), glyphs.end(),
                                       [](const ShapedGlyph& glyph) { return glyph.id == 0; });
    if (complete) {
      pieces_.push_back(piece);
      return;
    }
    const Piece::End end_kind = piece.end_kind;
    for (std::size_t at = piece.begin; at < piece.end;) {
      const utf8::Decoded decoded = utf8::decode(text_, at);
      const std::size_t next = at + decoded.size;
      const Font& font = cutter_.shaper_.fonts().font(piece.font);
      if (font.glyph_for(decoded.code_point) != 0) {
        Piece part = piece;
        part.begin = static_cast<std::uint32_t>(at);
        part.end = static_cast<std::uint32_t>(next);
        part.end_kind = Piece::End::closed;
        shape(part);
        const auto& shaped = part.shaped->glyphs;
        if (std::none_of(shaped.begin(), shaped.end(),
                         [](const ShapedGlyph& glyph) { return glyph.id == 0; })) {
          pieces_.push_back(part);
          at = next;
          continue;
        }
      }
      cluster_ = {decoded.code_point};
      substitute(at, next);
      at = next;
    }
    if (!pieces_.empty()) pieces_.back().end_kind = end_kind;
  }

  void report_missing(char32_t c) {
    if (!cutter_.reported_.insert(c).second) return;
    static constexpr char digits[] = "0123456789ABCDEF";
    std::string subject = "U+";
    for (int shift = c > 0xFFFF ? 20 : 12; shift >= 0; shift -= 4) {
      if (shift == 20 && (c >> 20) == 0) continue;
      subject += digits[(c >> shift) & 0xF];
    }
    subject += " (Debian's package ";
    subject += package_for(c);
    subject += " may have it)";
    cutter_.diagnostics_.report(missing_glyph, subject);
  }

  void substitute(std::size_t begin, std::size_t end) {
    const bool visible = !std::all_of(cluster_.begin(), cluster_.end(), [](char32_t c) {
      return u_hasBinaryProperty(static_cast<UChar32>(c), UCHAR_DEFAULT_IGNORABLE_CODE_POINT);
    });
    if (!visible) return;
    for (const char32_t c : cluster_) {
      if (!u_hasBinaryProperty(static_cast<UChar32>(c), UCHAR_DEFAULT_IGNORABLE_CODE_POINT)) {
        report_missing(c);
      }
    }
    const TextStyle& style = span().style;
    FontSet& fonts = cutter_.shaper_.fonts();
    const int base = fonts.base(style.face);
    Piece piece = make(Piece::Kind::word, begin, end);
    piece.font = base;
    piece.substituted = true;
    std::string shown = "?";
    for (const char32_t candidate : {U'\uFFFD', U'\u25A1'}) {
      if (fonts.font(base).glyph_for(candidate) == 0) continue;
      shown.clear();
      utf8::append(shown, candidate);
      break;
    }
    piece.end_kind = end_at(end);
    ShapingContext context = cutter_.context_of(paragraph_, piece);
    context.script = USCRIPT_COMMON;
    piece.shaped = &cutter_.shaper_.shape(shown, context);
    piece.width = cutter_.scaled(piece.shaped->width, piece.font, piece.size);
    pieces_.push_back(piece);
  }

  static constexpr std::size_t none = static_cast<std::size_t>(-1);
  PieceCutter& cutter_;
  const ParagraphText& paragraph_;
  std::string_view text_;
  std::vector<Piece> pieces_;
  std::vector<char32_t> cluster_;
  int span_ = 0;
  int object_ = 0;
  int script_ = 0;
  int font_ = 0;
  int word_script_ = 0;
  std::size_t word_begin_ = none;
};

PieceCutter::PieceCutter(Shaper& shaper, Diagnostics& diagnostics, Region region)
    : shaper_(shaper),
      diagnostics_(diagnostics),
      region_(region),
      iterators_(std::make_unique<Iterators>()) {}
PieceCutter::~PieceCutter() = default;

std::vector<Piece> PieceCutter::cut(const ParagraphText& paragraph) {
  if (paragraph.empty() || paragraph.spans.empty()) return {};
  return Job(*this, paragraph).run();
}

ShapingContext PieceCutter::context_of(const ParagraphText& paragraph, const Piece& piece) const {
  const TextSpan& span = paragraph.spans[piece.span];
  const Font& font = shaper_.fonts().font(piece.font);
  // Not in computer code, and not in the marks of notes, which would be of different heights.
  const bool old_style = span.style.figures == Figures::old_style && span.style.rise == 0 &&
                         span.style.face.genre != Genre::mono;
  return {.font = piece.font,
          .script = piece.script,
          .language = span.language,
          .right_to_left = (piece.level & 1) != 0,
          .small_capitals = span.style.capitals == Capitals::small && font.has_small_capitals(),
          .old_style_figures = old_style && font.has_old_style_figures()};
}

const Shaped& PieceCutter::shape_part(const ParagraphText& paragraph, const Piece& piece,
                                      std::size_t begin, std::size_t end,
                                      std::string_view added) const {
  const ShapingContext context = context_of(paragraph, piece);
  const bool made_capitals =
      paragraph.spans[piece.span].style.capitals == Capitals::small && !context.small_capitals;
  if (!made_capitals && added.empty()) return shaper_.shape(paragraph.text, begin, end, context);
  std::string text = paragraph.text.substr(begin, end - begin);
  if (made_capitals) text = capitals_of(text);
  text += added;
  return shaper_.shape(text, context);
}

Length PieceCutter::scaled(std::int64_t units, int font, Length size) const {
  return units * size / shaper_.fonts().font(font).units_per_em();
}

}  // namespace pressmark::pdf
