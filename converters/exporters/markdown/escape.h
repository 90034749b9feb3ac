// converters/exporters/markdown/escape.h: text that CommonMark reads back as the same text.
#pragma once

#include <string>
#include <string_view>

namespace pressmark::markdown {

// Characters that would begin inline markup get a backslash (CommonMark 0.30, 2.4); bars too, for
// pipe tables. White space becomes single spaces; non-breaking spaces stay.
std::string escape_text(std::string_view text);

// A line of a paragraph, already escaped inside, with a backslash where its beginning would start
// a block (4.1 to 5.2): "# ", "- ", "1. ", "> ", "===", "~~~". White space at both ends goes.
std::string escape_line(std::string_view line);

// A code span (6.1): as many backticks around as the text needs.
std::string code_span(std::string_view text);

// The fence of a code block (4.5) with that text: longer than any run of backticks in it.
std::string fence_for(std::string_view text);

// A link destination in angle brackets where it needs them (6.3).
std::string destination(std::string_view target);

enum class Edge { first, last };
// Whether an emphasis mark outside of that edge of the text is a delimiter whatever stands on its
// other side: the character there is a letter or digit (6.2, flanking delimiter runs).
bool is_word_edge(std::string_view text, Edge edge);

}  // namespace pressmark::markdown
