// converters/importers/tei/inline_reader.h: elements in a line of TEI as inlines of the model; the
// sources inline_*.cpp share it.
#pragma once

#include <algorithm>
#include <array>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "converters/importers/tei/state.h"

namespace pressmark::tei {

// White space of a file that others wrote is layout; a run of it is one space.
std::string collapsed(std::string_view text);

// Whether a name is one of those.
inline bool any_of(std::string_view name, std::initializer_list<std::string_view> names) {
  return std::ranges::find(names, name) != names.end();
}
template <std::size_t size>
bool any_of(std::string_view name, const std::array<std::string_view, size>& names) {
  return std::ranges::find(names, name) != names.end();
}

// inline_looks.cpp
// The words of rend, rendition and style that say how a hi looks; those that say nothing known are
// named in `unknown`.
std::vector<Style> looks_of(const XmlNode& hi, bool own, std::string& unknown);
// The look or meaning that an element gives its text by itself; absent: none.
std::optional<Style> style_of(const XmlNode& element);
// What an element names; absent where it is no name.
std::optional<NameKind> name_kind(const XmlNode& element);

// Reads the inlines of one line into `out`.
class InlineReader {
 public:
  InlineReader(State& state, Inlines& out) : state_(state), out_(out) {}

  // An element, or text.
  void read(const XmlNode& node);
  void read_children(const XmlNode& element);

 private:
  enum class Divided { no, perhaps, surely };

  Inlines inner(const XmlNode& element);

  // inline_lines.cpp
  void add_text(std::string_view raw, Location from);
  Text* last_text();
  // Whether a space stands before the next text; a page mark between them is no text.
  bool ends_with_space() const;
  // Two pieces of white space that an element left out divided are one, and a word that a line end
  // divided is whole.
  void join_to_last(std::string& text, Location from);
  // Whether the word before a hyphen at a line end may go on with this text: in small letters, and
  // not with the word that joins two compounds ("Vor- und Nachteil").
  static bool goes_on(std::string_view text);
  // A line, column or page begins: a place where a word may be divided.
  void line_end(const XmlNode& element);

  // inline_reader.cpp
  void add(const XmlNode& element, InlineNode node);
  void element(const XmlNode& element);
  void highlighted(const XmlNode& element);
  static Code code_of(const XmlNode& element);
  // A text with a language, direction or id; without any of these only the children count.
  void segment(const XmlNode& element);
  void address(const XmlNode& element);
  void other(const XmlNode& element);

  // inline_links.cpp
  void link(const XmlNode& element);
  // `mark`: the words of the reference to a note that stands apart.
  void note(const XmlNode& element, const std::string& mark = {});
  void image(const XmlNode& element);
  void ruby(const XmlNode& element);

  // inline_readings.cpp
  static void take_formula(const XmlNode& element, Formula& node);
  void formula(const XmlNode& element);
  void choice(const XmlNode& element);
  // Names the children of an element but for those that are read.
  void leave_out(const XmlNode& element, std::initializer_list<const XmlNode*> read);
  // Where the source has a gap there is a sign of it in the text.
  void gap(const XmlNode& element);

  Divided divided_ = Divided::no;  // whether a word goes on behind the last line end
  std::size_t hyphened_ = 0;       // the text with the hyphen
  State& state_;
  Inlines& out_;
};

}  // namespace pressmark::tei
