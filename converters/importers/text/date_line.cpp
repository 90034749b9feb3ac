#include "converters/importers/text/date_line.h"

#include <algorithm>
#include <string>

#include "converters/importers/text/characters.h"
#include "converters/importers/text/date_words.h"
#include "core/base/utf8.h"

namespace pressmark::plain_text {
namespace {

constexpr std::size_t longest_line = 160;  // octets

struct Label {
  std::string_view words;  // lower case
  DateVariable variable;
};

constexpr Label labels[] = {
    {"published", DateVariable::issued},
    {"published on", DateVariable::issued},
    {"posted", DateVariable::issued},
    {"posted on", DateVariable::issued},
    {"first published", DateVariable::issued},
    {"date", DateVariable::issued},
    {"issued", DateVariable::issued},
    {"updated", DateVariable::modified},
    {"last updated", DateVariable::modified},
    {"modified", DateVariable::modified},
    {"last modified", DateVariable::modified},
    {"corrected", DateVariable::modified},
    {"veröffentlicht", DateVariable::issued},
    {"veröffentlicht am", DateVariable::issued},
    {"stand", DateVariable::modified},
    {"aktualisiert", DateVariable::modified},
    {"aktualisiert am", DateVariable::modified},
    {"datum", DateVariable::issued},
    {"publié le", DateVariable::issued},
    {"publié", DateVariable::issued},
    {"mis à jour le", DateVariable::modified},
    {"modifié le", DateVariable::modified},
    {"publicado", DateVariable::issued},
    {"publicado el", DateVariable::issued},
    {"fecha", DateVariable::issued},
    {"actualizado", DateVariable::modified},
    {"actualizado el", DateVariable::modified},
    {"pubblicato il", DateVariable::issued},
    {"pubblicato", DateVariable::issued},
    {"aggiornato il", DateVariable::modified},
    {"aggiornato", DateVariable::modified},
    {"publicado em", DateVariable::issued},
    {"atualizado em", DateVariable::modified},
    {"atualizado", DateVariable::modified},
    {"gepubliceerd", DateVariable::issued},
    {"gepubliceerd op", DateVariable::issued},
    {"bijgewerkt", DateVariable::modified},
    {"publicerad", DateVariable::issued},
    {"uppdaterad", DateVariable::modified},
    {"publisert", DateVariable::issued},
    {"oppdatert", DateVariable::modified},
    {"opublikowano", DateVariable::issued},
    {"aktualizacja", DateVariable::modified},
    {"опубликовано", DateVariable::issued},
    {"дата", DateVariable::issued},
    {"дата публикации", DateVariable::issued},
    {"обновлено", DateVariable::modified},
    {"опубліковано", DateVariable::issued},
    {"оновлено", DateVariable::modified},
    {"yayınlanma", DateVariable::issued},
    {"güncelleme", DateVariable::modified},
    {"发布时间", DateVariable::issued},
    {"發布時間", DateVariable::issued},
    {"更新时间", DateVariable::modified},
    {"公開", DateVariable::issued},
    {"更新", DateVariable::modified},
    {"입력", DateVariable::issued},
    {"수정", DateVariable::modified},
    {"نشر في", DateVariable::issued},
    {"تاريخ النشر", DateVariable::issued},
    {"آخر تحديث", DateVariable::modified},
};

// The label at the start with its colon or space; issued where there is none.
DateVariable skip_label(std::string_view& line) {
  std::size_t longest = 0;
  DateVariable variable = DateVariable::issued;
  for (const Label& label : labels) {
    const std::string_view start = utf8::prefix(line, label.words.size());
    if (label.words.size() <= longest || fold(start) != label.words) continue;
    const std::string_view rest = line.substr(label.words.size());
    const std::size_t colon = rest.starts_with(':') || rest.starts_with(' ') ? 1
                              : rest.starts_with("：")                       ? 3
                                                                             : 0;
    if (colon == 0) continue;
    longest = label.words.size();
    variable = label.variable;
  }
  line.remove_prefix(longest);
  if (longest > 0) {
    if (line.starts_with(':')) line.remove_prefix(1);
    if (line.starts_with("：")) line.remove_prefix(3);
  }
  line = trim(line);
  return variable;
}

// "Berlin, den ", "Paris, le ": a place before the date; its length, 0 for none.
std::size_t place_length(std::string_view line) {
  constexpr std::size_t longest_place = 40;
  const std::size_t comma = line.find(", ");
  if (comma == std::string_view::npos || comma == 0 || comma > longest_place) return 0;
  const std::string_view place = line.substr(0, comma);
  if (!is_upper(first_of(place)) || weekday_length(place) > 0 || month_of(place) > 0) return 0;
  if (place.find_first_of("0123456789:.") != std::string_view::npos) return 0;
  return split_words(place).size() <= 3 ? comma : 0;
}

}  // namespace

std::optional<DateLine> find_date_line(std::string_view line) {
  line = trim(line);
  if (line.empty() || line.size() > longest_line) return {};
  DateLine result;
  std::string_view rest = line;
  if (rest.starts_with('(') && rest.ends_with(')')) rest = trim(rest.substr(1, rest.size() - 2));
  while (!rest.empty() && result.values.size() < 2) {
    const bool first = result.values.empty();
    const DateVariable variable = skip_label(rest);
    if (first) {
      if (const std::size_t length = place_length(rest)) {
        result.place = rest.substr(0, length);
        rest.remove_prefix(length + 2);
        for (const std::string_view article : {"den ", "le ", "am ", "el ", "li "}) {
          if (rest.starts_with(article)) rest.remove_prefix(article.size());
        }
      }
    }
    const auto scanned = scan_date_and_time(rest);
    if (!scanned) return {};
    rest.remove_prefix(scanned->length);
    rest = trim(rest);
    if (rest.starts_with('.') && rest.size() == 1) rest = {};
    result.values.push_back({variable, scanned->date});
    for (const std::string_view separator : {"|", ";", "/", "·", "-", "–", "•", ","}) {
      if (!rest.starts_with(separator)) continue;
      rest.remove_prefix(separator.size());
      rest = trim(rest);
      break;
    }
  }
  if (!rest.empty() || result.values.empty()) return {};
  // A place makes a date line only with a whole date: "Paris, 12 octobre" may be anything.
  if (!result.place.empty() && !result.values[0].date.start.year) return {};
  return result;
}

}  // namespace pressmark::plain_text
