// Lists, definition lists and lists of a cast.
#include <algorithm>

#include "converters/importers/tei/body_reader.h"

namespace pressmark::tei {

void BodyReader::cast(const XmlNode& element, Blocks& out) {
  List node;
  for (const XmlNode& child : element.children) {
    if (child.name == "head") {
      add(out, child, Paragraph{inlines(child)});
    } else if (child.name == "castItem") {
      node.items.push_back({paragraph(inlines(child))});
    } else if (child.name == "castGroup") {
      node.items.emplace_back();
      cast(child, node.items.back());
    } else {
      stray(child);
    }
  }
  std::erase_if(node.items, [](const Blocks& item) { return item.empty(); });
  if (!node.items.empty()) add(out, element, std::move(node));
}

void BodyReader::list(const XmlNode& element, Blocks& out) {
  if (element.child("label") != nullptr && (!state_.own || element.attribute("type") == "gloss")) {
    return definition_list(element, out);
  }
  List node;
  const std::string& rend = element.attribute("rend");
  const std::string& type = element.attribute("type");
  if (has_word(rend, "numbered") || has_word(rend, "ordered") || type == "ordered") {
    node.numbering = has_word(rend, "lower-alpha")   ? Numbering::lower_alpha
                     : has_word(rend, "upper-alpha") ? Numbering::upper_alpha
                     : has_word(rend, "lower-roman") ? Numbering::lower_roman
                     : has_word(rend, "upper-roman") ? Numbering::upper_roman
                                                     : Numbering::decimal;
  }
  for (const XmlNode& child : element.children) {
    if (child.name == "head") {
      out.push_back(paragraph(inlines(child)));
    } else if (child.name == "item" || child.name.starts_with("bibl")) {
      if (node.items.empty() && node.numbering != Numbering::none) {
        node.start = whole(child.attribute("n"), 1);
      }
      node.items.push_back(mixed(child));
    } else if (child.name == "listBibl" || child.name == "list") {
      node.items.emplace_back();
      list(child, node.items.back());
    } else {
      stray(child);
    }
  }
  std::erase_if(node.items, [&](const Blocks& item) { return item.empty() && !state_.own; });
  if (!node.items.empty()) add(out, element, std::move(node));
}

void BodyReader::definition_list(const XmlNode& element, Blocks& out) {
  DefinitionList node;
  for (const XmlNode& child : element.children) {
    if (child.name == "label") {
      node.entries.emplace_back();
      terms(child, node.entries.back());
    } else if (child.name == "item") {
      if (node.entries.empty()) node.entries.emplace_back();
      definitions(child, node.entries.back());
    } else if (child.name == "head") {
      out.push_back(paragraph(inlines(child)));
    } else if (child.name == "headLabel" || child.name == "headItem") {
      out.push_back(paragraph(inlines(child)));
    } else {
      stray(child);
    }
  }
  std::erase_if(node.entries, [](const DefinitionEntry& entry) {
    return entry.terms.empty() && entry.definitions.empty();
  });
  if (!node.entries.empty()) add(out, element, std::move(node));
}

void BodyReader::terms(const XmlNode& label, DefinitionEntry& entry) {
  const std::string& rend = label.attribute("rend");
  if (rend == "none") return;
  if (rend != "terms") return entry.terms.push_back(inlines(label));
  for (const XmlNode& child : label.children) {
    if (child.name == "term") entry.terms.push_back(inlines(child));
  }
}

void BodyReader::definitions(const XmlNode& item, DefinitionEntry& entry) {
  const std::string& rend = item.attribute("rend");
  if (rend == "none") return;
  const XmlNode* list = rend == "definitions" ? item.child("list") : nullptr;
  if (list == nullptr) return entry.definitions.push_back(mixed(item));
  for (const XmlNode& child : list->children) {
    if (child.name == "item") entry.definitions.push_back(mixed(child));
  }
}

}  // namespace pressmark::tei
