// converters/importers/text/readers.h: the readers of all kinds of blocks (builder.h says what a
// reader is), and the questions that one asks about another's block.
#pragma once

#include <optional>
#include <string_view>

#include "converters/importers/text/builder.h"

namespace pressmark::plain_text {

// ---- breaks.cpp ----
// A line of * - _ = ~ # · only, three or more, or ⁂.
bool is_break_line(std::string_view text);
std::size_t read_break(LinesLeft lines, Builder& builder, Blocks& blocks);

// ---- headings.cpp ----
// Whether `underline` can underline `text`: three or more equal marks about as long as the text.
bool is_underline(const Line& text, const Line& underline);
// "III": a number in Roman capitals.
bool is_roman_number(std::string_view word);
std::size_t read_heading(LinesLeft lines, Builder& builder, Blocks& blocks);

// ---- lists.cpp ----
bool begins_list(LinesLeft lines, const Builder& builder);
std::size_t read_list(LinesLeft lines, Builder& builder, Blocks& blocks);

// ---- definitions.cpp ----
std::size_t read_definitions(LinesLeft lines, Builder& builder, Blocks& blocks);

// ---- quotations.cpp ----
bool begins_marked_quotation(LinesLeft lines);  // "> "
std::size_t read_marked_quotation(LinesLeft lines, Builder& builder, Blocks& blocks);
std::size_t read_indented_quotation(LinesLeft lines, Builder& builder, Blocks& blocks);
std::size_t read_attributed_quotation(LinesLeft lines, Builder& builder, Blocks& blocks);

// ---- code.cpp ----
bool begins_fence(std::string_view text);
std::size_t read_fenced_code(LinesLeft lines, Builder& builder, Blocks& blocks);
std::size_t read_indented_code(LinesLeft lines, Builder& builder, Blocks& blocks);

// ---- tables.cpp ----
bool begins_table(LinesLeft lines);
std::size_t read_table(LinesLeft lines, Builder& builder, Blocks& blocks);

// ---- leaders.cpp ----
std::size_t read_leader_table(LinesLeft lines, Builder& builder, Blocks& blocks);

// ---- verse.cpp ----
// Whether a stanza of more than three lines stands here, its number above it or not.
bool begins_verse(LinesLeft lines, const Builder& builder);
// Whether stanzas of equally many short lines begin here, each with its number before its first
// line, which items of a list have, too.
bool begins_numbered_verse(LinesLeft lines, const Builder& builder);
std::size_t read_verse(LinesLeft lines, Builder& builder, Blocks& blocks);

// ---- interviews.cpp ----
// Finds the labels of an interview or a play, for Builder::is_speaker().
void find_speakers(LinesLeft lines, Builder& builder);
bool begins_speech(const Line& line, const Builder& builder);
std::size_t read_speech(LinesLeft lines, Builder& builder, Blocks& blocks);

// ---- paragraphs.cpp ----
// A group of short lines that are no sentences (an address): one paragraph with line breaks.
std::size_t read_short_lines(LinesLeft lines, Builder& builder, Blocks& blocks);
// Takes at least one line.
std::size_t read_paragraph(LinesLeft lines, Builder& builder, Blocks& blocks);

}  // namespace pressmark::plain_text
