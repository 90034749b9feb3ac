#include "converters/importers/html/bylines.h"

#include <algorithm>
#include <cstddef>
#include <span>

#include "converters/importers/html/byline_words.h"
#include "converters/importers/html/date_words.h"
#include "converters/importers/html/plain_text.h"
#include "converters/importers/html/text_measure.h"
#include "core/base/utf8.h"

namespace pressmark::html {
namespace {

constexpr std::size_t longest_byline = 400;
constexpr std::size_t longest_name = 60;
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

std::vector<std::string_view> split_at_spaces(std::string_view text) {
  std::vector<std::string_view> words;
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t start = text.find_first_not_of(' ', i);
    if (start == std::string_view::npos) break;
    const std::size_t end = std::min(text.find(' ', start), text.size());
    words.push_back(text.substr(start, end - start));
    i = end;
  }
  return words;
}

char32_t first_character(std::string_view word) {
  return word.empty() ? 0 : utf8::decode(word, 0).code_point;
}

bool has_ideograph(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    const utf8::Decoded decoded = utf8::decode(text, i);
    if (is_ideograph(decoded.code_point)) return true;
    i += static_cast<std::size_t>(decoded.size);
  }
  return false;
}

// Scripts whose letters have no case.
bool is_caseless(char32_t c) { return is_letter(c) && c >= 0x590; }

bool looks_like_name_word(std::string_view word) {
  const char32_t first = first_character(word);
  if (is_capital(first) || is_caseless(first)) return true;
  const std::string folded = fold_text(word);
  return lists_word(name_particles(), folded) || folded.starts_with("d'") ||
         folded.starts_with("d\u2019") || folded.starts_with("al-");
}

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
      if (!lists_word(byline_openers(), folded) || (ambiguous && words.size() <= 3)) continue;
      text = trimmed(text.substr(end));
      taken = true;
      break;
    }
  }
  return taken;
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

std::string_view up_to_mark(std::string_view text) {
  std::size_t end = text.size();
  for (const std::string_view mark : {"|", "\u2022", "\u00B7", " \u2013 ", " \u2014 ", " - ", "(",
                                      "@", "\n", "http", "\u25CF", "\u2219", " // "}) {
    const std::size_t at = text.find(mark);
    if (at != std::string_view::npos && at > 0) end = std::min(end, at);
  }
  return text.substr(0, end);
}

// Parts of a list of names, with the joiners taken away.
std::vector<std::string> split_list(std::string_view text) {
  std::string marked;
  for (const std::string_view word : split_at_spaces(text)) {
    const std::string folded = fold_text(word);
    // A single capital is an initial: "E" of "John E Smith".
    const bool initial = word.size() == 1 && is_capital(static_cast<char32_t>(word[0]));
    if (!initial && lists_word(byline_joiners(), folded)) {
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
  for (const auto word : words_of(folded)) any = any || lists_word(position_words(), word);
  return any;
}

bool is_suffix(std::string_view part) {
  const auto words = split_at_spaces(part);
  return !words.empty() && std::ranges::all_of(words, [](std::string_view word) {
    return lists_word(name_suffixes(), fold_text(word));
  });
}

// Whether a part looks like a name of a person (or, for a stated value, of anybody).
bool looks_like_name(std::string_view part, BylineKind kind) {
  if (part.size() > longest_name && kind != BylineKind::stated) return false;
  const auto words = split_at_spaces(part);
  if (words.empty() || words.size() > most_name_words) return false;
  bool letters = false;
  for (std::size_t i = 0; i < part.size();) {
    const utf8::Decoded decoded = utf8::decode(part, i);
    const char32_t c = decoded.code_point;
    letters = letters || is_letter(c);
    if (c == '{' || c == '}' || c == '=' || c == '#' || c == '$' || c == '%' || c == '?' ||
        c == '!' || c == ':' || c == '[' || c == '<' || c == '_') {
      return false;
    }
    if (kind != BylineKind::stated && c >= '0' && c <= '9') return false;
    i += static_cast<std::size_t>(decoded.size);
  }
  if (!letters) return false;
  if (kind == BylineKind::stated) return true;
  if (has_ideograph(part)) return part.size() <= 30;
  if (words.size() < 2) return false;
  for (const std::string_view word : words) {
    if (!looks_like_name_word(word)) return false;
    const std::string folded = fold_text(word);
    if (lists_word(department_words(), folded)) return false;
  }
  return true;
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
  while (words.size() > 2 && lists_word(name_titles(), fold_text(words.front()))) {
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

}  // namespace

std::vector<BylineName> read_byline(std::string_view raw, BylineKind kind) {
  std::vector<BylineName> names;
  const std::string plain = plain_text(raw.substr(0, longest_byline * 4));
  std::string_view text = trimmed(plain);
  if (text.size() > longest_byline && kind != BylineKind::stated) return names;
  if (kind != BylineKind::stated) text = trimmed(before_date(text));
  const bool opened = take_opener(text);
  if (kind == BylineKind::found && !opened) return names;
  if (kind != BylineKind::stated) text = trimmed(before_date(text));
  text = trimmed(up_to_mark(text));
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
    std::string cased = recased(clean);
    const bool known = std::ranges::any_of(
        names, [&](const BylineName& other) { return fold_text(other.name) == fold_text(cased); });
    if (!known) names.push_back({std::move(cased), {}});
  }
  return names;
}

Name make_person(std::string_view whole) {
  auto words = split_at_spaces(whole);
  if (words.size() < 2 || has_ideograph(whole)) return literal_name(std::string(whole));
  Name name;
  while (words.size() > 2 && lists_word(name_suffixes(), fold_text(words.back()))) {
    name.suffix = std::string(words.back()) + (name.suffix.empty() ? "" : " " + name.suffix);
    words.pop_back();
  }
  // The family name is the last word with the particles before it; the particles start in lower
  // case, or stand between two capitalised words as in "Ludwig Van Dyke".
  std::size_t family = words.size() - 1;
  while (family > 1 && lists_word(name_particles(), fold_text(words[family - 1])) &&
         !is_capital(first_character(words[family - 1]))) {
    --family;
  }
  const auto join = [&](std::size_t begin, std::size_t end) {
    std::string text;
    for (std::size_t i = begin; i < end; ++i) {
      if (!text.empty()) text += ' ';
      text += words[i];
    }
    return text;
  };
  name.given = join(0, family);
  name.non_dropping_particle = join(family, words.size() - 1);
  name.family = std::string(words.back());
  return name;
}

Refusal refuse_author(std::string_view name) {
  const std::string folded = fold_text(name);
  if (folded.find("http") != std::string::npos || folded.find("www.") != std::string::npos ||
      folded.find('@') != std::string::npos) {
    return {"an address", false};
  }
  if (lists_word(agency_names(), folded)) return {"a news agency", true};
  if (lists_word(account_names(), folded)) return {"a desk or an account, no name", false};
  TextMeasure measure;
  measure.add(name);
  if (measure.mass - measure.digits < 2) return {"no name", false};
  const auto words = words_of(folded);
  const auto departments = std::ranges::count_if(
      words, [](std::string_view word) { return lists_word(account_names(), word); });
  if (departments > 0 && departments == static_cast<std::ptrdiff_t>(words.size())) {
    return {"a desk or an account, no name", false};
  }
  return {};
}

}  // namespace pressmark::html
