#include "converters/common/text_plausibility.h"

#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "core/base/utf8.h"

namespace pressmark {
namespace {

// The letters beyond ASCII of languages in Latin script, lower case. A reading is judged by the one
// that covers it best: Czech read as windows-1252 has letters of five languages and fits none.
constexpr std::array<std::u32string_view, 19> latin_languages = {
    U"éèêëàâçîïôùûüœæÿ",   // French
    U"äöüßé",              // German
    U"áéíóúñüªº",          // Spanish
    U"áàâãçéêíóôõúüªº",    // Portuguese
    U"àèéìòùî",            // Italian
    U"éëïóöüèêç",          // Dutch, English
    U"åäöé",               // Swedish, Finnish
    U"æøåéòôó",            // Danish, Norwegian
    U"áðéíóúýþæö",         // Icelandic
    U"ąćęłńóśźż",          // Polish
    U"áčďéěíňóřšťúůýž",    // Czech
    U"áäčďéíĺľňóôŕšťúýž",  // Slovak
    U"áéíóöőúüű",          // Hungarian
    U"ăâîșțşţ",            // Romanian
    U"čćđšž",              // Croatian, Slovene
    U"çğıöşüâîİ",          // Turkish
    U"ąčęėįšųūž",          // Lithuanian
    U"āčēģīķļņšūž",        // Latvian
    U"äõöüšž",             // Estonian
};

constexpr std::u32string_view usual_punctuation = U"“”‘’„‚«»‹›–—…€°§·•¿¡№·́£© \u00AD";
constexpr std::u32string_view cyrillic_frequent = U"оеаинтсрвлкмдпуяыьгзбчй";
// Alphabets of the languages in Cyrillic script: a letter of another one is a wrong reading.
constexpr std::array<std::u32string_view, 5> cyrillic_languages = {
    U"абвгдеёжзийклмнопрстуфхцчшщъыьэюя",  // Russian, Bulgarian
    U"абвгґдеєжзиіїйклмнопрстуфхцчшщьюя",  // Ukrainian
    U"абвгдеёжзійклмнопрстуўфхцчшыьэюя",   // Belarusian
    U"абвгдђежзијклљмнњопрстћуфхцчџш",     // Serbian
    U"абвгдѓежзѕијклљмнњопрстќуфхцчџш",    // Macedonian
};
constexpr std::u32string_view greek_frequent = U"αοιετσνηυρπκμλςωδγχθφάέήίόύώ";
constexpr std::u32string_view hebrew_final = U"ךםןףץ";
constexpr std::u32string_view han_frequent =
    U"的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过"
    U"发"
    U"后作里用道行所然家种事成方多经么去法学如都同现当没动面起看定天分还进好小部其些主样理心她本前"
    U"开"
    U"但因只从想实日军者意无力它与长把机十民第公此已工使情明性知全三又关点正业外将两高间由问很最重"
    U"并"
    U"物手应战向头文体政美相见被利什二等产或新己制身果加西斯月话合回特代内信表化老给世位次度门任常"
    U"先"
    U"市电京报新华社记者今据"
    U"這個們來為國說時會對過發後裡種經麼學現當沒動還進樣實軍無長機關點業將兩間問並應戰頭體見產話給"
    U"門電報華記據東與從開爾個無區從請讓";
constexpr std::u32string_view hangul_frequent =
    U"이다는을에의가고하은한도지로사를기리인서시자나정어일대해으그아과있수전스부적라보것만들니제되"
    U"장원구주안면여상국오조년월연치동성비신위공경관관계선게할했며와진러유중방미세마말트문";

bool contains(std::u32string_view set, char32_t c) { return set.find(c) != set.npos; }

bool is_letter(char32_t c) { return u_isalpha(static_cast<UChar32>(c)) != 0; }

char32_t lower(char32_t c) { return static_cast<char32_t>(u_tolower(static_cast<UChar32>(c))); }

UScriptCode script(char32_t c) {
  UErrorCode status = U_ZERO_ERROR;
  return uscript_getScript(static_cast<UChar32>(c), &status);
}

std::u32string code_points(std::string_view text) {
  std::u32string result;
  for (std::size_t i = 0; i < text.size();) {
    const utf8::Decoded decoded = utf8::decode(text, i);
    result += decoded.code_point;
    i += static_cast<std::size_t>(decoded.size);
  }
  return result;
}

// The letters of the language that covers most of the text's.
template <std::size_t size>
std::u32string_view best_language(const std::array<std::u32string_view, size>& languages,
                                  const std::u32string& text) {
  std::array<std::size_t, size> counts = {};
  for (const char32_t c : text) {
    if (c < 0x80) continue;
    for (std::size_t i = 0; i < size; ++i) counts[i] += contains(languages[i], lower(c));
  }
  const auto best = std::ranges::max_element(counts);
  return languages[static_cast<std::size_t>(best - counts.begin())];
}

class Judge {
 public:
  Judge(const std::u32string& text, Writing writing)
      : text_(text),
        writing_(writing),
        latin_(best_language(latin_languages, text)),
        cyrillic_(best_language(cyrillic_languages, text)) {}

  double mean() const {
    double sum = 0;
    std::size_t count = 0;
    for (std::size_t i = 0; i < text_.size(); ++i) {
      if (text_[i] < 0x80) continue;
      sum += value(i);
      ++count;
    }
    return count == 0 ? 0 : sum / static_cast<double>(count);
  }

 private:
  char32_t at(std::size_t i) const { return i < text_.size() ? text_[i] : U' '; }
  char32_t before(std::size_t i) const { return i > 0 ? text_[i - 1] : U' '; }

  double value(std::size_t i) const {
    const char32_t c = text_[i];
    if (c == utf8::replacement_character) return -5;
    if (!utf8::is_text(c) || u_charType(static_cast<UChar32>(c)) == U_PRIVATE_USE_CHAR) return -5;
    if (contains(usual_punctuation, c)) return punctuation(i);
    if (c >= 0x3000 && c <= 0x303F) return is_east_asian() ? 0.8 : -1;
    if (c >= 0xFF00 && c <= 0xFF5E) return is_east_asian() ? 0.6 : -1;
    if (!is_letter(c)) return mark(i);
    return letter(i);
  }

  bool is_east_asian() const {
    return writing_ == Writing::japanese || writing_ == Writing::chinese ||
           writing_ == Writing::korean;
  }

  double punctuation(std::size_t i) const {
    // Punctuation of a western encoding does not stand between two letters, but for apostrophes,
    // dashes and the middle dot of Catalan.
    const bool inside = is_letter(before(i)) && is_letter(at(i + 1));
    const bool joins = text_[i] == U'’' || text_[i] == U'—' || text_[i] == U'–' ||
                       text_[i] == U'·' || text_[i] == U'\u00AD';
    if (!inside || is_east_asian()) return 0.9;
    return joins ? 1.1 : -1;
  }

  double mark(std::size_t i) const {
    const char32_t c = text_[i];
    const bool combining = u_getCombiningClass(static_cast<UChar32>(c)) != 0 ||
                           u_charType(static_cast<UChar32>(c)) == U_NON_SPACING_MARK;
    if (combining && writing_ == Writing::thai) return script(before(i)) == USCRIPT_THAI ? 0.8 : -2;
    if (combining && (writing_ == Writing::hebrew || writing_ == Writing::arabic)) {
      return is_letter(before(i)) ? 0.2 : -1;
    }
    if (is_letter(before(i)) || is_letter(at(i + 1))) return -1;  // a symbol touching a word
    return 0;
  }

  double letter(std::size_t i) const {
    const char32_t c = text_[i];
    const UScriptCode own = script(c);
    double result = script_value(i, own);
    // A word is in one script; "лet" or "Ãé" are signs of a wrong reading.
    const char32_t neighbour = is_letter(before(i)) ? before(i) : at(i + 1);
    if (is_letter(neighbour) && !same_writing(own, script(neighbour))) result -= 1.5;
    const bool upper_after_lower =
        u_isupper(static_cast<UChar32>(c)) && u_islower(static_cast<UChar32>(before(i)));
    if (upper_after_lower) result -= 1.5;
    return result;
  }

  static bool same_writing(UScriptCode a, UScriptCode b) {
    const auto japanese = [](UScriptCode s) {
      return s == USCRIPT_HAN || s == USCRIPT_HIRAGANA || s == USCRIPT_KATAKANA ||
             s == USCRIPT_COMMON;
    };
    return a == b || (japanese(a) && japanese(b));
  }

  double script_value(std::size_t i, UScriptCode own) const {
    const char32_t c = text_[i];
    const char32_t small = lower(c);
    const double by_case = small == c ? 1.0 : 0.6;
    switch (own) {
      case USCRIPT_LATIN:
        if (writing_ == Writing::western) return contains(latin_, small) ? by_case : 0.1;
        return writing_ == Writing::arabic && contains(U"éèçêàâîôû", c) ? 0.3 : 0;
      case USCRIPT_CYRILLIC:
        if (writing_ != Writing::cyrillic) return -0.5;
        if (!contains(cyrillic_, small)) return -1.5;
        return contains(cyrillic_frequent, small) ? by_case : 0.7 * by_case;
      case USCRIPT_GREEK:
        if (writing_ != Writing::greek) return -0.5;
        if (c == U'ς' && is_letter(at(i + 1))) return -2;
        return contains(greek_frequent, small) ? by_case : 0.5 * by_case;
      case USCRIPT_HEBREW:
        if (writing_ != Writing::hebrew) return -0.5;
        return contains(hebrew_final, c) && is_letter(at(i + 1)) ? -2 : 0.9;
      case USCRIPT_ARABIC:
        return writing_ == Writing::arabic ? 0.9 : -0.5;
      case USCRIPT_THAI:
        return writing_ == Writing::thai ? 0.8 : -0.5;
      case USCRIPT_HIRAGANA:
        return writing_ == Writing::japanese ? 1 : -0.3;
      case USCRIPT_KATAKANA:
        if (c >= 0xFF61 && c <= 0xFF9F) return -0.3;  // half-width
        return writing_ == Writing::japanese ? 0.9 : -0.3;
      case USCRIPT_HAN:
        if (writing_ == Writing::korean) return 0;
        if (c < 0x4E00 || c > 0x9FFF) return -0.5;  // extensions and compatibility
        return contains(han_frequent, c) ? 1 : 0.35;
      case USCRIPT_HANGUL:
        if (writing_ != Writing::korean || c < 0xAC00) return -0.3;
        return contains(hangul_frequent, c) ? 1 : 0.5;
      default:
        return 0;
    }
  }

  const std::u32string& text_;
  Writing writing_;
  std::u32string_view latin_;
  std::u32string_view cyrillic_;
};

}  // namespace

double plausibility(std::string_view text, Writing writing) {
  const std::u32string characters = code_points(text);
  return Judge(characters, writing).mean();
}

}  // namespace pressmark
