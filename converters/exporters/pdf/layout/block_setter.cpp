#include "converters/exporters/pdf/layout/block_setter.h"

#include <algorithm>

#include "converters/exporters/pdf/layout/list_labels.h"
#include "converters/exporters/pdf/layout/table_setter.h"
#include "core/base/match.h"
#include "core/model/walk.h"

namespace pressmark::pdf {
namespace {

// Chinese paragraphs are indented by two characters, Japanese ones by one.
Length paragraph_indent(const Place& place) {
  const std::string_view language = place.language;
  if (language.substr(0, 2) == "zh") return place.style.size * 2;
  if (language.substr(0, 2) == "ja") return place.style.size;
  return place.style.size * 13 / 10;
}

// Of a page's end behind a colon, away from what it announces.
constexpr int leading_on_cost = 150;

// Whether an item of a list has several paragraphs, so that space must tell it from the next one; a
// list below its words does not.
bool has_paragraphs(const Blocks& blocks) {
  return std::ranges::count_if(blocks, [](const Block& block) {
           return !std::holds_alternative<List>(block.node);
         }) > 1;
}

}  // namespace

void indent(Place& place, Length by) {
  by = std::clamp<Length>(place.width - 14 * place.style.size, 0, by);
  place.width -= by;
  if (!place.right_to_left) place.left += by;
}

bool is_blank(const std::string& text) {
  return text.find_first_not_of(" \t\n") == std::string::npos;
}

InlineContext BlockSetter::context_of(const Place& place, ElementId element) const {
  InlineContext context;
  context.style = place.style;
  context.language = place.language;
  context.element = element;
  return context;
}

ParagraphShape BlockSetter::shape_of(const Place& place) const {
  ParagraphShape shape;
  shape.left = place.left;
  shape.width = place.width;
  shape.leading = place.leading;
  shape.setting = place.setting;
  if (!shop_.style.justify && shape.setting == ParagraphShape::Setting::justified) {
    shape.setting = ParagraphShape::Setting::start;
  }
  if (!shop_.style.hyphenate) shape.hyphens = ParagraphShape::Hyphens::none;
  return shape;
}

void BlockSetter::set_text(ParagraphText text, const ParagraphShape& shape, const Place& place,
                           Sink& sink, Sink::Keep keep) {
  text.right_to_left = place.right_to_left;
  // Text of the body's size outside lists, whose spaces are half lines.
  const bool is_body = place.style.size == shop_.style.body_size &&
                       place.leading == shop_.style.leading && place.list_depth == 0;
  sink.add_lines(shop_.paragraphs.set(std::move(text), shape), keep, is_body ? place.leading : 0);
}

void BlockSetter::set(const Blocks& blocks, const Place& place, Sink& sink) {
  ++nested_;
  for (const Block& block : blocks) set_block(block, place, sink);
  --nested_;
}

void BlockSetter::set_top_level(const Block& block, const Place& place, Sink& sink) {
  nested_ = 1;
  set_block(block, place, sink);
  // Glyphs of long and joined words are kept for the block only.
  shop_.paragraphs.forget_long_texts();
}

void BlockSetter::set_headline(const Inlines& inlines, const Place& place, Sink& sink) {
  ParagraphShape shape = shape_of(place);
  shape.hyphens = ParagraphShape::Hyphens::none;
  const ElementId element = shop_.structure.add(Tag::heading, place.parent, place.language);
  shop_.structure.at(element).level = 1;
  ParagraphText text;
  shop_.inlines.set_measure(place.width);
  shop_.inlines.append(text, inlines, context_of(place, element));
  set_text(std::move(text), shape, place, sink, Sink::Keep::together);
  set_pending_notes(place.parent);
}

void BlockSetter::set_block(const Block& block, const Place& outer, Sink& sink) {
  Place place = outer;
  if (!block.language.empty() && block.language != outer.language) {
    place.language = block.language;
    if (block.direction == Direction::inherit) {
      place.right_to_left = is_right_to_left(block.language);
    }
  }
  if (block.direction != Direction::inherit) {
    place.right_to_left = block.direction == Direction::right_to_left;
  }
  const bool takes_lead_in = std::holds_alternative<Paragraph>(block.node);
  if (!takes_lead_in) lines_below_heading_ = -1;
  if (!takes_lead_in) finish_lead_in(place, sink);
  const bool takes_anchor = takes_lead_in || std::holds_alternative<Heading>(block.node);
  if (!block.id.empty() && !takes_anchor) {
    sink.anchor_next({0, block.id, place.parent});
  }
  std::visit(
      match{[&](const Paragraph& node) { set_paragraph(block, node, place, sink); },
            [&](const Heading& node) { set_heading(block, node, place, sink); },
            [&](const Quotation& node) { set_quotation(node, place, sink, block.from); },
            [&](const List& node) { set_list(node, place, sink, block.from); },
            [&](const DefinitionList& node) { set_definitions(node, place, sink, block.from); },
            [&](const Speech& node) { set_speech(node, place, sink); },
            [&](const Figure& node) { set_figure(node, place, sink, block.from); },
            [&](const Aside& node) { set_aside(node, place, sink, block.from); },
            [&](const Preformatted& node) { set_preformatted(node, place, sink, block.from); },
            [&](const Verse& node) { set_verse(node, place, sink, block.from); },
            [&](const Table& node) {
              TableSetter(*this).set(node, place, sink, block.from);
              flush_ = true;
            },
            [&](const Break&) { set_break(place, sink); }},
      block.node);
}

void BlockSetter::set_paragraph(const Block& block, const Paragraph& node, const Place& place,
                                Sink& sink) {
  if (!lead_in_ && set_image_paragraph(node.children, figure_caption_, place, sink, block.from)) {
    return;
  }
  ParagraphText text;
  const ElementId element =
      shop_.structure.add(Tag::paragraph, place.parent, place.language, block.from);
  if (!block.id.empty()) text.anchors.push_back({0, block.id, element});
  shop_.inlines.set_measure(place.width);
  if (lead_in_) {
    const LeadIn lead = std::move(lead_in_);
    lead_in_ = nullptr;
    lead(text, element);
  }
  shop_.inlines.append(text, node.children, context_of(place, element));
  ParagraphShape shape = shape_of(place);
  if (place.separation == Place::Separation::indent) {
    if (!flush_ && shape.setting != ParagraphShape::Setting::centre) {
      shape.first_indent = paragraph_indent(place);
    }
  } else if (!flush_) {
    sink.space(place.leading / 2);
  }
  flush_ = false;
  const bool leads_on = text.text.ends_with(':');
  const std::size_t first = sink.size();
  set_text(std::move(text), shape, place, sink, Sink::Keep::paragraph);
  if (leads_on) sink.discourage_end(leading_on_cost);
  keep_lines_below_heading(sink.size() - first, sink);
  set_pending_notes(place.parent);
}

// A heading with one line below it, such as the byline of an article in a book, is as lost at a
// page's foot as the heading alone: paragraphs of one line there stay with what follows them.
void BlockSetter::keep_lines_below_heading(std::size_t lines, Sink& sink) {
  constexpr int most = 3;  // so that a list of short paragraphs is divided all the same
  if (lines_below_heading_ < 0) return;
  const bool keeps = lines == 1 && lines_below_heading_ < most;
  lines_below_heading_ = keeps ? lines_below_heading_ + 1 : -1;
  if (keeps) sink.keep_with_next();
}

ElementId BlockSetter::set_line(const Inlines& inlines, Tag tag, const Place& place, Sink& sink,
                                Sink::Keep keep) {
  const ElementId element = shop_.structure.add(tag, place.parent, place.language);
  ParagraphText text;
  shop_.inlines.set_measure(place.width);
  shop_.inlines.append(text, inlines, context_of(place, element));
  set_text(std::move(text), shape_of(place), place, sink, keep);
  set_pending_notes(tag == Tag::paragraph || tag == Tag::heading ? place.parent : element);
  return element;
}

void BlockSetter::set_words(const std::string& words, const Place& place, Sink& sink) {
  set_line({text(words)}, Tag::paragraph, place, sink);
}

void BlockSetter::finish_lead_in(const Place& place, Sink& sink) {
  if (!lead_in_) return;
  const LeadIn lead = std::move(lead_in_);
  lead_in_ = nullptr;
  ParagraphText text;
  const ElementId element = shop_.structure.add(Tag::paragraph, place.parent, place.language);
  lead(text, element);
  set_text(std::move(text), shape_of(place), place, sink, Sink::Keep::paragraph);
  set_pending_notes(place.parent);
}

void BlockSetter::set_heading(const Block& block, const Heading& node, const Place& place,
                              Sink& sink) {
  const int level = shop_.structure.heading_level(node.level);
  const ElementId element =
      shop_.structure.add(Tag::heading, place.parent, place.language, block.from);
  shop_.structure.at(element).level = level;
  ParagraphText text;
  const std::string name = "section:" + std::to_string(++headings_);
  text.anchors.push_back({0, name, element});
  if (nested_ == 1) text.anchors.push_back({0, heading_destination(++body_headings_), element});
  if (!block.id.empty()) text.anchors.push_back({0, block.id, element});
  Place head = place;
  constexpr int percents[] = {100, 200, 140, 118, 104, 100, 100};
  const bool small = place.style.size < shop_.style.body_size;
  const int percent = small ? std::min(percents[level], 110) : percents[level];
  head.style.size = place.style.size * percent / 100;
  head.style.face.weight = Weight::bold;
  if (level >= 5) head.style.face.slant = Slant::italic;
  head.leading = std::max(place.leading, head.style.size * 6 / 5);
  head.setting = ParagraphShape::Setting::start;
  shop_.inlines.set_measure(place.width);
  shop_.inlines.append(text, node.children, context_of(head, element));
  std::string title = text_of(node.children);
  std::replace(title.begin(), title.end(), '\n', ' ');
  if (!is_blank(title)) {
    OutlineEntry entry;
    entry.title = title;
    entry.depth = level;
    entry.destination.name = name;
    entry.destination.element = element;
    shop_.layout.outline.push_back(std::move(entry));
  } else {
    // An empty heading is none.
    shop_.structure.at(element).tag = Tag::paragraph;
    shop_.structure.at(element).level = 0;
  }
  ParagraphShape shape = shape_of(head);
  shape.hyphens = ParagraphShape::Hyphens::none;
  set_heading_lines(std::move(text), shape, place, head, level, sink);
  set_pending_notes(place.parent);
  flush_ = true;
}

// A heading and its spaces take whole lines of the grid, the larger part of the space above it; at
// a page's top, where there is no space above, it is lowered.
void BlockSetter::set_heading_lines(ParagraphText words, const ParagraphShape& shape,
                                    const Place& place, const Place& head, int level, Sink& sink) {
  words.right_to_left = place.right_to_left;
  std::vector<Line> lines = shop_.paragraphs.set(std::move(words), shape);
  Length height = 0;
  for (const Line& line : lines) height += line.height;
  const Length grid = place.leading;
  const Length least = level <= 2 ? grid * 3 / 2 : grid;
  const Length after = std::min(head.style.size, grid) * 35 / 100;
  Length before = least;
  if (const Length over = (before + height + after) % grid; over > 0) before += grid - over;
  sink.space(before);
  const Length over = (height + after) % grid;
  if (over > 0) sink.space_at_top(grid - over);
  const std::size_t first = sink.size();
  sink.add_lines(std::move(lines), Sink::Keep::together);
  // Below a list of half lines, too, the text is as close to its heading as elsewhere.
  if (grid == shop_.style.leading) sink.align(first, grid, over > 0 ? grid - over : 0);
  sink.pad(after);
  sink.keep_with_next();
  lines_below_heading_ = 0;
}

void BlockSetter::set_quotation(const Quotation& node, Place place, Sink& sink, Location from) {
  place.parent = shop_.structure.add(Tag::block_quote, place.parent, place.language, from);
  const Length size = place.style.size;
  const Length space = node.pulled ? place.leading : place.leading / 2;
  const Length leading = place.leading;
  sink.space(space);
  const Place whole = place;
  indent(place, size * 2);
  const Length other_side = std::clamp<Length>(place.width - 14 * size, 0, size);
  if (place.right_to_left) place.left += other_side;
  place.width -= other_side;
  const std::size_t first = sink.size();
  if (node.pulled) {
    place.style.size = size * 125 / 100;
    place.leading = leading * 125 / 100;
    place.style.face.slant = Slant::italic;
    place.setting = ParagraphShape::Setting::centre;
  } else if (nested_ < 6) {
    place.style.size = size * 95 / 100;
  }
  flush_ = true;
  set(node.children, place, sink);
  if (!node.attribution.empty()) {
    sink.keep_with_next();
    Place line = place;
    line.setting = node.pulled ? ParagraphShape::Setting::centre : ParagraphShape::Setting::end;
    line.style.face.slant = Slant::upright;
    line.style.size = size * 90 / 100;
    line.leading = leading;
    lead_in_ = [&](ParagraphText& text, ElementId element) {
      shop_.inlines.append_text(text, "— ", context_of(line, element));
      shop_.inlines.append(text, node.attribution, context_of(line, element));
    };
    finish_lead_in(line, sink);
  }
  if (whole.leading == shop_.style.leading) sink.snap(first, leading);
  sink.space(space);
  flush_ = false;
}

void BlockSetter::set_label(const std::string& words, ElementId element, Length indent,
                            const Place& place, Sink& sink) {
  ParagraphText text;
  shop_.inlines.append_text(text, words + " ", context_of(place, element));
  text.right_to_left = place.right_to_left;
  ParagraphShape shape = shape_of(place);
  const Length gap = place.style.size * 45 / 100;
  shape.width = std::max<Length>(indent - gap, point);
  shape.left = place.right_to_left ? place.left + place.width + gap : place.left - indent;
  shape.setting = ParagraphShape::Setting::end;
  shape.hyphens = ParagraphShape::Hyphens::none;
  std::vector<Line> lines = shop_.paragraphs.set(std::move(text), shape);
  for (Line& line : lines) sink.label_next(std::move(line.items));
}

void BlockSetter::set_list(const List& node, Place place, Sink& sink, Location from) {
  const ElementId list = shop_.structure.add(Tag::list, place.parent, place.language, from);
  shop_.structure.at(list).numbering = node.numbering;
  const Length size = place.style.size;
  Length widest = 0;
  const std::int64_t last = std::int64_t{node.start} + static_cast<std::int64_t>(node.items.size());
  for (const std::int64_t number : {std::int64_t{node.start}, last - 1}) {
    const std::string label = list_label(node.numbering, number, place.list_depth);
    widest = std::max(widest, static_cast<Length>(label.size()) * size * 6 / 10);
  }
  const Length step = std::min(place.width / 3, std::max(size * 3 / 2, widest + size * 45 / 100));
  if (place.list_depth == 0) sink.space(place.leading / 2);
  Place inner = place;
  inner.width -= step;
  if (!inner.right_to_left) inner.left += step;
  inner.separation = Place::Separation::space;
  inner.list_depth = place.list_depth + 1;
  std::int64_t number = node.start;
  for (const Blocks& blocks : node.items) {
    const ElementId item = shop_.structure.add(Tag::list_item, list);
    const ElementId label = shop_.structure.add(Tag::label, item);
    inner.parent = shop_.structure.add(Tag::list_body, item);
    set_label(list_label(node.numbering, number++, place.list_depth), label, step, inner, sink);
    flush_ = true;
    set(blocks, inner, sink);
    if (sink.has_label()) sink.add_strut(place.leading);
    if (has_paragraphs(blocks)) sink.space(place.leading / 2);
  }
  if (place.list_depth == 0) sink.space(place.leading / 2);
  flush_ = false;
}

void BlockSetter::set_definitions(const DefinitionList& node, Place place, Sink& sink,
                                  Location from) {
  const ElementId list = shop_.structure.add(Tag::list, place.parent, place.language, from);
  Place term = place;
  term.style.face.weight = Weight::bold;
  term.setting = ParagraphShape::Setting::start;
  Place definition = place;
  indent(definition, place.style.size * 2);
  definition.separation = Place::Separation::space;
  sink.space(place.leading / 2);
  for (const DefinitionEntry& entry : node.entries) {
    const ElementId item = shop_.structure.add(Tag::list_item, list);
    const ElementId label = shop_.structure.add(Tag::label, item);
    for (const Inlines& words : entry.terms) {
      term.parent = label;
      set_line(words, Tag::span, term, sink, Sink::Keep::together);
      sink.keep_with_next();
    }
    definition.parent = shop_.structure.add(Tag::list_body, item);
    for (const Blocks& blocks : entry.definitions) {
      flush_ = true;
      set(blocks, definition, sink);
    }
  }
  sink.space(place.leading / 2);
  flush_ = false;
}

void BlockSetter::set_speech(const Speech& node, const Place& place, Sink& sink) {
  Place inner = place;
  inner.separation = Place::Separation::space;
  sink.space(place.leading / 2);
  flush_ = true;
  if (!node.speaker.empty()) {
    lead_in_ = [&](ParagraphText& text, ElementId paragraph) {
      InlineContext context = context_of(place, shop_.structure.add(Tag::span, paragraph));
      context.style.face.weight = Weight::bold;
      shop_.inlines.append(text, node.speaker, context);
      shop_.inlines.append_text(text, " ", context);
    };
  }
  set(node.children, inner, sink);
  finish_lead_in(inner, sink);
  sink.space(place.leading / 2);
  flush_ = false;
}

void BlockSetter::set_pending_notes(ElementId parent) {
  while (!shop_.notes.pending.empty()) {
    const std::vector<PendingNote> pending = std::move(shop_.notes.pending);
    shop_.notes.pending.clear();
    for (const PendingNote& note : pending) {
      const ElementId element = shop_.structure.add(Tag::note, parent, note.language);
      shop_.structure.at(element).id = note_destination(note.index);
      shop_.structure.at(element).note = note.index;
      const ElementId label = shop_.structure.add(Tag::label, element);
      Place place;
      place.left = shop_.style.column_left(shop_.layout.right_to_left);
      place.width = shop_.style.column_width();
      place.parent = element;
      place.language = note.language;
      place.right_to_left = shop_.layout.right_to_left;
      place.style.size = shop_.style.body_size * 82 / 100;
      if (shop_.style.old_style_figures) place.style.figures = Figures::old_style;
      place.leading = shop_.style.leading * 82 / 100;
      place.separation = Place::Separation::indent;
      const LeadIn outer_lead = std::move(lead_in_);
      const bool outer_flush = flush_;
      // No note is a part of the body, not even one of the headline.
      const int outer_nested = nested_;
      nested_ = std::max(nested_, 1);
      lead_in_ = [&](ParagraphText& text, ElementId) {
        InlineContext context = context_of(place, shop_.structure.add(Tag::link, label));
        text.anchors.push_back({text.text.size(), note_destination(note.index), element});
        context.link = static_cast<int>(text.links.size());
        text.links.push_back({context.element, "#" + mark_destination(note.index),
                              "Back to the mark of note " + note.label});
        context.style.rise = context.style.size * 33 / 100;
        context.style.size = context.style.size * 65 / 100;
        shop_.inlines.append_text(text, note.label, context);
        context = context_of(place, label);
        shop_.inlines.append_text(text, " ", context);
      };
      flush_ = true;
      Sink sink;
      set(note.note->children, place, sink);
      finish_lead_in(place, sink);
      lead_in_ = outer_lead;
      flush_ = outer_flush;
      nested_ = outer_nested;
      if (shop_.flow.notes.size() <= static_cast<std::size_t>(note.index)) {
        shop_.flow.notes.resize(static_cast<std::size_t>(note.index) + 1);
      }
      shop_.flow.notes[static_cast<std::size_t>(note.index)] = sink.take();
    }
  }
}

}  // namespace pressmark::pdf
