// converters/importers/html/person_names.h: whether a text is the name of a person, and its parts.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/model/name.h"

namespace pressmark::html {

// The words of a name with their full stops and hyphens; views into `text`.
std::vector<std::string_view> split_at_spaces(std::string_view text);
// 0 for an empty word.
char32_t first_character(std::string_view word);
// Whether a name of this script is written without a space: Chinese, Japanese, Korean.
bool is_undivided(std::string_view text);

// Divides a name of a person into its parts: particles, suffixes, "Family, Given". A name of one
// word, or in a script without spaces, becomes a literal, since nothing tells its parts.
Name make_person(std::string_view name);

// Whether a name has the shape of a person's whole name: two words or more that begin with
// capitals or are particles, or few letters of a script that writes names without a space.
bool looks_like_person(std::string_view name);
// Whether a name is one that people choose where they register: "ann_lee", "ann-lee", "AnnLee77".
bool looks_like_handle(std::string_view name);
// Whether the words are those of an organisation's name: with capitals, one of them such as
// "Institute" or "Team", none such as "Read" or "Comments".
bool looks_like_organisation(std::string_view name);

bool is_agency(std::string_view name);  // a news agency, by its name or letters
bool is_desk(std::string_view name);    // "Redaktion", "Staff": signs for persons not named

// Why nobody goes by this name: "an address", "an account, no name", "no name". Empty: nothing
// speaks against it.
std::string why_no_author(std::string_view name);

}  // namespace pressmark::html
