#include "converters/archive/word_folding.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/uscript.h>
#include <unicode/utf8.h>

#include <unordered_map>

namespace pressmark::archive {
namespace {

constexpr UChar32 tatweel = 0x640;

UScriptCode script_of(UChar32 c) {
  UErrorCode status = U_ZERO_ERROR;
  return uscript_getScript(c, &status);
}

// Hangul stays whole: its syllables are taken apart only in what is thrown away.
std::string folded_by_rule(std::string_view word) {
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
    if (!is_ignored_in_words(static_cast<char32_t>(parts.char32At(i)))) {
      kept.append(parts.char32At(i));
    }
  }
  std::string result;
  compose->normalize(kept, status).toUTF8String(result);
  return U_FAILURE(status) ? std::string(word) : result;
}

// Scripts whose letters fold to the same whatever stands beside them: no two of their starters
// compose (Hangul jamo and the vowel signs of Indic scripts do).
bool folds_alone(UChar32 c) {
  switch (script_of(c)) {
    case USCRIPT_LATIN:
    case USCRIPT_GREEK:
    case USCRIPT_CYRILLIC:
    case USCRIPT_ARMENIAN:
    case USCRIPT_GEORGIAN:
    case USCRIPT_HEBREW:
    case USCRIPT_ARABIC:
    case USCRIPT_COMMON:
    case USCRIPT_INHERITED:
      return true;
    default:
      return false;
  }
}

struct CharacterFold {
  std::string folded;
  bool stands_alone = false;  // see folds_alone()
};

// Normalising takes microseconds, and a text has few different characters.
const CharacterFold& fold_of(std::string_view character, UChar32 c) {
  constexpr std::size_t most_remembered = 20'000;
  thread_local std::unordered_map<UChar32, CharacterFold> known;
  const auto found = known.find(c);
  if (found != known.end()) return found->second;
  if (known.size() >= most_remembered) known.clear();
  return known.try_emplace(c, CharacterFold{folded_by_rule(character), folds_alone(c)})
      .first->second;
}

}  // namespace

bool is_searched_by_character(char32_t c) {
  switch (script_of(static_cast<UChar32>(c))) {
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

bool is_ignored_in_words(char32_t c) {
  const auto point = static_cast<UChar32>(c);
  const int8_t type = u_charType(point);
  return point == tatweel || type == U_NON_SPACING_MARK || type == U_FORMAT_CHAR;
}

std::string folded_word(std::string_view word) {
  std::string folded;
  const int size = static_cast<int>(word.size());
  for (int at = 0; at < size;) {
    const int before = at;
    UChar32 c = 0;
    U8_NEXT(word.data(), at, size, c);
    const CharacterFold& fold = fold_of(word.substr(before, at - before), c);
    const bool is_whole_word = before == 0 && at == size;
    if (!fold.stands_alone && !is_whole_word) return folded_by_rule(word);
    folded += fold.folded;
  }
  return folded;
}

}  // namespace pressmark::archive
