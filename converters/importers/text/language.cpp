#include "converters/importers/text/language.h"

#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include <algorithm>
#include <array>
#include <string>
#include <unordered_map>
#include <vector>

#include "converters/importers/text/characters.h"
#include "core/base/utf8.h"

namespace pressmark::plain_text {
namespace {

constexpr std::size_t sample_octets = 32768;

struct WordList {
  std::string_view tag;
  std::string_view words;  // frequent, short, and rare in the sister languages; lower case
};

constexpr WordList word_lists[] = {
    {"en",
     "the of and to in is that was for on are with as his they at be this from have or by had "
     "not but what were when which their said will would there has been its who he she it"},
    {"fr",
     "le la les des du et est un une dans que qui pour pas sur au avec ce il elle sont par plus "
     "ne se aux cette ont été mais leur nous vous je à où"},
    {"de",
     "der die das und ist den von zu mit sich des auf für nicht ein eine als auch es an werden "
     "aus er hat dass sie nach wird bei einer um am sind noch wie einem über so zum"},
    {"es",
     "el la los las de del y que en un una por con no se para es al lo como más pero sus le ha "
     "está fue este son entre cuando muy sin sobre también hasta"},
    {"it",
     "il la le di che è e un una per non con del della si in dei da al alla nel più sono come "
     "anche gli ha lo ma delle questo nella dal degli"},
    {"pt",
     "o a os as de do da e que em um uma para com não por mais dos das se na no como mas ao foi "
     "são pelo pela até também já está você"},
    {"nl",
     "de het een en van is dat op te in voor met zijn niet aan er om ook als bij uit door naar "
     "heeft maar hij dit over wordt werd nog worden deze"},
    {"sv",
     "och att det som en på är av för med till den har inte om ett han men var jag sig från vi "
     "så kan när år säger också efter"},
    {"da",
     "og at det er en til af på for med ikke der den har som et de kan var men vi jeg også fra "
     "sig efter blev hvor skal sagde mere"},
    {"nb",
     "og det er som en på til av for med ikke at den har om et de fra men var jeg også etter "
     "kan seg ble hvor skal sier mer over nå"},
    {"fi",
     "ja on ei että se oli hän ovat mutta kun myös joka niin kuin sen mukaan ole tai jo vain "
     "vuonna nyt siitä olla sekä sanoo"},
    {"pl",
     "w i na się nie z że do to jest o jak za po ale od który przez są przy był dla oraz co ze "
     "już tylko być może które roku"},
    {"cs",
     "a se v na je že o s z do to by ale jako za jsou který podle pro po byl také jeho která "
     "jen jsem když už bude let"},
    {"hu",
     "a az és hogy nem is egy meg ez van csak de volt már mint el még azt ki szerint lesz vagy "
     "után ezt mondta között aki"},
    {"ro",
     "și de la în a cu nu este că pe un o din pentru care mai sau au fost se ce prin sunt dar "
     "după fi al şi lui"},
    {"tr",
     "ve bir bu da de için ile olarak çok daha olan gibi ise en sonra kadar ne ya ancak var "
     "dedi değil oldu her göre"},
    {"id",
     "yang dan di untuk dengan ini itu dari pada tidak dalam akan adalah ke oleh juga telah "
     "mereka ada saat bahwa karena kata"},
    {"vi", "và của là có được trong cho không người với các một những này đã khi về từ đến ông"},
    {"hr", "je i u se na da za su od koji nije ali kao će bi iz što još samo nakon rekao"},
    {"ru",
     "и в не на что с по как это но он из к его за от а так для был было бы же у мы они все при "
     "сказал году после"},
    {"uk",
     "і в не на що з та як це але він до його за від для був було у ми вони є про або також "
     "після років якщо"},
    {"bg", "и на в да се за от не с че е си по са като ще до но това който след най го при има"},
    {"sr", "и у је се на да за су од који није али као ће би из што још само након рекао"},
    {"ar", "في من على إلى أن التي عن مع هذا ما الذي لا هذه كان قال بعد بين كما"},
    {"fa", "و در به از که این را با است برای آن یک خود تا کرد بر هم شد می"},
    {"ur", "کے میں کی ہے اور سے کا کو اس نے پر کہ ہیں بھی نہیں یہ تھا"},
};

using Counts = std::array<std::size_t, std::size(word_lists)>;

// Which lists hold a word, as bits.
std::unordered_map<std::string_view, unsigned> make_index() {
  std::unordered_map<std::string_view, unsigned> index;
  for (std::size_t list = 0; list < std::size(word_lists); ++list) {
    for (const std::string_view word : split_words(word_lists[list].words)) {
      index[word] |= 1u << list;
    }
  }
  return index;
}

struct Scripts {
  std::size_t letters = 0;
  std::array<std::size_t, USCRIPT_CODE_LIMIT> of = {};
  std::size_t simplified = 0;
  std::size_t traditional = 0;

  bool mostly(UScriptCode script) const {
    return of[static_cast<std::size_t>(script)] * 2 > letters;
  }
  std::size_t count(UScriptCode script) const { return of[static_cast<std::size_t>(script)]; }
};

constexpr std::u32string_view only_simplified =
    U"这个们来为国说时会对过发后里种经么学现当没动还进样实军无长机关点业将两间问并应战头体见产话给"
    U"门电报华记据东与从开让请书车马鸟鱼龙风飞";
constexpr std::u32string_view only_traditional =
    U"這個們來為國說時會對過發後裡種經麼學現當沒動還進樣實軍無長機關點業將兩間問並應戰頭體見產話給"
    U"門電報華記據東與從開讓請書車馬鳥魚龍風飛";

Scripts count_scripts(std::string_view text) {
  Scripts scripts;
  for (std::size_t i = 0; i < text.size();) {
    const utf8::Decoded c = utf8::decode(text, i);
    i += static_cast<std::size_t>(c.size);
    if (!is_letter(c.code_point)) continue;
    UErrorCode status = U_ZERO_ERROR;
    const UScriptCode script = c.code_point < 0x80
                                   ? USCRIPT_LATIN
                                   : uscript_getScript(static_cast<UChar32>(c.code_point), &status);
    if (U_FAILURE(status) || script < 0) continue;
    ++scripts.letters;
    ++scripts.of[static_cast<std::size_t>(script)];
    if (script != USCRIPT_HAN) continue;
    scripts.simplified += only_simplified.find(c.code_point) != std::u32string_view::npos;
    scripts.traditional += only_traditional.find(c.code_point) != std::u32string_view::npos;
  }
  return scripts;
}

struct ScriptLanguage {
  UScriptCode script;
  std::string_view tag;
};
// Scripts that one language has almost to itself.
constexpr ScriptLanguage script_languages[] = {
    {USCRIPT_GREEK, "el"},      {USCRIPT_HEBREW, "he"},   {USCRIPT_THAI, "th"},
    {USCRIPT_HANGUL, "ko"},     {USCRIPT_GEORGIAN, "ka"}, {USCRIPT_ARMENIAN, "hy"},
    {USCRIPT_DEVANAGARI, "hi"}, {USCRIPT_BENGALI, "bn"},  {USCRIPT_TAMIL, "ta"},
    {USCRIPT_TELUGU, "te"},     {USCRIPT_GUJARATI, "gu"}, {USCRIPT_ETHIOPIC, "am"},
    {USCRIPT_KHMER, "km"},      {USCRIPT_LAO, "lo"},      {USCRIPT_MYANMAR, "my"},
    {USCRIPT_SINHALA, "si"},
};

std::optional<GuessedLanguage> by_script(const Scripts& scripts) {
  for (const ScriptLanguage& language : script_languages) {
    if (scripts.mostly(language.script)) return GuessedLanguage{language.tag, 0.95};
  }
  const std::size_t kana = scripts.count(USCRIPT_HIRAGANA) + scripts.count(USCRIPT_KATAKANA);
  const std::size_t han = scripts.count(USCRIPT_HAN);
  if ((kana + han) * 2 <= scripts.letters) return {};
  if (kana * 10 > han) return GuessedLanguage{"ja", 0.95};
  if (scripts.simplified == scripts.traditional) return GuessedLanguage{"zh", 0.8};
  return GuessedLanguage{scripts.simplified > scripts.traditional ? "zh-Hans" : "zh-Hant", 0.9};
}

struct LetterSign {
  std::string_view tag;
  std::u32string_view letters;  // that the sister languages do not have, lower case
};
constexpr LetterSign letter_signs[] = {
    {"ru", U"ыэё"},     {"uk", U"іїєґ"},   {"sr", U"јљњћђџ"}, {"bg", U"ъ"},   {"fa", U"پچژگکی"},
    {"ur", U"ٹڈڑےہں"},  {"ar", U"ةىيكأإ"}, {"pl", U"ąęłśźż"}, {"cs", U"ěřů"}, {"hu", U"őű"},
    {"ro", U"țșţăș"},   {"tr", U"ğış"},    {"pt", U"ãõ"},     {"es", U"ñ¿¡"}, {"de", U"ß"},
    {"vi", U"ươđạảấầ"}, {"sv", U"ä"},      {"da", U"æ"},
};

// Adds the telling letters to the counts of the lists: each as much as half a word.
void count_letters(std::string_view text, Counts& counts) {
  std::array<std::size_t, std::size(letter_signs)> found = {};
  for (std::size_t i = 0; i < text.size();) {
    const utf8::Decoded c = utf8::decode(text, i);
    i += static_cast<std::size_t>(c.size);
    if (c.code_point < 0x80) continue;
    const auto lower = static_cast<char32_t>(u_tolower(static_cast<UChar32>(c.code_point)));
    for (std::size_t sign = 0; sign < found.size(); ++sign) {
      found[sign] += letter_signs[sign].letters.find(lower) != std::u32string_view::npos;
    }
  }
  for (std::size_t sign = 0; sign < found.size(); ++sign) {
    const auto list = std::ranges::find(word_lists, letter_signs[sign].tag, &WordList::tag);
    counts[static_cast<std::size_t>(list - std::begin(word_lists))] += found[sign] / 2;
  }
}

// Words without the punctuation around them.
std::string_view bare_word(std::string_view word) {
  while (!word.empty()) {
    const utf8::Decoded c = utf8::decode(word, 0);
    if (is_letter(c.code_point)) break;
    word.remove_prefix(static_cast<std::size_t>(c.size));
  }
  Scanner scanner(word);
  return scanner.letters();
}

}  // namespace

std::optional<GuessedLanguage> guess_language(std::string_view text) {
  text = utf8::prefix(text, sample_octets);
  const Scripts scripts = count_scripts(text);
  if (scripts.letters == 0) return {};
  if (const auto language = by_script(scripts)) return language;
  static const std::unordered_map<std::string_view, unsigned> index = make_index();
  Counts counts = {};
  std::size_t words = 0;
  std::size_t known = 0;
  for (const std::string_view raw : split_words(text)) {
    const std::string_view word = bare_word(raw);
    if (word.empty()) continue;
    ++words;
    if (word.size() > 24) continue;
    const auto found = index.find(fold(word));
    if (found == index.end()) continue;
    ++known;
    for (std::size_t list = 0; list < counts.size(); ++list) {
      counts[list] += (found->second >> list) & 1u;
    }
  }
  count_letters(text, counts);
  const auto best = std::ranges::max_element(counts);
  // A tenth of the words of running text are in its language's list.
  if (*best < 2 || *best * 12 < words) return {};
  const double share = std::min(
      1.0, static_cast<double>(*best) / static_cast<double>(std::max<std::size_t>(known, 1)));
  const double confidence = std::min(0.95, (words < 30 ? 0.5 : 0.75) + 0.2 * share);
  return GuessedLanguage{word_lists[static_cast<std::size_t>(best - counts.begin())].tag,
                         confidence};
}

bool is_right_to_left(std::string_view language) {
  const std::string_view primary = language.substr(0, language.find('-'));
  for (const std::string_view tag : {"ar", "he", "fa", "ur", "yi", "ps", "sd", "ug", "dv", "ckb"}) {
    if (primary == tag) return true;
  }
  return false;
}

}  // namespace pressmark::plain_text
