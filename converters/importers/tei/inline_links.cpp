// Links, notes, images and ruby.
#include <algorithm>
#include <array>

#include "converters/importers/tei/inline_reader.h"
#include "core/model/walk.h"

namespace pressmark::tei {

void InlineReader::link(const XmlNode& element) {
  std::string target = element.attribute("target");
  if (state_.own && element.has("n")) target = element.attribute("n");
  // Several targets are separated by spaces; the first one is taken.
  target.resize(std::min(target.find(' '), target.size()));
  if (target.empty() || (!state_.own && target == "#")) return read_children(element);
  const auto apart = target.starts_with('#') ? state_.notes_apart.find(target.substr(1))
                                             : state_.notes_apart.end();
  if (apart != state_.notes_apart.end()) {
    const XmlNode& body = *apart->second;
    state_.notes_apart.erase(apart);
    return note(body, line_of(element));
  }
  Inlines children = inner(element);
  if (children.empty() && element.name == "ptr") children = {text(target)};
  add(element, Link{std::move(target), std::move(children)});
}

void InlineReader::note(const XmlNode& element, const std::string& mark) {
  if (state_.in_note) {
    add_text(" (", element.from);
    read_children(element);
    return add_text(")", element.from);
  }
  const std::string& n = mark.empty() ? element.attribute("n") : mark;
  const bool counted = std::ranges::all_of(n, [](char c) { return c >= '0' && c <= '9'; });
  const bool labelled = state_.own ? element.attribute("rend") == "labelled" : !counted;
  state_.in_note = true;
  Note node{labelled ? n : "", read_blocks(state_, children_of(element))};
  state_.in_note = false;
  add(element, std::move(node));
}

void InlineReader::ruby(const XmlNode& element) {
  const XmlNode* base = element.child("rb");
  const XmlNode* reading = element.child("rt");
  if (base == nullptr) return read_children(element);
  add(element, Ruby{inner(*base), reading == nullptr ? std::string{} : reading->all_text()});
}

void InlineReader::image(const XmlNode& element) {
  const XmlNode* graphic = element.name == "figure" ? element.child("graphic") : &element;
  if (graphic == nullptr) return other(element);
  const XmlNode* words = element.child(element.name == "figure" ? "figDesc" : "desc");
  if (element.name == "figure" && !state_.own) leave_out(element, {graphic, words});
  Image node;
  if (words != nullptr) node.alt = state_.own ? words->all_text() : line_of(*words);
  const std::string& reference = graphic->attribute("url");
  if (graphic->has("n") || reference.find("://") != std::string::npos) {
    node.source = graphic->has("n") ? graphic->attribute("n") : reference;
  } else if (const auto id = read_image(state_, reference, element.from)) {
    node.resource = *id;
  } else {
    if (node.alt && !node.alt->empty()) add_text(*node.alt, element.from);
    return;
  }
  add(element, std::move(node));
}

}  // namespace pressmark::tei
