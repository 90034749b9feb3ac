// converters/importers/text/wire_marks.h: what wire services and book projects write around a text
// for their own use.
#pragma once

#include <string_view>

#include "converters/importers/text/lines.h"

namespace pressmark::plain_text {

enum class SlugKind {
  none,
  routing,        // "BC-Iran-Talks,0450", "(ATTN: ...)", "URGENT", "1st Ld-Writethru", "a0451"
  embargo,        // "EMBARGOED UNTIL ..."
  press_release,  // "FOR IMMEDIATE RELEASE", "PRESSEMITTEILUNG"
};

// What a line above the headline is.
SlugKind slug_kind(std::string_view text);

// Whether a word is one of those that stand alone above a story ("URGENT", "Correction").
bool is_routing_word(std::string_view text);

// The octets of "UPDATE 2-" or "(LEAD) " at the start of a headline: which version of a story it
// is, and no part of its title.
std::size_t routing_prefix(std::string_view headline);

// "-30-", "###", "ENDS", "(END)", "(完)" and the like: a line that says that the story is over.
bool is_end_mark(std::string_view text);

// What is below a story for the agency's own use: "abc/de/fg", "PTI ABC XYZ", "-- BERNAMA".
bool is_sign_off(std::string_view text);
// The agency that such a line names; empty where it names none.
std::string_view agency_of_sign_off(std::string_view text);

// "(more)", "MORE", "-more-": a line that says that a page is over.
bool is_page_turn(std::string_view text);

// The length of an end mark at the end of a paragraph's last line ("...（完）", "... (END)"); 0 for
// none.
std::size_t trailing_end_mark(std::string_view text);

// The lines between "*** START OF ..." and "*** END OF ..." of a Project Gutenberg book.
struct Frame {
  std::size_t begin;
  std::size_t end;
};
Frame find_book(const Lines& lines);

}  // namespace pressmark::plain_text
