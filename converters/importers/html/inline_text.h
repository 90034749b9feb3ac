// converters/importers/html/inline_text.h: white space and line breaks in runs of inlines.
#pragma once

#include <string_view>
#include <vector>

#include "core/model/node.h"

namespace pressmark::html {

// Where collapsing white space stands (CSS Text 3, 4.1.1), across element borders of one block.
struct Spaces {
  bool after_space = true;  // at the beginning of a line, or behind a space
};

// Appends text with its white space collapsed; joins it to a plain text at the end of `out`. A line
// end between two East Asian wide characters is no space (CSS Text 3, 4.1.3).
void append_text(Inlines& out, std::string_view text, Spaces& spaces);
// Appends text as it is.
void append_exact(Inlines& out, std::string_view text);
// Ends the line: a space before it goes, white space behind it too.
void append_line_break(Inlines& out, Spaces& spaces);
// A space between two things that are blocks of their own in the source.
void append_separator(Inlines& out, Spaces& spaces);

// Appends `children` wrapped by `wrap`, with spaces at their ends moved outside; nothing but white
// space is not wrapped. `wrap` takes Inlines and returns an Inline.
template <class Wrap>
void append_wrapped(Inlines& out, Inlines children, Wrap wrap);

// Whether nothing of it can be seen: no text but white space, no image, note, formula, mark.
bool is_blank(const Inlines& inlines);
// Whether it has images, perhaps in links, and nothing else that can be seen.
bool is_images_only(const Inlines& inlines);
// Whether a link stands in it at any depth (a link holds no link).
bool holds_link(const Inlines& inlines);
// The inlines with their texts as computer code: one Code where there is nothing else than text.
Inlines as_code(Inlines inlines);
// Removes white space and line breaks at both ends, and texts that are empty.
void trim(Inlines& inlines);
// The parts between two or more line breaks in a row, also inside links and styles; blank parts
// are left out.
std::vector<Inlines> split_paragraphs(Inlines inlines);
// Moves the elements to the end of `out`, joining plain texts.
void append_all(Inlines& out, Inlines more);

// The space that `inlines` begins or ends with is removed; whether there was one.
bool take_leading_space(Inlines& inlines);
bool take_trailing_space(Inlines& inlines);

template <class Wrap>
void append_wrapped(Inlines& out, Inlines children, Wrap wrap) {
  const bool leading = take_leading_space(children);
  const bool trailing = take_trailing_space(children);
  if (leading) append_exact(out, " ");
  if (!children.empty()) out.push_back(wrap(std::move(children)));
  if (trailing) append_exact(out, " ");
}

}  // namespace pressmark::html
