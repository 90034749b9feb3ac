// converters/importers/html/byline_words.h: the words around names in bylines, as data.
#pragma once

#include <span>
#include <string_view>

namespace pressmark::html {

// All lists are in lower case and sorted.
std::span<const std::string_view> byline_openers();    // "by", "von", "written by"
std::span<const std::string_view> byline_joiners();    // "and", "und", "&"
std::span<const std::string_view> position_words();    // words of roles: "editor", "reporter"
std::span<const std::string_view> account_names();     // "admin", "staff", "redaktion"
std::span<const std::string_view> agency_names();      // "reuters", "dpa"
std::span<const std::string_view> department_words();  // words that persons' names do not hold
std::span<const std::string_view> name_particles();    // "van", "de la"
std::span<const std::string_view> name_suffixes();     // "jr", "iii"
std::span<const std::string_view> name_titles();       // "dr", "prof": not part of a name

bool lists_word(std::span<const std::string_view> list, std::string_view word);

}  // namespace pressmark::html
