// The text element: its front matter, its divisions, and the texts of a collection.
#include <algorithm>
#include <array>

#include "converters/importers/tei/body_reader.h"

namespace pressmark::tei {
namespace {

// What may stand before the heading of a page without being text of the article.
bool is_page_furniture(const XmlNode& node) {
  constexpr std::array<std::string_view, 6> names = {"pb", "cb", "lb", "fw", "milestone", "anchor"};
  return std::ranges::find(names, node.name) != names.end();
}

// Whether a division says that it is a part of a larger text: its heading is no headline.
bool is_part_of_work(const XmlNode& division) {
  constexpr std::array<std::string_view, 8> parts = {"act",  "scene",   "chapter", "part",
                                                     "book", "section", "volume",  "canto"};
  return std::ranges::find(parts, division.attribute("type")) != parts.end();
}

// Takes the lines above the article out of the nodes of its div.
XmlNodes take_front(State& state, const XmlNode& element) {
  FrontMatter& front = state.document.front;
  XmlNodes rest;
  bool in_front = true;
  for (const XmlNode& node : element.children) {
    const std::string& type = node.attribute("type");
    if (is_space(node)) continue;
    if (in_front && node.name == "head" && type == "kicker" && front.kicker.empty()) {
      front.kicker = read_inlines(state, node);
    } else if (in_front && node.name == "head" && type == "sub" && front.deck.empty()) {
      front.deck = read_inlines(state, node);
    } else if (in_front && node.name == "head" && front.headline.empty()) {
      front.headline = read_inlines(state, node);
    } else if (in_front && node.name == "byline") {
      front.bylines.push_back(read_inlines(state, node));
    } else if (in_front && node.name == "dateline" && front.dateline.empty()) {
      front.dateline = read_inlines(state, node);
    } else if (!state.own && is_page_furniture(node)) {
      rest.push_back(&node);
    } else {
      in_front = false;
      rest.push_back(&node);
    }
  }
  return rest;
}

}  // namespace

void BodyReader::title_page(const XmlNode& page, Blocks& out) {
  FrontMatter& front = state_.document.front;
  for (const XmlNode& child : page.children) {
    const std::string& type = child.attribute("type");
    const bool title = child.name == "titlePart";
    if (child.name == "docTitle") {
      title_page(child, out);
    } else if (title && (type.empty() || type == "main") && front.headline.empty()) {
      front.headline = read_inlines(state_, child);
    } else if (title && (type == "sub" || type == "desc") && front.deck.empty()) {
      front.deck = read_inlines(state_, child);
    } else if (child.name == "byline") {
      front.bylines.push_back(read_inlines(state_, child));
    } else {
      read({&child}, out, 2);
    }
  }
}

Blocks read_blocks(State& state, const XmlNodes& nodes) {
  Blocks blocks;
  BodyReader reader(state);
  reader.read(nodes, blocks, 2);
  reader.finish(blocks);
  return blocks;
}

void read_text(State& state, const XmlNode& text) {
  const std::string language = usable_language(state, text);
  if (state.own || !language.empty()) state.document.language = language;
  state.document.direction = direction_of(text);
  BodyReader reader(state);
  Blocks& out = state.document.body;
  const auto body_part = [&](const XmlNode& body) {
    const XmlNode* article = body.child("div");
    const bool one_div =
        article != nullptr && std::ranges::all_of(body.children, [&](const XmlNode& node) {
          return &node == article || is_space(node);
        });
    const std::size_t first = out.size();
    if (one_div && !state.own && is_part_of_work(*article)) {
      reader.section(*article, out, 1);
      return;
    }
    reader.read(take_front(state, one_div ? *article : body), out, 1);
    if (one_div && !state.own) reader.hand_down(*article, first, out);
  };
  for (const XmlNode& part : text.children) {
    if (part.name == "body") {
      body_part(part);
    } else if (part.name == "front" && state.own) {
      continue;
    } else if (part.name == "front" || part.name == "group" || part.name == "back") {
      reader.read(children_of(part), out, 1);
    } else if (!state.own) {
      reader.read({&part}, out, 1);
    }
  }
  reader.finish(out);
}

void read_member(State& state, const XmlNode& text, Inlines title, Inlines byline) {
  Blocks& out = state.document.body;
  if (!title.empty()) out.push_back(Block{Heading{2, std::move(title)}});
  if (!byline.empty()) out.push_back(paragraph(std::move(byline)));
  BodyReader reader(state, true);
  const std::size_t first = out.size();
  reader.read(children_of(text), out, 2);
  reader.finish(out);
  reader.hand_down(text, first, out);
}

}  // namespace pressmark::tei
