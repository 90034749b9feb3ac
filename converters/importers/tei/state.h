// converters/importers/tei/state.h: what the readers of header, blocks and inlines share.
#pragma once

#include <map>
#include <set>
#include <string>

#include "converters/common/xml_reader.h"
#include "core/model/document.h"
#include "core/pipeline/context.h"

namespace pressmark::tei {

// Some of an element's children: pointers, so that dividing them copies no text.
using XmlNodes = std::vector<const XmlNode*>;
XmlNodes children_of(const XmlNode& element);

struct State {
  Document& document;
  Context& context;
  // Whether the file is one of ours: then white space is exact and notes without a label are
  // counted.
  bool own = false;
  // Images by their reference in the file; what the record knows of each (all but the octets).
  std::map<std::string, Resource> known_images = {};
  std::map<std::string, ResourceId> read_images = {};
  std::set<std::string> ids = {};
  bool in_note = false;
};

// Sets id, language and direction of a node from xml:id, xml:lang and style.
template <class Wrapper>
void read_wrapper(State& state, const XmlNode& element, Wrapper& node);

std::string usable_id(State& state, const XmlNode& element);
std::string usable_language(State& state, const XmlNode& element);
Direction direction_of(const XmlNode& element);

template <class Wrapper>
void read_wrapper(State& state, const XmlNode& element, Wrapper& node) {
  node.id = usable_id(state, element);
  node.language = usable_language(state, element);
  node.direction = direction_of(element);
  node.from = element.from;
}

// The date of an element of class att.datable; empty where it has none.
Date read_date(const XmlNode& element);

// Whether `value` is one of the words of a list separated by spaces (rend).
bool has_word(std::string_view list, std::string_view value);

// Reads the image of a reference, once; absent where there is none.
std::optional<ResourceId> read_image(State& state, const std::string& reference, Location from);

// body_reader.cpp
// Front matter and body of the text element.
void read_text(State& state, const XmlNode& text);
Blocks read_blocks(State& state, const XmlNodes& nodes);

// inline_reader.cpp
Inlines read_inlines(State& state, const XmlNodes& nodes);
Inlines read_inlines(State& state, const XmlNode& element);
// Whether an element stands among blocks and not in a line.
bool is_block(const XmlNode& element);

// header_reader.cpp
void read_header(State& state, const XmlNode& header);

}  // namespace pressmark::tei
