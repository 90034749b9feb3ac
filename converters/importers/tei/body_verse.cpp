// Verse.
#include <algorithm>

#include "converters/importers/tei/body_reader.h"

namespace pressmark::tei {

VerseLine BodyReader::verse_line(const XmlNode& line) {
  const std::string& rend = line.attribute("rend");
  const int steps = number_behind(rend, "indent-", 0);
  const int foreign = rend == "indent" ? 1 : number_behind(rend, "indent", 0);
  return {inlines(line), std::min(steps != 0 || state_.own ? steps : foreign, 1000)};
}

void BodyReader::verse(const XmlNode& element, Blocks& out) {
  Verse node;
  if (element.name == "l") {
    node.stanzas = {{verse_line(element)}};
    return add(out, element, std::move(node));
  }
  std::vector<VerseLine> loose;
  const auto flush = [&] {
    if (!loose.empty()) node.stanzas.push_back(std::move(loose));
    loose.clear();
  };
  const auto finish_verse = [&] {
    flush();
    if (!node.stanzas.empty()) add(out, element, std::move(node));
    node = Verse{};
  };
  for (const XmlNode& child : element.children) {
    if (child.name == "lg" && !state_.own && !only_lines(child)) {
      // A part of a poem with its own heading, page or stage direction.
      finish_verse();
      verse(child, out);
    } else if (child.name == "lg") {
      flush();
      std::vector<VerseLine> stanza;
      lines_of(child, stanza);
      if (!stanza.empty()) node.stanzas.push_back(std::move(stanza));
    } else if (child.name == "l") {
      loose.push_back(verse_line(child));
    } else if (child.name == "head") {
      out.push_back(paragraph(inlines(child)));
    } else if (is_layout(child) || child.name == "pb") {
      stray(child);
    } else if (!state_.own) {
      finish_verse();
      read({&child}, out, 2);
    }
  }
  finish_verse();
}

bool BodyReader::only_lines(const XmlNode& group) const {
  return std::ranges::all_of(group.children, [&](const XmlNode& child) {
    return is_layout(child) || child.name == "l" || (child.name == "lg" && only_lines(child));
  });
}

void BodyReader::lines_of(const XmlNode& group, std::vector<VerseLine>& lines) {
  for (const XmlNode& child : group.children) {
    if (child.name == "l") lines.push_back(verse_line(child));
    if (child.name == "lg") lines_of(child, lines);
  }
}

}  // namespace pressmark::tei
