// converters/importers/text/wire_marks.h: what wire services and book projects write around a text
// for their own use.
#pragma once

#include <string_view>

#include "converters/importers/text/lines.h"

namespace pressmark::plain_text {

enum class SlugKind {
  none,
  routing,        // "BC-Iran-Talks,0450", "(ATTN: ...)", "1st Ld-Writethru"
  routing_word,   // "URGENT", "Eds: ...": what a headline could say as well
  embargo,        // "EMBARGOED UNTIL 10:00 GMT"
  embargo_label,  // "EMBARGOED UNTIL", whose day is on the next line
  press_release,  // "FOR IMMEDIATE RELEASE", "PRESSEMITTEILUNG"
};

// What a line above the headline is.
SlugKind slug_kind(std::string_view text);

// Whether a word is one of those that stand alone above a story ("URGENT", "Correction").
bool is_routing_word(std::string_view text);

// The octets of "FOR IMMEDIATE RELEASE: " or "PRESSEMITTEILUNG vom " before what goes on in the
// same line; 0 where the line begins otherwise.
std::size_t press_release_prefix(std::string_view text);

// The octets of "UPDATE 2-" or "(LEAD) " at the start of a headline: which version of a story it
// is, and no part of its title.
std::size_t routing_prefix(std::string_view headline);

// "-30-", "###", "(END)", "(完)" and the like: a line that says that the story is over. Words of
// any text ("Ende") say so only in capitals, or where the line stands alone between blank ones.
bool is_end_mark(std::string_view text, bool stands_alone);

// "-- BERNAMA", "— PTI", "(ANSA)": the agency below its story.
bool is_agency_sign(std::string_view text);
// The agency that such a line names; empty where it names none.
std::string_view agency_of_sign_off(std::string_view text);

// "abc/de/fg", "PTI ABC XYZ": who wrote and edited it, below a story of an agency. Elsewhere a line
// of text may look so ("AC/DC").
bool is_row_of_editors(std::string_view text);

// "(more)", "-more-": a line that says that a page is over; the bare word only where one is.
bool is_page_turn(std::string_view text, bool page_ends);

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
