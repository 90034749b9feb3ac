#include "converters/common/citation_key.h"

#include <unicode/translit.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <memory>
#include <vector>

#include "core/base/ascii.h"
#include "core/base/utf8.h"

namespace pressmark {
namespace {

constexpr std::size_t most_input = 200;  // octets of a name or title that a key can need
constexpr std::size_t most_word = 24;

bool is_key_character(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

std::string to_ascii(std::string_view text) {
  const std::string_view cut = utf8::prefix(text, most_input);
  if (std::ranges::all_of(cut, [](char c) { return static_cast<signed char>(c) >= 0; })) {
    return std::string(cut);
  }
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::Transliterator> latin(
      icu::Transliterator::createInstance("Any-Latin; Latin-ASCII", UTRANS_FORWARD, status));
  if (U_FAILURE(status) || !latin) return {};
  icu::UnicodeString wide =
      icu::UnicodeString::fromUTF8(icu::StringPiece(cut.data(), static_cast<int32_t>(cut.size())));
  latin->transliterate(wide);
  std::string ascii;
  wide.toUTF8String(ascii);
  return ascii;
}

// The words of ASCII text in lower case, letters and digits only.
std::vector<std::string> key_words(std::string_view text) {
  std::vector<std::string> words(1);
  for (const char c : to_ascii(text)) {
    if (is_key_character(c)) {
      words.back() += ascii::to_lower(c);
    } else if (c != '\'' && c != '`' && !words.back().empty()) {
      words.emplace_back();
    }
  }
  if (words.back().empty()) words.pop_back();
  for (std::string& word : words) word.resize(std::min(word.size(), most_word));
  return words;
}

std::string joined(const std::vector<std::string>& words) {
  std::string result;
  for (const std::string& word : words) {
    if (result.size() + word.size() > most_word && !result.empty()) break;
    result += word;
  }
  return result;
}

std::string creator_part(const Metadata& record) {
  for (const Role role : {Role::author, Role::editor, Role::interviewer}) {
    for (const Contributor& contributor : record.contributors) {
      if (contributor.role != role) continue;
      const Name& name = contributor.name;
      const std::string& text = !name.literal.empty()  ? name.literal
                                : !name.family.empty() ? name.family
                                                       : name.given;
      std::string part = joined(key_words(text));
      if (!part.empty()) return part;
    }
  }
  for (const Variable variable :
       {Variable::source, Variable::container_title, Variable::publisher, Variable::site}) {
    std::string part = joined(key_words(record.text(variable)));
    if (!part.empty()) return part;
  }
  return "anon";
}

std::string title_part(const Metadata& record) {
  constexpr std::array<std::string_view, 32> passed_over = {
      "a",   "an",  "the", "on",   "of",  "in", "at",  "to", "for", "and", "der",
      "die", "das", "ein", "eine", "le",  "la", "les", "un", "une", "el",  "los",
      "las", "il",  "lo",  "de",   "des", "du", "o",   "v",  "na",  "i"};
  const std::vector<std::string> words = key_words(record.text(Variable::title));
  for (const std::string& word : words) {
    if (std::ranges::find(passed_over, word) == passed_over.end()) return word;
  }
  return words.empty() ? "" : words.front();
}

std::string given_key(std::string_view key) {
  std::string result;
  for (const char c : key) {
    const bool allowed =
        is_key_character(c) || c == '-' || c == '_' || c == ':' || c == '.' || c == '+' || c == '/';
    if (allowed) result += c;
  }
  return result;
}

}  // namespace

std::string citation_key(const Metadata& record) {
  std::string given = given_key(record.text(Variable::citation_key));
  if (!given.empty()) return given;
  const Date& issued = record.date(DateVariable::issued);
  const std::string year = issued.start.year ? std::to_string(*issued.start.year) : "nd";
  return creator_part(record) + year + title_part(record);
}

std::string unique_citation_key(const Metadata& record, std::set<std::string>& taken) {
  const std::string key = citation_key(record);
  std::string candidate = key;
  for (int number = 1; !taken.insert(candidate).second; ++number) {
    candidate = key;
    if (number < 26) {
      candidate += static_cast<char>('a' + number);
    } else {
      candidate += "-" + std::to_string(number + 1);
    }
  }
  return candidate;
}

}  // namespace pressmark
