#include "converters/importers/html/leftover_lines.h"

#include <algorithm>
#include <array>
#include <span>
#include <string>
#include <vector>

#include "converters/importers/html/page_signals.h"
#include "converters/importers/html/text_measure.h"
#include "converters/importers/html/word_lists.h"

namespace pressmark::html {
namespace {

constexpr std::size_t longest_line = 120;
constexpr std::size_t most_words = 14;  // an ideograph is one
constexpr std::size_t most_words_of_notice = 14;

using Words = std::span<const std::string_view>;

bool has(Words list, std::string_view word) { return std::ranges::find(list, word) != list.end(); }

bool is_number(std::string_view word) {
  return word.find_first_not_of("0123456789") == std::string_view::npos;
}

// Minutes in the languages that have borrowed the word, whatever ending they give it ("minuten",
// "minutos", "минуты"), and in those that have not.
bool is_minute(std::string_view word) {
  constexpr std::array<std::string_view, 3> stems = {"minu", "minú", "мин"};
  constexpr std::array<std::string_view, 17> names = {
      "min", "mins", "menit", "perc",  "dk",    "dakika", "dakikada", "хв",  "хвилин",
      "分",  "분",   "phút",  "λεπτά", "دقيقة", "دقائق",  "דקות",     "मिनट"};
  constexpr std::size_t longest = 20;  // octets: "minutengenau" is another word
  if (std::ranges::find(names, word) != names.end()) return true;
  return word.size() <= longest &&
         std::ranges::any_of(stems, [&](std::string_view stem) { return word.starts_with(stem); });
}

// "5 min read", "Reading time: 5 minutes", "Lesezeit: ca. 5 Minuten", "約5分で読めます": a number
// of minutes and a word for reading, all else words that such lines have.
bool is_reading_time(const std::vector<std::string_view>& words) {
  constexpr std::array<std::string_view, 34> reading = {
      "read",     "reading",  "lesezeit", "lesedauer", "lecture", "lectura",   "leitura",
      "lettura",  "leestijd", "leestid",  "lesetid",   "lästid",  "läsning",   "læsetid",
      "lukuaika", "czytania", "čtení",    "čítania",   "olvasás", "olvasási",  "okuma",
      "citire",   "baca",     "чтения",   "читання",   "четене",  "ανάγνωσης", "قراءة",
      "קריאה",    "đọc",      "读",       "読",        "讀",      "阅"};
  constexpr std::array<std::string_view, 54> around = {
      "time",   "estimated", "est",  "about",  "approx", "ca",   "temps", "tiempo", "tempo",
      "de",     "di",        "da",   "of",     "in",     "czas", "время", "to",     "a",
      "der",    "la",        "doba", "süresi", "idő",    "tid",  "waktu", "час",    "timp",
      "χρόνος", "زمن",       "זמן",  "thời",   "gian",   "約",   "で",    "む",     "め",
      "ま",     "す",        "こ",   "の",     "記",     "事",   "は",    "所",     "要",
      "時",     "间",        "間",   "钟",     "鐘",     "时",   "需",    "约",     "预"};
  bool number = false;
  bool unit = false;
  bool read = false;
  for (const std::string_view word : words) {
    if (is_number(word)) {
      number = true;
    } else if (is_minute(word)) {
      unit = true;
    } else if (has(reading, word)) {
      read = true;
    } else if (!has(around, word)) {
      return false;
    }
  }
  return number && unit && read;
}

constexpr std::array<std::string_view, 9> verbs_for_sharing = {
    "share",        "tweet",     "teilen",     "partager",  "compartir",
    "compartilhar", "condividi", "udostępnij", "поделиться"};

// "Share this article", "Share on WhatsApp", "Facebook Twitter Share": a verb, and all else the
// names of services and what is shared.
bool is_call_to_share(const std::vector<std::string_view>& words) {
  constexpr std::array<std::string_view, 42> rest = {
      "this",     "the",      "article",   "story",     "post",     "page",     "on",      "via",
      "with",     "to",       "by",        "and",       "or",       "sur",      "en",      "su",
      "auf",      "cet",      "artikel",   "artículo",  "articolo", "facebook", "twitter", "x",
      "linkedin", "whatsapp", "pinterest", "reddit",    "telegram", "email",    "e",       "mail",
      "print",    "copy",     "link",      "flipboard", "threads",  "bluesky",  "pin",     "it"};
  bool verb = false;
  for (const std::string_view word : words) {
    if (has(verbs_for_sharing, word)) {
      verb = true;
    } else if (!has(rest, word)) {
      return false;
    }
  }
  return verb && words.size() > 1;
}

bool is_mark_of_page(std::string_view plain) {
  constexpr std::array<std::string_view, 22> lines = {"advertisement",
                                                      "advertisement scroll to continue",
                                                      "advertisement continue reading below",
                                                      "anzeige",
                                                      "article continues after advertisement",
                                                      "article continues below",
                                                      "article continues below advertisement",
                                                      "back to top",
                                                      "continue reading below",
                                                      "continue reading below advertisement",
                                                      "leave a comment",
                                                      "loading",
                                                      "nach oben",
                                                      "publicidad",
                                                      "publicité",
                                                      "pubblicità",
                                                      "scroll to continue",
                                                      "skip to content",
                                                      "skip to main content",
                                                      "story continues below advertisement",
                                                      "werbung",
                                                      "реклама"};
  return has(lines, plain);
}

}  // namespace

bool is_minutes(std::string_view text) {
  const std::string plain = comparable(text);
  const auto words = words_of(plain);
  return words.size() == 2 && is_number(words.front()) && is_minute(words.back());
}

bool is_word_for_sharing(std::string_view text) { return has(verbs_for_sharing, comparable(text)); }

bool is_notice_of_rights(std::string_view text, bool dated) {
  const bool opens = text.starts_with("©") || text.starts_with("(c)") || text.starts_with("(C)") ||
                     comparable(text).starts_with("copyright");
  if (!opens) return false;
  const std::string plain = comparable(text);
  const auto words = words_of(plain);
  if (words.size() > most_words_of_notice) return false;
  const bool year = std::ranges::any_of(
      words, [](std::string_view word) { return word.size() == 4 && is_number(word); });
  return !dated || year || plain.find("all rights reserved") != std::string::npos;
}

bool is_leftover_line(std::string_view text) {
  if (text.size() > longest_line) return false;
  const std::string plain = comparable(text);
  const auto words = words_of(plain);
  if (words.empty() || words.size() > most_words) return false;
  return is_mark_of_page(plain) || is_reading_time(words) || is_call_to_share(words);
}

bool announces_other_articles(std::string_view text) {
  const std::string plain = " " + comparable(text) + " ";
  if (plain.size() > longest_line) return false;
  return std::ranges::any_of(cue_phrases(), [&](const CuePhrase& phrase) {
    return phrase.cue == Cue::related &&
           plain.find(" " + std::string(phrase.phrase) + " ") != std::string::npos;
  });
}

}  // namespace pressmark::html
