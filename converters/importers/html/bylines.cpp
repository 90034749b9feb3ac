#include "converters/importers/html/bylines.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <span>

#include "converters/common/byline_words.h"
#include "converters/common/month_names.h"
#include "converters/importers/html/date_words.h"
#include "converters/importers/html/east_asian_bylines.h"
#include "converters/importers/html/organisation_names.h"
#include "converters/importers/html/person_names.h"
#include "converters/importers/html/plain_text.h"
#include "converters/importers/html/text_measure.h"
#include "core/base/utf8.h"

namespace pressmark::html {
namespace {

constexpr std::size_t longest_byline = 400;
constexpr std::size_t most_name_words = 6;
constexpr std::size_t most_names = 30;

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view edges = " \t\n,;:|/-*_<>\"";
  bool changed = true;
  while (changed && !text.empty()) {
    changed = false;
    while (!text.empty() && edges.find(text.front()) != std::string_view::npos) {
      text.remove_prefix(1);
      changed = true;
    }
    while (!text.empty() && edges.find(text.back()) != std::string_view::npos) {
      text.remove_suffix(1);
      changed = true;
    }
    for (const std::string_view mark :
         {"\u2013", "\u2014", "\u2022", "\u00B7", "\u00BB", "\u00AB", "\u25CF", "\u2019s", "\u00A0",
          "\u201C", "\u201D", "\u300C"}) {
      if (mark != "\u2019s" && text.starts_with(mark)) {
        text.remove_prefix(mark.size());
        changed = true;
      }
      if (mark != "\u2019s" && text.ends_with(mark)) {
        text.remove_suffix(mark.size());
        changed = true;
      }
    }
  }
  return text;
}

// Whether the source says that the text is a name, so that one word may be all of it.
bool is_loose(BylineKind kind) { return kind == BylineKind::stated || kind == BylineKind::named; }

// Takes an opener such as "By" or "Written by" off the front; whether there was one.
bool take_opener(std::string_view& text) {
  bool taken = false;
  for (int round = 0; round < 2; ++round) {
    const auto words = split_at_spaces(text);
    for (std::size_t count = std::min<std::size_t>(words.size(), 4); count > 0; --count) {
      const std::size_t end =
          static_cast<std::size_t>(words[count - 1].data() - text.data()) + words[count - 1].size();
      std::string_view front = text.substr(0, end);
      while (front.ends_with(':') || front.ends_with('.')) front.remove_suffix(1);
      std::string folded = fold_text(front);
      if (folded.ends_with("\uFF1A")) folded.resize(folded.size() - 3);
      // "De" and "Da" open bylines in Spanish or Italian but are parts of names as well.
      const bool ambiguous =
          (folded == "de" || folded == "da" || folded == "di" || folded == "a" || folded == "od") &&
          is_capital(first_character(front));
      if (!byline_openers().contains(folded) || (ambiguous && words.size() <= 3)) continue;
      text = trimmed(text.substr(end));
      taken = true;
      break;
    }
  }
  return taken;
}

// Words that lead from the name to a date or a place: "Ann Lee on 3 May", "Eva Klein am Montag".
bool leads_on(std::string_view word) {
  constexpr std::array<std::string_view, 40> words = {
      "\u00E0", "am",   "at",  "aus",     "bei", "dans", "de",        "del",      "den", "der",
      "dne",    "el",   "em",  "en",      "for", "from", "fr\u00E5n", "f\u00FCr", "i",   "il",
      "im",     "in",   "is",  "la",      "le",  "nel",  "of",        "on",       "op",  "para",
      "per",    "pour", "pro", "p\u00E5", "te",  "um",   "v",         "via",      "w",   "\u0432"};
  return std::ranges::find(words, word) != words.end();
}

// The text before a date, a time or a mark that ends the names.
std::string_view before_date(std::string_view text) {
  const auto dates = find_dates(text, DayOrder::day_first);
  if (!dates.empty()) {
    // A date before the names is taken off with what stands before it.
    if (dates.front().begin < 4 && dates.front().end < text.size()) {
      return trimmed(text.substr(dates.front().end));
    }
    text = text.substr(0, dates.front().begin);
  }
  return text;
}

std::string_view up_to_mark(std::string_view text, BylineKind kind) {
  std::size_t end = text.size();
  for (const std::string_view mark : {"|", "\u2022", "\u00B7", " \u2013 ", " \u2014 ", " - ", "(",
                                      "@", "\n", "http", "\u25CF", "\u2219", " // "}) {
    const std::size_t at = text.find(mark);
    if (at == std::string_view::npos || at == 0) continue;
    // "Pixie - Ann Lee" is one name of somebody known by two; a whole name ends at the dash.
    const bool dash = mark.front() == ' ' && mark != " // ";
    if (dash && is_loose(kind) && split_at_spaces(text.substr(0, at)).size() < 2) continue;
    end = std::min(end, at);
  }
  return text.substr(0, end);
}

// "Ann Lee" of "Ann Lee Senior Reporter" and of "Ann Lee on behalf of the union": what follows a
// whole name and is none.
std::string_view up_to_role(std::string_view text) {
  const auto words = split_at_spaces(text);
  if (!words.empty() && position_words().contains(fold_text(words.front()))) return text;
  for (std::size_t i = 2; i < words.size(); ++i) {
    std::string_view word = words[i];
    while (word.ends_with(',') || word.ends_with('.')) word.remove_suffix(1);
    const std::string folded = fold_text(word);
    std::string_view before = words[i - 1];
    if (before.ends_with(',') || before.ends_with(';')) return text;
    const bool small = !is_capital(first_character(word));
    const bool role = !small && position_words().contains(folded);
    std::string_view last = words.back();
    while (last.ends_with(',') || last.ends_with('.')) last.remove_suffix(1);
    const bool ends_as_role = position_words().contains(fold_text(last));
    if ((small && leads_on(folded) && !name_particles().contains(folded)) ||
        (role && ends_as_role)) {
      return trimmed(text.substr(0, static_cast<std::size_t>(words[i].data() - text.data())));
    }
  }
  // "Ann Lee on" of "Ann Lee on 3 May", whose date is taken off already.
  if (words.size() > 1 && !is_capital(first_character(words.back())) &&
      leads_on(fold_text(words.back()))) {
    return trimmed(text.substr(0, static_cast<std::size_t>(words.back().data() - text.data())));
  }
  return text;
}

// Parts of a list of names, with the joiners taken away.
std::vector<std::string> split_list(std::string_view text) {
  std::string marked;
  for (const std::string_view word : split_at_spaces(text)) {
    const std::string folded = fold_text(word);
    // A single capital is an initial: "E" of "John E Smith".
    const bool initial = word.size() == 1 && is_capital(static_cast<char32_t>(word[0]));
    // "Dan" is a name; "dan" is "and" in Indonesian, as "con" is "with" in Spanish and Italian.
    const bool given = (folded == "dan" || folded == "con") && is_capital(first_character(word));
    if (!initial && !given && byline_joiners().contains(folded)) {
      marked += ';';
    } else {
      if (!marked.empty()) marked += ' ';
      marked += word;
    }
  }
  std::vector<std::string> parts;
  std::string part;
  const auto end_part = [&] {
    const std::string_view clean = trimmed(part);
    if (!clean.empty()) parts.emplace_back(clean);
    part.clear();
  };
  for (std::size_t i = 0; i < marked.size();) {
    const utf8::Decoded decoded = utf8::decode(marked, i);
    const char32_t c = decoded.code_point;
    const auto size = static_cast<std::size_t>(decoded.size);
    if (c == ',' || c == ';' || c == '/' || c == 0x3001 || c == 0xFF0C || c == 0x060C || c == '|') {
      end_part();
    } else {
      part += marked.substr(i, size);
    }
    i += size;
  }
  end_part();
  return parts;
}

bool is_position(std::string_view part) {
  const std::string folded = fold_text(part);
  bool any = false;
  for (const auto word : words_of(folded)) any = any || position_words().contains(word);
  return any;
}

bool is_suffix(std::string_view part) {
  const auto words = split_at_spaces(part);
  return !words.empty() && std::ranges::all_of(words, [](std::string_view word) {
    return name_suffixes().contains(fold_text(word));
  });
}

// Whether a part looks like a name of a person (or, for a stated value, of anybody).
bool looks_like_name(std::string_view part, BylineKind kind) {
  const auto words = split_at_spaces(part);
  if (!is_loose(kind)) {
    if (kind == BylineKind::found && names_common_thing(part)) return false;
    return looks_like_person(part) && !position_words().contains(fold_text(words.back()));
  }
  if (words.empty() || words.size() > most_name_words) return false;
  if (part.find_first_of("{}=#$%?!:[<") != std::string_view::npos) return false;
  TextMeasure measure;
  measure.add(part);
  if (measure.mass == measure.digits) return false;
  if (kind == BylineKind::stated) return true;
  if (is_desk(part)) return true;
  if (is_position(part)) return false;
  if (words.size() > 1 || is_undivided(part)) {
    return looks_like_person(part) || looks_like_organisation(part);
  }
  return !page_words().contains(fold_text(part)) && month_of_name(part) == 0;
}

std::string recased(std::string_view name) {
  // "ANN LEE" is how it is set, not how it is written.
  TextMeasure measure;
  measure.add(name);
  if (measure.capitals < measure.mass || measure.words < 2 || measure.mass < 6) {
    return std::string(name);
  }
  std::string out;
  bool start = true;
  for (std::size_t i = 0; i < name.size();) {
    const utf8::Decoded decoded = utf8::decode(name, i);
    const char32_t c = decoded.code_point;
    utf8::append(out, start ? c : lower_case(c));
    start = !is_letter(c) && c != 0x2019 + 0;
    i += static_cast<std::size_t>(decoded.size);
  }
  return out;
}

std::string without_titles(std::string_view name) {
  auto words = split_at_spaces(name);
  while (words.size() > 2 && name_titles().contains(fold_text(words.front()))) {
    words.erase(words.begin());
  }
  std::string out;
  for (const std::string_view word : words) {
    if (!out.empty()) out += ' ';
    out += word;
  }
  return out;
}

// "Lee, Ann": one comma, and each side what could not stand alone as a name.
bool is_inverted(const std::vector<std::string>& parts, std::string_view text) {
  return parts.size() == 2 && text.find(',') != std::string_view::npos &&
         text.find(';') == std::string_view::npos && split_at_spaces(parts[0]).size() == 1 &&
         split_at_spaces(parts[1]).size() <= 2 && !is_position(parts[1]) && !is_suffix(parts[1]);
}

// An address or a name in one.
bool is_address(std::string_view text) {
  const std::string folded = fold_text(text.substr(0, 20));
  return folded.starts_with("http:") || folded.starts_with("https:") ||
         folded.starts_with("www.") || folded.starts_with("//");
}

}  // namespace

std::vector<BylineName> read_byline(std::string_view raw, BylineKind kind) {
  std::vector<BylineName> names;
  const std::string plain = plain_east_asian_byline(plain_text(raw.substr(0, longest_byline * 4)));
  // A way through the site's sections: "Home > City > Bridges".
  if (kind != BylineKind::stated && plain.find('>') != std::string::npos) return names;
  std::string_view text = trimmed(plain);
  if (text.size() > longest_byline && kind != BylineKind::stated) return names;
  if (is_address(text)) return names;
  if (kind != BylineKind::stated) text = trimmed(before_date(text));
  const bool opened = take_opener(text);
  if (kind == BylineKind::found && !opened) return names;
  if (kind != BylineKind::stated) text = trimmed(before_date(text));
  text = trimmed(up_to_mark(text, kind));
  text = up_to_role(text);
  const auto parts = split_list(text);
  if (kind == BylineKind::stated && is_inverted(parts, text)) {
    names.push_back({parts[1] + " " + parts[0], {}});
    return names;
  }
  for (const std::string& part : parts) {
    if (names.size() >= most_names) break;
    const bool follows = !names.empty();
    if (follows && (is_suffix(part) || is_position(part))) {
      if (!is_suffix(part)) names.back().position = part;
      continue;
    }
    std::string_view name = part;
    take_opener(name);
    const std::string clean = without_titles(name);
    if (!looks_like_name(clean, kind)) {
      // What follows the names in a marked or found text ends them: "Ann Lee, in Geneva".
      if (kind != BylineKind::stated && follows) break;
      continue;
    }
    // Of "Ann Lee, London" the one word is no further name.
    if (follows && parts.size() > 1 && split_at_spaces(clean).size() == 1 &&
        split_at_spaces(names.back().name).size() > 1 && !is_undivided(clean)) {
      continue;
    }
    std::string cased = recased(clean);
    const bool known = std::ranges::any_of(
        names, [&](const BylineName& other) { return fold_text(other.name) == fold_text(cased); });
    if (!known) names.push_back({std::move(cased), {}});
  }
  return names;
}

bool names_role(std::string_view text) { return is_position(text); }

bool names_profession(std::string_view text) {
  const std::string folded = fold_text(text);
  return std::ranges::any_of(
      words_of(folded), [](std::string_view word) { return profession_words().contains(word); });
}

bool names_common_thing(std::string_view text) {
  const std::string folded = fold_text(text);
  return std::ranges::any_of(words_of(folded),
                             [](std::string_view word) { return common_words().contains(word); });
}

}  // namespace pressmark::html
