// The blocks that stand apart from the text: figures, asides, computer code, verse, breaks.
#include <algorithm>

#include "converters/exporters/pdf/layout/block_setter.h"
#include "converters/exporters/pdf/layout/codes.h"
#include "converters/exporters/pdf/layout/list_labels.h"
#include "core/model/walk.h"

namespace pressmark::pdf {
namespace {

void make_smaller(Place& place, int percent) {
  place.style.size = place.style.size * percent / 100;
  place.leading = place.leading * percent / 100;
}

}  // namespace

// A paragraph of nothing but images: each stands on its own, in the middle of the measure.
bool BlockSetter::set_image_paragraph(const Inlines& inlines, const std::string& caption,
                                      const Place& place, Sink& sink, Location from) {
  bool found = false;
  for (const Inline& item : inlines) {
    if (std::holds_alternative<Image>(item.node)) {
      found = true;
    } else if (const auto* words = std::get_if<Text>(&item.node);
               (words == nullptr || !is_blank(words->text)) &&
               !std::holds_alternative<LineBreak>(item.node)) {
      return false;
    }
  }
  if (!found) return false;
  for (const Inline& item : inlines) {
    const auto* image = std::get_if<Image>(&item.node);
    if (image == nullptr) continue;
    const Location where = item.from.known() ? item.from : from;
    const auto size = shop_.inlines.image_size(*image, place.width);
    if (!item.id.empty()) sink.anchor_next({0, item.id, place.parent});
    if (!size) {
      shop_.context.diagnostics.report(missing_image, where,
                                       image->source.empty() ? image->resource : image->source);
      Place line = place;
      line.setting = ParagraphShape::Setting::centre;
      set_line(shop_.inlines.image_placeholder(*image), Tag::paragraph, line, sink);
      continue;
    }
    ContentId content = artifact;
    if (!(image->alt && image->alt->empty())) {
      const ElementId figure =
          shop_.structure.add(Tag::figure, place.parent, place.language, where);
      shop_.inlines.describe_image(figure, *image, caption, where);
      content = shop_.structure.add_content(figure);
    }
    sink.space(place.leading / 2);
    FlowItem block;
    block.height = size->height;
    block.items.emplace_back(PlacedImage{image->resource,
                                         place.left + (place.width - size->width) / 2, 0,
                                         size->width, size->height, content});
    const std::size_t first = sink.size();
    sink.add(std::move(block));
    if (figure_caption_.empty() && place.leading == shop_.style.leading) {
      sink.snap(first, place.leading);
    }
    sink.space(place.leading / 2);
  }
  flush_ = false;
  return true;
}

void BlockSetter::set_figure(const Figure& node, Place place, Sink& sink, Location from) {
  const Place outer = place;
  place.parent = shop_.structure.add(Tag::division, place.parent, place.language, from);
  sink.space(place.leading);
  const std::size_t first = sink.size();
  const std::string before = std::move(figure_caption_);
  figure_caption_ = text_of(node.caption);
  std::replace(figure_caption_.begin(), figure_caption_.end(), '\n', ' ');
  flush_ = true;
  set(node.content, place, sink);
  figure_caption_ = before;
  if (!node.caption.empty() || !node.credit.empty()) {
    if (sink.size() > first) sink.keep_with_next();
    sink.space(place.leading / 2);
    Place line = place;
    line.style.face.genre = Genre::sans;
    make_smaller(line, 82);
    line.setting = ParagraphShape::Setting::start;
    const ElementId caption = shop_.structure.add(Tag::caption, place.parent, place.language);
    ParagraphText text;
    shop_.inlines.append(text, node.caption, context_of(line, caption));
    if (!node.credit.empty()) {
      InlineContext context = context_of(line, caption);
      context.style.colour = Colour::muted;
      if (!text.empty()) shop_.inlines.append_text(text, " ", context);
      shop_.inlines.append(text, node.credit, context);
    }
    ParagraphShape shape = shape_of(line);
    PreparedParagraph prepared = shop_.paragraphs.prepare(std::move(text));
    if (shop_.paragraphs.widths(prepared).natural <= line.width) {
      shape.setting = ParagraphShape::Setting::centre;
    }
    prepared.text.right_to_left = place.right_to_left;
    sink.add_lines(shop_.paragraphs.set(prepared, shape), Sink::Keep::together);
    set_pending_notes(caption);
  }
  if (nested_ == 1) {
    sink.end_float(first, outer.leading, outer.leading);
  } else {
    sink.space(outer.leading);
  }
  flush_ = false;
}

void BlockSetter::set_aside(const Aside& node, Place place, Sink& sink, Location from) {
  const Place outer = place;
  place.parent = shop_.structure.add(Tag::division, place.parent, place.language, from);
  sink.space(place.leading);
  const std::size_t first = sink.size();
  const Length edge = std::min(place.style.size, place.width / 8);
  sink.begin_ground(place.left, place.width);
  place.left += edge;
  place.width -= 2 * edge;
  place.style.face.genre = Genre::sans;
  if (nested_ < 4) make_smaller(place, 88);
  place.setting = ParagraphShape::Setting::start;
  place.separation = Place::Separation::space;
  sink.add_strut(edge * 2 / 3);
  sink.keep_with_next();
  sink.close_up();
  if (!node.title.empty()) {
    Place title = place;
    title.style.face.weight = Weight::bold;
    set_line(node.title, Tag::paragraph, title, sink, Sink::Keep::together);
    sink.keep_with_next();
    sink.space(place.leading / 3);
  }
  flush_ = true;
  set(node.children, place, sink);
  sink.keep_with_next();
  sink.close_up();
  sink.add_strut(edge * 2 / 3);
  sink.end_ground();
  if (outer.leading == shop_.style.leading) sink.snap(first, outer.leading);
  sink.space(outer.leading);
  flush_ = false;
}

void BlockSetter::set_preformatted(const Preformatted& node, Place place, Sink& sink,
                                   Location from) {
  const Place outer = place;
  const ElementId paragraph =
      shop_.structure.add(Tag::paragraph, place.parent, place.language, from);
  const ElementId element = shop_.structure.add(Tag::code, paragraph);
  sink.space(place.leading / 2);
  const std::size_t first = sink.size();
  const Length edge = std::min(place.style.size * 2 / 3, place.width / 8);
  sink.begin_ground(place.left, place.width);
  place.left += edge;
  place.width -= 2 * edge;
  place.style.face.genre = Genre::mono;
  place.style.size = place.style.size * 80 / 100;
  place.leading = place.leading * 85 / 100;
  place.right_to_left = false;
  place.setting = ParagraphShape::Setting::start;
  InlineContext context = context_of(place, element);
  context.wrap = TextSpan::Wrap::anywhere;
  ParagraphText text;
  shop_.inlines.append_text(text, expand_tabs(node.text), context);
  ParagraphShape shape = shape_of(place);
  shape.hyphens = ParagraphShape::Hyphens::none;
  shape.first_line = ParagraphShape::FirstLine::of_each_line_feed;
  shape.hanging = std::min(place.style.size * 2, place.width / 4);
  sink.add_strut(edge / 2);
  sink.keep_with_next();
  set_text(std::move(text), shape, place, sink, Sink::Keep::paragraph);
  sink.keep_with_next();
  sink.add_strut(edge / 2);
  sink.end_ground();
  if (outer.leading == shop_.style.leading) sink.snap(first, outer.leading);
  sink.space(outer.leading / 2);
  flush_ = false;
}

void BlockSetter::set_verse(const Verse& node, Place place, Sink& sink, Location from) {
  const Length leading = place.leading;
  sink.space(leading / 2);
  indent(place, place.style.size * 2);
  place.setting = ParagraphShape::Setting::start;
  place.parent = shop_.structure.add(Tag::division, place.parent, place.language, from);
  bool first_stanza = true;
  for (const std::vector<VerseLine>& stanza : node.stanzas) {
    if (!first_stanza) sink.space(leading);
    first_stanza = false;
    const ElementId element = shop_.structure.add(Tag::paragraph, place.parent, place.language);
    for (std::size_t i = 0; i < stanza.size(); ++i) {
      ParagraphText text;
      shop_.inlines.append(text, stanza[i].children, context_of(place, element));
      if (i + 1 < stanza.size()) {
        shop_.inlines.append_text(text, "\n", context_of(place, element));
      }
      ParagraphShape shape = shape_of(place);
      shape.hyphens = ParagraphShape::Hyphens::none;
      shape.first_indent =
          std::min(place.style.size * std::clamp(stanza[i].indent, 0, 40), place.width / 2);
      shape.hanging = std::min(shape.first_indent + place.style.size * 2, place.width * 2 / 3);
      // Two lines of a stanza stay together at its ends.
      if (i == 1 || (i > 0 && i + 1 == stanza.size())) sink.keep_with_next();
      set_text(std::move(text), shape, place, sink, Sink::Keep::together);
    }
    set_pending_notes(place.parent);
  }
  sink.space(leading / 2);
  flush_ = false;
}

void BlockSetter::set_break(const Place& place, Sink& sink) {
  FlowItem item;
  item.height = place.leading;
  const Length width = std::min(place.style.size * 6, place.width);
  item.items.emplace_back(FilledRectangle{place.left + (place.width - width) / 2, place.leading / 2,
                                          width, point / 2, Colour::rule, artifact});
  sink.space(place.leading / 2);
  sink.add(std::move(item));
  sink.space(place.leading / 2);
  sink.keep_with_next();
  flush_ = true;
}

}  // namespace pressmark::pdf
