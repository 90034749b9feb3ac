#include "converters/importers/text/wire_marks.h"

#include <algorithm>
#include <array>
#include <string>

#include "converters/importers/text/agencies.h"
#include "converters/importers/text/characters.h"

namespace pressmark::plain_text {
namespace {

constexpr std::array<std::string_view, 22> routing_lines = {
    "urgent",     "urgent:", "bulletin",   "flash",    "advisory",      "corrected",
    "correction", "update",  "developing", "breaking", "breaking news", "alert",
    "eilmeldung", "eil",     "срочно",     "молния",   "экспресс",      "urgente",
    "últimahora", "快讯",    "速報",       "속보"};

constexpr std::array<std::string_view, 14> press_release_lines = {"for immediate release",
                                                                  "press release",
                                                                  "news release",
                                                                  "media release",
                                                                  "pressemitteilung",
                                                                  "medieninformation",
                                                                  "communiqué de presse",
                                                                  "communique de presse",
                                                                  "nota de prensa",
                                                                  "comunicado de prensa",
                                                                  "comunicato stampa",
                                                                  "пресс-релиз",
                                                                  "新闻稿",
                                                                  "プレスリリース"};

constexpr std::array<std::string_view, 38> end_marks = {
    "enditem", "endit",  "item ends", "-0-",    "/end/",   "[end]",    "fin",    "(fin)",
    "fim",     "(fim)",  "lusa/fim",  "=end=",  "(konec)", "(koniec)", "(fine)", "(slut)",
    "(ende)",  "[完]",   "-30-",      "- 30 -", "—30—",    "– 30 –",   "30",     "###",
    "# # #",   "ends",   "-ends-",    "(ends)", "end",     "(end)",    "-end-",  "xxx",
    "(完)",    "（完）", "（了）",    "(끝)",   "ende",    "конец"};

constexpr std::array<std::string_view, 8> page_turns = {"(more)", "-more-", "- more -", "more",
                                                        "(mehr)", "(mas)",  "(más)",    "(suite)"};

template <std::size_t size>
bool has(const std::array<std::string_view, size>& set, std::string_view text) {
  constexpr std::size_t longest = 40;
  return text.size() <= longest &&
         std::ranges::find(set, std::string_view(fold(text))) != set.end();
}

// "BC-Iran-Talks,0450", "AM-Weather, 1st Ld", "^BC-EU--Trade": a cycle, words with hyphens, a
// count.
bool is_routing_code(std::string_view text) {
  while (text.starts_with('^') || text.starts_with('&')) text.remove_prefix(1);
  // "AFP-Ferry-Riverton-GEN"
  if (text.find(' ') == text.npos && std::ranges::count(text, '-') >= 2) {
    const std::string_view agency = text.substr(0, text.find('-'));
    if (is_capitals(agency) && is_agency(agency)) return true;
  }
  for (const std::string_view cycle : {"BC-", "AM-", "PM-", "BC ", "US-", "EU-"}) {
    if (!text.starts_with(cycle)) continue;
    const bool words = split_words(text).size() <= 6 && !ends_sentence(text);
    return words && (cycle == "BC-" || cycle == "AM-" || cycle == "PM-" ||
                     text.find(',') != std::string_view::npos);
  }
  return false;
}

bool contains_folded(std::string_view text, std::string_view words) {
  return fold(text).find(words) != std::string::npos;
}

// "-- BERNAMA", "— PTI", "(ANSA)": the agency below the story.
bool is_agency_sign(std::string_view text) {
  const bool marked = dash_length(text) > 0 || text.starts_with("==") || text.starts_with('/') ||
                      (text.starts_with('(') && text.ends_with(')'));
  return marked && !agency_of_sign_off(text).empty();
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

SlugKind slug_kind(std::string_view text) {
  constexpr std::size_t longest = 200;
  if (text.size() > longest) return SlugKind::none;
  if (has(press_release_lines, text.ends_with(':') ? text.substr(0, text.size() - 1) : text)) {
    return SlugKind::press_release;
  }
  const std::string folded = fold(text);
  const std::string_view lower = folded;
  if (lower.starts_with("embargoed until") || lower.starts_with("embargo:") ||
      lower.starts_with("embargoed for") || lower.starts_with("not for publication before") ||
      lower.starts_with("sperrfrist") || lower.starts_with("эмбарго") ||
      lower.starts_with("sous embargo")) {
    return SlugKind::embargo;
  }
  if (has(routing_lines, text)) return SlugKind::routing;
  if (lower.starts_with("(attn:") || lower.starts_with("attn:") || lower.starts_with("eds:") ||
      lower.starts_with("editors:") || lower.starts_with("(adds ") ||
      lower.starts_with("(updates ") || lower.starts_with("(recasts ") ||
      lower.starts_with("(corrects ") || lower.starts_with("(repeats ") ||
      lower.starts_with("editor's note: for release")) {
    return SlugKind::routing;
  }
  const bool lead = contains_folded(text, "writethru") || contains_folded(text, "ld-") ||
                    lower.ends_with(" ld") || lower.ends_with("-urgent");
  if (is_routing_code(text) || (lead && split_words(text).size() <= 8)) return SlugKind::routing;
  return SlugKind::none;
}

std::size_t routing_prefix(std::string_view headline) {
  // "(LEAD) ", "(2nd LD) "
  if (headline.starts_with('(')) {
    const std::size_t close = headline.substr(0, 16).find(") ");
    if (close == std::string_view::npos) return 0;
    const std::string inside = fold(headline.substr(1, close - 1));
    const bool lead = inside == "lead" || inside == "urgent" || inside == "ld" ||
                      inside.ends_with(" ld") || inside.ends_with(" lead");
    return lead ? close + 2 : 0;
  }
  // "UPDATE 2-", "REFILE-"
  for (const std::string_view word : {"UPDATE", "WRAPUP", "REFILE", "RPT", "CORRECTED", "REPEAT"}) {
    if (!headline.starts_with(word)) continue;
    Scanner scanner(headline);
    scanner.move_to(word.size());
    if (scanner.skip(" ")) scanner.number(2);
    if (scanner.skip("-") && is_upper(scanner.peek())) return scanner.position();
  }
  return 0;
}

bool is_routing_word(std::string_view text) { return has(routing_lines, text); }

bool is_end_mark(std::string_view text) { return has(end_marks, text); }

bool is_sign_off(std::string_view text) {
  constexpr std::size_t longest = 40;
  text = trim(text);
  if (text.empty() || text.size() > longest) return false;
  return is_agency_sign(text) || is_row_of_initials(text) || is_row_of_codes(text);
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

bool is_page_turn(std::string_view text) { return has(page_turns, text); }

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
    return text.starts_with("***") && text.substr(3, 3 + word.size()).find(word) != text.npos;
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
