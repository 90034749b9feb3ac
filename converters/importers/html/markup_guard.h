// converters/importers/html/markup_guard.h: makes hostile markup harmless before it is parsed.
//
// A tree builder by the HTML standard takes quadratic time on deep nesting and on many attributes,
// and quadratic memory on formatting elements that are never closed. One scan of the tags finds
// these cases and blanks the markup that causes them with spaces, so that all text stays and keeps
// its place; what cannot be saved that way is refused. Raw text elements that a page written as XML
// closes in their start tag would swallow what follows: they are blanked, too, but for frames, of
// which the tag stays under the name of an element without content ("embed").
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "core/base/result.h"

namespace pressmark::html {

struct MarkupBounds {
  int depth = 400;                 // open elements
  int formatting = 24;             // open formatting elements (WHATWG HTML, 13.2.4.3)
  int attributes = 500;            // of one element
  std::size_t elements = 600'000;  // of the tree, as estimated from the tags
};

struct GuardedMarkup {
  std::string text;              // empty where nothing had to be blanked
  std::size_t blanked_tags = 0;  // start tags beyond the bound of depth
  std::size_t blanked_attributes = 0;
  std::size_t blanked_empty = 0;  // raw text elements that close themselves in XML
};

// Scans once, in linear time; no octet changes its place. The estimates err on the side of more
// depth and more elements. Fails with ErrorKind::limit above `bounds.elements`.
Result<GuardedMarkup> guard_markup(std::string_view text, const MarkupBounds& bounds);

}  // namespace pressmark::html
