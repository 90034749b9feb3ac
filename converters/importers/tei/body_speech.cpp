// Speeches of plays and utterances of debates.
#include <algorithm>

#include "converters/importers/tei/body_reader.h"

namespace pressmark::tei {

void BodyReader::speech(const XmlNode& element, Blocks& out) {
  Speech node;
  XmlNodes rest;
  for (const XmlNode& child : element.children) {
    if (child.name == "speaker" && node.speaker.empty()) {
      node.speaker = inlines(child);
    } else {
      rest.push_back(&child);
    }
  }
  if (element.name == "u") {
    utterance(rest, node.children);
    if (announced_) node.speaker = std::move(*announced_);
    announced_.reset();
  } else {
    read(rest, node.children, 2);
  }
  if (node.children.empty() && !state_.own) {
    if (node.speaker.empty()) return report_reduced(state_, element, element.name);
    return out.push_back(paragraph(std::move(node.speaker)));
  }
  if (node.speaker.empty() && !state_.own) node.speaker = speaker_of(element);
  add(out, element, std::move(node));
}

void BodyReader::utterance(const XmlNodes& nodes, Blocks& out) {
  XmlNodes between;
  for (const XmlNode* node : nodes) {
    if (node->name != "seg") {
      between.push_back(node);
      continue;
    }
    read(between, out, 2);
    between.clear();
    add(out, *node, Paragraph{inlines(*node)});
  }
  read(between, out, 2);
}

Inlines BodyReader::speaker_of(const XmlNode& element) const {
  std::string who = element.attribute("who");
  who.resize(std::min(who.find(' '), who.size()));
  if (who.starts_with('#')) who.erase(0, 1);
  const auto known = state_.people.find(who);
  if (known != state_.people.end() && !known->second.empty()) who = known->second;
  return who.empty() ? Inlines{} : Inlines{text(who)};
}

}  // namespace pressmark::tei
