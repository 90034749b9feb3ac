#include "converters/importers/text/front_line.h"

#include <algorithm>
#include <utility>

#include "converters/common/word_set.h"
#include "converters/importers/text/agencies.h"
#include "converters/importers/text/byline_markers.h"
#include "converters/importers/text/characters.h"
#include "converters/importers/text/links.h"
#include "core/base/utf8.h"

namespace pressmark::plain_text {
namespace {

constexpr std::size_t longest_line = 200;  // characters

// The parts between bars, dots and wide gaps.
std::vector<std::string_view> parts_of(std::string_view line) {
  std::vector<std::string_view> parts;
  while (!line.empty()) {
    std::size_t end = line.size();
    std::size_t skip = 0;
    for (const std::string_view mark :
         {"|", "｜", "丨", " · ", "•", "　", "\t", "  ", " / ", "／ "}) {
      const std::size_t at = line.find(mark);
      if (at >= end) continue;
      end = at;
      skip = mark.size();
    }
    const std::string_view part = trim(line.substr(0, end));
    if (!part.empty()) parts.push_back(part);
    line.remove_prefix(std::min(end + skip, line.size()));
  }
  return parts;
}

// Units of time, and the words that may stand around a number of them.
constexpr std::string_view minute_words =
    "min, mins, minute, minutes, minuten, minuto, minutos, minuti, minut, minuter, minutter, "
    "minuutti, minuuttia, minuta, minuty, мин, минута, минуты, минут, хвилин, хв, dk, dakika, "
    "dakikalık, menit, λεπτά, دقيقة, دقائق, דקות, मिनट, 分钟, 分鐘, 分, 분";
constexpr std::string_view reading_words =
    "read, reading, time, of, to, about, ca, lesezeit, lesedauer, lektüre, zum, lesen, temps, "
    "lecture, de, tiempo, lectura, tempo, lettura, di, leitura, leestijd, lezen, lästid, lesetid, "
    "læsetid, lukuaika, czas, czytania, czytanie, время, чтения, чтение, на, читання, okuma, "
    "süresi, waktu, baca, قراءة, للقراءة, מת, 阅读, 閱讀, 读完, 約, 约, 読了, 読む, 읽기, 약";

// "5 min read", "Lesezeit: 3 Minuten", "阅读 5 分钟": a number of minutes, and nothing but words
// about reading.
bool is_reading_time(std::string_view part) {
  static const WordSet minutes(minute_words);
  static const WordSet reading(reading_words);
  constexpr std::size_t longest = 60;  // octets
  if (part.size() > longest) return false;
  Scanner scanner(part);
  bool counted = false;
  bool timed = false;
  while (!scanner.at_end()) {
    if (scanner.skip_spaces()) continue;
    if (scanner.number(3) >= 0) {
      counted = true;
      continue;
    }
    const std::string word = fold(scanner.letters());
    if (word.empty()) {
      constexpr std::u32string_view signs = U".:-–~：≈";
      if (signs.find(scanner.next()) == signs.npos) return false;
    } else if (minutes.contains(word)) {
      timed = true;
    } else if (!reading.contains(word)) {
      return false;
    }
  }
  return counted && timed;
}

// "3 Comments", "12 комментариев": how many readers answered.
bool is_comment_count(std::string_view part) {
  static const WordSet words(
      "comment, comments, kommentar, kommentare, commentaire, commentaires, comentario, "
      "comentarios, "
      "comentário, comentários, commento, commenti, reacties, kommentarer, komentarz, komentarze, "
      "komentarzy, комментарий, комментария, комментариев, коментарі, yorum, 条评论, 评论, "
      "コメント, "
      "댓글, تعليق, تعليقات, תגובות");
  Scanner scanner(part);
  if (scanner.number(5) < 0) return false;
  scanner.skip_spaces();
  return words.contains(fold(scanner.rest()));
}

// Labels whose values belong above a story; of the others a line of text may begin with any.
bool belongs_above(FieldKind kind) {
  switch (kind) {
    case FieldKind::source:
    case FieldKind::author:
    case FieldKind::editor:
    case FieldKind::translator:
    case FieldKind::publication:
    case FieldKind::section:
      return true;
    default:
      return false;
  }
}

std::optional<LabelledWords> labelled(std::string_view part) {
  constexpr std::size_t longest_value = 80;
  const auto words = divide_label(part);
  if (!words || !belongs_above(words->kind) || columns(words->value) > longest_value) return {};
  const std::string_view value = words->value;
  if (ends_sentence(value) && value.find(' ') != value.npos && !value.ends_with("Inc.") &&
      !value.ends_with("Ltd.") && !value.ends_with("Co.")) {
    return {};
  }
  return words;
}

// "《人民日报》（2024年10月12日 第04版）"
std::optional<FrontLine> publication_line(std::string_view line, std::string_view language) {
  Scanner scanner(line);
  if (!scanner.skip("《")) return {};
  const std::size_t start = scanner.position();
  const std::size_t close = scanner.rest().find("》");
  if (close == line.npos) return {};
  FrontLine found;
  found.labelled.push_back(
      {FieldKind::publication, "publication", trim(line.substr(start, close))});
  scanner.move_to(start + close);
  scanner.skip("》");
  scanner.skip_spaces();
  if (!scanner.skip("（") && !scanner.skip("(")) return {};
  scanner.skip_spaces();
  const auto date = scan_date(scanner.rest(), language);
  if (!date) return {};
  found.dates.push_back({DateVariable::issued, date->date});
  scanner.move_to(scanner.position() + date->length);
  scanner.skip_spaces();
  if (scanner.skip("第")) {
    scanner.skip_spaces();
    const std::size_t page = scanner.position();
    const std::size_t end = scanner.rest().find("版");
    if (end == line.npos) return {};
    found.labelled.push_back({FieldKind::pages, "page", trim(line.substr(page, end))});
    scanner.move_to(page + end);
    scanner.skip("版");
  }
  scanner.skip_spaces();
  if (!scanner.skip("）") && !scanner.skip(")")) return {};
  return scanner.at_end() ? std::optional(std::move(found)) : std::nullopt;
}

class FrontLineReader {
 public:
  FrontLineReader(std::string_view line, std::string_view language)
      : line_(line), language_(language) {}

  std::optional<FrontLine> read() {
    const std::vector<std::string_view> parts = parts_of(line_);
    if (parts.size() == 1) {
      if (const auto words = labelled(parts[0])) found_.labelled.push_back(*words);
      if (found_.labelled.empty() && !divide(parts[0])) return {};
      return std::move(found_);
    }
    for (const std::string_view part : parts) {
      if (!add(part)) return {};
    }
    const bool several = !found_.labelled.empty() || is_timed_ || found_.byline.has_value();
    if (found_.dates.empty() ? found_.labelled.empty() : !several) return {};
    return std::move(found_);
  }

 private:
  bool add(std::string_view part) {
    if (add_date(part)) return true;
    if (found_.byline && (is_agency(part) || is_position(part))) return add_behind(part);
    if (const auto words = labelled(part)) {
      found_.labelled.push_back(*words);
      return true;
    }
    if (is_reading_time(part) || is_comment_count(part)) return is_timed_ = true;
    if (is_address_or_handle(part)) return true;
    return add_byline(part, BylineForms::all) || divide(part);
  }

  bool add_date(std::string_view part) {
    const auto line = find_date_line(part, language_);
    if (!line || found_.dates.size() + line->values.size() > 2) return false;
    found_.dates.insert(found_.dates.end(), line->values.begin(), line->values.end());
    if (!line->place.empty()) found_.place = line->place;
    return true;
  }

  bool add_byline(std::string_view part, BylineForms forms) {
    if (found_.byline) return false;
    auto byline = find_byline(part, forms);
    if (!byline) return false;
    const auto offset = static_cast<std::size_t>(part.data() - line_.data());
    for (BylineName& name : byline->names) name.start += offset;
    found_.byline = std::move(byline);
    return true;
  }

  bool add_behind(std::string_view part) {
    if (is_agency(part)) {
      found_.byline->agency = part;
      return true;
    }
    std::string& position = found_.byline->names.back().contributor.position;
    if (!position.empty()) position += ", ";
    position += part;
    return true;
  }

  // A byline and a date with no more than a word between them: "Posted by A B on October 12, 2024",
  // "12/10/2024 Por Ana Exemplo". What is not needed is tried first.
  bool divide(std::string_view part) {
    for (std::size_t space = part.find(' '); space != part.npos;
         space = part.find(' ', space + 1)) {
      std::string_view names = part.substr(0, space);
      const std::string_view rest = part.substr(space + 1);
      if (!find_date_line(rest, language_)) continue;
      for (const std::string_view word : {" on", " am", " le", " el", " em", " il", " den", ","}) {
        if (names.ends_with(word)) names.remove_suffix(word.size());
      }
      names = trim(names);
      while (dash_length(names.substr(names.rfind(' ') + 1)) > 0 &&
             names.rfind(' ') != names.npos) {
        names = trim(names.substr(0, names.rfind(' ')));
      }
      if (names.ends_with(',')) names.remove_suffix(1);
      if (add_byline(names, BylineForms::marked_only)) return add_date(rest);
    }
    for (std::size_t space = part.rfind(' '); space != part.npos && space > 0;
         space = part.rfind(' ', space - 1)) {
      if (!find_date_line(part.substr(0, space), language_)) continue;
      std::string_view names = trim(part.substr(space + 1));
      if (dash_length(names) > 0) names = trim(names.substr(dash_length(names)));
      if (names.starts_with(',')) names = trim(names.substr(1));
      if (add_byline(names, BylineForms::marked_only)) return add_date(part.substr(0, space));
    }
    return false;
  }

  std::string_view line_;
  std::string_view language_;
  FrontLine found_;
  bool is_timed_ = false;
};

}  // namespace

std::optional<FrontLine> find_front_line(std::string_view line, std::string_view language) {
  line = trim(line);
  if (line.empty() || line.size() > 4 * longest_line || utf8::length(line) > longest_line)
    return {};
  if (auto publication = publication_line(line, language)) return publication;
  return FrontLineReader(line, language).read();
}

}  // namespace pressmark::plain_text
