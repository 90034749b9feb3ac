// Figures and floating texts.
#include "converters/importers/tei/body_reader.h"

namespace pressmark::tei {

void BodyReader::figure(const XmlNode& element, Blocks& out) {
  Figure node;
  XmlNodes rest;
  const XmlNode* words = element.child("figDesc");
  for (const XmlNode& child : element.children) {
    if (child.name == "head") {
      node.caption = inlines(child);
    } else if (child.name == "p" && child.attribute("rend") == "credit") {
      node.credit = inlines(child);
    } else if (child.name == "graphic") {
      // The description of the figure is that of its first image.
      XmlNode image;
      image.name = "figure";
      image.from = child.from;
      image.children.push_back(child);
      if (words != nullptr) image.children.push_back(*words);
      words = nullptr;
      image.attributes.emplace_back("rend", "inline");
      Inlines line = read_inlines(state_, XmlNodes{&image});
      if (!line.empty()) node.content.push_back(paragraph(std::move(line)));
    } else if (child.name != "figDesc") {
      rest.push_back(&child);
    }
  }
  read(rest, node.content, 2);
  if (!state_.own) descriptions(element, words, node.content);
  if (node.content.empty() && node.caption.empty() && node.credit.empty() && !state_.own) {
    return report_reduced(state_, element, "figure");
  }
  add(out, element, std::move(node));
}

void BodyReader::descriptions(const XmlNode& figure, const XmlNode* next, Blocks& out) {
  bool taken = next == nullptr;
  for (const XmlNode& child : figure.children) {
    if (child.name != "figDesc") continue;
    if (taken) {
      taken = false;  // the image has the first one
      continue;
    }
    Blocks words = mixed(child);
    for (Block& block : words) out.push_back(std::move(block));
  }
}

void BodyReader::aside(const XmlNode& element, Blocks& out) {
  const XmlNode* body = element.child("body");
  const XmlNode* div = body == nullptr ? nullptr : body->child("div");
  const XmlNode& inner = div != nullptr && body->children.size() <= 3 ? *div
                         : body != nullptr                            ? *body
                                                                      : element;
  const std::string& type = element.attribute("type");
  if (type == "frame") return read(children_of(inner), out, 2);
  if (!state_.own) return foreign_aside(element, out);
  Aside node;
  node.kind = type == "callout"      ? AsideKind::callout
              : type == "details"    ? AsideKind::details
              : type == "correction" ? AsideKind::correction
                                     : AsideKind::sidebar;
  XmlNodes rest;
  for (const XmlNode& child : inner.children) {
    if (child.name == "head" && node.title.empty()) {
      node.title = inlines(child);
    } else {
      rest.push_back(&child);
    }
  }
  read(rest, node.children, 1);
  add(out, element, std::move(node));
}

void BodyReader::foreign_aside(const XmlNode& element, Blocks& out) {
  Aside node;
  read(children_of(element), node.children, 1);
  add(out, element, std::move(node));
}

}  // namespace pressmark::tei
