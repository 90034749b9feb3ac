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
    {"first published on", DateVariable::issued},
    {"last modified on", DateVariable::modified},
    {"last updated on", DateVariable::modified},
    {"updated on", DateVariable::modified},
    {"release date", DateVariable::issued},
    {"created", DateVariable::issued},
    {"on", DateVariable::issued},
    {"erschienen am", DateVariable::issued},
    {"zuletzt aktualisiert", DateVariable::modified},
    {"zuletzt aktualisiert am", DateVariable::modified},
    {"mis à jour", DateVariable::modified},
    {"mise à jour", DateVariable::modified},
    {"mise à jour le", DateVariable::modified},
    {"creado", DateVariable::issued},
    {"última actualización", DateVariable::modified},
    {"data", DateVariable::issued},
    {"ultimo aggiornamento", DateVariable::modified},
    {"criado em", DateVariable::issued},
    {"atualização", DateVariable::modified},
    {"laatst bijgewerkt", DateVariable::modified},
    {"offentliggjort", DateVariable::issued},
    {"udgivet", DateVariable::issued},
    {"opdateret", DateVariable::modified},
    {"julkaistu", DateVariable::issued},
    {"päivitetty", DateVariable::modified},
    {"data publikacji", DateVariable::issued},
    {"zaktualizowano", DateVariable::modified},
    {"publikováno", DateVariable::issued},
    {"aktualizováno", DateVariable::modified},
    {"közzétéve", DateVariable::issued},
    {"frissítve", DateVariable::modified},
    {"publicat", DateVariable::issued},
    {"actualizat", DateVariable::modified},
    {"objavljeno", DateVariable::issued},
    {"ažurirano", DateVariable::modified},
    {"δημοσίευση", DateVariable::issued},
    {"δημοσιεύθηκε", DateVariable::issued},
    {"ενημέρωση", DateVariable::modified},
    {"создано", DateVariable::issued},
    {"опубликован", DateVariable::issued},
    {"изменено", DateVariable::modified},
    {"публикувано", DateVariable::issued},
    {"обновена", DateVariable::modified},
    {"tarih", DateVariable::issued},
    {"yayın tarihi", DateVariable::issued},
    {"yayınlanma tarihi", DateVariable::issued},
    {"eklenme", DateVariable::issued},
    {"giriş", DateVariable::issued},
    {"son güncelleme", DateVariable::modified},
    {"güncellenme", DateVariable::modified},
    {"diterbitkan", DateVariable::issued},
    {"dipublikasikan", DateVariable::issued},
    {"diperbarui", DateVariable::modified},
    {"发布", DateVariable::issued},
    {"发布于", DateVariable::issued},
    {"發佈", DateVariable::issued},
    {"發佈於", DateVariable::issued},
    {"出版", DateVariable::issued},
    {"日期", DateVariable::issued},
    {"更新于", DateVariable::modified},
    {"更新時間", DateVariable::modified},
    {"最后更新", DateVariable::modified},
    {"最後更新", DateVariable::modified},
    {"掲載", DateVariable::issued},
    {"配信", DateVariable::issued},
    {"公開日", DateVariable::issued},
    {"最終更新", DateVariable::modified},
    {"更新日", DateVariable::modified},
    {"등록", DateVariable::issued},
    {"게재", DateVariable::issued},
    {"송고", DateVariable::issued},
    {"최종수정", DateVariable::modified},
    {"업데이트", DateVariable::modified},
    {"نشر", DateVariable::issued},
    {"نُشر في", DateVariable::issued},
    {"نُشرت في", DateVariable::issued},
    {"تم النشر", DateVariable::issued},
    {"التاريخ", DateVariable::issued},
    {"تاريخ التحديث", DateVariable::modified},
    {"תאריך", DateVariable::issued},
    {"פורסם", DateVariable::issued},
    {"פורסם ב", DateVariable::issued},
    {"עודכן", DateVariable::modified},
    {"प्रकाशित", DateVariable::issued},
    {"अपडेट", DateVariable::modified},
};

// The label at the start with its colon or space; issued where there is none.
DateVariable skip_label(std::string_view& line) {
  std::size_t longest = 0;
  DateVariable variable = DateVariable::issued;
  for (const Label& label : labels) {
    const std::string_view start = utf8::prefix(line, label.words.size());
    if (label.words.size() <= longest || fold(start) != label.words) continue;
    const std::string_view rest = line.substr(label.words.size());
    if (!rest.starts_with(':') && !rest.starts_with(' ') && !rest.starts_with("：")) continue;
    longest = label.words.size();
    variable = label.variable;
  }
  line = trim(line.substr(longest));  // French has a space before the colon
  if (longest > 0) {
    if (line.starts_with(':')) line.remove_prefix(1);
    if (line.starts_with("：")) line.remove_prefix(3);
  }
  line = trim(line);
  return variable;
}

// "Berlin, den ", "Paris, le ", "Madrid - ": a place before the date; the octets of the place and
// of both, 0 for none.
struct PlaceLength {
  std::size_t place = 0;
  std::size_t with_mark = 0;
};
PlaceLength place_length(std::string_view line) {
  constexpr std::size_t longest_place = 40;
  PlaceLength found;
  for (const std::string_view mark : {", ", " - ", " – ", " — ", " | ", " / "}) {
    const std::size_t at = line.find(mark);
    if (at == std::string_view::npos || (found.place > 0 && at >= found.place)) continue;
    found = {at, at + mark.size()};
  }
  if (found.place == 0 || found.place > longest_place) return {};
  const std::string_view place = line.substr(0, found.place);
  if (!is_upper(first_of(place)) || weekday_length(place) > 0 || month_of(place) > 0) return {};
  if (place.find_first_of("0123456789:.") != std::string_view::npos) return {};
  return split_words(place).size() <= 3 ? found : PlaceLength{};
}

}  // namespace

std::optional<DateLine> find_date_line(std::string_view line, std::string_view language) {
  line = trim(line);
  if (line.empty() || line.size() > longest_line) return {};
  DateLine result;
  std::string_view rest = line;
  while (rest.size() > 2 && rest.front() == rest.back() &&
         (rest.front() == '*' || rest.front() == '_')) {
    rest = trim(rest.substr(1, rest.size() - 2));  // emphasis
  }
  if (rest.starts_with('(') && rest.ends_with(')')) rest = trim(rest.substr(1, rest.size() - 2));
  while (!rest.empty() && result.values.size() < 2) {
    const bool first = result.values.empty();
    const bool is_first = fold(utf8::prefix(rest, 15)) == "first published";
    const DateVariable variable = skip_label(rest);
    if (first) {
      if (const PlaceLength length = place_length(rest); length.place > 0) {
        result.place = rest.substr(0, length.place);
        rest.remove_prefix(length.with_mark);
        for (const std::string_view article : {"den ", "le ", "am ", "el ", "li "}) {
          if (rest.starts_with(article)) rest.remove_prefix(article.size());
        }
      }
    }
    const auto scanned = scan_date_and_time(rest, language);
    if (!scanned) return {};
    rest.remove_prefix(scanned->length);
    rest = trim(rest);
    if (rest.starts_with('.') && rest.size() == 1) rest = {};
    result.values.push_back({variable, scanned->date, is_first});
    for (const std::string_view separator : {"|", ";", "/", "·", "-", "–", "•", ","}) {
      if (!rest.starts_with(separator)) continue;
      rest.remove_prefix(separator.size());
      rest = trim(rest);
      break;
    }
  }
  if (!rest.empty() || result.values.empty()) return {};
  // A place makes a date line only with a whole date: "Paris, 12 octobre" may be anything.
  const DatePart& day = result.values[0].date.start;
  if (!result.place.empty() && (!day.year || day.day == 0)) return {};
  return result;
}

bool is_date_alone(std::string_view line, std::string_view language) {
  line = trim(line);
  if (line.size() > longest_line) return false;
  const auto scanned = scan_date_and_time(line, language);
  return scanned && trim(line.substr(scanned->length)).find_first_not_of(".:") == line.npos;
}

}  // namespace pressmark::plain_text
