#include "converters/importers/text/byline_markers.h"

#include <algorithm>

#include "converters/common/byline_words.h"
#include "converters/importers/text/characters.h"
#include "core/base/utf8.h"

namespace pressmark::plain_text {
namespace {

// What needs no colon: no headline begins so and goes on with nothing but names.
constexpr std::string_view sure_markers =
    "by, written by, story by, words by, text by, report by, reported by, posted by, "
    "analysis by, opinion by, commentary by, review by, interview by, as told to, "
    "story and photos by, text and photos by, words and pictures by, photos and story by, "
    "photos and text by, written and photographed by, a report by, special report by, "
    "von, ein gastbeitrag von, ein beitrag von, ein bericht von, ein kommentar von, "
    "eine analyse von, eine reportage von, geschrieben von, "
    "von unserem korrespondenten, von unserer korrespondentin, von unserem mitarbeiter, "
    "par, écrit par, rédigé par, propos recueillis par, de notre correspondant, "
    "de notre correspondante, par notre correspondant, par notre correspondante, "
    "por, escrito por, texto de, di, scritto da, "
    "door, geschreven door, door onze correspondent, van onze correspondent, "
    "av, skrevet av, skriven av, af, skrevet af, kirjoittanut, "
    "napisał, napisała, írta, scris de, oleh, ditulis oleh, "
    "автор, материал подготовил, материал подготовила, материал подготовили, беседовал, "
    "беседовала, беседовали, записал, записала, "
    "γράφει ο, γράφει η, بقلم, إعداد, מאת, द्वारा";

// What needs one, beside the openers that all importers share.
constexpr std::string_view labels =
    "by, authors, authored by, text, texte et photos, text und fotos, text & fotos, "
    "texto y fotos, texto e fotos, testo e foto, text och foto, tekst og foto, von, par, por, di, "
    "door, av, af, tekst i zdjęcia, текст и фото, haber, pewarta, reporter, laporan, كتبت, كتب, "
    "تحریر, رپورٹ, گزارش, تقرير, متابعة, כתב, כתבת";

// East Asian ones have no space behind them. Those of the second list are words of the text, too,
// and need a mark before the name.
constexpr std::string_view joined_markers =
    "本报记者, 本報記者, 本社记者, 本刊记者, 本网记者, 新华社记者, 新華社記者, 中新社记者, "
    "中新网记者, 人民网记者, 特约记者, 文＝, 文・, 글=";
constexpr std::string_view marked_markers =
    "文, 文字, 作者, 撰文, 撰稿, 采写, 采写记者, 采访, 记者, 記者, 编译, 編譯, 文・写真, "
    "取材・文, 構成, 文・構成, 執筆, 글, 글쓴이, 기자";
constexpr std::string_view marks = "/, ／, |, ｜, 丨, ：, :, ＝, =, 　";

constexpr std::string_view desks =
    "staff, staff reporter, staff reporters, staff writer, staff writers, our correspondent, "
    "our correspondents, our own correspondent, our staff reporter, our special correspondent, "
    "the editors, the editorial board, news desk, web desk, online desk, editorial board, "
    "newsroom, redaktion, редакция, la redacción, redacción, la rédaction, rédaction, "
    "la redazione, redazione, redação, da redação, redactie, redaktionen, toimitus, redakcja";

// Of the press beside the positions that all importers share.
constexpr std::string_view press_words =
    "agency, newsroom, team, times, post, journal, gazette, tribune, press, redaktion, "
    "redaktør, rédaction, redacción, redazione, redação, redactie, studio, ap, envoyés, "
    "envoyées, enviado, enviada, enviados, correspondants, corresponsales, correspondente, "
    "corrispondente, inviati, journalistes, korrespondenten, reporterka, корр, спецкор, собкор, "
    "корреспонденты, специально, כתבנו, כתבתנו, סופרנו, مراسلنا, مراسلتنا, مراسل";

// Of the press beside the professions that all importers share.
constexpr std::string_view trades =
    "writers, reporters, correspondents, editors, contributors, critic, staffer, "
    "photographer, analyst, bureau, korrespondenten, reporterin, correspondant, "
    "correspondante, corresponsal, enviado, enviada, inviato, inviata, corrispondente, "
    "repórter, correspondente, jornalista, verslaggever, redacteur, korrespondentti, "
    "toimittaja, dziennikarz, dziennikarka, корреспондент, обозреватель, журналист, спецкор, "
    "собкор, колумнист, muhabir, muhabiri, 기자, 특파원";

constexpr std::string_view with_words =
    "with, and, mit, und, avec, et, con, y, com, e, med, och, met, en, с, и, z, i, ve";

std::string_view without_stops(std::string_view word) {
  while (!word.empty() && (word.ends_with('.') || word.ends_with(','))) word.remove_suffix(1);
  return word;
}

// Whether one of the words, or a part of one between hyphens, is in a set.
template <typename Contains>
bool has_word(std::string_view words, Contains contains) {
  for (const std::string_view word : split_words(words)) {
    const std::string folded = fold(without_stops(word));
    if (contains(folded)) return true;
    if (folded.find('-') == folded.npos) continue;
    std::string_view rest = folded;
    while (!rest.empty()) {
      const std::size_t end = std::min(rest.find('-'), rest.size());
      if (contains(rest.substr(0, end))) return true;
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
  }
  return false;
}

// Octets of the mark and the spaces around it at the start of the rest of a line; 0 for none.
std::size_t mark_length(std::string_view rest) {
  static const std::vector<std::string_view> all = words_of_list(marks);
  Scanner scanner(rest);
  const bool wide_space = scanner.peek() == 0x3000;
  scanner.skip_spaces();
  for (const std::string_view mark : all) {
    if (!scanner.skip(mark)) continue;
    scanner.skip_spaces();
    return scanner.position();
  }
  return wide_space ? scanner.position() : 0;
}

std::size_t joined_marker_length(std::string_view line) {
  static const std::vector<std::string_view> joined = words_of_list(joined_markers);
  static const std::vector<std::string_view> marked = words_of_list(marked_markers);
  std::size_t longest = 0;
  for (const std::string_view marker : joined) {
    if (!line.starts_with(marker)) continue;
    const std::size_t mark = mark_length(line.substr(marker.size()));
    longest = std::max(longest, marker.size() + mark);
  }
  for (const std::string_view marker : marked) {
    if (!line.starts_with(marker)) continue;
    std::size_t mark = mark_length(line.substr(marker.size()));
    // "记者 王小雨": a word of two characters before a space.
    if (mark == 0 && marker.size() > 3 && line.substr(marker.size()).starts_with(' ')) mark = 1;
    if (mark > 0) longest = std::max(longest, marker.size() + mark);
  }
  return longest;
}

// The longest start of a line that is one of the words of a set, with what `ends` wants behind it.
template <typename Contains, typename Ends>
std::size_t longest_start(std::string_view line, Contains contains, Ends ends) {
  constexpr std::size_t most_words = 6;
  std::size_t longest = 0;
  Scanner scanner(line);
  for (std::size_t words = 0; words < most_words && !scanner.at_end(); ++words) {
    while (!scanner.at_end() && !is_space(scanner.peek()) && scanner.peek() != ':' &&
           scanner.peek() != U'：' && scanner.peek() != '/') {
      scanner.next();
    }
    const std::size_t end = scanner.position();
    if (contains(fold(line.substr(0, end)))) {
      if (const std::size_t behind = ends(line.substr(end))) longest = end + behind;
    }
    if (!scanner.skip_spaces()) break;
  }
  return longest;
}

// Octets of a colon, with a space before it as French has; or of the dash that Arabic has there.
std::size_t colon_length(std::string_view rest) {
  Scanner scanner(rest);
  const bool space = scanner.skip_spaces();
  for (const std::string_view colon : {":", "：", "/"}) {
    if (scanner.skip(colon)) return scanner.position();
  }
  return space && scanner.skip_dash() ? scanner.position() : 0;
}

}  // namespace

std::size_t marker_length(std::string_view line) {
  static const WordSet sure(sure_markers);
  static const WordSet own_labels(labels);
  if (const std::size_t joined = joined_marker_length(line)) return joined;
  line = utf8::prefix(line, 80);
  const std::size_t label = longest_start(
      line,
      [](const std::string& words) {
        return sure.contains(words) || own_labels.contains(words) ||
               byline_openers().contains(words);
      },
      colon_length);
  const std::size_t word = longest_start(
      line, [](const std::string& words) { return sure.contains(words); },
      [](std::string_view rest) -> std::size_t {
        Scanner scanner(rest);
        return scanner.skip_spaces() ? scanner.position() : 0;
      });
  return std::max(label, word);
}

bool is_position(std::string_view words) {
  static const WordSet own(press_words);
  // Those are words of any text, and tell nothing by themselves.
  static const WordSet common("in, at, of, for, photo, foto, lead, head");
  return has_word(words, [](std::string_view word) {
    return own.contains(word) || (position_words().contains(word) && !common.contains(word));
  });
}

bool names_press_trade(std::string_view words) {
  static const WordSet own(trades);
  // Authors and bloggers are of no newsroom.
  static const WordSet elsewhere("author, autor, autorin, blogger");
  return has_word(words, [](std::string_view word) {
    return own.contains(word) || (profession_words().contains(word) && !elsewhere.contains(word));
  });
}

bool is_degree(std::string_view words) {
  const std::string folded = fold(trim(words));
  return words.size() <= 12 && is_upper(first_of(words)) && name_suffixes().contains(folded);
}

bool is_desk(std::string_view words) {
  static const WordSet own(desks);
  return own.contains(fold(words));
}

std::size_t with_length(std::string_view words) {
  static const WordSet own(with_words);
  const std::size_t space = words.find(' ');
  if (space == std::string_view::npos || !own.contains(fold(words.substr(0, space)))) return 0;
  return space + 1;
}

}  // namespace pressmark::plain_text
