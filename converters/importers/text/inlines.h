// converters/importers/text/inlines.h: what is inside a paragraph: links, emphasis, note marks.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>

#include "converters/importers/text/rule.h"
#include "converters/importers/text/trace.h"
#include "core/model/node.h"

namespace pressmark::plain_text {

// Notes that were found below the text, by the words of their mark ("1", "a", "*").
struct NoteText {
  std::string text;
  Location from;
  int last_line = 0;
  bool used = false;
};
using Notes = std::unordered_map<std::string, NoteText>;

class InlineBuilder {
 public:
  // `trace` may be null; what is found is added to it for its caller to place.
  InlineBuilder(const Rules& rules, Notes& notes, Trace* trace)
      : rules_(rules), notes_(notes), trace_(trace) {}

  // The inlines of a text: URLs, e-mail addresses and DOIs as links; _words_ and *words* as
  // emphasis; marks of known notes as notes, each once; runs of white space as one space. Never
  // empty for a text that is not blank; no text node is empty.
  Inlines build(std::string_view text) const { return build(text, true); }

  // How many nodes have been made, for the limit of a document.
  std::size_t nodes() const { return nodes_; }

 private:
  Inlines build(std::string_view text, bool with_notes) const;
  void found(Rule rule, std::string_view words) const {
    if (trace_ != nullptr) trace_->add_inside(rule, words);
  }

  const Rules& rules_;
  Notes& notes_;
  Trace* trace_;
  mutable std::size_t nodes_ = 0;
};

}  // namespace pressmark::plain_text
