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

  // What prepare() finds in a text of others.
  bool lineation = false;  // lb marks the lines of a page, not line breaks of the text
  std::map<std::string, std::string> people = {};          // names of persons and roles, by id
  std::map<std::string, const XmlNode*> notes_apart = {};  // by id, until a mark takes them
  std::set<const XmlNode*> moved_notes = {};               // these are read at their marks
  std::set<std::string> reduced = {};                      // what report_reduced() has named
};

// Names an element that is not in the document, with its words.
void report_left_out(State& state, const XmlNode& element);
// Names, once in a text, an element (or a value of it) that only its text is kept of.
void report_reduced(State& state, const XmlNode& element, const std::string& what);

// The text of an element on one line: each run of white space is a space.
std::string line_of(const XmlNode& element);

// prepare.cpp
// Finds people, notes that stand apart and the use of lb in a text of others.
void prepare(State& state, const XmlNode& tei);
// Gives a tree of TEI P4 the names that P5 has for the same things.
void modernise(XmlNode& element);

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
  if (!state.own && element.has("facs")) report_reduced(state, element, element.name + " facs");
}

// The date of an element of class att.datable; empty where it has none.
Date read_date(const XmlNode& element);

// Whether `value` is one of the words of a list separated by spaces (rend).
bool has_word(std::string_view list, std::string_view value);

// Reads the image of a reference, once; absent where there is none.
std::optional<ResourceId> read_image(State& state, const std::string& reference, Location from);

// text_reader.cpp
// Front matter and body of the text element.
void read_text(State& state, const XmlNode& text);
// The same as a section of a collection: `title` is its heading.
void read_member(State& state, const XmlNode& text, Inlines title, Inlines byline);
Blocks read_blocks(State& state, const XmlNodes& nodes);

// inline_reader.cpp
Inlines read_inlines(State& state, const XmlNodes& nodes);
Inlines read_inlines(State& state, const XmlNode& element);
// Whether an element stands among blocks and not in a line.
bool is_block(const XmlNode& element);

// header_reader.cpp
void read_header(State& state, const XmlNode& header);

}  // namespace pressmark::tei
