// converters/importers/text/trace.h: which rule took which lines of a text, for `pressmark
// inspect`.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "converters/importers/text/rule.h"

namespace pressmark::plain_text {

// One thing that a rule found. Lines count from 1, as in the source; both are 0 for what was told
// by the text as a whole.
struct Finding {
  Rule rule;
  int first_line = 0;
  int last_line = 0;
  double confidence = 0;
  std::string words;  // what it was found in; one line, cut at a character
};

// Collects findings in the order in which they are made. Of each rule the first `kept_per_rule` are
// kept and the others counted.
class Trace {
 public:
  static constexpr std::size_t kept_per_rule = 200;
  static constexpr std::size_t words_bytes = 60;

  void add(Rule rule, int first_line, int last_line, double confidence, std::string_view words);

  // What is found inside a paragraph (a link), before the caller knows which lines the paragraph
  // takes: place() gives them to all that were added so since the last call.
  void add_inside(Rule rule, std::string_view words);
  void place(int first_line, int last_line);

  const std::vector<Finding>& findings() const { return findings_; }
  std::size_t count(Rule rule) const { return counts_[static_cast<std::size_t>(rule)]; }

 private:
  std::vector<Finding> findings_;
  std::vector<std::size_t> unplaced_;  // indices of findings
  std::array<std::size_t, static_cast<std::size_t>(Rule::credits) + 1> counts_ = {};
};

// The trace as text for people: each rule that found something with its findings in the order of
// the lines, then the rules that found nothing with an example of what they look for, then those
// that are switched off.
std::string describe(const Trace& trace, const Rules& rules);

}  // namespace pressmark::plain_text
