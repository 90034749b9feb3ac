// converters/citation/csl/reference.h: a record as a style sees it: variables by their CSL names.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "core/model/metadata.h"

namespace pressmark::csl {

struct Reference {
  std::string type;
  std::string language;
  std::map<std::string, std::string, std::less<>> texts;
  std::map<std::string, Date, std::less<>> dates;
  // A suffix that begins with a comma keeps it in running order: "John Doe, Jr.".
  std::map<std::string, std::vector<Name>, std::less<>> names;

  // Empty or null where the record has no such variable.
  const std::string& text(std::string_view variable) const;
  const Date* date(std::string_view variable) const;
  const std::vector<Name>* names_of(std::string_view variable) const;
};

// The CSL variables of the record. Particles and suffixes that are written inside the parts of a
// name ("van der Berg" as family name) are set apart; a "page-first" is made of the pages, and a
// "citation-label" of names and year where the record has none.
Reference reference_of(const Metadata& record);

}  // namespace pressmark::csl
