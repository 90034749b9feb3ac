#include "converters/archive/catalogue_query.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <vector>

#include "converters/archive/search_words.h"
#include "core/base/ascii.h"
#include "core/base/utf8.h"
#include "core/model/date.h"

namespace pressmark::archive {
namespace {

constexpr std::array<std::string_view, 5> text_fields = {"title", "author", "publisher", "place",
                                                         "agency"};

// One condition: FIELD:words. A word ends at white space, outside of quotation marks.
struct Term {
  std::string field;  // lower case; empty: any
  std::string words;
  bool is_phrase = false;
};

std::vector<Term> divide(std::string_view text) {
  std::vector<Term> terms;
  std::size_t at = 0;
  while (at < text.size()) {
    if (text[at] == ' ' || text[at] == '\t' || text[at] == '\n') {
      ++at;
      continue;
    }
    Term term;
    const std::size_t end = std::min(text.find_first_of(" \t\n\"", at), text.size());
    const std::size_t colon = text.substr(at, end - at).find(':');
    if (colon != std::string_view::npos && colon > 0) {
      term.field = ascii::to_lower(text.substr(at, colon));
      at += colon + 1;
    }
    if (at < text.size() && text[at] == '"') {
      const std::size_t close = std::min(text.find('"', at + 1), text.size());
      term.words = text.substr(at + 1, close - at - 1);
      term.is_phrase = true;
      at = std::min(close + 1, text.size());
    } else {
      const std::size_t stop = std::min(text.find_first_of(" \t\n\"", at), text.size());
      term.words = text.substr(at, stop - at);
      at = stop;
    }
    terms.push_back(std::move(term));
  }
  return terms;
}

std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words;
  for_each_search_word(text, [&](const std::string& word, int, int) {
    words.push_back(word);
    return true;
  });
  return words;
}

// A string of FTS5: what it holds is words, never an operator.
std::string quoted(std::string_view words) {
  std::string text = "\"";
  for (const char c : words) {
    if (c != '"' && c != '\0') text += c;
  }
  return text + "\"";
}

Error bad_query(std::string message) {
  return Error(ErrorKind::usage, std::move(message),
               "fields are title, author, publisher, place, agency, date and lang");
}

std::string day_text(const DatePart& part, bool is_last) {
  const int year = *part.year;
  int month = part.month;
  if (part.season > 0) month = 0;
  if (month == 0) month = is_last ? 12 : 1;
  int day = part.day;
  for (int last = 31; day == 0 && is_last; --last) {
    if (is_valid(DatePart{year, month, last, 0})) day = last;
  }
  if (day == 0) day = 1;
  return fmt::format("{:04}-{:02}-{:02}", year, month, day);
}

Result<Done> read_dates(const std::string& words, CatalogueQuery& query) {
  const Error wrong = bad_query("'" + words + "' is no date or range: 2020, 2020-02..2022, ..2019");
  const std::size_t dots = words.find("..");
  const std::string first = words.substr(0, dots);
  const std::string last = dots == std::string::npos ? first : words.substr(dots + 2);
  if (first.empty() && last.empty()) return wrong;
  if (!first.empty()) {
    const auto range = day_range(first);
    if (!range) return wrong;
    query.first_day = range->first;
  }
  if (!last.empty()) {
    const auto range = day_range(last);
    if (!range) return wrong;
    query.last_day = range->last;
  }
  return Done{};
}

Result<Done> add_term(const Term& term, CatalogueQuery& query) {
  if (term.field == "date") return read_dates(term.words, query);
  if (term.field == "lang") {
    query.language = ascii::to_lower(term.words);
    return query.language.empty() ? Result<Done>(bad_query("lang: has no language"))
                                  : Result<Done>(Done{});
  }
  const bool is_field = std::ranges::find(text_fields, term.field) != text_fields.end();
  // "12:30" and "urn:x" are words, and not a field.
  const bool is_word = !term.field.empty() && !is_field &&
                       std::ranges::any_of(term.field, [](char c) { return c < 'a' || c > 'z'; });
  if (!term.field.empty() && !is_field && !is_word) {
    return bad_query("there is no field '" + term.field + "'");
  }
  const std::string words = is_word ? term.field + ":" + term.words : term.words;
  const bool is_beginning = !term.is_phrase && words.ends_with('*');
  SearchPhrase phrase{words_of(words), is_beginning};
  if (phrase.words.empty()) return Done{};
  if (!query.match.empty()) query.match += " AND ";
  if (is_field) query.match += term.field + " : ";
  query.match += quoted(words);
  if (is_beginning) query.match += " *";
  query.conditions += is_beginning ? 3 : 1;
  if (!is_field) query.phrases.push_back(std::move(phrase));
  return Done{};
}

}  // namespace

std::optional<DayRange> day_range(std::string_view text) {
  const std::optional<Date> date = parse_date(text);
  if (!date || !date->start.year || *date->start.year < 0 || *date->start.year > 9999) return {};
  const DatePart& last = date->end && date->end->year ? *date->end : date->start;
  return DayRange{day_text(date->start, false), day_text(last, true)};
}

Result<CatalogueQuery> parse_catalogue_query(std::string_view text) {
  if (!utf8::is_text(text)) return bad_query("the query is no text in UTF-8");
  CatalogueQuery query;
  for (const Term& term : divide(text)) {
    if (auto added = add_term(term, query); !added) return added.error();
  }
  if (query.match.empty() && query.first_day.empty() && query.last_day.empty() &&
      query.language.empty()) {
    return bad_query("the query has no word to look for");
  }
  return query;
}

}  // namespace pressmark::archive
