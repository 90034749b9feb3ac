// converters/importers/text/byline.h: who wrote it: lines of names above a story, credits below it.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/model/metadata.h"

namespace pressmark::plain_text {

// A name in a byline, by place in the line.
struct BylineName {
  std::size_t start = 0;
  std::size_t length = 0;
  bool organisation = false;  // an agency or desk: Named as such, and no author beside a person
  bool own_role = false;      // the words before the name say its role ("photographs by")
  Contributor contributor;    // its evidence has `raw` and `confidence`; the caller adds the rest
};

struct Byline {
  std::vector<BylineName> names;  // at least one, in the line's order
  std::string_view agency;        // "Reuters" of "By A B | Reuters"; empty: none
  double confidence = 1;
  bool has_note_marks = false;  // raised figures behind names, as papers of scholars have
};

// Whether a line is one without the word "by" (names alone, "A B, Staff Writer") only where it is
// surely above the story.
enum class BylineForms { marked_only, all };

// Reads a line such as "By Ada Example and Ben Sample", "BY ADA EXAMPLE, STAFF WRITER",
// "Von Ada Beispiel", "Автор: Иван Петров", "文／張三", "Ada Example | Reuters", "— by Ada Example
// —" in English, German, French, Spanish, Italian, Portuguese, Dutch, Swedish, Danish, Norwegian,
// Polish, Russian, Ukrainian, Turkish, Arabic, Chinese, Japanese and Korean. Absent where the line
// is longer than 160 characters, ends as a sentence does, or names nobody.
std::optional<Byline> find_byline(std::string_view line, BylineForms forms);

// Whether a paragraph is a credit below a story: "(Reporting by A and B; Editing by C)",
// "Editing by C", "(Перевод: ...)". Its names with their roles; absent where it is none.
std::optional<Byline> find_credit(std::string_view paragraph);

}  // namespace pressmark::plain_text
