#include "converters/importers/text/wire_marks.h"

#include <algorithm>
#include <array>
#include <string>

#include "converters/importers/text/agencies.h"
#include "converters/importers/text/characters.h"
#include "converters/importers/text/embargo.h"
#include "core/base/utf8.h"

namespace pressmark::plain_text {
namespace {

constexpr std::array<std::string_view, 22> routing_lines = {
    "urgent",     "urgent:", "bulletin",   "flash",    "advisory",      "corrected",
    "correction", "update",  "developing", "breaking", "breaking news", "alert",
    "eilmeldung", "eil",     "срочно",     "молния",   "экспресс",      "urgente",
    "últimahora", "快讯",    "速報",       "속보"};

constexpr std::array<std::string_view, 24> press_release_lines = {"for immediate release",
                                                                  "for release",
                                                                  "immediate release",
                                                                  "para publicación inmediata",
                                                                  "para difusión inmediata",
                                                                  "para divulgação imediata",
                                                                  "pour diffusion immédiate",
                                                                  "pour publication immédiate",
                                                                  "per la pubblicazione immediata",
                                                                  "zur sofortigen veröffentlichung",
                                                                  "для немедленной публикации",
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

template <std::size_t size>
bool has(const std::array<std::string_view, size>& set, std::string_view text) {
  constexpr std::size_t longest = 40;
  return text.size() <= longest &&
         std::ranges::find(set, std::string_view(fold(text))) != set.end();
}

// Whether words say which version of a story this is: "1st Ld", "2nd Ld-Writethru", "Writethru",
// and for a code of one word its end: "AFP-Ferry-URGENT".
bool names_version(std::string_view text) {
  constexpr std::size_t most_words = 8;
  const auto words = split_words(text);
  if (words.size() > most_words) return false;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::string folded = fold(words[i]);
    const std::string_view word = folded;
    if (word == "writethru" || word == "ld-writethru" || word.ends_with("-writethru")) return true;
    const bool counted = i > 0 && is_ascii_digit(first_of(words[i - 1]));
    const bool is_lead = word == "ld" || word.starts_with("ld-");
    if (is_lead && (counted || words[i].starts_with("L"))) return true;
  }
  return words.size() == 1 && text.ends_with("-URGENT");
}

// What stands behind the comma of a routing code: how many words there are, or which version it is.
bool ends_as_routing(std::string_view words) {
  if (words.empty()) return false;
  return names_version(words) || words.find_first_not_of("0123456789") == words.npos;
}

// A cycle with what it is about, and how many words it has: "BC-Iran-Talks,0450", "^BC-EU--Trade",
// "AM-Weather, 1st Ld". The words of a headline have spaces between them.
bool is_routing_code(std::string_view text) {
  while (text.starts_with('^') || text.starts_with('&')) text.remove_prefix(1);
  const std::size_t comma = text.find(',');
  const std::string_view topic = text.substr(0, comma);
  const auto words = split_words(topic);
  if (words.empty() || words.size() > 2 || topic.find('-') == topic.npos) return false;
  // "AFP-Ferry-Riverton-GEN"
  if (words.size() == 1 && std::ranges::count(topic, '-') >= 2) {
    const std::string_view agency = topic.substr(0, topic.find('-'));
    if (is_capitals(agency) && is_agency(agency)) return true;
  }
  for (const std::string_view cycle : {"BC-", "AM-", "PM-", "US-", "EU-"}) {
    if (!topic.starts_with(cycle)) continue;
    if (comma == text.npos) return words.size() == 1 && cycle[0] != 'U' && cycle[0] != 'E';
    return ends_as_routing(trim(text.substr(comma + 1)));
  }
  return false;
}

// What a headline may say as well: "BC-Ferry", but "AM-radio" is in no wire's way of writing.
bool is_routing_word_or_note(std::string_view text, std::string_view folded) {
  if (has(routing_lines, text)) return true;
  for (const std::string_view start : {"attn:", "eds:", "editors:", "editor's note: for release"}) {
    if (folded.starts_with(start)) return true;
  }
  return false;
}

// "(ATTN: ...)", "(Adds quote)": what editors are told about a story, in brackets.
bool is_note_to_editors(std::string_view folded) {
  if (!folded.ends_with(')')) return false;
  for (const std::string_view start :
       {"(attn:", "(eds:", "(adds ", "(updates ", "(recasts ", "(corrects ", "(repeats "}) {
    if (folded.starts_with(start)) return true;
  }
  return false;
}

}  // namespace

SlugKind slug_kind(std::string_view text) {
  constexpr std::size_t longest = 200;
  if (text.size() > longest) return SlugKind::none;
  if (fold(text) != "for release" &&
      has(press_release_lines, text.ends_with(':') ? text.substr(0, text.size() - 1) : text)) {
    return SlugKind::press_release;
  }
  const std::string folded = fold(text);
  if (const SlugKind kind = embargo_kind(text, folded); kind != SlugKind::none) return kind;
  if (is_note_to_editors(folded) || is_routing_code(text) || names_version(text)) {
    return SlugKind::routing;
  }
  return is_routing_word_or_note(text, folded) ? SlugKind::routing_word : SlugKind::none;
}

std::size_t press_release_prefix(std::string_view text) {
  const std::string folded = fold(utf8::prefix(text, 80));
  if (folded.size() != std::min<std::size_t>(text.size(), utf8::prefix(text, 80).size())) return 0;
  std::size_t longest = 0;
  for (const std::string_view line : press_release_lines) {
    if (folded.starts_with(line)) longest = std::max(longest, line.size());
  }
  if (longest == 0) return 0;
  std::string_view rest = text.substr(longest);
  if (is_letter(first_of(rest))) return 0;
  rest = trim(rest);
  for (const std::string_view mark : {":", ",", "|", ".", "vom ", "du ", "del ", "от "}) {
    if (rest.starts_with(mark)) rest = trim(rest.substr(mark.size()));
  }
  rest = trim(rest.substr(dash_length(rest)));
  return text.size() - rest.size();
}

std::size_t routing_prefix(std::string_view headline) {
  // "(LEAD) ", "(2nd LD) "
  if (headline.starts_with('(')) {
    const std::size_t close = headline.substr(0, 16).find(") ");
    if (close == std::string_view::npos) return 0;
    const std::string inside = fold(headline.substr(1, close - 1));
    const bool agency = is_agency(headline.substr(1, close - 1));  // "(AP) "
    const bool lead = agency || inside == "lead" || inside == "urgent" || inside == "ld" ||
                      inside.ends_with(" ld") || inside.ends_with(" lead");
    return lead ? close + 2 : 0;
  }
  // "UPDATE 2-", "REFILE-"
  for (const std::string_view word :
       {"UPDATE", "WRAPUP", "REFILE", "RPT", "CORRECTED", "REPEAT", "ACTUALIZA", "RESUMEN",
        "ATUALIZA", "ОБНОВЛЕНИЕ", "ДОПОЛНЕНИЕ"}) {
    if (!headline.starts_with(word)) continue;
    Scanner scanner(headline);
    scanner.move_to(word.size());
    const bool counted = scanner.skip(" ") && scanner.number(2) >= 0;
    if (!scanner.skip("-") || !is_upper(scanner.peek())) continue;
    // In a headline that is all in capitals, "REPEAT-OFFENDER" is a word.
    if (counted || !is_capitals(scanner.rest())) return scanner.position();
  }
  return 0;
}

bool is_routing_word(std::string_view text) { return has(routing_lines, text); }

}  // namespace pressmark::plain_text
