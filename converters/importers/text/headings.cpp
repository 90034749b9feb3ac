#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include "converters/importers/text/characters.h"
#include "converters/importers/text/readers.h"

namespace pressmark::plain_text {
namespace {

constexpr std::size_t longest_heading = 100;  // columns
constexpr std::size_t longest_capitals = 80;  // columns
constexpr std::size_t longest_plain_heading = 60;
constexpr std::size_t most_plain_words = 9;

// Words that number a part of a text.
constexpr std::array<std::string_view, 26> part_words = {
    "chapter", "part",     "section",   "book",     "appendix", "act",      "scene",
    "kapitel", "teil",     "abschnitt", "chapitre", "partie",   "capítulo", "capitulo",
    "parte",   "capitolo", "hoofdstuk", "deel",     "rozdział", "kapitola", "глава",
    "часть",   "раздел",   "розділ",    "bölüm",    "luku"};

// Whether blank lines (or the ends) are on both sides.
bool stands_alone(LinesLeft lines) {
  return lines.front().begins_group() && (lines.size() == 1 || lines[1].begins_group());
}

bool ends_like_text(std::string_view text) {
  const char32_t last = last_of(text);
  return last == '.' || last == ',' || last == ';' || last == ':' || last == U'。' ||
         last == U'、' || last == U'，' || last == U'…' || last == U'”' || last == '"' ||
         last == U'»' || last == U'」';
}

// "1", "1.2", "1.2.": how many numbers; 0 where the text does not begin so.
std::size_t section_number(Scanner& scanner) {
  std::size_t parts = 0;
  std::size_t end = 0;
  while (scanner.number(3) >= 0) {
    ++parts;
    end = scanner.position();
    if (!scanner.skip(".")) break;
    end = scanner.position();
  }
  scanner.move_to(end);
  return parts;
}

// The form of a numbered heading ("number-2" of "1.2 Method"); absent for other lines.
std::optional<std::string> numbered_form(std::string_view text) {
  Scanner scanner(text);
  if (scanner.skip("§")) {
    scanner.skip_spaces();
    if (scanner.number(4) < 0) return {};
    return "paragraph";
  }
  if (const std::size_t parts = section_number(scanner)) {
    const bool stop = scanner.since(0).ends_with('.');
    const bool closed = !stop && scanner.skip(")");
    if ((parts == 1 && !stop && !closed) || !scanner.skip(" ")) return {};
    scanner.skip_spaces();
    // "1.5 million" is no heading.
    if (is_lower(scanner.peek()) || !has_letter(scanner.rest())) return {};
    return "number-" + std::to_string(parts);
  }
  const std::string_view word = scanner.letters();
  if (is_roman_number(word) && scanner.skip(".") && scanner.skip(" ") && is_upper(scanner.peek())) {
    return "roman";
  }
  if (is_roman_number(word) && word.size() == text.size() && word != "I") return "roman";
  if (std::ranges::find(part_words, std::string_view(fold(word))) != part_words.end() &&
      scanner.skip(" ")) {
    const std::size_t start = scanner.position();
    if (scanner.number(3) >= 0 || is_roman_number(scanner.letters())) return fold(word);
    scanner.move_to(start);
    const std::string_view number = scanner.letters();
    // "Chapter One", "Глава первая": the ordinal ends the line or a full stop follows.
    if (!number.empty() && is_upper(first_of(number)) && scanner.at_end()) return fold(word);
  }
  if (text.starts_with("第")) {
    for (const std::string_view unit : {"章", "节", "節", "部", "回"}) {
      const std::size_t at = text.find(unit);
      if (at != std::string_view::npos && at <= 15) return std::string(unit);
    }
  }
  return {};
}

// "I" alone, where "II" stands alone further down: by itself it is a word of English.
bool begins_roman_numbers(LinesLeft lines) {
  constexpr std::size_t look_ahead = 400;  // lines
  for (std::size_t i = 1; i < std::min(lines.size(), look_ahead); ++i) {
    if (lines[i].text == "II" && stands_alone(lines.subspan(i))) return true;
  }
  return false;
}

// "1", "2." alone above a stanza.
bool is_number_above_verse(LinesLeft lines, const Builder& builder) {
  Scanner scanner(lines.front().text);
  if (scanner.number(3) < 0) return false;
  scanner.skip(".");
  return scanner.at_end() && begins_verse(lines.subspan(1), builder);
}

// "## Method ##": the number of marks; 0 for other lines. The words without the marks.
std::size_t hash_marks(std::string_view text, std::string_view& words) {
  std::size_t marks = 0;
  while (marks < text.size() && text[marks] == '#') ++marks;
  if (marks == 0 || marks > 6 || marks >= text.size() || text[marks] != ' ') return 0;
  words = trim(text.substr(marks));
  while (!words.empty() && words.back() == '#') words.remove_suffix(1);
  words = trim(words);
  return words.empty() ? 0 : marks;
}

// A short line alone between longer paragraphs.
bool is_plain_heading(LinesLeft lines, const Builder& builder) {
  const std::string_view text = lines.front().text;
  if (!stands_alone(lines) || lines.size() == 1 || builder.is_nested()) return false;
  const std::size_t width = columns(text);
  if (width > longest_plain_heading || ends_like_text(text) || starts_lower(text)) return false;
  if (split_words(text).size() > most_plain_words || !is_letter(first_of(text))) return false;
  if (lines.front().indent > builder.shape().indent + 8) return false;
  // What follows must be running text.
  const Line& next = lines[1];
  const bool several = lines.size() > 2 && !lines[2].begins_group() && builder.shape().wrapped;
  const bool ended = ends_sentence(next.text) || next.text.ends_with(':');
  return several || (columns(next.text) > width + width / 2 && ended) ||
         columns(next.text) > 2 * longest_plain_heading;
}

struct FoundHeading {
  std::string form;
  std::string_view words;
  std::size_t lines = 1;
};

std::optional<FoundHeading> find_heading(LinesLeft lines, const Builder& builder) {
  const Line& line = lines.front();
  if (line.text.size() > 4 * longest_heading || columns(line.text) > longest_heading) return {};
  if (!has_letter(line.text)) {
    const bool numbers = stands_alone(lines) && is_number_above_verse(lines, builder);
    return numbers ? std::optional(FoundHeading{"number of verse", line.text}) : std::nullopt;
  }
  if (lines.size() > 1 && !lines[1].begins_group() && is_underline(line, lines[1])) {
    return FoundHeading{"underlined " + std::string(lines[1].text.substr(0, 1)), line.text, 2};
  }
  std::string_view words;
  if (const std::size_t marks = hash_marks(line.text, words)) {
    return FoundHeading{"hash " + std::to_string(marks), words};
  }
  if (!stands_alone(lines)) return {};
  if (line.text == "I" && begins_roman_numbers(lines)) return FoundHeading{"roman", line.text};
  if (!ends_like_text(line.text) && !ends_sentence(line.text)) {
    if (auto form = numbered_form(line.text)) return FoundHeading{std::move(*form), line.text};
  } else if (auto form = numbered_form(line.text); form && !form->starts_with("number")) {
    if (split_words(line.text).size() <= 4) return FoundHeading{std::move(*form), line.text};
  }
  if (lines.size() == 1) return {};
  if (is_capitals(line.text) && !ends_like_text(line.text) &&
      columns(line.text) <= longest_capitals) {
    return FoundHeading{"capitals", line.text};
  }
  if (is_plain_heading(lines, builder)) return FoundHeading{"plain", line.text};
  return {};
}

}  // namespace

bool is_roman_number(std::string_view word) {
  return !word.empty() && word.size() <= 8 &&
         word.find_first_not_of("IVXLC") == std::string_view::npos;
}

bool is_underline(const Line& text, const Line& underline) {
  const std::string_view marks = underline.text;
  if (marks.size() < 3 || std::string_view("=-~^*").find(marks[0]) == std::string_view::npos) {
    return false;
  }
  if (marks.find_first_not_of(marks[0]) != std::string_view::npos) return false;
  if (!has_letter(text.text)) return false;
  const std::size_t width = columns(text.text);
  return marks.size() * 10 >= width * 7 && marks.size() * 10 <= width * 13 + 20;
}

std::size_t read_heading(LinesLeft lines, Builder& builder, Blocks& blocks) {
  const auto heading = find_heading(lines, builder);
  if (!heading) return 0;
  blocks.push_back(
      Builder::block(Heading{builder.heading_level(heading->form), builder.inlines(heading->words)},
                     lines.front()));
  return heading->lines;
}

}  // namespace pressmark::plain_text
