#include "converters/exporters/pdf/layout/line_builder.h"

#include <algorithm>
#include <numeric>

#include "core/base/match.h"
#include "core/base/utf8.h"

namespace pressmark::pdf {
namespace {

// Where a line's baseline lies below its top: the type stands in the middle of its leading.
Length baseline_of(Length leading, Length size) { return (leading - size) / 2 + size * 4 / 5; }

struct Hang {
  char32_t character;
  int hundredths;  // of the character's width
};
constexpr Hang at_end[] = {{'.', 70},  {',', 70},    {'-', 60},    {0x2010, 60}, {':', 40},
                           {';', 40},  {0x201D, 50}, {0x2019, 60}, {0x2013, 30}, {0x2014, 20},
                           {0xBB, 40}, {'!', 20},    {'?', 20}};
constexpr Hang at_start[] = {{0x201C, 50}, {0x2018, 60}, {0xAB, 40}, {0x201E, 50}};

template <std::size_t n>
int hundredths(const Hang (&table)[n], char32_t c) {
  for (const Hang& entry : table) {
    if (entry.character == c) return entry.hundredths;
  }
  return 0;
}

char32_t last_character(std::string_view text, std::size_t begin, std::size_t end) {
  std::size_t at = end - 1;
  while (at > begin && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80) --at;
  return utf8::decode(text, at).code_point;
}

}  // namespace

LineBuilder::LineBuilder(const PreparedParagraph& paragraph, const ParagraphShape& shape,
                         PieceCutter& cutter)
    : paragraph_(paragraph), shape_(shape), cutter_(cutter) {
  for (const TextSpan& span : paragraph.text.spans) size_ = std::max(size_, span.style.size);
}

Line LineBuilder::build(const LineRange& range, Length indent, Line::Ending ending) {
  Line line;
  line.ending = ending;
  Parts parts = collect(range);
  if (ending == Line::Ending::last) add_line_feed(parts, range.last);
  Length content = 0;
  Length trailing = 0;
  for (const Part& part : parts) (part.trailing ? trailing : content) += part.width;

  using Setting = ParagraphShape::Setting;
  const DisplayLine* display = display_of(range);
  Setting setting = display != nullptr ? Setting::centre : shape_.setting;
  const bool backwards = paragraph_.text.right_to_left;
  const Length available = shape_.width - indent;
  Length start_hang = 0;
  Length gap = available - content;
  if (setting == Setting::justified) {
    start_hang = backwards || indent != 0 ? 0 : hanging_start(parts);
    const Length hang = start_hang + (backwards ? 0 : hanging_end(parts));
    if (ending != Line::Ending::last || gap + hang < 0) justify(parts, gap + hang);
    content = 0;
    for (const Part& part : parts) {
      if (!part.trailing) content += part.width + part.added;
    }
    gap = available - content;
  }
  line.ragged_space = std::max<Length>(gap, 0);
  Length before = 0;  // from the side where the text begins
  if (setting == Setting::centre) before = gap / 2;
  if (setting == Setting::end) before = gap;
  before += indent - start_hang;

  reorder(parts);
  Length x =
      backwards ? shape_.left + shape_.width - before - content - trailing : shape_.left + before;
  const Length body_baseline = baseline_of(shape_.leading, std::min(size_, shape_.leading));
  Length above = body_baseline;
  Length below = shape_.leading - body_baseline;
  for (const Part& part : parts) {
    above = std::max(above, needed_above(part));
    below = std::max(below, needed_below(part));
  }
  if (display != nullptr) {
    // Half a line above and below it together keep the lines that follow on the page's grid.
    if (display != display_) above += shape_.leading / 2;
    if (ending == Line::Ending::last) below += shape_.leading - shape_.leading / 2;
    line.begins_display = display != display_;
  }
  display_ = display;
  line.height = above + below;
  std::vector<Length> places;
  places.reserve(parts.size());
  starts_.clear();
  for (const Part& part : parts) {
    places.push_back(x);
    paint(line, part, x, above);
    x += part.width + part.added;
  }
  order_logically(line);
  decorate(line, parts, places, above);
  add_links(line, parts, places, above);
  add_marks(line, ending == Line::Ending::last && range.last == paragraph_.pieces.size()
                      ? static_cast<std::uint32_t>(paragraph_.text.text.size()) + 1
                      : range.end);
  return line;
}

LineBuilder::Parts LineBuilder::collect(const LineRange& range) {
  Parts parts;
  for (std::size_t i = range.first; i < range.last; ++i) {
    const Piece& piece = paragraph_.pieces[i];
    if (piece.kind == Piece::Kind::line_feed) continue;
    Part part;
    part.piece = &piece;
    part.begin = i == range.first ? std::max(range.begin, piece.begin) : piece.begin;
    part.end = i + 1 == range.last ? std::min(range.end, piece.end) : piece.end;
    part.level = piece.level;
    part.shaped = piece.shaped;
    part.width = piece.width;
    const bool last = i + 1 == range.last;
    part.hyphen = last && range.hyphen;
    const bool whole = part.begin == piece.begin && part.end == piece.end;
    if (piece.kind == Piece::Kind::word && (!whole || part.hyphen) && !piece.substituted) {
      part.shaped =
          &cutter_.shape_part(paragraph_.text, piece, part.begin, part.end, part.hyphen ? "-" : "");
      part.width = cutter_.scaled(part.shaped->width, piece.font, piece.size);
    }
    if (piece.kind == Piece::Kind::space && stretches(paragraph_.text, shape_, piece)) {
      part.stretch = space_stretch(piece.width);
      part.shrink = space_shrink(piece.width);
    } else if (piece.end_kind == Piece::End::ideograph && !last) {
      part.stretch = ideograph_stretch(piece.size);
    }
    parts.push_back(part);
  }
  for (std::size_t i = parts.size(); i > 0; --i) {
    Part& part = parts[i - 1];
    if (part.piece->kind != Piece::Kind::space) break;
    part.trailing = true;
    part.stretch = part.shrink = 0;
    part.level = paragraph_.text.right_to_left ? 1 : 0;  // UAX 9, L1
  }
  return parts;
}

// A line feed is a space to readers, so that the words beside it stay apart.
void LineBuilder::add_line_feed(Parts& parts, std::size_t at) {
  if (at >= paragraph_.pieces.size()) return;
  const Piece& piece = paragraph_.pieces[at];
  Part part;
  part.piece = &piece;
  part.begin = piece.begin;
  part.end = piece.end;
  part.shaped = &cutter_.shaper().shape(" ", cutter_.context_of(paragraph_.text, piece));
  part.width = cutter_.scaled(part.shaped->width, piece.font, piece.size);
  part.level = paragraph_.text.right_to_left ? 1 : 0;
  part.trailing = true;
  parts.push_back(part);
}

// Spreads the gap over the stretch or shrink without loss from rounding. A line of a few words with
// holes between them is worse than one that ends early.
void LineBuilder::justify(Parts& parts, Length gap) const {
  Length total = 0;
  for (const Part& part : parts) total += gap >= 0 ? part.stretch : part.shrink;
  if (total == 0 || (gap > 0 && gap > total * 5)) return;
  if (gap < 0) gap = std::max(gap, -total);
  Length done = 0;
  Length sum = 0;
  for (Part& part : parts) {
    sum += gap >= 0 ? part.stretch : part.shrink;
    const Length place = gap * sum / total;
    part.added = place - done;
    done = place;
  }
}

Length LineBuilder::hanging_start(const Parts& parts) const {
  if (parts.empty() || parts[0].piece->kind != Piece::Kind::word) return 0;
  const Part& part = parts[0];
  if (part.shaped == nullptr || part.shaped->glyphs.empty()) return 0;
  const char32_t c = utf8::decode(paragraph_.text.text, part.begin).code_point;
  const int share = hundredths(at_start, c);
  return cutter_.scaled(part.shaped->glyphs[0].x_advance, part.piece->font, part.piece->size) *
         share / 100;
}

Length LineBuilder::hanging_end(const Parts& parts) const {
  for (std::size_t i = parts.size(); i > 0; --i) {
    const Part& part = parts[i - 1];
    if (part.trailing) continue;
    if (part.piece->kind != Piece::Kind::word || part.shaped->glyphs.empty()) return 0;
    const char32_t c =
        part.hyphen ? U'-' : last_character(paragraph_.text.text, part.begin, part.end);
    const int share = hundredths(at_end, c);
    return cutter_.scaled(part.shaped->glyphs.back().x_advance, part.piece->font,
                          part.piece->size) *
           share / 100;
  }
  return 0;
}

// UAX 9, L2.
void LineBuilder::reorder(Parts& parts) {
  std::uint8_t highest = 0;
  std::uint8_t lowest_odd = 255;
  for (const Part& part : parts) {
    highest = std::max(highest, part.level);
    if ((part.level & 1) != 0) lowest_odd = std::min(lowest_odd, part.level);
  }
  for (int level = highest; level >= lowest_odd && level > 0; --level) {
    for (std::size_t i = 0; i < parts.size();) {
      if (parts[i].level < level) {
        ++i;
        continue;
      }
      std::size_t end = i;
      while (end < parts.size() && parts[end].level >= level) ++end;
      std::reverse(parts.begin() + static_cast<std::ptrdiff_t>(i),
                   parts.begin() + static_cast<std::ptrdiff_t>(end));
      i = end;
    }
  }
}

// Painted in the order of the text, so that what reads the page's content in its order reads the
// text: where each run stands does not depend on it.
void LineBuilder::order_logically(Line& line) const {
  if (std::is_sorted(starts_.begin(), starts_.end())) return;
  std::vector<std::size_t> order(line.items.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return starts_[a] < starts_[b]; });
  std::vector<Item> items;
  items.reserve(order.size());
  for (const std::size_t index : order) items.push_back(std::move(line.items[index]));
  line.items = std::move(items);
}

void LineBuilder::paint(Line& line, const Part& part, Length x, Length baseline) {
  if (part.piece->kind == Piece::Kind::object) {
    paint_object(line, part, x, baseline);
    return;
  }
  paint_glyphs(line, part, x, baseline);
  if (part.hyphen) paint_hyphen(line, part, x, baseline);
}

void LineBuilder::paint_glyphs(Line& line, const Part& part, Length x, Length baseline) {
  const Piece& piece = *part.piece;
  const TextSpan& span = paragraph_.text.spans[piece.span];
  const bool backwards = (part.level & 1) != 0;
  const bool space = piece.kind == Piece::Kind::space || piece.kind == Piece::Kind::line_feed;
  // A line's end shows one space however many there were, so that words stay apart.
  const std::size_t count = part.trailing ? 1 : space ? piece.space_count() : 1;
  GlyphRun* run = line.items.empty() ? nullptr : std::get_if<GlyphRun>(&line.items.back());
  const Length y = baseline - span.style.rise;
  const bool joins = run != nullptr && !piece.substituted && !run->actual_text &&
                     run->font == piece.font && run->size == piece.size && run->y == y &&
                     run->right_to_left == backwards && run->colour == span.style.colour &&
                     run->content == span.content &&
                     (backwards ? part.end == starts_.back() : part.begin == run_end_);
  if (!joins) {
    GlyphRun fresh;
    fresh.font = piece.font;
    fresh.size = piece.size;
    fresh.x = x;
    fresh.y = y;
    fresh.right_to_left = backwards;
    fresh.colour = span.style.colour;
    fresh.content = span.content;
    line.items.emplace_back(std::move(fresh));
    starts_.push_back(part.begin);
    run_end_ = part.end;
    run = &std::get<GlyphRun>(line.items.back());
  }
  if (backwards) {
    starts_.back() = part.begin;
  } else {
    run_end_ = part.end;
  }
  std::string own;
  if (space) {
    own.assign(count, ' ');
  } else if (piece.substituted) {
    utf8::append(own, cutter_.shaper().fonts().font(piece.font).glyph_for(U'\uFFFD') != 0
                          ? U'\uFFFD'
                          : U'\u25A1');
    run->actual_text = paragraph_.text.text.substr(part.begin, part.end - part.begin);
  } else {
    own = paragraph_.text.text.substr(part.begin, part.end - part.begin);
  }
  std::uint32_t shift = 0;
  if (backwards) {
    // What stands to the right of earlier parts comes before them in the text.
    for (Glyph& glyph : run->glyphs) glyph.cluster += static_cast<std::uint32_t>(own.size());
    run->text.insert(0, own);
  } else {
    shift = static_cast<std::uint32_t>(run->text.size());
    run->text += own;
  }
  const auto scale = [&](int units) { return cutter_.scaled(units, piece.font, piece.size); };
  for (std::size_t copy = 0; copy < count; ++copy) {
    std::int64_t units = 0;
    Length done = 0;
    const std::size_t glyphs = part.shaped->glyphs.size() - (part.hyphen ? 1 : 0);
    for (std::size_t i = 0; i < glyphs; ++i) {
      const ShapedGlyph& glyph = part.shaped->glyphs[i];
      units += glyph.x_advance;
      const Length place = cutter_.scaled(units, piece.font, piece.size);
      const std::size_t offset = space ? (backwards ? count - 1 - copy : copy) : glyph.cluster;
      run->glyphs.push_back({glyph.id, place - done, scale(glyph.x_offset), scale(glyph.y_offset),
                             shift + static_cast<std::uint32_t>(offset)});
      done = place;
    }
  }
  if (!run->glyphs.empty()) run->glyphs.back().advance += part.added;
}

// The hyphen is no character of the text: readers get the word without it.
void LineBuilder::paint_hyphen(Line& line, const Part& part, Length x, Length baseline) {
  const Piece& piece = *part.piece;
  const TextSpan& span = paragraph_.text.spans[piece.span];
  const ShapedGlyph& glyph = part.shaped->glyphs.back();
  GlyphRun run;
  run.font = piece.font;
  run.size = piece.size;
  const Length advance = cutter_.scaled(glyph.x_advance, piece.font, piece.size);
  run.x = x + part.width - advance;
  run.y = baseline - span.style.rise;
  run.text = "-";
  run.actual_text = std::string();
  run.colour = span.style.colour;
  run.content = span.content;
  run.glyphs.push_back({glyph.id, advance, 0, 0, 0});
  line.items.emplace_back(std::move(run));
  starts_.push_back(part.end);
  run_end_ = part.end;
}

void LineBuilder::paint_object(Line& line, const Part& part, Length x, Length baseline) {
  const auto& object = paragraph_.objects[part.piece->object];
  std::visit(match{[&](const InlineImage& image) {
                     starts_.push_back(part.begin);
                     line.items.emplace_back(PlacedImage{image.resource, x, baseline - image.height,
                                                         image.width, image.height, image.content});
                   },
                   [&](const InlineRuby&) {
                     starts_.resize(line.items.size(), part.begin);
                     paint_pieces(line, object.base, object.base_pieces,
                                  x + (object.width - object.base_width) / 2, baseline);
                     const Length size = object.base.spans[0].style.size;
                     paint_pieces(line, object.reading, object.reading_pieces,
                                  x + (object.width - object.reading_width) / 2,
                                  baseline - size * 19 / 20);
                     starts_.resize(line.items.size(), part.begin);
                     run_end_ = 0;
                   }},
             paragraph_.text.objects[part.piece->object].what);
}

void LineBuilder::paint_pieces(Line& line, const ParagraphText& text,
                               const std::vector<Piece>& pieces, Length x, Length baseline) {
  PreparedParagraph part;
  part.text = text;
  const ParagraphShape shape;
  LineBuilder builder(part, shape, cutter_);
  builder.starts_.resize(line.items.size());
  for (const Piece& piece : pieces) {
    if (piece.shaped == nullptr) continue;
    Part one;
    one.piece = &piece;
    one.begin = piece.begin;
    one.end = piece.end;
    one.shaped = piece.shaped;
    one.width = piece.width;
    one.level = piece.level;
    builder.paint_glyphs(line, one, x, baseline);
    x += piece.width;
  }
}

void LineBuilder::decorate(Line& line, const Parts& parts, const std::vector<Length>& places,
                           Length baseline) const {
  for (std::size_t i = 0; i < parts.size();) {
    const TextStyle& style = paragraph_.text.spans[parts[i].piece->span].style;
    std::size_t end = i + 1;
    while (end < parts.size() && !parts[end].trailing &&
           paragraph_.text.spans[parts[end].piece->span].style.decoration == style.decoration) {
      ++end;
    }
    const Part& last = parts[end - 1];
    const Length x = places[i];
    const Length width = places[end - 1] + last.width + last.added - x;
    const Length thickness = std::max(style.size / 18, point / 3);
    const auto rule = [&](Length y, Length height, Colour colour) {
      const FilledRectangle rectangle = {x, y, width, height, colour, artifact};
      if (colour == Colour::tint) {
        line.items.insert(line.items.begin(), rectangle);
      } else {
        line.items.emplace_back(rectangle);
      }
    };
    if (!parts[i].trailing) {
      if (style.decoration.underline) {
        rule(baseline + style.size / 9, thickness, style.colour);
      }
      if (style.decoration.strike) {
        rule(baseline - style.size / 4, thickness, style.colour);
      }
      if (style.decoration.highlight) {
        rule(baseline - style.size * 9 / 10, style.size * 6 / 5, Colour::tint);
      }
    }
    i = end;
  }
}

void LineBuilder::add_links(Line& line, const Parts& parts, const std::vector<Length>& places,
                            Length baseline) const {
  for (std::size_t i = 0; i < parts.size();) {
    const int link = paragraph_.text.spans[parts[i].piece->span].link;
    std::size_t end = i + 1;
    while (end < parts.size() && !parts[end].trailing &&
           paragraph_.text.spans[parts[end].piece->span].link == link) {
      ++end;
    }
    if (link >= 0 && !parts[i].trailing) {
      const LinkSpan& target = paragraph_.text.links[link];
      const TextStyle& style = paragraph_.text.spans[parts[i].piece->span].style;
      const Part& last = parts[end - 1];
      line.links.push_back({target.element, target.target, target.contents, places[i],
                            baseline - style.rise - style.size,
                            places[end - 1] + last.width + last.added - places[i],
                            style.size * 5 / 4});
    }
    i = end;
  }
}

void LineBuilder::add_marks(Line& line, std::uint32_t end) {
  const ParagraphText& text = paragraph_.text;
  while (next_note_ < text.notes.size() && text.notes[next_note_].at < end) {
    line.notes.push_back(text.notes[next_note_++].note);
  }
  while (next_anchor_ < text.anchors.size() && text.anchors[next_anchor_].at < end) {
    line.anchors.push_back(text.anchors[next_anchor_++]);
  }
}

const DisplayLine* LineBuilder::display_of(const LineRange& range) const {
  const auto& displays = paragraph_.text.displays;
  const auto found =
      std::find_if(displays.begin(), displays.end(), [&](const DisplayLine& display) {
        return display.begin <= range.begin && range.end <= display.end + 1 &&
               range.begin < display.end;
      });
  return found == displays.end() ? nullptr : &*found;
}

Length LineBuilder::needed_above(const Part& part) const {
  if (part.piece->kind == Piece::Kind::object) {
    return paragraph_.objects[part.piece->object].above;
  }
  const TextStyle& style = paragraph_.text.spans[part.piece->span].style;
  return part.piece->size * 4 / 5 + style.rise;
}

Length LineBuilder::needed_below(const Part& part) const {
  if (part.piece->kind == Piece::Kind::object) return 0;
  const TextStyle& style = paragraph_.text.spans[part.piece->span].style;
  return part.piece->size / 5 - style.rise;
}

}  // namespace pressmark::pdf
