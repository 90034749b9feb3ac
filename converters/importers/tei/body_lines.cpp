// What stands between blocks without being one: lines of inlines, notes, lines of verse.
#include <algorithm>
#include <array>

#include "converters/importers/tei/body_reader.h"

namespace pressmark::tei {

bool BodyReader::between_blocks(const XmlNode& node) {
  constexpr std::array<std::string_view, 9> names = {
      "note", "stage", "kinesic", "vocal", "incident", "writing", "address", "docImprint", "q"};
  return std::ranges::find(names, node.name) != names.end();
}

bool BodyReader::ends_line(const XmlNodes& nodes, std::size_t next) const {
  while (next < nodes.size() && is_space(*nodes[next])) ++next;
  return next == nodes.size() || stands_alone(*nodes[next]) || between_blocks(*nodes[next]) ||
         nodes[next]->name == "pb" || nodes[next]->name == "lb";
}

const XmlNode* BodyReader::next_element(const XmlNodes& nodes, std::size_t next) {
  while (next < nodes.size() && is_space(*nodes[next])) ++next;
  return next == nodes.size() ? nullptr : nodes[next];
}

void BodyReader::lone(const XmlNode& node, const XmlNode* next, Blocks& out) {
  if (node.name != "note") {
    Inlines line = read_inlines(state_, XmlNodes{&node});
    if (!line.empty()) out.push_back(paragraph(with_pages(std::move(line))));
    return;
  }
  if (node.attribute("type") == "speaker" && next != nullptr && next->name == "u") {
    announced_ = inlines(node);
    return;
  }
  auto* before = out.empty() ? nullptr : std::get_if<Paragraph>(&out.back().node);
  if (!node.has("place")) {
    // The reporter's remark, as in the minutes of a debate.
    Blocks remark = mixed(node);
    for (Block& block : remark) out.push_back(in_italics(std::move(block)));
  } else if (before != nullptr && !before->children.empty()) {
    auto* words = std::get_if<Text>(&before->children.back().node);
    while (words != nullptr && words->text.ends_with(' ')) words->text.pop_back();
    for (Inline& item : read_inlines(state_, XmlNodes{&node})) {
      before->children.push_back(std::move(item));
    }
  } else {
    add(out, node, Aside{AsideKind::sidebar, {}, mixed(node)});
  }
}

Block BodyReader::in_italics(Block block) {
  auto* node = std::get_if<Paragraph>(&block.node);
  if (node == nullptr || node->children.empty()) return block;
  node->children = {styled(Style::italic, std::move(node->children))};
  return block;
}

void BodyReader::loose_line(const XmlNodes& nodes, Blocks& out) {
  Inlines line = read_inlines(state_, nodes);
  if (state_.own) return out.push_back(paragraph(std::move(line)));
  const bool words = std::ranges::any_of(line, [](const Inline& item) {
    const auto* text = std::get_if<Text>(&item.node);
    if (text != nullptr) return text->text.find_first_not_of(' ') != std::string::npos;
    return !std::holds_alternative<PageMark>(item.node) &&
           !std::holds_alternative<LineBreak>(item.node);
  });
  if (words) return out.push_back(paragraph(with_pages(std::move(line))));
  for (Inline& item : line) {
    if (std::holds_alternative<PageMark>(item.node)) pending_.push_back(std::move(item));
  }
}

std::size_t BodyReader::loose_verse(const XmlNodes& nodes, std::size_t first, Blocks& out) {
  std::vector<VerseLine> lines;
  std::size_t last = first;
  for (std::size_t i = first; i < nodes.size(); ++i) {
    if (is_space(*nodes[i])) continue;
    if (nodes[i]->name != "l") break;
    lines.push_back(verse_line(*nodes[i]));
    last = i;
  }
  out.push_back(Block{Verse{{std::move(lines)}}});
  return last;
}

}  // namespace pressmark::tei
