#include "converters/importers/text/byline.h"

#include <algorithm>
#include <array>

#include "converters/importers/text/agencies.h"
#include "converters/importers/text/characters.h"
#include "converters/importers/text/person.h"
#include "core/base/utf8.h"

namespace pressmark::plain_text {
namespace {

constexpr std::size_t longest_line = 160;  // characters
constexpr std::size_t most_names = 30;

// The words before a name, lower case. Those with a colon need nothing else; the others must be
// followed by a space and a name.
constexpr std::array<std::string_view, 49> markers = {"by",
                                                      "by:",
                                                      "written by",
                                                      "story by",
                                                      "words by",
                                                      "text by",
                                                      "report by",
                                                      "author:",
                                                      "authors:",
                                                      "von",
                                                      "von:",
                                                      "text:",
                                                      "autor:",
                                                      "autoren:",
                                                      "autorin:",
                                                      "par",
                                                      "par:",
                                                      "propos recueillis par",
                                                      "por",
                                                      "por:",
                                                      "texto:",
                                                      "di",
                                                      "di:",
                                                      "de notre correspondant",
                                                      "par notre correspondant",
                                                      "par notre correspondante",
                                                      "von unserem korrespondenten",
                                                      "von unserer korrespondentin",
                                                      "door onze correspondent",
                                                      "van onze correspondent",
                                                      "teksti:",
                                                      "door",
                                                      "door:",
                                                      "av",
                                                      "av:",
                                                      "af",
                                                      "af:",
                                                      "tekst:",
                                                      "kirjoittanut",
                                                      "автор:",
                                                      "авторы:",
                                                      "автор",
                                                      "текст:",
                                                      "материал подготовил",
                                                      "yazan:",
                                                      "haber:",
                                                      "كتب:",
                                                      "بقلم",
                                                      "بقلم:"};
// East Asian ones have no space behind them.
constexpr std::array<std::string_view, 14> joined_markers = {
    "文/",    "文／",     "文｜",     "作者：",    "作者:", "撰文：", "记者：",
    "記者：", "本报记者", "本報記者", "本报记者 ", "文＝",  "文・",   "글="};
// What follows a name without a space.
constexpr std::array<std::string_view, 8> followers = {" 기자", " 记者",   " 記者",  "记者",
                                                       "記者",  " 特派員", "特派員", " 논설위원"};

// Words between names.
constexpr std::array<std::string_view, 14> conjunctions = {
    " and ", " AND ", " & ",   " und ", " et ", " y ",  " e ",
    " en ",  " og ",  " och ", " i ",   " и ",  " та ", " ve "};

// Words that end a list of names and begin a place or a date.
constexpr std::array<std::string_view, 12> place_words = {
    " in ", " IN ", " from ", " aus ", " à ", " en ", " reporting from ",
    " at ", " w ",  " в ",    " for ", " of "};

// Words that a position has, lower case: a piece behind a name that has one is no name.
constexpr std::array<std::string_view, 76> position_words = {"staff",
                                                             "writer",
                                                             "reporter",
                                                             "correspondent",
                                                             "editor",
                                                             "columnist",
                                                             "contributor",
                                                             "contributing",
                                                             "chief",
                                                             "bureau",
                                                             "desk",
                                                             "special",
                                                             "analyst",
                                                             "producer",
                                                             "critic",
                                                             "director",
                                                             "professor",
                                                             "agency",
                                                             "newsroom",
                                                             "team",
                                                             "redaktion",
                                                             "redakteur",
                                                             "redakteurin",
                                                             "korrespondent",
                                                             "korrespondentin",
                                                             "journaliste",
                                                             "journalistes",
                                                             "correspondante",
                                                             "correspondants",
                                                             "envoyée",
                                                             "envoyés",
                                                             "envoyées",
                                                             "korrespondenten",
                                                             "redakteure",
                                                             "corresponsales",
                                                             "enviada",
                                                             "enviados",
                                                             "inviati",
                                                             "toimittaja",
                                                             "корреспонденты",
                                                             "correspondant",
                                                             "envoyé",
                                                             "rédaction",
                                                             "redacción",
                                                             "corresponsal",
                                                             "redactor",
                                                             "redactora",
                                                             "enviado",
                                                             "inviato",
                                                             "redazione",
                                                             "corrispondente",
                                                             "repórter",
                                                             "redação",
                                                             "correspondente",
                                                             "verslaggever",
                                                             "redactie",
                                                             "reporterka",
                                                             "journalist",
                                                             "skribent",
                                                             "корреспондент",
                                                             "корр",
                                                             "обозреватель",
                                                             "редактор",
                                                             "спецкор",
                                                             "журналист",
                                                             "собкор",
                                                             "muhabir",
                                                             "muhabiri",
                                                             "news",
                                                             "press",
                                                             "times",
                                                             "post",
                                                             "journal",
                                                             "gazette",
                                                             "tribune",
                                                             "ap"};

// Bylines of nobody in particular: literal names.
constexpr std::array<std::string_view, 16> desks = {"staff",
                                                    "staff reporter",
                                                    "staff reporters",
                                                    "staff writer",
                                                    "staff writers",
                                                    "our correspondent",
                                                    "our own correspondent",
                                                    "the editors",
                                                    "the editorial board",
                                                    "news desk",
                                                    "editorial board",
                                                    "redaktion",
                                                    "редакция",
                                                    "la redacción",
                                                    "la rédaction",
                                                    "la redazione"};

template <std::size_t size>
bool has(const std::array<std::string_view, size>& set, std::string_view word) {
  return std::ranges::find(set, word) != set.end();
}

// Punctuation that frames a byline: "— by Ada Example —", "[By A]", "(Von A)".
std::string_view without_frame(std::string_view line) {
  constexpr std::string_view marks[] = {"—", "–", "-", "*", "[", "]", "(", ")", "_", "~", "|", "•"};
  for (bool changed = true; changed;) {
    changed = false;
    line = trim(line);
    for (const std::string_view mark : marks) {
      if (line.starts_with(mark)) {
        line.remove_prefix(mark.size());
        changed = true;
      }
      if (!line.empty() && line.ends_with(mark)) {
        line.remove_suffix(mark.size());
        changed = true;
      }
    }
  }
  return line;
}

// Octets of the marker at the start; 0 where there is none.
std::size_t marker_length(std::string_view line) {
  std::size_t longest = 0;
  for (const std::string_view marker : joined_markers) {
    if (line.starts_with(marker)) longest = std::max(longest, marker.size());
  }
  if (longest > 0) return longest;
  for (const std::string_view marker : markers) {
    // Letters of the markers fold without a change of length.
    const std::string_view start = line.substr(0, marker.size());
    if (start.size() < marker.size() || !utf8::is_valid(start) || fold(start) != marker) continue;
    const std::string_view rest = line.substr(marker.size());
    if (marker.ends_with(':') || rest.starts_with(' ')) longest = std::max(longest, marker.size());
  }
  return longest;
}

bool is_position(std::string_view words) {
  for (std::string_view word : split_words(words)) {
    while (!word.empty() && (word.ends_with('.') || word.ends_with(','))) word.remove_suffix(1);
    if (has(position_words, fold(word))) return true;
  }
  return false;
}

// Roles of the credits below a story: the words before "by", lower case.
struct CreditRole {
  std::string_view words;
  Role role;
  std::string_view position;
};
constexpr CreditRole credit_roles[] = {
    {"reporting and writing by", Role::author, "reporting and writing"},
    {"additional reporting by", Role::contributor, "additional reporting"},
    {"additional reporting from", Role::contributor, "additional reporting"},
    {"reporting by", Role::author, "reporting"},
    {"writing and editing by", Role::author, "writing and editing"},
    {"writing by", Role::author, "writing"},
    {"written by", Role::author, "writing"},
    {"compiled by", Role::compiler, "compiling"},
    {"editing by", Role::editor, "editing"},
    {"edited by", Role::editor, "editing"},
    {"translated by", Role::translator, "translation"},
    {"translation by", Role::translator, "translation"},
    {"photography by", Role::contributor, "photography"},
    {"photographs by", Role::contributor, "photographs"},
    {"photos by", Role::contributor, "photos"},
    {"photo by", Role::contributor, "photo"},
    {"pictures by", Role::contributor, "pictures"},
    {"fotos von", Role::contributor, "Fotos"},
    {"fotos:", Role::contributor, "Fotos"},
    {"foto:", Role::contributor, "Foto"},
    {"photo:", Role::contributor, "photo"},
    {"photos:", Role::contributor, "photos"},
    {"photos de", Role::contributor, "photos"},
    {"fotos de", Role::contributor, "fotos"},
    {"fotografia:", Role::contributor, "fotografia"},
    {"fotografias:", Role::contributor, "fotografias"},
    {"fotografía:", Role::contributor, "fotografía"},
    {"kuva:", Role::contributor, "kuva"},
    {"kuvat:", Role::contributor, "kuvat"},
    {"фото:", Role::contributor, "фото"},
    {"graphics by", Role::illustrator, "graphics"},
    {"illustrations by", Role::illustrator, "illustrations"},
    {"reportage de", Role::author, "reportage"},
    {"reportage par", Role::author, "reportage"},
    {"version française", Role::translator, "version française"},
    {"version française par", Role::translator, "version française"},
    {"édité par", Role::editor, "édité"},
    {"reporte de", Role::author, "reporte"},
    {"editado por", Role::editor, "editado"},
    {"editado en español por", Role::editor, "editado en español"},
    {"traducido por", Role::translator, "traducido"},
    {"traducción de", Role::translator, "traducción"},
    {"bericht von", Role::author, "Bericht"},
    {"redigiert von", Role::editor, "redigiert"},
    {"übersetzt von", Role::translator, "übersetzt"},
    {"a cura di", Role::editor, "a cura di"},
    {"reportagem de", Role::author, "reportagem"},
    {"edição de", Role::editor, "edição"},
    {"подготовил", Role::author, "подготовил"},
    {"подготовила", Role::author, "подготовила"},
    {"редактор", Role::editor, "редактор"},
    {"перевод", Role::translator, "перевод"},
    {"责任编辑", Role::editor, "责任编辑"},
    {"责编", Role::editor, "责编"},
    {"编辑", Role::editor, "编辑"},
    {"編輯", Role::editor, "編輯"},
    {"翻訳編集", Role::translator, "翻訳編集"},
    {"編集", Role::editor, "編集"},
};

// The role's words at the start of a part and what follows them.
const CreditRole* find_credit_role(std::string_view part, std::size_t& length) {
  const CreditRole* found = nullptr;
  for (const CreditRole& role : credit_roles) {
    const std::string_view start = part.substr(0, role.words.size());
    if (start.size() < role.words.size() || !utf8::is_valid(start) || fold(start) != role.words) {
      continue;
    }
    const std::string_view rest = part.substr(role.words.size());
    const bool ends = rest.starts_with(' ') || rest.starts_with(':') || rest.starts_with("：") ||
                      role.words.ends_with(':');
    if (!ends || (found != nullptr && found->words.size() > role.words.size())) continue;
    found = &role;
    length = role.words.size() + (rest.starts_with("：") ? 3 : role.words.ends_with(':') ? 0 : 1);
  }
  return found;
}

// Splits names: at commas, semicolons, vertical bars and conjunctions.
class NameList {
 public:
  NameList(std::string_view line, std::string_view names) : line_(line), rest_(names) {}

  // Reads all; false where a piece is neither a name nor what may stand beside one.
  bool read(Byline& byline, bool marked) {
    while (!rest_.empty() && byline.names.size() < most_names) {
      const std::string_view piece = next_piece();
      if (piece.empty()) continue;
      if (!add(byline, piece, marked)) return false;
    }
    return !byline.names.empty();
  }

 private:
  std::string_view next_piece() {
    std::size_t end = rest_.size();
    std::size_t skip = 0;
    const auto cut = [&](std::string_view separator) {
      const std::size_t at = rest_.find(separator);
      if (at >= end) return;
      end = at;
      skip = separator.size();
    };
    for (const std::string_view separator :
         {", ", ",", ";", " | ", "|", "、", "，", "・", " / ", " — ", " – ", " - "}) {
      cut(separator);
    }
    for (const std::string_view word : conjunctions) cut(word);
    const std::string_view piece = trim(rest_.substr(0, end));
    rest_.remove_prefix(std::min(end + skip, rest_.size()));
    return piece;
  }

  bool add(Byline& byline, std::string_view piece, bool marked) {
    if (piece.starts_with("and ")) piece.remove_prefix(4);  // the comma of "A, B, and C"
    if (is_agency(piece)) return add_agency(byline, piece, marked);
    if (!byline.names.empty() && is_position(piece)) return add_position(byline, piece);
    if (has(desks, fold(piece))) return add_agency(byline, piece, marked);
    for (const std::string_view word : followers) {
      if (!piece.ends_with(word)) continue;
      const std::string_view name = piece.substr(0, piece.size() - word.size());
      if (looks_like_person(name)) return add_person(byline, name, trim(word));
    }
    if (looks_like_person(piece)) return add_person(byline, piece, {});
    std::size_t length = 0;
    if (const CreditRole* role = find_credit_role(piece, length)) {
      const std::string_view name = trim(piece.substr(std::min(length, piece.size())));
      if (!looks_like_person(name)) return false;
      add_person(byline, name, role->position);
      byline.names.back().contributor.role = role->role;
      byline.names.back().own_role = true;
      return true;
    }
    // "Ada Example in Geneva", "Ada Example Staff Writer"
    for (const std::string_view word : place_words) {
      const std::size_t at = piece.find(word);
      if (at == std::string_view::npos || !looks_like_person(piece.substr(0, at))) continue;
      return add_person(byline, piece.substr(0, at), trim(piece.substr(at)));
    }
    if (byline.names.empty()) return false;
    // A place behind the names: "By A B, Geneva".
    const bool one_place = is_upper(first_of(piece)) && split_words(piece).size() <= 4 &&
                           piece.find_first_of("0123456789") == std::string_view::npos;
    return marked && one_place && add_position(byline, piece);
  }

  bool add_person(Byline& byline, std::string_view words, std::string_view position) {
    BylineName name = make(words);
    name.contributor.name = parse_person(words);
    name.contributor.position = position;
    byline.names.push_back(std::move(name));
    return true;
  }

  static bool add_position(Byline& byline, std::string_view words) {
    std::string& position = byline.names.back().contributor.position;
    if (!position.empty()) position += ", ";
    position += words;
    return true;
  }

  bool add_agency(Byline& byline, std::string_view words, bool marked) {
    if (byline.names.empty() && !marked) return false;
    if (is_agency(words)) byline.agency = words;
    BylineName name = make(words);
    name.organisation = true;
    name.contributor.name = literal_name(std::string(words));
    byline.names.push_back(std::move(name));
    return true;
  }

  BylineName make(std::string_view words) const {
    BylineName name;
    name.start = static_cast<std::size_t>(words.data() - line_.data());
    name.length = words.size();
    return name;
  }

  std::string_view line_;
  std::string_view rest_;
};

}  // namespace

std::optional<Byline> find_byline(std::string_view line, BylineForms forms) {
  if (line.size() > 4 * longest_line || utf8::length(line) > longest_line) return {};
  const std::string_view words = without_frame(line);
  const std::size_t marker = marker_length(words);
  const bool marked = marker > 0;
  if (!marked && forms == BylineForms::marked_only) return {};
  std::string_view names = trim(words.substr(marker));
  // The one full stop that a byline may end in is that of an abbreviation.
  if (names.ends_with('.') && !names.ends_with("Jr.") && !names.ends_with("Sr.")) {
    if (!marked || is_position(names)) return {};
    names.remove_suffix(1);
  }
  if (names.find_first_of("?!\"0123456789") != names.npos || names.find("“") != names.npos ||
      names.find("«") != names.npos) {
    return {};
  }
  Byline byline;
  if (!NameList(line, names).read(byline, marked)) return {};
  byline.confidence = marked ? 0.95 : 0.7;
  return byline;
}

std::optional<Byline> find_credit(std::string_view paragraph) {
  constexpr std::size_t longest_credit = 600;
  if (paragraph.size() > longest_credit) return {};
  std::string_view rest = trim(paragraph);
  const bool bracketed = rest.starts_with('(') || rest.starts_with("（") || rest.starts_with('[');
  if (bracketed) rest.remove_prefix(rest.starts_with("（") ? 3 : 1);
  for (const std::string_view end : {")", "）", "]", "."}) {
    if (rest.ends_with(end)) rest.remove_suffix(end.size());
  }
  Byline credit;
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find(';'), rest.size());
    const std::string_view part = trim(rest.substr(0, end));
    rest.remove_prefix(std::min(end + 1, rest.size()));
    std::size_t length = 0;
    const CreditRole* role = find_credit_role(part, length);
    if (role == nullptr) return {};
    std::string_view names = trim(part.substr(length));
    if (names.ends_with('.')) names.remove_suffix(1);
    Byline some;
    if (!NameList(paragraph, names).read(some, true)) return {};
    for (BylineName& name : some.names) {
      if (!name.own_role) {
        name.contributor.role = role->role;
        std::string& position = name.contributor.position;
        position = std::string(role->position) + (position.empty() ? "" : ", " + position);
      }
      credit.names.push_back(std::move(name));
    }
  }
  if (credit.names.empty()) return {};
  credit.confidence = 0.95;
  return credit;
}

}  // namespace pressmark::plain_text
