#include "converters/archive/search_words.h"

#include <unicode/brkiter.h>
#include <unicode/utext.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <memory>

#include "converters/archive/word_folding.h"
#include "core/base/ascii.h"

namespace pressmark::archive {
namespace {

// Letters and digits of one word of UAX #29: runs of ordinary characters as one word, the others
// one by one.
bool divide(std::string_view text, int start, int end, const WordSink& sink) {
  int run = start;
  const auto give = [&](int from, int to) {
    if (from == to) return true;
    const std::string word = folded_word(text.substr(from, to - from));
    return word.empty() || sink(word, from, to);
  };
  for (int at = start; at < end;) {
    const int before = at;
    UChar32 c = 0;
    U8_NEXT(text.data(), at, end, c);
    const auto point = static_cast<char32_t>(c);
    if (c < 0 || !is_searched_by_character(point) || is_ignored_in_words(point)) continue;
    if (!give(run, before) || !give(before, at)) return false;
    run = at;
  }
  return give(run, end);
}

struct TextCloser {
  void operator()(UText* text) const { utext_close(text); }
};

// The words of text[from, to) by ICU's rules.
bool divide_by_rules(std::string_view text, std::size_t from, std::size_t to,
                     const WordSink& sink) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UText, TextCloser> source(
      utext_openUTF8(nullptr, text.data() + from, static_cast<int64_t>(to - from), &status));
  // One for each thread: making it reads the rules anew.
  thread_local const std::unique_ptr<icu::BreakIterator> words(
      icu::BreakIterator::createWordInstance(icu::Locale::getRoot(), status));
  if (U_FAILURE(status) || !words) return true;
  words->setText(source.get(), status);
  if (U_FAILURE(status)) return true;
  const int offset = static_cast<int>(from);
  int start = words->first();
  for (int end = words->next(); end != icu::BreakIterator::DONE; end = words->next()) {
    const bool is_word = words->getRuleStatus() >= UBRK_WORD_NONE_LIMIT;
    if (is_word && !divide(text, offset + start, offset + end, sink)) return false;
    start = end;
  }
  return true;
}

bool is_space(char c) { return c == ' ' || c == '\n' || c == '\t'; }

bool is_letter_or_digit(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

// Whether the rules of UAX #29, and what ICU makes of them, divide a piece without spaces at each
// character that is no letter or digit: it is ASCII, without "_" and "@" (ICU keeps addresses
// together) and without ".", "'" and the like between two of them.
bool is_plain(std::string_view piece) {
  for (std::size_t i = 0; i < piece.size(); ++i) {
    const char c = piece[i];
    if (is_letter_or_digit(c)) continue;
    if (static_cast<unsigned char>(c) >= 0x80 || c == '_' || c == '@') return false;
    const bool may_join = std::string_view(".,:;'\"").find(c) != std::string_view::npos;
    if (may_join && i > 0 && i + 1 < piece.size() && is_letter_or_digit(piece[i - 1]) &&
        is_letter_or_digit(piece[i + 1])) {
      return false;
    }
  }
  return true;
}

bool divide_plain(std::string_view text, std::size_t from, std::size_t to, std::string& word,
                  const WordSink& sink) {
  for (std::size_t at = from; at < to;) {
    if (!is_letter_or_digit(text[at])) {
      ++at;
      continue;
    }
    const std::size_t start = at;
    word.clear();
    for (; at < to && is_letter_or_digit(text[at]); ++at) word += ascii::to_lower(text[at]);
    if (!sink(word, static_cast<int>(start), static_cast<int>(at))) return false;
  }
  return true;
}

}  // namespace

// White space of ASCII divides words whatever stands beside it, so each piece between can be taken
// by itself: most need no rules. Neighbouring ones that do are given to ICU together.
bool for_each_search_word(std::string_view text, const WordSink& sink) {
  std::string word;
  std::size_t odd_start = 0;  // of the pieces that wait for ICU
  std::size_t odd_end = 0;
  const auto give_odd = [&] {
    const bool goes_on = odd_start == odd_end || divide_by_rules(text, odd_start, odd_end, sink);
    odd_start = odd_end;
    return goes_on;
  };
  for (std::size_t at = 0; at < text.size();) {
    if (is_space(text[at])) {
      ++at;
      continue;
    }
    const std::size_t end = std::min(text.find_first_of(" \n\t", at), text.size());
    if (is_plain(text.substr(at, end - at))) {
      if (!give_odd() || !divide_plain(text, at, end, word, sink)) return false;
    } else {
      if (odd_start == odd_end) odd_start = at;
      odd_end = end;
    }
    at = end;
  }
  return give_odd();
}

}  // namespace pressmark::archive
