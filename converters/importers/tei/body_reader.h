// converters/importers/tei/body_reader.h: blocks of TEI as blocks of the model; the sources
// body_*.cpp and text_reader.cpp share it.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "converters/importers/tei/state.h"

namespace pressmark::tei {

bool is_space(const XmlNode& node);

// The number behind `prefix` in a word ("level-3"); the default where there is none.
int number_behind(std::string_view word, std::string_view prefix, int otherwise);

// The whole number that a text is; the default where it is none.
int whole(const std::string& digits, int otherwise);

// Reads one text. Elements that our own files do not have are read only where the file is
// another's.
class BodyReader {
 public:
  // `member`: what is read is a section of a collection and has no front matter of its own.
  explicit BodyReader(State& state, bool member = false) : state_(state), member_(member) {}

  // Reads what stands among blocks; divisions in it have headings of the level of `section_depth`
  // + 1.
  void read(const XmlNodes& nodes, Blocks& out, int section_depth);
  // Page marks that no text followed.
  void finish(Blocks& out);
  // The blocks of an element that has either blocks or inlines.
  Blocks mixed(const XmlNode& element);
  // A division: its heading, and what follows it.
  void section(const XmlNode& div, Blocks& out, int depth);
  // Gives a division's id to its first block and its language to all.
  void hand_down(const XmlNode& division, std::size_t first, Blocks& out);
  // The title page of a text: what it says that the front matter has a place for, and the rest as
  // blocks.
  void title_page(const XmlNode& page, Blocks& out);

 private:
  // Whether a node is no part of a line.
  bool stands_alone(const XmlNode& node) const;
  // White space, and the ends of a page's lines.
  bool is_layout(const XmlNode& node) const;

  // body_lines.cpp
  // Elements that are blocks where they stand between blocks, and inlines in a line.
  static bool between_blocks(const XmlNode& node);
  // Whether a block, another of these elements or nothing follows.
  bool ends_line(const XmlNodes& nodes, std::size_t next) const;
  static const XmlNode* next_element(const XmlNodes& nodes, std::size_t next);
  void lone(const XmlNode& node, const XmlNode* next, Blocks& out);
  static Block in_italics(Block block);
  // A line of inlines between blocks. Page marks alone wait for the text that follows them.
  void loose_line(const XmlNodes& nodes, Blocks& out);
  // Lines of verse that no group holds; the place of the last one.
  std::size_t loose_verse(const XmlNodes& nodes, std::size_t first, Blocks& out);

  // body_reader.cpp
  // Names a child that its parent has no place for; a page mark waits for the next text.
  void stray(const XmlNode& node);
  static bool numbered_div(const XmlNode& node);
  static bool container(const XmlNode& node);
  // The line with the page marks before it that waited.
  Inlines with_pages(Inlines line);
  Inlines inlines(const XmlNode& element);
  void add(Blocks& out, const XmlNode& element, BlockNode node);
  void block(const XmlNode& element, Blocks& out, int depth);
  // A p that holds lists or figures is several blocks of ours.
  void divided_paragraph(const XmlNode& element, Blocks& out, int depth);
  void anonymous(const XmlNode& element, Blocks& out);
  void quotation(const XmlNode& quote, const XmlNode* source, const XmlNode& outer, Blocks& out);
  void citation(const XmlNode& element, Blocks& out);
  // A motto is a quotation, marked as one or not.
  void epigraph(const XmlNode& element, Blocks& out, int depth);

  // body_lists.cpp
  void cast(const XmlNode& element, Blocks& out);
  void list(const XmlNode& element, Blocks& out);
  void definition_list(const XmlNode& element, Blocks& out);
  void terms(const XmlNode& label, DefinitionEntry& entry);
  void definitions(const XmlNode& item, DefinitionEntry& entry);

  // body_speech.cpp
  void speech(const XmlNode& element, Blocks& out);
  // The segments of an utterance are its paragraphs.
  void utterance(const XmlNodes& nodes, Blocks& out);
  // Who speaks by the attribute: the name that the file has for the reference, else the reference.
  Inlines speaker_of(const XmlNode& element) const;

  // body_figures.cpp
  void figure(const XmlNode& element, Blocks& out);
  // The descriptions of a figure that no image has taken; `next` is the first of them.
  void descriptions(const XmlNode& figure, const XmlNode* next, Blocks& out);
  void aside(const XmlNode& element, Blocks& out);
  void foreign_aside(const XmlNode& element, Blocks& out);

  // body_verse.cpp
  VerseLine verse_line(const XmlNode& line);
  void verse(const XmlNode& element, Blocks& out);
  bool only_lines(const XmlNode& group) const;
  void lines_of(const XmlNode& group, std::vector<VerseLine>& lines);

  // body_tables.cpp
  Cell cell_of(const XmlNode& element, bool in_header_row);
  void table(const XmlNode& element, Blocks& out);

  State& state_;
  bool member_;
  Inlines pending_;                   // page marks that wait for the text that follows them
  std::optional<Inlines> announced_;  // the speaker whom a note names before an utterance
};

}  // namespace pressmark::tei
