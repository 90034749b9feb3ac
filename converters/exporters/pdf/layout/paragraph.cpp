#include "converters/exporters/pdf/layout/paragraph.h"

#include <algorithm>

#include "converters/exporters/pdf/layout/codes.h"
#include "converters/exporters/pdf/layout/line_builder.h"
#include "converters/exporters/pdf/layout/paragraph_items.h"
#include "core/base/match.h"

namespace pressmark::pdf {

namespace {

ParagraphText part_of(const ParagraphText& whole, const TextSpan& like, std::string text,
                      Length size, ContentId content) {
  ParagraphText part;
  part.text = std::move(text);
  part.right_to_left = whole.right_to_left;
  TextSpan span = like;
  span.end = part.text.size();
  span.style.size = size;
  span.content = content;
  part.spans = {span};
  return part;
}

Length width_of(const std::vector<Piece>& pieces) {
  Length width = 0;
  for (const Piece& piece : pieces) width += piece.width;
  return width;
}

}  // namespace

PreparedParagraph ParagraphSetter::prepare(ParagraphText text) {
  PreparedParagraph result;
  result.text = std::move(text);
  result.pieces = cutter_.cut(result.text);
  result.objects.resize(result.text.objects.size());
  for (Piece& piece : result.pieces) {
    if (piece.kind != Piece::Kind::object) continue;
    PreparedParagraph::Object& object = result.objects[piece.object];
    const TextSpan span = result.text.spans[piece.span];
    std::visit(match{[&](const InlineImage& image) {
                       object.width = image.width;
                       object.above = image.height;
                     },
                     [&](const InlineRuby& ruby) {
                       object.base =
                           part_of(result.text, span, ruby.base, span.style.size, span.content);
                       object.reading = part_of(result.text, span, ruby.reading,
                                                span.style.size / 2, ruby.reading_content);
                       object.base_pieces = cutter_.cut(object.base);
                       object.reading_pieces = cutter_.cut(object.reading);
                       object.base_width = width_of(object.base_pieces);
                       object.reading_width = width_of(object.reading_pieces);
                       object.width = std::max(object.base_width, object.reading_width);
                       object.above = span.style.size * 29 / 20;
                     }},
               result.text.objects[piece.object].what);
    piece.width = object.width;
  }
  return result;
}

ContentWidths ParagraphSetter::widths(const PreparedParagraph& paragraph) const {
  ContentWidths widths;
  Length line = 0;
  Length trailing = 0;
  Length part = 0;
  for (const Piece& piece : paragraph.pieces) {
    if (piece.kind == Piece::Kind::line_feed) {
      line = trailing = part = 0;
      continue;
    }
    if (piece.kind == Piece::Kind::space && piece.end_kind == Piece::End::open) {
      trailing += piece.width;
      part = 0;
      continue;
    }
    line += trailing + piece.width;
    trailing = 0;
    part += piece.width;
    widths.natural = std::max(widths.natural, line);
    widths.least = std::max(widths.least, part);
    if (piece.end_kind != Piece::End::closed) part = 0;
  }
  return widths;
}

std::vector<Line> ParagraphSetter::set(const PreparedParagraph& paragraph,
                                       const ParagraphShape& shape) {
  std::vector<Line> lines;
  const auto& pieces = paragraph.pieces;
  if (pieces.empty()) return lines;
  Hyphenator* hyphenator = nullptr;
  if (shape.hyphens == ParagraphShape::Hyphens::allowed) {
    const std::string& language = paragraph.text.spans[0].language;
    hyphenator = hyphenator_.knows(language) ? &hyphenator_ : nullptr;
    if (hyphenator == nullptr && !language.empty() && language != "und" &&
        hyphenator_.is_usual(language) && reported_languages_.insert(language).second) {
      diagnostics_.report(no_hyphenation, language);
    }
  }
  LineBuilder builder(paragraph, shape, cutter_);
  bool first_segment = true;
  for (std::size_t begin = 0; begin < pieces.size();) {
    std::size_t end = begin;
    while (end < pieces.size() && pieces[end].kind != Piece::Kind::line_feed) ++end;
    const bool is_first =
        first_segment || shape.first_line == ParagraphShape::FirstLine::of_each_line_feed;
    const Length indent = is_first ? shape.first_indent : shape.hanging;
    const std::vector<LineRange> ranges =
        find_lines(paragraph, begin, end, shape, shape.width - indent, shape.width - shape.hanging,
                   cutter_, hyphenator);
    for (std::size_t i = 0; i < ranges.size(); ++i) {
      const bool last = i + 1 == ranges.size();
      lines.push_back(builder.build(ranges[i], i == 0 ? indent : shape.hanging,
                                    last               ? Line::Ending::last
                                    : ranges[i].hyphen ? Line::Ending::hyphen
                                                       : Line::Ending::soft));
    }
    begin = end + 1;
    first_segment = false;
  }
  return lines;
}

}  // namespace pressmark::pdf
