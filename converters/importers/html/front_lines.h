// converters/importers/html/front_lines.h: what a line near the headline is: kicker, deck, byline
// or date.
//
// Questions about one text block, asked by front_matter.h of those that stand around the headline;
// elsewhere on a page the same words mean something else.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "converters/importers/html/text_blocks.h"

namespace pressmark::html {

// What is known of the article before its front matter is read; all comparable() but the days.
struct KnownFront {
  std::vector<std::string> authors;
  std::string description;  // what the page says of itself for searching and sharing
  std::string alternative;  // its second headline (schema.org alternativeHeadline)
  std::string section;      // where the site files it (schema.org articleSection)
};

// How surely the names of elements call a text the deck. `perhaps`: with a word that pages also use
// for the first paragraph of the text ("lead", "intro").
enum class DeckNaming { none, perhaps, surely };
DeckNaming deck_naming(const TextBlock& block, const TextBlocks& blocks);

// Whether an element around the block, with little more in it, is called a kicker.
bool is_named_kicker(const TextBlock& block, const TextBlocks& blocks);

// Whether the text names one of the authors and says little else: an opener ("By"), a position, a
// date. `marked`: an element's name calls it a byline, and then it may say a little more; without
// that it is no sentence either.
bool is_byline(std::string_view text, bool marked, const std::vector<std::string>& authors);
// Whether an element around the block, with little more in it, is called a byline.
bool is_marked_byline(const TextBlock& block, const TextBlocks& blocks);
// Whether the text is nothing but an opener, "By" or "Written by", or nothing but a joiner, "and".
bool is_byline_opener(std::string_view text);
bool is_byline_joiner(std::string_view text);
// How many of the authors a line names.
int count_authors(std::string_view text, const std::vector<std::string>& authors);

// Whether the text is a day with no more around it than "Published", "Updated" or a time.
bool is_date_line(std::string_view text);

// Whether the text speaks of advertising, subscribing or an address, as a deck does not.
bool is_notice_of_site(std::string_view text);

// A byline without the date at its end, where no word joins the two: "By Ann Lee 3 May 2026" is
// "By Ann Lee", but "Posted by Ann Lee on 3 May 2026" is one sentence.
std::string without_last_date(std::string_view text);
// A byline without those of its parts, between bars and dots, that are dates and times only.
std::string without_dated_parts(std::string_view text);

// The element called a dateline at the beginning of a paragraph that has more; null: none.
const Node* find_dateline(const TextBlock& block);

// The text of a line with a space between neighbouring elements, which styles keep apart:
// "<span>By Ann Lee</span><time>3 May</time>".
std::string spaced_text(const TextBlock& block);

// The line without separators at its ends and before commas: "| Ann Lee , Bob Ray ·" is "Ann Lee,
// Bob Ray".
std::string clean_line(std::string_view text);

}  // namespace pressmark::html
