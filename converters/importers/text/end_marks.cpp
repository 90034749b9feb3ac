// What stands below a story, or around a book, for those who send it.
#include <algorithm>
#include <array>
#include <span>
#include <string>

#include "converters/importers/text/agencies.h"
#include "converters/importers/text/characters.h"
#include "converters/importers/text/wire_marks.h"

namespace pressmark::plain_text {
namespace {

constexpr std::array<std::string_view, 31> end_marks = {
    "enditem", "endit",  "item ends", "-0-",    "/end/",  "[end]",    "(fin)",  "(fim)",
    "=end=",   "(fine)", "(konec)",   "(slut)", "(ende)", "(koniec)", "[完]",   "-30-",
    "- 30 -",  "—30—",   "– 30 –",    "###",    "# # #",  "-ends-",   "(ends)", "(end)",
    "-end-",   "(完)",   "（完）",    "（了）", "(끝)",   "lusa/fim", "<끝>"};

// Words of any text.
constexpr std::array<std::string_view, 6> end_words = {"fin", "fim",  "ends",
                                                       "end", "ende", "конец"};

constexpr std::array<std::string_view, 7> page_turns = {"(more)", "-more-", "- more -", "(mehr)",
                                                        "(mas)",  "(más)",  "(suite)"};

bool is_in(std::span<const std::string_view> set, std::string_view text) {
  constexpr std::size_t longest = 40;
  return text.size() <= longest &&
         std::ranges::find(set, std::string_view(fold(text))) != set.end();
}

// "abc/de/fg", "XYZ/AB", "an/ bs/", "ABC // DEF": the initials of who wrote and edited it, in one
// letter case and divided by slashes.
bool is_row_of_initials(std::string_view text) {
  std::size_t letters = 0;
  std::size_t groups = 0;  // of letters
  std::size_t slashes = 0;
  std::size_t upper = 0;
  for (const char c : text) {
    const bool is_capital = c >= 'A' && c <= 'Z';
    if (is_capital || (c >= 'a' && c <= 'z')) {
      groups += letters == 0;
      ++letters;
      upper += is_capital;
      if (letters > 6) return false;
      continue;
    }
    if (c != '/' && c != '-' && c != ' ') return false;
    slashes += c == '/';
    letters = 0;
  }
  const std::size_t all = static_cast<std::size_t>(std::ranges::count_if(
      text, [](char c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); }));
  return slashes > 0 && groups >= 2 && all >= 3 && (upper == 0 || upper == all);
}

// "PTI ABC XYZ": an agency's codes in capitals.
bool is_row_of_codes(std::string_view text) {
  const auto words = split_words(text);
  if (words.size() < 2 || !is_agency(words[0]) || !is_capitals(words[0])) return false;
  return std::ranges::all_of(words, [](std::string_view word) {
    return word.size() >= 2 && word.size() <= 5 && is_capitals(word);
  });
}

}  // namespace

bool is_end_mark(std::string_view text, bool stands_alone) {
  if (is_in(end_marks, text)) return true;
  return is_in(end_words, text) && (stands_alone || is_capitals(text));
}

bool is_agency_sign(std::string_view text) {
  constexpr std::size_t longest = 40;
  text = trim(text);
  const bool marked = dash_length(text) > 0 || text.starts_with("==") || text.starts_with('/') ||
                      (text.starts_with('(') && text.ends_with(')'));
  return text.size() <= longest && marked && !agency_of_sign_off(text).empty();
}

bool is_row_of_editors(std::string_view text) {
  constexpr std::size_t longest = 40;
  text = trim(text);
  if (text.empty() || text.size() > longest) return false;
  return is_row_of_initials(text) || is_row_of_codes(text);
}

std::string_view agency_of_sign_off(std::string_view text) {
  text = trim(text);
  const std::size_t dash = dash_length(text);
  if (dash > 0) text = trim(text.substr(dash));
  while (text.starts_with('=')) text.remove_prefix(1);
  const bool framed = (text.starts_with('(') && text.ends_with(')')) ||
                      (text.size() > 2 && text.starts_with('/') && text.ends_with('/'));
  if (framed) text = text.substr(1, text.size() - 2);
  return is_agency(text) ? text : std::string_view();
}

bool is_page_turn(std::string_view text, bool page_ends) {
  return is_in(page_turns, text) || (page_ends && fold(text) == "more");
}

std::size_t trailing_end_mark(std::string_view text) {
  for (const std::string_view mark :
       {"（完）", "(完)", "（了）", "(끝)", "(END)", " -30-", " Enditem", " ENDITEM", "<끝>"}) {
    if (text.ends_with(mark) && text.size() > mark.size()) return mark.size();
  }
  return 0;
}

Frame find_book(const Lines& lines) {
  Frame frame{0, lines.size()};
  const auto marks = [](std::string_view text, std::string_view word) {
    return text.starts_with("***") && text.substr(3, 3 + word.size()).find(word) != text.npos &&
           text.find("GUTENBERG") != text.npos;
  };
  bool started = false;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (!lines[i].text.starts_with("***")) continue;
    if (!started && marks(lines[i].text, "START OF")) {
      frame.begin = i + 1;
      started = true;
    } else if (started && marks(lines[i].text, "END OF")) {
      frame.end = i;
      break;
    }
  }
  if (frame.begin >= frame.end) return {0, lines.size()};
  return frame;
}

}  // namespace pressmark::plain_text
