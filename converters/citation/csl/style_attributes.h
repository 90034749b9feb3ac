// converters/citation/csl/style_attributes.h: what the attributes of a style's elements say.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "converters/citation/csl/style.h"
#include "converters/common/xml_reader.h"

namespace pressmark::csl {

// A word of an attribute and what it stands for.
template <class Enum>
struct Word {
  std::string_view word;
  Enum value;
};
// What the attribute's word stands for; `otherwise` for another word or none.
template <class Enum, std::size_t size>
Enum read_word(const XmlNode& node, std::string_view attribute,
               const std::array<Word<Enum>, size>& words, Enum otherwise) {
  const std::string& given = node.attribute(attribute);
  for (const Word<Enum>& word : words) {
    if (word.word == given) return word.value;
  }
  return otherwise;
}

// Absent where the element has no such attribute, or for a number none from 0 to 100000.
std::optional<std::string> optional_text(const XmlNode& node, std::string_view name);
std::optional<bool> optional_flag(const XmlNode& node, std::string_view name);
std::optional<int> optional_number(const XmlNode& node, std::string_view name);
// Whether the attribute is "true".
bool flag(const XmlNode& node, std::string_view name);

// The words of a list that spaces divide.
std::vector<std::string> words_of(const std::string& text);

// The attribute "form" of cs:term and cs:text.
TermForm read_term_form(const XmlNode& node);

// The options as cs:style, cs:citation, cs:bibliography and cs:names have them: "name-form" and
// "name-delimiter" there are "form" and "delimiter" of cs:name.
NameOptions read_name_options(const XmlNode& node, bool on_name);

}  // namespace pressmark::csl
