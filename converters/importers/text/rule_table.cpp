// The table of rules: what docs/formats/text.md shows, and what `pressmark inspect` says of each.
#include <algorithm>
#include <array>

#include "converters/importers/text/rule.h"

namespace pressmark::plain_text {
namespace {

constexpr RuleDescription table[] = {
    {Rule::mail, "mail",
     "a mail's header with fields of MIME or encoded words; parts, quoted-printable, base64 and "
     "soft line breaks below it",
     "its words and its text decoded; other parts are left out, reported", 1.0,
     "MIME-Version: 1.0\nSubject: =?UTF-8?Q?The=20goat?="},
    {Rule::gutenberg, "gutenberg", "the frame around a book of Project Gutenberg",
     "left out, reported", 1.0, "*** START OF THE PROJECT GUTENBERG EBOOK THE GOAT ***"},
    {Rule::header_fields, "header-fields",
     "at least two known labels above a blank line, or between two lines --- as in YAML",
     "metadata; title and subtitle are headline and deck, too; unknown labels go to extra", 1.0,
     "Subject: The garden\nDate: 2024-10-12"},
    {Rule::end_marks, "end-marks", "end marks among the last lines, page turns anywhere",
     "left out, reported", 0.95, "-30-"},
    {Rule::notes, "notes",
     "lines at the end whose mark in brackets is in the text, and a heading such as Notes above",
     "Note at the first mark; a mark or a note without its other half stays text", 0.95,
     "[1] Leaf 4 of the ledger."},
    {Rule::language, "language", "scripts, frequent words and own letters of some 40 languages",
     "language, inferred; the direction of right-to-left scripts", 0.9, "И в реке не было льда."},
    {Rule::slugs, "slugs", "what wire services write above a story",
     "left out, reported; an embargo is status, a press release genre", 0.95, "BC-Ferry,0210"},
    {Rule::headline, "headline",
     "one to three lines at the top, at most 200 columns, that front matter or a text follows; a "
     "short line in capitals above it is the kicker",
     "headline, title; kicker, section", 0.95, "Ferry is back"},
    {Rule::deck, "deck",
     "at most two sentences and 320 columns between the headline and the byline, date or dateline; "
     "without those a long line that is no sentence",
     "deck, subtitle", 0.9, "It carries a goat, its owner said"},
    {Rule::bylines, "bylines",
     "the words for by in 19 languages with names; names alone, with a position or an agency, "
     "right "
     "above the story",
     "byline with Named; authors with positions; an agency beside persons is source", 0.95,
     "By Ada Example and Ben Sample, Staff Writers"},
    {Rule::date_lines, "date-lines",
     "a line that is one or two dates with label, weekday, time and zone; or a place and a whole "
     "date; or dates beside a byline or labelled values",
     "issued, modified, publisher-place", 0.95, "Published: 12 October 2024, 08:30 UTC"},
    {Rule::datelines, "datelines",
     "place, date and agency at the start of the story, in the forms below",
     "dateline with Named and Dated; publisher-place, source, issued", 0.98,
     "MOSCOW, October 12. /TASS/."},
    {Rule::unwrap, "unwrap",
     "lines that were broken at a width, told by a histogram of their lengths", "one Paragraph",
     0.9,
     "The ferry keeps its own accounts of rope and rain, and what it\nlends to either bank it "
     "never "
     "lends again."},
    {Rule::hyphens, "hyphens",
     "a word divided at the end of a line; its hyphen stays where the text has the word with it "
     "elsewhere, or both halves alone and not the whole",
     "the word without its hyphen, reported", 0.85, "for the keep-\ner and his goat"},
    {Rule::interviews, "interviews",
     "labels that at least two speakers repeat before sentences: in capitals, Q and A, or with "
     "questions among them",
     "Speech", 0.9, "ANTON: The wheel was mine."},
    {Rule::headings, "headings",
     "lines underlined, with # before them, numbered, in capitals between blank lines, or short "
     "between blank lines above running text",
     "Heading; the form seen first is the outermost", 0.85, "1.2 Sources"},
    {Rule::tables, "tables", "pipes, tabs, or three lines with common columns of spaces",
     "Table; a ruled or wordy first row is its header", 0.85,
     "Mill    0.9    1912\nSluice  1.4    1913"},
    {Rule::breaks, "breaks", "a line of * - _ = ~ # or · only", "Break", 0.95, "* * *"},
    {Rule::lists, "lists",
     "two or more items of one mark and indent that count on; deeper items are lists of their own",
     "List with its numbering and start", 0.9, "- a rope\n- a bell"},
    {Rule::code, "code", "text between fences; indented lines that are mostly like a program",
     "Preformatted", 0.85, "    goat = load();\n    goat.feed(2);"},
    {Rule::quotations, "quotations",
     "lines with >, nested; blocks indented by three columns; words in quotation marks above a "
     "dash with a name",
     "Quotation with attribution", 0.9, "> In spring.\n> — The Council"},
    {Rule::definitions, "definitions", "two or more short lines, each with an indented text below",
     "DefinitionList", 0.85, "goose\n    A passenger who does not pay."},
    {Rule::verse, "verse",
     "stanzas of short lines that were ended on purpose, a quarter of them with punctuation, not "
     "mostly sentences; four lines or two stanzas; numbers or a word such as Chorus above them",
     "Verse", 0.75, "The river took the lower gate,\nThe rain took all the rest,"},
    {Rule::line_breaks, "line-breaks", "a group of up to ten short lines that are no sentences",
     "Paragraph with LineBreak", 0.7, "The Old Mill\n4 Ferry Lane"},
    {Rule::links, "links",
     "https://, www., e-mail addresses and doi:, in <> too; final punctuation is no part of them",
     "Link", 0.95, "https://example.org/ferry"},
    {Rule::emphasis, "emphasis", "marks at word boundaries with no space inside",
     "emphasis, strong", 0.85, "_old_"},
    {Rule::credits, "credits",
     "a paragraph of roles and names, or a notice of copyright, among the last four; it stays in "
     "the "
     "text",
     "contributors with roles and positions", 0.95,
     "(Reporting by Ada Example; Editing by Ben Sample)"},
};

constexpr bool is_in_order() {
  for (std::size_t i = 0; i < std::size(table); ++i) {
    if (static_cast<std::size_t>(table[i].rule) != i) return false;
  }
  return std::size(table) == static_cast<std::size_t>(Rule::credits) + 1;
}
static_assert(is_in_order());

}  // namespace

std::span<const RuleDescription> all_rules() { return table; }

const RuleDescription& describe(Rule rule) { return table[static_cast<std::size_t>(rule)]; }

std::optional<Rule> parse_rule(std::string_view name) {
  const auto* const found = std::ranges::find(table, name, &RuleDescription::name);
  if (found == std::end(table)) return {};
  return found->rule;
}

}  // namespace pressmark::plain_text
