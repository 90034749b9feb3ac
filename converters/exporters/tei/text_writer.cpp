#include "converters/exporters/tei/text_writer.h"

namespace pressmark::tei {

void TextWriter::reduced(const char* what, const Location& from) {
  diagnostics_.report(reduced_markup, from, what);
}

void TextWriter::write() {
  new_line().start("text").attribute_if("xml:lang", document_.language);
  if (document_.direction == Direction::left_to_right) xml_.attribute("style", "direction: ltr");
  if (document_.direction == Direction::right_to_left) xml_.attribute("style", "direction: rtl");
  new_line().start("body");
  new_line().start("div").attribute("type", "article");
  front();
  section(sections(document_.body));
  end_line();
  end_line();
  end_line();
}

void TextWriter::heading_line(const char* type, const Inlines& line) {
  if (line.empty()) return;
  new_line().start("head").attribute("type", type);
  inlines(line, Content::paragraph);
  xml_.end();
}

void TextWriter::front() {
  const FrontMatter& front = document_.front;
  if (is_article()) heading_line("kicker", front.kicker);
  heading_line("main", front.headline);
  heading_line("sub", front.deck);
  // Level 3 has no byline and no dateline: they are paragraphs there.
  const auto front_line = [&](const char* element, const Inlines& line) {
    new_line();
    if (is_article()) {
      xml_.start(element);
      inlines(line, Content::phrase);
    } else {
      xml_.start("p").attribute("rend", element);
      inlines(line, Content::paragraph);
    }
    xml_.end();
  };
  if (!is_article() && !front.kicker.empty()) front_line("kicker", front.kicker);
  for (const Inlines& byline : front.bylines) front_line("byline", byline);
  if (!front.dateline.empty()) front_line("dateline", front.dateline);
}

// Every block of the body is in one of the sections, so no text follows a child div, which TEI does
// not allow.
void TextWriter::section(const Section& section) {
  for (const Block* item : section.blocks) block(*item, Inside::section);
  for (const Section& child : section.sections) {
    const Heading& heading = std::get<Heading>(child.heading->node);
    new_line().start("div").attribute("type", "section");
    if (is_article()) xml_.attribute("subtype", "level-" + std::to_string(heading.level));
    new_line().start("head");
    wrapper(*child.heading);
    inlines(heading.children, Content::paragraph);
    xml_.end();
    this->section(child);
    end_line();
  }
}

}  // namespace pressmark::tei
