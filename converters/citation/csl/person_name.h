// converters/citation/csl/person_name.h: one name, in the order and form that a style asks for.
#pragma once

#include <functional>
#include <optional>
#include <string>

#include "converters/citation/csl/rich_text.h"
#include "converters/citation/csl/style.h"
#include "core/model/name.h"

namespace pressmark::csl {

struct PersonFormat {
  bool is_short = false;  // the family name with its particle alone
  bool inverted = false;  // the family name first
  bool sorting = false;
  Demote demote = Demote::display_and_sort;
  bool initialize = true;
  std::optional<std::string> initialize_with = {};
  bool hyphen = true;  // initials of hyphenated given names keep the hyphen
  std::string separator = ", ";
};

// How cs:name-part formats a part (true: family name and non-dropping particle, false: given name
// and dropping particle): the words, and the affixes around all that belongs to the part.
struct PartFormat {
  std::function<RichText(const std::string&, bool)> words;
  std::function<RichText(RichText, bool)> affixes;
};

// The name by "Name-part Order" of CSL 1.0.2. Literals and names without one of their parts are
// given as they are; names in Chinese, Japanese or Korean script are family name first without a
// space.
RichText person_text(const Name& name, const PersonFormat& format, const PartFormat& part);

// "Jean-Luc Marie" -> "J.-L. M." for ". "; with `only_existing` names stay whole and only initials
// that are there are given the mark.
std::string initials(std::string_view given, std::string_view mark, bool hyphen,
                     bool only_existing);

}  // namespace pressmark::csl
