// converters/importers/text/joining.h: putting together what a line's end took apart.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_set>

#include "converters/importers/text/lines.h"
#include "converters/importers/text/rule.h"

namespace pressmark::plain_text {

// The words of a text in any letter case, to tell "exam-/ple" from "well-/known". Filled when it is
// first asked: most texts have no divided words.
class Vocabulary {
 public:
  explicit Vocabulary(const Lines& lines) : lines_(&lines) {}

  bool has(std::string_view word);

 private:
  void fill();

  const Lines* lines_;
  bool filled_ = false;
  std::unordered_set<std::uint64_t> words_;  // digests
};

// Joins lines into the text of a paragraph.
class Joiner {
 public:
  Joiner(Vocabulary& vocabulary, const Rules& rules) : vocabulary_(vocabulary), rules_(rules) {}

  // Appends a line to a paragraph's text: with a space, with none between ideographs and behind
  // dashes, and with the hyphen of a divided word taken out. The hyphen stays where the text has
  // the word with a hyphen elsewhere, or both halves alone and the whole nowhere. Returns the word
  // whose hyphen was taken out; empty for none.
  std::string append(std::string& text, std::string_view line);

 private:
  Vocabulary& vocabulary_;
  const Rules& rules_;
};

}  // namespace pressmark::plain_text
