// converters/common/language.h: what outputs need to know of a language: its direction, its
// quotation marks, and the few words that an output adds to an article.
#pragma once

#include <string>
#include <string_view>

#include "core/model/document.h"

namespace pressmark {

// The direction of the script that a BCP 47 tag names or implies ("ar", "az-Arab", "he-IL");
// inherit for an empty tag.
Direction direction_of_language(std::string_view tag);

// The direction of a whole document: its own, else that of its language, else left to right.
Direction direction_of(const Document& document);

// The language's code of ISO 639-2/B, which MARC and ONIX (code list 74) use ("ger" of "de-AT"),
// for every language that ICU has three letters for; "und" where it is not known.
std::string marc_language(std::string_view tag);

struct QuotationMarks {
  std::string_view open;
  std::string_view close;
  std::string_view inner_open;  // of a quotation inside a quotation
  std::string_view inner_close;
};
// The marks in use for a language (Unicode CLDR 42, delimiters), English ones where it is unknown.
QuotationMarks quotation_marks(std::string_view tag);

// The words that outputs add.
enum class Label { contents, notes, source, image, untitled, back, cover, rights, pages, unknown };

// The word in the language of the tag; English where it has none here.
std::string_view label(Label label, std::string_view tag);

}  // namespace pressmark
