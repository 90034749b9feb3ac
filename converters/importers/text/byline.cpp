#include "converters/importers/text/byline.h"

#include <algorithm>

#include "converters/common/byline_words.h"
#include "converters/common/word_set.h"
#include "converters/importers/text/agencies.h"
#include "converters/importers/text/byline_markers.h"
#include "converters/importers/text/byline_names.h"
#include "converters/importers/text/characters.h"
#include "converters/importers/text/credit.h"
#include "converters/importers/text/links.h"
#include "core/base/utf8.h"

namespace pressmark::plain_text {
namespace {

constexpr std::size_t longest_line = 160;  // characters

// Punctuation that frames a byline: "— by Ada Example —", "[By A]", "(Von A)".
std::string_view without_frame(std::string_view line) {
  constexpr std::string_view marks[] = {"—", "–", "-", "*", "[", "]", "(", ")", "_", "~", "|", "•"};
  for (bool changed = true; changed;) {
    changed = false;
    line = trim(line);
    if ((line.starts_with('(') && line.ends_with(')')) ||
        (line.starts_with('[') && line.ends_with(']'))) {
      line = line.substr(1, line.size() - 2);
      changed = true;
      continue;
    }
    for (const std::string_view mark : marks) {
      if (line.starts_with(mark)) {
        line.remove_prefix(mark.size());
        changed = true;
      }
      // A bracket that opens inside of the line is closed at its end.
      const bool closes = (mark == ")" && line.find('(') != line.npos) ||
                          (mark == "]" && line.find('[') != line.npos);
      if (!line.empty() && line.ends_with(mark) && !closes) {
        line.remove_suffix(mark.size());
        changed = true;
      }
    }
  }
  return line;
}

// Whether a word begins with a digit: "1917", but not "G1".
bool has_number(std::string_view text) {
  return std::ranges::any_of(split_words(text),
                             [](std::string_view word) { return is_ascii_digit(first_of(word)); });
}

// Names that nothing calls an author's have no words of places, times and things in them.
bool has_common_word(const Byline& byline, std::string_view line) {
  return std::ranges::any_of(byline.names, [&](const BylineName& name) {
    const auto words = split_words(line.substr(name.start, name.length));
    return !name.organisation && std::ranges::any_of(words, [](std::string_view word) {
      return common_words().contains(fold(word));
    });
  });
}

// Whether the words behind the names of a credit are all of a sentence: "contributed to this
// report.", "contributed reporting from Geneva."
bool ends_contributed(std::string_view words) {
  static const WordSet works(
      "report, story, article, piece, dispatch, review, column, post, analysis, package, series, "
      "episode, newsletter, coverage");
  constexpr std::size_t most_of_place = 5;  // words
  if (constexpr std::string_view start = "contributed to this "; words.starts_with(start)) {
    std::string_view work = words.substr(start.size());
    const std::size_t end = std::min(work.find_first_of(" ."), work.size());
    if (!works.contains(fold(work.substr(0, end)))) return false;
    work.remove_prefix(end);
    const bool placed = work.starts_with(" from ") || work.starts_with(" in ");
    return work.empty() || work == "." || (placed && split_words(work).size() <= most_of_place);
  }
  for (const std::string_view start :
       {"contributed reporting", "contributed additional reporting"}) {
    if (!words.starts_with(start)) continue;
    const std::string_view place = words.substr(start.size());
    if (place.empty() || place == ".") return true;
    return (place.starts_with(" from ") || place.starts_with(" in ") ||
            place.starts_with(" to this ")) &&
           split_words(place).size() <= most_of_place;
  }
  return false;
}

// "Associated Press writer Ben Sample in Paris contributed to this report."
std::optional<Byline> find_contributed(std::string_view paragraph) {
  const std::size_t at = paragraph.find(" contributed ");
  if (at == std::string_view::npos) return {};
  std::string_view names = trim(paragraph.substr(0, at));
  if (!ends_contributed(paragraph.substr(at + 1))) return {};
  if (names.ends_with(" also")) names.remove_suffix(5);
  Byline credit;
  if (!read_names(paragraph, names, true, credit)) return {};
  for (BylineName& name : credit.names) name.contributor.role = Role::contributor;
  std::erase_if(credit.names, [](const BylineName& name) { return name.organisation; });
  if (credit.names.empty()) return {};
  credit.confidence = 0.9;
  return credit;
}

// "홍길동 기자 hong@example.com": the reporter's own line below the story.
std::optional<Byline> find_reporter_line(std::string_view paragraph) {
  if (paragraph.size() > longest_line) return {};
  const std::size_t space = paragraph.rfind(' ');
  if (space == std::string_view::npos) return {};
  const std::string_view address = paragraph.substr(space + 1);
  const auto link = find_link_at(address, 0);
  if (!link || link->length != address.size()) return {};
  Byline credit;
  const std::string_view names = trim(paragraph.substr(0, space));
  if (names.find_first_of(".!?") != names.npos) return {};
  if (!read_names(paragraph, names, false, credit)) return {};
  const bool titled = std::ranges::all_of(credit.names, [](const BylineName& name) {
    return names_press_trade(name.contributor.position);
  });
  if (!titled) return {};
  credit.confidence = 0.9;
  return credit;
}

}  // namespace

std::optional<Byline> find_byline(std::string_view line, BylineForms forms) {
  if (line.size() > 4 * longest_line || utf8::length(line) > longest_line) return {};
  const std::string_view words = without_frame(line);
  const std::size_t marker = marker_length(words);
  const bool marked = marker > 0;
  if (!marked && forms == BylineForms::marked_only) return {};
  // "Редактор: ..." names somebody else than the author: that is a credit.
  std::size_t role_length = 0;
  const CreditRole* role = find_credit_role(words, role_length);
  if (role != nullptr && role->role != Role::author && role->role != Role::interviewer) return {};
  std::string_view names = trim(words.substr(marker));
  // The one full stop that a byline may end in is that of an abbreviation.
  if (names.ends_with('.') && !names.ends_with("Jr.") && !names.ends_with("Sr.") &&
      !is_degree(names.substr(names.find_last_of(", ") + 1))) {
    // Where no letter case tells names, a sentence may begin with the word for "by".
    if (!marked || is_position(names) || is_caseless(names)) return {};
    names.remove_suffix(1);
  }
  if (marked && names.ends_with(':')) names.remove_suffix(1);  // "كتب أحمد محمد:"
  const std::string_view outside = names.substr(0, std::min(names.find('('), names.size()));
  if (outside.find_first_of("?!\"") != names.npos || has_number(outside) ||
      names.find("“") != names.npos) {
    return {};
  }
  Byline byline;
  if (!read_names(line, names, marked, byline)) return {};
  if (!marked && has_common_word(byline, line)) return {};
  if (role != nullptr && role->role == Role::interviewer) {
    for (BylineName& name : byline.names) {
      if (name.own_role) continue;
      name.contributor.role = Role::interviewer;
      if (name.contributor.position.empty()) name.contributor.position = role->position;
    }
  }
  byline.confidence = marked ? 0.95 : 0.7;
  return byline;
}

namespace {

// "Anna Przykład (PAP)": who reported for an agency, below its story.
std::optional<Byline> find_agency_reporter(std::string_view paragraph) {
  constexpr std::size_t longest = 80;  // octets
  const std::size_t open = paragraph.rfind(" (");
  if (paragraph.size() > longest || open == paragraph.npos || !paragraph.ends_with(')')) return {};
  if (!is_agency(paragraph.substr(open + 2, paragraph.size() - open - 3))) return {};
  Byline credit;
  const std::string_view names = paragraph.substr(0, open);
  if (!read_names(paragraph, names, false, credit) || has_common_word(credit, paragraph)) return {};
  const bool persons =
      std::ranges::all_of(credit.names, [](const BylineName& name) { return !name.organisation; });
  if (!persons) return {};
  credit.confidence = 0.85;
  return credit;
}

// Where a part of a credit in brackets ends: at a semicolon, or at the full stop before a role, as
// in "(Анна Лугова. Редактор Иван Петров)".
std::size_t end_of_credit(std::string_view rest, bool bracketed) {
  std::size_t end = std::min(rest.find(';'), rest.size());
  for (std::size_t at = rest.find(". "); bracketed && at < end; at = rest.find(". ", at + 1)) {
    std::size_t length = 0;
    if (find_credit_role(trim(rest.substr(at + 1)), length) != nullptr) end = at;
  }
  return end;
}

}  // namespace

std::optional<Byline> find_credit(std::string_view paragraph) {
  constexpr std::size_t longest_credit = 600;
  if (paragraph.size() > longest_credit) return {};
  if (auto contributed = find_contributed(paragraph)) return contributed;
  if (auto reporter = find_reporter_line(paragraph)) return reporter;
  if (auto reporter = find_agency_reporter(paragraph)) return reporter;
  std::string_view rest = trim(paragraph);
  const bool bracketed = rest.starts_with('(') || rest.starts_with("（") || rest.starts_with('[');
  if (bracketed) rest.remove_prefix(rest.starts_with("（") ? 3 : 1);
  for (const std::string_view end : {")", "）", "]", "."}) {
    if (rest.ends_with(end)) rest.remove_suffix(end.size());
  }
  Byline credit;
  while (!rest.empty()) {
    const std::size_t end = end_of_credit(rest, bracketed);
    const std::string_view part = trim(rest.substr(0, end));
    rest.remove_prefix(std::min(end + 1, rest.size()));
    std::size_t length = 0;
    static constexpr CreditRole reporter{"", Role::author, "", false};
    const CreditRole* role = find_credit_role(part, length);
    // Names before the first role are of those who reported.
    if (role == nullptr && bracketed && credit.names.empty() && !rest.empty()) role = &reporter;
    if (role == nullptr) return {};
    std::string_view names = trim(part.substr(length));
    if (names.ends_with('.')) names.remove_suffix(1);
    Byline some;
    if (!read_names(paragraph, names, true, some)) return {};
    for (BylineName& name : some.names) {
      if (!name.own_role) {
        name.contributor.role = role->role;
        std::string& position = name.contributor.position;
        const bool both = !role->position.empty() && !position.empty();
        position = std::string(role->position) + (both ? ", " : "") + position;
      }
      credit.names.push_back(std::move(name));
    }
  }
  if (credit.names.empty()) return {};
  credit.confidence = 0.95;
  return credit;
}

}  // namespace pressmark::plain_text
