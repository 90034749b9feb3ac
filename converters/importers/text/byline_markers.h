// converters/importers/text/byline_markers.h: the words around names in bylines: what says "by",
// what is a position, who is nobody in particular.
#pragma once

#include <cstddef>
#include <string_view>

namespace pressmark::plain_text {

// Octets of the word for "by" at the start of a line, with its colon: "By", "Von", "Автор:",
// "Texte :", "文／"; 0 where there is none. Words that begin headlines, too, need their colon.
std::size_t marker_length(std::string_view line);

// Whether words behind a name say what the person is ("Staff Writer", "in Wien, Korrespondent").
bool is_position(std::string_view words);
// Whether they name a trade of the press: "writer", "Korrespondentin", "обозреватель".
bool names_press_trade(std::string_view words);
// "Ph.D.", "M.D.": degrees behind a name, which are no part of it.
bool is_degree(std::string_view words);
// Bylines of nobody in particular ("Staff Reporter", "Редакция"): literal names.
bool is_desk(std::string_view words);
// The octets of "with", "mit", "avec" and the space behind it, before an agency; 0 for none.
std::size_t with_length(std::string_view words);

}  // namespace pressmark::plain_text
