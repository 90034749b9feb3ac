#include "converters/exporters/pdf/layout/paragraph_items.h"

#include <unicode/uchar.h>

#include <algorithm>

#include "core/base/utf8.h"

namespace pressmark::pdf {
namespace {

constexpr int hyphen_penalty = 50;
constexpr int weak_penalty = 200;
constexpr int anywhere_penalty = 2000;
constexpr int open_penalty = 20;
constexpr Length longest_word = 10;  // measures

// Where a break at an item ends the line.
struct Origin {
  std::size_t piece = 0;
  std::uint32_t end = 0;  // byte of the text
  bool hyphen = false;
};

class ItemList {
 public:
  ItemList(const PreparedParagraph& paragraph, const ParagraphShape& shape, Length narrowest,
           PieceCutter& cutter, Hyphenator* hyphenator)
      : paragraph_(paragraph),
        shape_(shape),
        narrowest_(narrowest),
        cutter_(cutter),
        hyphenator_(hyphenator) {}

  void build(std::size_t first, std::size_t last) {
    find_wide(first, last);
    for (std::size_t i = first; i < last; ++i) add_piece(i);
    // The space before a forced end is no part of the line.
    if (!items.empty() && items.back().kind == BreakItem::Kind::glue) {
      items.back() = penalty_item(never_break);
    }
    add(penalty_item(must_break), {last, 0});
  }

  std::vector<BreakItem> items;
  std::vector<Origin> origins;

 private:
  bool justified() const { return shape_.setting == ParagraphShape::Setting::justified; }

  // Marks the pieces of each stretch without a break in it that is wider than a line: it is divided
  // anywhere.
  void find_wide(std::size_t first, std::size_t last) {
    first_ = first;
    wide_.assign(last - first, 0);
    std::size_t begin = first;
    Length width = 0;
    for (std::size_t i = first; i < last; ++i) {
      const Piece& piece = paragraph_.pieces[i];
      width += piece.width;
      const bool ends = i + 1 == last || piece.end_kind != Piece::End::closed;
      if (!ends) continue;
      if (piece.kind == Piece::Kind::space) width -= piece.width;
      if (width > narrowest_) {
        std::fill(wide_.begin() + static_cast<std::ptrdiff_t>(begin - first),
                  wide_.begin() + static_cast<std::ptrdiff_t>(i + 1 - first), 1);
      }
      begin = i + 1;
      width = 0;
    }
  }
  bool is_wide(std::size_t i) const { return wide_[i - first_] != 0; }

  void add(const BreakItem& item, const Origin& origin) {
    items.push_back(item);
    origins.push_back(origin);
  }

  void add_piece(std::size_t i) {
    const Piece& piece = paragraph_.pieces[i];
    switch (piece.kind) {
      case Piece::Kind::line_feed:
        return;
      case Piece::Kind::space:
        add_space(piece, i);
        return;
      case Piece::Kind::object:
        add(box_item(paragraph_.objects[piece.object].width), {i, piece.end});
        break;
      case Piece::Kind::word:
        add_word(piece, i);
        break;
    }
    add_end(piece, i);
  }

  void add_space(const Piece& piece, std::size_t i) {
    if (piece.end_kind == Piece::End::closed && !is_wide(i)) {
      add(penalty_item(never_break), {i, piece.end});
    }
    const bool moves = stretches(paragraph_.text, shape_, piece);
    const Length stretch = moves ? space_stretch(piece.width) : 0;
    const Length shrink = moves ? space_shrink(piece.width) : 0;
    add(glue_item(piece.width, stretch, shrink), {i, piece.end});
  }

  void add_word(const Piece& piece, std::size_t i) {
    if (piece.width > longest_word * narrowest_) {
      add_endless(piece, i);
    } else if (is_wide(i) && piece.shaped->glyphs.size() > 1 && !piece.substituted) {
      add_divided(piece, i, cluster_widths(piece, cutter_), anywhere_penalty, false);
    } else if (hyphenator_ != nullptr && may_divide(piece)) {
      add_divided(piece, i, hyphen_widths(piece), hyphen_penalty, true);
    } else {
      add(box_item(piece.width), {i, piece.end});
    }
  }

  // What fills many lines is no word: full lines one after the other, without a search for the best
  // of their countless divisions.
  void add_endless(const Piece& piece, std::size_t i) {
    if (!items.empty()) add(penalty_item(must_break + 1), {i - 1, piece.begin});
    Length done = 0;
    ClusterWidth last;
    for (const ClusterWidth& place : cluster_widths(piece, cutter_)) {
      if (place.width - done > narrowest_ && last.width > done) {
        add(box_item(last.width - done), {i, piece.end});
        add(penalty_item(must_break + 1), {i, piece.begin + last.offset});
        done = last.width;
      }
      last = place;
    }
    if (last.width > done && piece.width - done > narrowest_) {
      add(box_item(last.width - done), {i, piece.end});
      add(penalty_item(must_break + 1), {i, piece.begin + last.offset});
      done = last.width;
    }
    add(box_item(piece.width - done), {i, piece.end});
  }

  bool may_divide(const Piece& piece) const {
    const TextSpan& span = paragraph_.text.spans[piece.span];
    return !piece.substituted && (piece.level & 1) == 0 && piece.end - piece.begin >= 5 &&
           span.wrap == TextSpan::Wrap::by_words && piece.end_kind != Piece::End::weak;
  }

  void add_divided(const Piece& piece, std::size_t i, const std::vector<ClusterWidth>& places,
                   int penalty, bool hyphens) {
    Length done = 0;
    for (const ClusterWidth& place : places) {
      add(box_item(place.width - done), {i, piece.end});
      const Length hyphen = hyphens ? hyphen_width(piece) : 0;
      add(penalty_item(penalty, hyphen, hyphens), {i, piece.begin + place.offset, hyphens});
      done = place.width;
    }
    add(box_item(piece.width - done), {i, piece.end});
  }

  Length hyphen_width(const Piece& piece) {
    const ShapingContext context = cutter_.context_of(paragraph_.text, piece);
    return cutter_.scaled(cutter_.shaper().shape("-", context).width, piece.font, piece.size);
  }

  // The widths before the points where the letters of the word may be divided.
  std::vector<ClusterWidth> hyphen_widths(const Piece& piece) {
    std::vector<ClusterWidth> result;
    const std::string_view word =
        std::string_view(paragraph_.text.text).substr(piece.begin, piece.end - piece.begin);
    const std::string& language = paragraph_.text.spans[piece.span].language;
    for (std::size_t at = 0; at < word.size();) {
      std::size_t end = at;
      while (end < word.size()) {
        const utf8::Decoded decoded = utf8::decode(word, end);
        if (!u_isalpha(static_cast<UChar32>(decoded.code_point))) break;
        end += decoded.size;
      }
      if (end > at + 4) {
        for (const std::uint32_t point : hyphenator_->points(language, word.substr(at, end - at))) {
          const auto offset = static_cast<std::uint32_t>(at + point);
          result.push_back({offset, width_before(piece, offset)});
        }
      }
      if (end == at) end += utf8::decode(word, at).size;
      at = end;
    }
    return result;
  }

  // An estimate: kerning and ligatures across the place are divided; the line is shaped anew.
  Length width_before(const Piece& piece, std::uint32_t offset) const {
    std::int64_t units = 0;
    for (const ShapedGlyph& glyph : piece.shaped->glyphs) {
      if (glyph.cluster < offset) units += glyph.x_advance;
    }
    return std::min(cutter_.scaled(units, piece.font, piece.size), piece.width);
  }

  void add_end(const Piece& piece, std::size_t i) {
    const Origin origin = {i, piece.end};
    switch (piece.end_kind) {
      case Piece::End::closed:
        return;
      case Piece::End::open:
        add(penalty_item(open_penalty), origin);
        return;
      case Piece::End::hyphen:
        add(penalty_item(hyphen_penalty, 0, true), origin);
        return;
      case Piece::End::soft_hyphen:
        add(penalty_item(hyphen_penalty, hyphen_width(piece), true), {i, piece.end, true});
        return;
      case Piece::End::weak:
        add(penalty_item(weak_penalty), origin);
        return;
      case Piece::End::ideograph:
        add(glue_item(0, justified() ? ideograph_stretch(piece.size) : 0, 0), origin);
        return;
    }
  }

  const PreparedParagraph& paragraph_;
  const ParagraphShape& shape_;
  Length narrowest_;
  PieceCutter& cutter_;
  Hyphenator* hyphenator_;
  std::size_t first_ = 0;
  std::vector<char> wide_;  // by piece from first_
};

std::vector<LineRange> to_ranges(const std::vector<std::size_t>& breaks, const ItemList& list,
                                 const PreparedParagraph& paragraph, std::size_t first,
                                 std::size_t last) {
  std::vector<LineRange> lines;
  std::size_t piece = first;
  std::uint32_t begin = first < last ? paragraph.pieces[first].begin : 0;
  for (const std::size_t item : breaks) {
    const Origin& origin = list.origins[item];
    LineRange line = {piece, last, begin, 0, origin.hyphen};
    if (origin.piece >= last) {
      line.end = last > first ? paragraph.pieces[last - 1].end : 0;
    } else {
      line.last = origin.piece + 1;
      line.end = origin.end;
      piece = line.last;
      if (origin.end < paragraph.pieces[origin.piece].end) {
        piece = origin.piece;
        begin = origin.end;
      } else {
        // Further spaces hang at the line's end with the first one.
        while (piece < last && paragraph.pieces[piece].kind == Piece::Kind::space) ++piece;
        line.last = piece;
        line.end = paragraph.pieces[piece - 1].end;
        begin = piece < last ? paragraph.pieces[piece].begin : line.end;
      }
    }
    lines.push_back(line);
  }
  return lines;
}

}  // namespace

Length space_stretch(Length width) { return width / 2; }
Length space_shrink(Length width) { return width / 3; }
bool stretches(const ParagraphText& text, const ParagraphShape& shape, const Piece& piece) {
  return shape.setting == ParagraphShape::Setting::justified &&
         text.spans[piece.span].wrap == TextSpan::Wrap::by_words;
}
Length ideograph_stretch(Length size) { return size / 12; }

std::vector<ClusterWidth> cluster_widths(const Piece& piece, const PieceCutter& cutter) {
  std::vector<ClusterWidth> result;
  const auto& glyphs = piece.shaped->glyphs;
  std::int64_t units = 0;
  const bool reversed = (piece.level & 1) != 0;
  for (std::size_t i = 0; i < glyphs.size(); ++i) {
    const ShapedGlyph& glyph = glyphs[reversed ? glyphs.size() - 1 - i : i];
    if (glyph.cluster > 0 && (result.empty() || glyph.cluster > result.back().offset)) {
      result.push_back({glyph.cluster, cutter.scaled(units, piece.font, piece.size)});
    }
    units += glyph.x_advance;
  }
  return result;
}

std::vector<LineRange> find_lines(const PreparedParagraph& paragraph, std::size_t first,
                                  std::size_t last, const ParagraphShape& shape, Length first_width,
                                  Length width, PieceCutter& cutter, Hyphenator* hyphenator) {
  const Length size = first < last ? paragraph.pieces[first].size : 0;
  BreakParameters parameters;
  parameters.first_width = first_width;
  parameters.width = width;
  parameters.shortest_last_line = 3 * size;
  parameters.short_line_demerits = 20000;
  const bool justified = shape.setting == ParagraphShape::Setting::justified;
  if (!justified) parameters.extra_stretch = 3 * size;
  const Length narrowest = std::min(first_width, width);
  const auto attempt = [&](const ItemList& list) { return break_lines(list.items, parameters); };

  ItemList plain(paragraph, shape, narrowest, cutter, nullptr);
  plain.build(first, last);
  parameters.tolerance = justified ? 100 : 1000;
  if (const auto breaks = attempt(plain)) return to_ranges(*breaks, plain, paragraph, first, last);
  ItemList divided(paragraph, shape, narrowest, cutter, hyphenator);
  const ItemList* list = &plain;
  if (hyphenator != nullptr) {
    divided.build(first, last);
    list = &divided;
  }
  parameters.tolerance = justified ? 200 : 1500;
  if (const auto breaks = attempt(*list)) return to_ranges(*breaks, *list, paragraph, first, last);
  parameters.tolerance = never_break;
  parameters.extra_stretch += std::max(width / 20, 2 * size);
  parameters.overfull = BreakParameters::Overfull::accept;
  if (const auto breaks = attempt(*list)) return to_ranges(*breaks, *list, paragraph, first, last);
  return {{first, last, first < last ? paragraph.pieces[first].begin : 0,
           first < last ? paragraph.pieces[last - 1].end : 0, false}};
}

}  // namespace pressmark::pdf
