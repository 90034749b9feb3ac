// converters/importers/text/front.h: what stands above the body: headline, deck, byline, date,
// dateline.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "converters/importers/text/builder.h"
#include "core/model/document.h"

namespace pressmark::plain_text {

// What the front matter's rules found beside the document's own fields.
struct FrontResult {
  std::size_t lines = 0;  // that are not part of the body
  // Octets of the dateline at the start of the first line behind those; the text goes on there.
  std::size_t dateline = 0;
  bool press_release = false;
  // First lines and ends of what stands among the front matter and is none of it that a rule knows:
  // it goes above the body.
  std::vector<std::pair<std::size_t, std::size_t>> unread;
};

// Reads the front matter from the first lines into `document`: FrontMatter, and Metadata with the
// evidence "text:headline", "text:deck", "text:byline", "text:date-line", "text:dateline".
// `retrieved` is the day of capture, which may complete a date without a year.
FrontResult read_front(LinesLeft lines, Builder& builder, const Date& retrieved,
                       Document& document);

// Takes the values of header fields (evidence "text:header.<label>"). `language` is that of the
// text, empty where it is unknown, which tells what their dates are.
struct HeaderFields;
void apply_header_fields(const HeaderFields& fields, Builder& builder, std::string_view language,
                         Document& document);

// Adds the names of a credit below the story ("(Reporting by ...)") to the contributors.
struct Byline;
void apply_credit(const Byline& credit, std::string_view words, const Line& line,
                  Document& document);

}  // namespace pressmark::plain_text
