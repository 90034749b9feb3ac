// converters/importers/text/header_fields.h: labelled values above the text.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "converters/importers/text/lines.h"

namespace pressmark::plain_text {

// What a field says, whatever its label's language is.
enum class FieldKind {
  title,
  subtitle,
  author,
  editor,
  translator,
  date,
  modified,
  source,
  publication,
  publisher,
  place,
  url,
  language,
  keywords,
  section,
  rights,
  doi,
  issn,
  volume,
  issue,
  pages,
  abstract_text,
  contact,  // "Media contact:", "Phone:": kept beside the record
  ignored,  // "To:", "Message-ID:": known and of no use
  unknown,
};

struct Field {
  FieldKind kind;
  std::string label;  // as written
  std::string value;  // folded lines joined by a space; quotation marks of YAML cut
  Line line;
  double confidence = 1;
};

struct HeaderFields {
  std::vector<Field> fields;
  std::size_t lines = 0;  // how many lines they take, "---" included
};

// What a label says, in any letter case; absent for one that is not known.
std::optional<FieldKind> kind_of_label(std::string_view label);

// A labelled value in a line: "Source: Xinhua".
struct LabelledWords {
  FieldKind kind;
  std::string_view label;
  std::string_view value;
};

// Divides "Source: Xinhua" or "来源：新华社" at its colon; absent where the label is not known or a
// side is empty.
std::optional<LabelledWords> divide_label(std::string_view words);

// Reads "Subject: ...", "Автор: ...", "标题：..." at the top until a blank line, with folded lines
// (RFC 5322, 2.2.3); or the same between two "---" lines, with "- item" lists and [a, b] of YAML.
// At least `least` known labels, and at least half of the labels known, or it is text: then no
// fields.
HeaderFields read_header_fields(const Lines& lines, std::size_t least = 2);

// The first line of a block of such fields that stands below a masthead, as databases of the press
// export it ("The Riverton Times" / "October 12, 2024" / "HEADLINE: ..." / "BYLINE: ..."): labels
// in capitals, and one of them the title's. 0 where there is none.
std::size_t find_field_block(const Lines& lines);

}  // namespace pressmark::plain_text
