#include "converters/exporters/pdf/layout/hyphenator.h"

#include <hyphen.h>
#include <unicode/uchar.h>
#include <unicode/ucnv.h>
#include <unicode/ustring.h>

#include <algorithm>
#include <cstdlib>

#include "core/base/utf8.h"

namespace pressmark::pdf {
namespace {

constexpr std::size_t longest_word = 100;  // bytes; libhyphen's time grows with the square
constexpr std::size_t shortest_start = 2;  // characters
constexpr std::size_t shortest_end = 3;

// Where a language is given without a region: the region that its dictionary is named after.
struct Variant {
  std::string_view language;
  std::string_view name;
};
constexpr Variant usual_variants[] = {
    {"en", "en_US"}, {"de", "de_DE"}, {"pt", "pt_PT"}, {"es", "es"},    {"fr", "fr"},
    {"ru", "ru_RU"}, {"uk", "uk_UA"}, {"it", "it_IT"}, {"nl", "nl_NL"}, {"pl", "pl_PL"},
    {"cs", "cs_CZ"}, {"sk", "sk_SK"}, {"hu", "hu_HU"}, {"sv", "sv"},    {"da", "da_DK"},
    {"nb", "nb_NO"}, {"nn", "nn_NO"}, {"no", "nb_NO"}, {"fi", "fi_FI"}, {"el", "el_GR"},
    {"hr", "hr_HR"}, {"sl", "sl_SI"}, {"ro", "ro_RO"}, {"bg", "bg_BG"}, {"lt", "lt_LT"},
    {"lv", "lv_LV"}, {"et", "et_EE"}, {"ca", "ca"},    {"gl", "gl"},    {"is", "is"},
    {"sr", "sr"},    {"af", "af_ZA"}, {"be", "be_BY"}, {"ga", "ga_IE"}, {"id", "id_ID"},
    {"zu", "zu_ZA"}, {"te", "te_IN"}, {"th", "th_TH"}, {"eu", "eu"},    {"eo", "eo"},
};

// File names to try for a tag, the nearest first: "pt-BR" gives pt_BR, pt_PT, pt.
std::vector<std::string> candidates(const std::string& language) {
  std::vector<std::string> names;
  std::string tag = language;
  std::replace(tag.begin(), tag.end(), '-', '_');
  const std::size_t cut = tag.find('_');
  const std::string primary = tag.substr(0, cut);
  if (cut != std::string::npos) names.push_back(tag);
  for (const Variant& variant : usual_variants) {
    if (variant.language == primary) names.emplace_back(variant.name);
  }
  names.push_back(primary);
  return names;
}

std::string lower_case(std::string_view word) {
  std::string lower;
  for (std::size_t i = 0; i < word.size();) {
    const utf8::Decoded decoded = utf8::decode(word, i);
    const std::size_t before = lower.size();
    utf8::append(lower, static_cast<char32_t>(u_tolower(static_cast<UChar32>(decoded.code_point))));
    // Offsets must stay those of the word.
    if (lower.size() - before != static_cast<std::size_t>(decoded.size)) {
      lower.resize(before);
      lower.append(word.substr(i, decoded.size));
    }
    i += decoded.size;
  }
  return lower;
}

// The word in the dictionary's encoding, where each character is one octet or UTF-8; empty where it
// has a character that the encoding lacks.
std::string encode(const _HyphenDict* patterns, const std::string& word) {
  if (patterns->utf8 != 0) return word;
  UErrorCode status = U_ZERO_ERROR;
  std::string result(longest_word + 1, '\0');
  UConverter* converter = ucnv_open(patterns->cset, &status);
  if (U_FAILURE(status)) return {};
  ucnv_setFromUCallBack(converter, UCNV_FROM_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
  char16_t units[longest_word];
  std::int32_t count = 0;
  u_strFromUTF8(units, longest_word, &count, word.data(), static_cast<std::int32_t>(word.size()),
                &status);
  const std::int32_t size = ucnv_fromUChars(
      converter, result.data(), static_cast<std::int32_t>(result.size()), units, count, &status);
  ucnv_close(converter);
  if (U_FAILURE(status) || static_cast<std::size_t>(size) != utf8::length(word)) return {};
  result.resize(static_cast<std::size_t>(size));
  return result;
}

std::vector<std::uint32_t> find_points(_HyphenDict* patterns, std::string_view word) {
  std::vector<std::uint32_t> points;
  const std::size_t characters = utf8::length(word);
  if (word.size() > longest_word || characters < shortest_start + shortest_end) return points;
  const std::string encoded = encode(patterns, lower_case(word));
  if (encoded.empty()) return points;
  std::vector<char> marks(encoded.size() + 5);
  char** replacements = nullptr;
  int* positions = nullptr;
  int* cuts = nullptr;
  const int failed =
      hnj_hyphen_hyphenate2(patterns, encoded.data(), static_cast<int>(encoded.size()),
                            marks.data(), nullptr, &replacements, &positions, &cuts);
  std::size_t offset = 0;
  for (std::size_t i = 0; failed == 0 && i < characters; ++i) {
    offset += utf8::decode(word, offset).size;
    const bool divides =
        (marks[i] & 1) != 0 && i + 1 >= shortest_start && characters - (i + 1) >= shortest_end;
    // Divisions that change the spelling ("Schiff-fahrt") are left out.
    if (divides && (replacements == nullptr || replacements[i] == nullptr)) {
      points.push_back(static_cast<std::uint32_t>(offset));
    }
  }
  if (replacements != nullptr) {
    for (std::size_t i = 0; i < encoded.size(); ++i) std::free(replacements[i]);
  }
  std::free(replacements);
  std::free(positions);
  std::free(cuts);
  return points;
}

}  // namespace

_HyphenDict* Hyphenator::dictionary(const std::string& language) {
  if (const auto found = by_language_.find(language); found != by_language_.end()) {
    return found->second;
  }
  _HyphenDict* dictionary = nullptr;
  for (const std::string& name : candidates(language)) {
    dictionary = patterns_.find(name);
    if (dictionary != nullptr) break;
  }
  by_language_.emplace(language, dictionary);
  return dictionary;
}

bool Hyphenator::knows(const std::string& language) { return dictionary(language) != nullptr; }

bool Hyphenator::is_usual(const std::string& language) {
  const std::string primary = language.substr(0, language.find('-'));
  return std::any_of(std::begin(usual_variants), std::end(usual_variants),
                     [&](const Variant& variant) { return variant.language == primary; });
}

const std::vector<std::uint32_t>& Hyphenator::points(const std::string& language,
                                                     std::string_view word) {
  auto& known = points_[language];
  std::string key(word);
  if (const auto found = known.find(key); found != known.end()) return found->second;
  std::vector<std::uint32_t> points;
  if (_HyphenDict* patterns = dictionary(language)) points = find_points(patterns, word);
  return known.emplace(std::move(key), std::move(points)).first->second;
}

}  // namespace pressmark::pdf
