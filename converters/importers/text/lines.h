// converters/importers/text/lines.h: the lines of a text, as the rules see them.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "converters/common/encoding.h"

namespace pressmark::plain_text {

// A line that is not blank. Blank ones are counted only.
struct Line {
  std::string_view text;     // without white space at both ends
  std::uint32_t number = 0;  // in the source, from 1
  std::uint16_t indent = 0;  // columns of white space before the text, tabs to 8
  std::uint16_t blanks = 0;  // blank lines before this one
  bool page_start = false;   // a form feed before this line

  // Whether it begins a group: the first line, or one behind a blank line.
  bool begins_group() const { return blanks > 0; }
};

// A run of lines; the views are of the decoded text, which must outlive them.
using Lines = std::vector<Line>;

// Splits at line feeds, U+2028 and U+2029. The first line has at least one blank line before it.
// Lines beyond `most` are left out: the caller compares the size with it.
Lines split_lines(const DecodedText& decoded, std::size_t most);

// Lines of a text inside another one: `text` begins on `number`.
Lines split_lines(std::string_view text, std::uint32_t number);

}  // namespace pressmark::plain_text
