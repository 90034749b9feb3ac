#include "converters/exporters/pdf/layout/contents.h"

#include <algorithm>
#include <map>

#include "converters/exporters/pdf/layout/page_maker.h"
#include "core/model/walk.h"

namespace pressmark::pdf {
namespace {

constexpr int most_depth = 2;

void add_rule(const Place& place, Sink& sink) {
  FlowItem rule;
  rule.height = place.leading / 2;
  rule.items.emplace_back(
      FilledRectangle{place.left, 0, place.width, point / 2, Colour::rule, artifact});
  sink.add(std::move(rule));
}

}  // namespace

void ContentsSetter::collect_entries() {
  int number = 0;
  int outermost = 6;
  for (const Block& block : blocks_.shop().article.body) {
    const auto* heading = std::get_if<Heading>(&block.node);
    if (heading == nullptr) continue;
    Entry entry;
    entry.target = heading_destination(++number);
    entry.title = text_of(heading->children);
    std::replace(entry.title.begin(), entry.title.end(), '\n', ' ');
    if (is_blank(entry.title)) continue;
    entry.depth = heading->level;
    entry.anchor = "contents:" + std::to_string(number);
    outermost = std::min(outermost, heading->level);
    entries_.push_back(std::move(entry));
  }
  for (Entry& entry : entries_) entry.depth -= outermost;
  std::erase_if(entries_, [](const Entry& entry) { return entry.depth > most_depth; });
  if (entries_.size() < 2) entries_.clear();
}

void ContentsSetter::set_lines(Place place, Sink& sink) {
  collect_entries();
  if (entries_.empty()) return;
  place_ = std::move(place);
  place_.setting = ParagraphShape::Setting::start;
  place_.style.face.genre = Genre::sans;
  place_.style.size = place_.style.size * 86 / 100;
  const ElementId contents =
      blocks_.shop().structure.add(Tag::contents, place_.parent, place_.language);
  const std::size_t first = sink.size();
  add_rule(place_, sink);
  sink.keep_with_next();
  for (Entry& entry : entries_) set_line(entry, contents, sink);
  sink.keep_with_next();
  sink.space(place_.leading / 3);
  add_rule(place_, sink);
  sink.snap(first, place_.leading);
  sink.space(place_.leading / 2);
}

void ContentsSetter::set_line(Entry& entry, ElementId contents, Sink& sink) {
  Workshop& shop = blocks_.shop();
  entry.item = shop.structure.add(Tag::contents_item, contents);
  entry.link = shop.structure.add(Tag::link, shop.structure.add(Tag::reference, entry.item));
  ParagraphText text;
  text.right_to_left = place_.right_to_left;
  text.links.push_back({entry.link, "#" + entry.target, entry.title});
  InlineContext context;
  context.style = place_.style;
  context.language = place_.language;
  context.element = entry.link;
  context.link = 0;
  shop.inlines.append_text(text, entry.title, context);
  text.anchors.push_back({text.text.size() - 1, entry.anchor, entry.link});
  entry.number = shop.structure.add_content(entry.link);
  Place place = place_;
  indent(place, place_.style.size * 3 / 2 * entry.depth);
  const Length column = place_.style.size * 3;  // of the numbers
  ParagraphShape shape;
  shape.left = place.right_to_left ? place.left + column : place.left;
  shape.width = place.width - column;
  shape.hanging = place.style.size;
  shape.leading = place.leading;
  shape.setting = place.setting;
  shape.hyphens = ParagraphShape::Hyphens::none;
  sink.add_lines(shop.paragraphs.set(std::move(text), shape), Sink::Keep::together);
}

void ContentsSetter::add_numbers() {
  if (entries_.empty()) return;
  std::map<std::string, Destination, std::less<>> by_name;
  for (const Destination& destination : blocks_.shop().layout.destinations) {
    by_name.emplace(destination.name, destination);
  }
  for (const Entry& entry : entries_) {
    const auto line = by_name.find(entry.anchor);
    const auto heading = by_name.find(entry.target);
    if (line != by_name.end() && heading != by_name.end()) {
      add_number(entry, line->second, heading->second);
    }
  }
}

void ContentsSetter::add_number(const Entry& entry, const Destination& line,
                                const Destination& heading) {
  Workshop& shop = blocks_.shop();
  shop.structure.at(entry.item).target = heading.element;
  const std::string label = shop.layout.pages[static_cast<std::size_t>(heading.page)].label;
  ParagraphText text;
  text.text = label;
  text.right_to_left = place_.right_to_left;
  text.links.push_back({entry.link, "#" + entry.target, entry.title});
  TextSpan span;
  span.end = label.size();
  span.style = place_.style;
  span.language = place_.language;
  span.content = entry.number;
  span.link = 0;
  text.spans = {span};
  ParagraphShape shape;
  shape.left = place_.left;
  shape.width = place_.width;
  shape.leading = place_.leading;
  shape.setting = ParagraphShape::Setting::end;
  shape.hyphens = ParagraphShape::Hyphens::none;
  std::vector<Line> lines = shop.paragraphs.set(std::move(text), shape);
  if (lines.empty()) return;
  Page& page = shop.layout.pages[static_cast<std::size_t>(line.page)];
  for (Item& item : lines.front().items) {
    // Readers join the title and the number as they stand in the structure.
    if (auto* run = std::get_if<GlyphRun>(&item)) run->actual_text = " " + label;
    move(item, 0, line.y);
    page.items.push_back(std::move(item));
  }
  for (LinkArea& area : lines.front().links) {
    area.y += line.y;
    page.links.push_back(std::move(area));
  }
  sort_items(page);
}

}  // namespace pressmark::pdf
