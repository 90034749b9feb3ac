#include "converters/archive/search_words.h"

#include <unicode/brkiter.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/uscript.h>
#include <unicode/utext.h>
#include <unicode/utf8.h>

#include <memory>

namespace pressmark::archive {
namespace {

constexpr UChar32 tatweel = 0x640;

bool is_searched_by_character(UChar32 c) {
  UErrorCode status = U_ZERO_ERROR;
  switch (uscript_getScript(c, &status)) {
    case USCRIPT_HAN:
    case USCRIPT_HIRAGANA:
    case USCRIPT_KATAKANA:
    case USCRIPT_HANGUL:
    case USCRIPT_BOPOMOFO:
    case USCRIPT_THAI:
    case USCRIPT_LAO:
    case USCRIPT_KHMER:
    case USCRIPT_MYANMAR:
      return true;
    default:
      return false;
  }
}

bool is_ignored(UChar32 c) {
  const int8_t type = u_charType(c);
  return c == tatweel || type == U_NON_SPACING_MARK || type == U_FORMAT_CHAR;
}

// Compatibility forms and case folded, then without marks. Hangul stays whole: its syllables are
// taken apart by NFKD only in what is thrown away.
std::string folded(std::string_view word) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* fold = icu::Normalizer2::getNFKCCasefoldInstance(status);
  const icu::Normalizer2* decompose = icu::Normalizer2::getNFDInstance(status);
  const icu::Normalizer2* compose = icu::Normalizer2::getNFCInstance(status);
  if (U_FAILURE(status)) return std::string(word);
  const auto source = icu::UnicodeString::fromUTF8(
      icu::StringPiece(word.data(), static_cast<int32_t>(word.size())));
  const icu::UnicodeString parts = decompose->normalize(fold->normalize(source, status), status);
  icu::UnicodeString kept;
  for (int32_t i = 0; i < parts.length(); i = parts.moveIndex32(i, 1)) {
    if (!is_ignored(parts.char32At(i))) kept.append(parts.char32At(i));
  }
  std::string result;
  compose->normalize(kept, status).toUTF8String(result);
  return U_FAILURE(status) ? std::string(word) : result;
}

// Letters and digits of one word of UAX #29: runs of ordinary characters as one word, the others
// one by one.
bool divide(std::string_view text, int start, int end, const WordSink& sink) {
  int run = start;
  const auto give = [&](int from, int to) {
    if (from == to) return true;
    const std::string word = folded(text.substr(from, to - from));
    return word.empty() || sink(word, from, to);
  };
  for (int at = start; at < end;) {
    const int before = at;
    UChar32 c = 0;
    U8_NEXT(text.data(), at, end, c);
    if (c < 0 || !is_searched_by_character(c) || is_ignored(c)) continue;
    if (!give(run, before) || !give(before, at)) return false;
    run = at;
  }
  return give(run, end);
}

struct TextCloser {
  void operator()(UText* text) const { utext_close(text); }
};

}  // namespace

bool for_each_search_word(std::string_view text, const WordSink& sink) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UText, TextCloser> source(
      utext_openUTF8(nullptr, text.data(), static_cast<int64_t>(text.size()), &status));
  // One for each thread: making it reads the rules anew.
  thread_local const std::unique_ptr<icu::BreakIterator> words(
      icu::BreakIterator::createWordInstance(icu::Locale::getRoot(), status));
  if (U_FAILURE(status) || !words) return true;
  words->setText(source.get(), status);
  if (U_FAILURE(status)) return true;
  int start = words->first();
  for (int end = words->next(); end != icu::BreakIterator::DONE; end = words->next()) {
    const bool is_word = words->getRuleStatus() >= UBRK_WORD_NONE_LIMIT;
    if (is_word && !divide(text, start, end, sink)) return false;
    start = end;
  }
  return true;
}

}  // namespace pressmark::archive
