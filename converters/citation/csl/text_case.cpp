#include "converters/citation/csl/text_case.h"

#include <unicode/locid.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <vector>

#include "core/base/utf8.h"

namespace pressmark::csl {
namespace {

bool is_ascii(std::string_view text) {
  return std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

bool has_own_mapping(std::string_view language) {
  return language.starts_with("tr") || language.starts_with("az") || language.starts_with("lt");
}

template <class Map>
std::string mapped(std::string_view text, std::string_view language, char (*ascii)(char), Map map) {
  std::string result;
  if (is_ascii(text) && !has_own_mapping(language)) {
    for (const char c : text) result += ascii(c);
    return result;
  }
  icu::UnicodeString wide = icu::UnicodeString::fromUTF8(
      icu::StringPiece(text.data(), static_cast<int32_t>(text.size())));
  map(wide, has_own_mapping(language) ? icu::Locale(std::string(language.substr(0, 2)).c_str())
                                      : icu::Locale::getRoot());
  wide.toUTF8String(result);
  return result;
}

char ascii_lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }
char ascii_upper(char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c; }

// Words that title case leaves in lower case: those of CSL 1.0.2, "Title Case Conversion",
// and small words of names in other languages.
constexpr std::array<std::string_view, 36> stop_words = {
    "a",  "an",  "and",  "as", "at",   "but", "by",  "c",   "ca", "d",    "de",   "down",
    "et", "for", "from", "in", "into", "nor", "o",   "of",  "on", "onto", "or",   "over",
    "so", "the", "till", "to", "up",   "van", "via", "von", "vs", "v",    "with", "yet"};

bool is_stop_word(const std::u32string& word) {
  std::string text;
  for (const char32_t c : word) {
    if (c >= 0x80) return false;
    text += ascii_lower(static_cast<char>(c));
  }
  return std::ranges::find(stop_words, text) != stop_words.end();
}

char32_t upper(char32_t c) { return static_cast<char32_t>(u_toupper(static_cast<UChar32>(c))); }
char32_t lower(char32_t c) { return static_cast<char32_t>(u_tolower(static_cast<UChar32>(c))); }
bool is_upper(char32_t c) { return u_isupper(static_cast<UChar32>(c)) != 0; }
bool is_lower(char32_t c) { return u_islower(static_cast<UChar32>(c)) != 0; }
bool is_letter(char32_t c) { return u_isalpha(static_cast<UChar32>(c)) != 0; }

struct Character {
  char32_t code_point;
  std::size_t token;
  bool no_case;
  bool quoted_first;  // behind an opening quotation mark
};

// The characters of a text in one row, whatever the formatting between them.
class Row {
 public:
  explicit Row(RichText& text) : text_(text) {
    int no_case = 0;
    bool quote = false;
    for (std::size_t i = 0; i < text.tokens().size(); ++i) {
      const Token& token = text.tokens()[i];
      if (token.kind == Token::Kind::open && token.span.no_case) ++no_case;
      if (token.kind == Token::Kind::close && token.span.no_case) --no_case;
      quote = quote || (token.kind == Token::Kind::open && token.span.quotes);
      for (std::size_t place = 0; place < token.text.size();) {
        const utf8::Decoded decoded = utf8::decode(token.text, place);
        characters.push_back({decoded.code_point, i, no_case > 0, quote});
        quote = false;
        place += static_cast<std::size_t>(decoded.size);
      }
    }
  }

  void write_back() {
    for (Token& token : text_.tokens()) token.text.clear();
    for (const Character& c : characters) {
      utf8::append(text_.tokens()[c.token].text, c.code_point);
    }
  }

  bool has_lower() const {
    return std::ranges::any_of(characters,
                               [](const Character& c) { return is_lower(c.code_point); });
  }
  bool all_upper() const {
    return !has_lower() && std::ranges::any_of(characters, [](const Character& c) {
      return is_upper(c.code_point);
    });
  }

  std::vector<Character> characters;

 private:
  RichText& text_;
};

bool is_space(char32_t c) { return c == ' ' || c == 0xA0 || c == '\t' || c == '\n'; }
// Where a word of a title ends: a space, a dash, a slash.
bool is_break(char32_t c) {
  return is_space(c) || c == '-' || c == '/' || c == 0x2013 || c == 0x2014 || c == 0x2010;
}

struct Word {
  std::size_t start;
  std::size_t end;
};

std::vector<Word> words_of(const Row& row, bool (*ends)(char32_t)) {
  std::vector<Word> words;
  const auto& characters = row.characters;
  for (std::size_t i = 0; i < characters.size();) {
    if (ends(characters[i].code_point)) {
      ++i;
      continue;
    }
    std::size_t end = i;
    while (end < characters.size() && !ends(characters[end].code_point)) ++end;
    words.push_back({i, end});
    i = end;
  }
  return words;
}

// The first letter, behind brackets and quotation marks; absent where a digit or no letter is
// first.
std::size_t first_letter(const Row& row, const Word& word) {
  for (std::size_t i = word.start; i < word.end; ++i) {
    const char32_t c = row.characters[i].code_point;
    if (is_letter(c)) return i;
    if (u_isdigit(static_cast<UChar32>(c))) break;
  }
  return word.end;
}

void capitalize_word(Row& row, const Word& word) {
  const std::size_t first = first_letter(row, word);
  if (first == word.end || row.characters[first].no_case) return;
  // A word that has a capital somewhere ("iPhone") is as its owner writes it.
  for (std::size_t i = first; i < word.end; ++i) {
    if (is_upper(row.characters[i].code_point)) return;
  }
  row.characters[first].code_point = upper(row.characters[first].code_point);
}

void lower_all(Row& row) {
  for (Character& c : row.characters) {
    if (!c.no_case) c.code_point = lower(c.code_point);
  }
}

std::u32string letters_of(const Row& row, const Word& word) {
  std::u32string letters;
  std::size_t start = word.start;
  std::size_t end = word.end;
  const auto is_part = [&](std::size_t i) {
    return is_letter(row.characters[i].code_point) || row.characters[i].code_point == '.';
  };
  while (start < end && !is_part(start)) ++start;
  while (end > start && !is_letter(row.characters[end - 1].code_point)) --end;
  for (std::size_t i = start; i < end; ++i) letters += row.characters[i].code_point;
  return letters;
}

// Whether a sentence begins with the word: the first one, or after a colon, question or exclamation
// mark, full stop or dash.
bool begins(const Row& row, const std::vector<Word>& words, std::size_t index) {
  if (index == 0 || row.characters[words[index].start].quoted_first) return true;
  for (std::size_t i = row.characters.size() == 0 ? 0 : words[index].start; i-- > 0;) {
    const char32_t c = row.characters[i].code_point;
    if (is_space(c) || c == 0x2019 || c == 0x201D) continue;
    // A full stop ends a sentence, but not behind an abbreviation ("J. of Tides").
    if (c == '.') return index > 0 && words[index - 1].end - words[index - 1].start > 3;
    return c == ':' || c == '?' || c == '!';
  }
  return true;
}

void title_case(Row& row) {
  const bool shouted = row.all_upper();
  const std::vector<Word> words = words_of(row, is_break);
  for (std::size_t i = 0; i < words.size(); ++i) {
    const Word& word = words[i];
    const std::size_t first = first_letter(row, word);
    if (first == word.end) continue;
    const auto lower_from = [&](std::size_t start) {
      for (std::size_t j = start; j < word.end; ++j) {
        if (!row.characters[j].no_case) {
          row.characters[j].code_point = lower(row.characters[j].code_point);
        }
      }
    };
    const bool keeps = begins(row, words, i) || i + 1 == words.size();
    const std::u32string letters = letters_of(row, word);
    // A letter alone is a name ("Vitamin C"), but for the article and "v." between parties.
    const bool is_small =
        letters.size() > 1 || shouted || letters == U"a" || letters == U"A" || letters == U"v";
    if (!keeps && is_small && is_stop_word(letters)) {
      bool mixed = false;
      for (std::size_t j = first + 1; j < word.end; ++j) {
        mixed = mixed || is_upper(row.characters[j].code_point);
      }
      if (shouted || !mixed) {
        lower_from(first);
        continue;
      }
    }
    if (shouted && letters.size() > 1) lower_from(first + 1);
    capitalize_word(row, word);
  }
}

void sentence_case(Row& row) {
  if (row.all_upper()) lower_all(row);
  const std::vector<Word> words = words_of(row, is_space);
  if (!words.empty()) capitalize_word(row, words.front());
}

}  // namespace

std::string to_lower(std::string_view text, std::string_view language) {
  return mapped(text, language, ascii_lower,
                [](icu::UnicodeString& wide, const icu::Locale& locale) { wide.toLower(locale); });
}
std::string to_upper(std::string_view text, std::string_view language) {
  return mapped(text, language, ascii_upper,
                [](icu::UnicodeString& wide, const icu::Locale& locale) { wide.toUpper(locale); });
}
std::string capitalized(std::string_view text) {
  if (text.empty()) return {};
  const utf8::Decoded first = utf8::decode(text, 0);
  std::string result;
  utf8::append(result, upper(first.code_point));
  return result + std::string(text.substr(static_cast<std::size_t>(first.size)));
}

void apply_text_case(RichText& text, TextCase text_case, std::string_view language) {
  if (text_case == TextCase::unset || text.empty()) return;
  const bool english = language.empty() || language.starts_with("en");
  if (text_case == TextCase::title && !english) return;
  if (text_case == TextCase::lowercase || text_case == TextCase::uppercase) {
    int no_case = 0;
    for (Token& token : text.tokens()) {
      if (token.span.no_case && token.kind == Token::Kind::open) ++no_case;
      if (token.span.no_case && token.kind == Token::Kind::close) --no_case;
      if (token.kind != Token::Kind::text || no_case > 0) continue;
      token.text = text_case == TextCase::lowercase ? to_lower(token.text, language)
                                                    : to_upper(token.text, language);
    }
    return;
  }
  Row row(text);
  if (text_case == TextCase::capitalize_first) {
    const std::vector<Word> words = words_of(row, is_space);
    if (!words.empty()) capitalize_word(row, words.front());
  } else if (text_case == TextCase::capitalize_all) {
    for (const Word& word : words_of(row, is_space)) capitalize_word(row, word);
  } else if (text_case == TextCase::sentence) {
    sentence_case(row);
  } else {
    title_case(row);
  }
  row.write_back();
}

}  // namespace pressmark::csl
