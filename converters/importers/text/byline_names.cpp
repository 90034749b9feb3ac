#include "converters/importers/text/byline_names.h"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "converters/common/word_set.h"
#include "converters/importers/text/agencies.h"
#include "converters/importers/text/byline_markers.h"
#include "converters/importers/text/characters.h"
#include "converters/importers/text/credit.h"
#include "converters/importers/text/links.h"
#include "converters/importers/text/person.h"
#include "core/base/utf8.h"

namespace pressmark::plain_text {
namespace {

constexpr std::size_t most_names = 30;

// Words between names.
constexpr std::array<std::string_view, 19> conjunctions = {
    " و ",  " اور ", " and ", " AND ", " & ",  " und ", " et ",  " y ",  " e ",  " en ",
    " og ", " och ", " i ",   " и ",   " та ", " ve ",  " dan ", " és ", " και "};

// What follows a name without a comma.
constexpr std::array<std::string_view, 15> followers = {
    " 기자", "기자",    " 특파원", " 논설위원", " 记者",    " 記者",  "　記者", "记者",
    "記者",  " 特派員", "特派員",  "　特派員",  "特约记者", "实习生", "通讯员"};
// What stands before one.
constexpr std::array<std::string_view, 8> leaders = {"实习记者", "实习生", "通讯员", "特约记者",
                                                     "记者",     "記者",   "기자 ",  "특파원 "};

// Words that end a list of names and begin a place, a time or who it is for.
constexpr std::array<std::string_view, 16> place_words = {
    " in ", " IN ", " from ", " aus ", " à ",  " en ", " reporting from ", " at ",
    " w ",  " в ",  " for ",  " of ",  " из ", " на ", " للنشرة ",         " من "};

bool is_hangul(char32_t c) { return c >= 0xAC00 && c <= 0xD7A3; }

// The parts between spaces, ideographic ones too, where each is a name of two to four characters of
// a script without word spaces; empty for one name, as Japanese divides family and given name.
std::vector<std::string_view> east_asian_names(std::string_view words) {
  const std::vector<std::string_view> parts = split_words(words);
  if (parts.size() < 2) return {};
  for (const std::string_view part : parts) {
    const std::size_t length = utf8::length(part);
    const char32_t first = first_of(part);
    if (length < 2 || length > 4 || !(is_hangul(first) || is_ideograph(first))) return {};
    // Family and given name of a Japanese are together no longer than four or five characters.
    if (!is_hangul(first) && parts.size() == 2 && length < 3) return {};
  }
  return parts;
}

// The words without raised figures and signs behind them, which lead to where somebody works.
std::string_view without_note_marks(std::string_view words) {
  for (bool changed = true; changed;) {
    changed = false;
    for (const std::string_view mark :
         {"¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹", "⁰", "*", "†", "‡", "§"}) {
      if (!words.ends_with(mark)) continue;
      words = trim(words.substr(0, words.size() - mark.size()));
      changed = true;
    }
  }
  return words;
}

// Octets of the letter that is "and" in Arabic and Hebrew.
constexpr std::size_t and_length = 2;

// Where a space stands before a word that has the letter for "and" joined to it, behind a name of
// two words: "أحمد محمد ومحمود علي", "דוד כהן ורחל לוי". Names that begin with that letter
// themselves are no such words, but twice the letter always is. npos where there is none.
std::size_t joined_and(std::string_view words) {
  static const WordSet names(
      "وليد, وائل, وسام, وسيم, وجدي, وجيه, وفاء, وفيق, وردة, ولاء, وهبة, وهيب, وهبي, وديع, واصف, "
      "وداد, "
      "وحيد, وصفي, وليم, ויקטור, ויקטוריה, ורד, ורדה, ורדית, ולדימיר, ויקי, ויויאן, ואדים, ולרי, "
      "ויטלי, "
      "וייס, וולף, ויינברג, וילנאי, ויזל, וינר");
  if (words.find("\u0648") == words.npos && words.find("\u05D5") == words.npos) return words.npos;
  const auto parts = split_words(words);
  for (std::size_t i = 2; i < parts.size(); ++i) {
    for (const std::string_view letter : {"\u0648", "\u05D5"}) {
      if (!parts[i].starts_with(letter) || parts[i].size() <= 2 * letter.size()) continue;
      const bool twice = parts[i].substr(letter.size()).starts_with(letter);
      if (!twice && names.contains(parts[i])) continue;
      return static_cast<std::size_t>(parts[i].data() - words.data()) - 1;
    }
  }
  return words.npos;
}

// Whether "y" stands between two surnames of one person ("José Ortega y Gasset") and not between
// two names: only one word is behind it.
bool joins_surnames(std::string_view words) {
  const std::size_t at = words.find(" y ");
  if (at == words.npos) return false;
  const std::string_view behind = words.substr(at + 3);
  const std::string_view name = trim(behind.substr(0, behind.find_first_of(",;|(")));
  return split_words(name).size() == 1 && is_upper(first_of(name)) &&
         split_words(words.substr(0, at)).size() >= 2;
}

class NameList {
 public:
  NameList(std::string_view line, std::string_view names, bool marked, Byline& byline)
      : line_(line), rest_(names), marked_(marked), byline_(byline) {}

  bool read() {
    while (!rest_.empty() && byline_.names.size() < most_names) {
      const std::string_view piece = next_piece();
      if (!piece.empty() && !add(piece)) return false;
    }
    return !byline_.names.empty();
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
         {", ", ",", ";", " | ", "|", "、", "，", "・", "·", "；", "،", "؛", " / ", "／", " — ",
          " – ", " - ", " • "}) {
      cut(separator);
    }
    for (const std::string_view word : conjunctions) {
      if (word != " y " || !joins_surnames(rest_)) cut(word);
    }
    if (const std::size_t at = joined_and(rest_.substr(0, end)); at < end) {
      end = at;
      skip = rest_.substr(at).find_first_not_of(' ') + and_length;
    }
    if (const std::size_t at = rest_.find(" as told to "); at < end) {
      end = at;
      skip = 1;
    }
    // What is in brackets is one piece with what it stands behind.
    const std::size_t open = rest_.substr(0, end).rfind('(');
    const std::size_t close = open == rest_.npos ? rest_.npos : rest_.find(')', open);
    if (open != rest_.npos && close != rest_.npos && close > end) {
      end = close + 1;
      skip = 0;
    }
    const std::string_view piece = trim(rest_.substr(0, end));
    rest_.remove_prefix(std::min(end + skip, rest_.size()));
    return piece;
  }

  bool add(std::string_view piece) {
    const std::string_view unmarked = without_note_marks(piece);
    if (unmarked.size() < piece.size()) {
      byline_.has_note_marks = true;
      if (unmarked.empty()) return true;  // "Ada Example¹,²"
      piece = unmarked;
    }
    if (piece.starts_with("and ")) piece.remove_prefix(4);  // the comma of "A, B, and C"
    if (piece.ends_with(')') && piece.find(" (") != piece.npos) return add_with_brackets(piece);
    if (add_with_role(piece) || add_agency_writers(piece)) return true;
    if (is_agency(piece)) return add_agency(piece);
    if (!byline_.names.empty()) {
      if (is_degree(piece)) return true;
      if (is_position(piece)) return add_position(piece);
      if (is_address_or_handle(piece)) return true;
    }
    if (is_desk(piece)) return add_agency(piece);
    if (add_east_asian(piece)) return true;
    // An Arabic name has no capitals that would end it before who it is written for.
    if (piece.find(" للنشرة ") != piece.npos && add_with_place(piece)) return true;
    if (looks_like_person(piece)) return add_person(piece, {});
    if (add_with_agency(piece) || add_with_place(piece)) return true;
    if (byline_.names.empty()) return marked_ && is_place_before(piece);
    // A place behind the names: "By A B, Geneva".
    const auto words = split_words(piece);
    const bool one_place = is_upper(first_of(piece)) && words.size() <= 4 &&
                           std::ranges::none_of(words, [](std::string_view word) {
                             return is_ascii_digit(first_of(word));
                           });
    return marked_ && one_place && add_position(piece);
  }

  // "Ada Example (ada@paper.example)", "Anna Beispiel (mit dpa)", "Ana Ejemplo (Madrid)".
  bool add_with_brackets(std::string_view piece) {
    const std::size_t open = piece.find(" (");
    const std::string_view before = trim(piece.substr(0, open));
    const std::string_view inside = piece.substr(open + 2, piece.size() - open - 3);
    if (!add(before)) return false;
    const std::string_view other = trim(inside.substr(with_length(inside)));
    if (is_agency(other)) return add_agency(other);
    if (is_address_or_handle(inside)) return true;
    return add_position(inside);
  }

  // "홍길동 기자", "记者王小雨", "王小雨 李明".
  bool add_east_asian(std::string_view piece) {
    for (const std::string_view word : leaders) {
      if (!piece.starts_with(word)) continue;
      const std::string_view rest = trim(piece.substr(word.size()));
      // "王小雨 实习生 李四"
      for (const std::string_view other : leaders) {
        const std::size_t at = rest.find(other);
        if (at == rest.npos || at == 0) continue;
        return add_east_asian_names(trim(rest.substr(0, at)), trim(word)) && add(rest.substr(at));
      }
      if (add_east_asian_names(rest, trim(word))) return true;
    }
    for (const std::string_view word : leaders) {
      const std::size_t at = piece.find(word);
      if (at == piece.npos || at == 0 || at + word.size() >= piece.size()) continue;
      const std::string_view before = trim(piece.substr(0, at));
      if (!piece.substr(0, at).ends_with(' ') || !looks_like_person(before)) continue;
      return add_east_asian_names(before, {}) && add(piece.substr(at));
    }
    for (const std::string_view word : followers) {
      if (!piece.ends_with(word)) continue;
      if (add_east_asian_names(trim(piece.substr(0, piece.size() - word.size())), trim(word))) {
        return true;
      }
    }
    const auto names = east_asian_names(piece);
    return !names.empty() && add_east_asian_names(piece, {});
  }

  bool add_east_asian_names(std::string_view words, std::string_view position) {
    for (const std::string_view name : east_asian_names(words)) add_person(name, position);
    if (!east_asian_names(words).empty()) return true;
    return looks_like_person(words) && add_person(words, position);
  }

  // "photographs by Ada Example"
  bool add_with_role(std::string_view piece) {
    std::size_t length = 0;
    const CreditRole* role = find_credit_role(piece, length);
    if (role == nullptr) return false;
    const std::string_view name = trim(piece.substr(std::min(length, piece.size())));
    if (!looks_like_person(name)) return add_with_role_and_place(*role, name);
    add_person(name, role->position);
    byline_.names.back().contributor.role = role->role;
    byline_.names.back().own_role = true;
    return true;
  }
  bool add_with_role_and_place(const CreditRole& role, std::string_view words) {
    const std::size_t before = byline_.names.size();
    if (!add_with_place(words)) return false;
    for (std::size_t i = before; i < byline_.names.size(); ++i) {
      Contributor& contributor = byline_.names[i].contributor;
      contributor.role = role.role;
      contributor.position = std::string(role.position) + ", " + contributor.position;
      byline_.names[i].own_role = true;
    }
    return true;
  }

  // "Anna Beispiel mit dpa", and for the names alone of a paper: "Le Monde avec AFP".
  bool add_with_agency(std::string_view piece) {
    for (std::size_t space = piece.rfind(' '); space != piece.npos && space > 0;
         space = piece.rfind(' ', space - 1)) {
      const std::string_view behind = piece.substr(space + 1);
      const std::size_t with = with_length(behind);
      const std::string_view agency = behind.substr(with);
      if (with == 0 || agency.empty() || !is_agency(agency)) continue;
      const std::string_view before = trim(piece.substr(0, space));
      const std::string article = fold(before.substr(0, before.find(' ')));
      const bool paper = article == "le" || article == "la" || article == "el" || article == "the";
      if (looks_like_person(before) && !paper) {
        add_person(before, {});
      } else if (byline_.names.empty() && is_upper(first_of(before)) &&
                 split_words(before).size() <= 3) {
        add_organisation(before);
      } else {
        return false;
      }
      return add_agency(agency);
    }
    return false;
  }

  // "De notre correspondante à Londres, Anne Exemple"
  static bool is_place_before(std::string_view piece) {
    for (const std::string_view word : {"à ", "au ", "aux ", "en ", "in ", "aus ", "a ", "в "}) {
      if (piece.starts_with(word)) {
        return is_upper(first_of(piece.substr(word.size()))) && split_words(piece).size() <= 4;
      }
    }
    return false;
  }

  // "Ada Example in Geneva", "Ada Example for The Riverton Times"
  bool add_with_place(std::string_view piece) {
    for (const std::string_view word : place_words) {
      const std::size_t at = piece.find(word);
      if (at == std::string_view::npos || !looks_like_person(piece.substr(0, at))) continue;
      return add_person(piece.substr(0, at), trim(piece.substr(at)));
    }
    return false;
  }

  // "Xinhua writers Wang Xiaoyu", "Associated Press writer Ben Sample in Paris"
  bool add_agency_writers(std::string_view piece) {
    std::size_t end = 0;
    for (const std::string_view word : split_words(piece)) {
      if (!names_press_trade(word)) continue;
      end = static_cast<std::size_t>(word.data() - piece.data()) + word.size();
      break;
    }
    if (end == 0 || end >= piece.size()) return false;
    const std::string_view position = trim(piece.substr(0, end));
    const std::string_view name = trim(piece.substr(end));
    if (looks_like_person(name)) return add_person(name, position);
    if (!add_with_place(name)) return false;
    std::string& held = byline_.names.back().contributor.position;
    held = std::string(position) + ", " + held;
    return true;
  }

  bool add_person(std::string_view words, std::string_view position) {
    BylineName name = make(words);
    name.contributor.name = parse_person(words);
    name.contributor.position = position;
    byline_.names.push_back(std::move(name));
    return true;
  }

  bool add_position(std::string_view words) {
    std::string& position = byline_.names.back().contributor.position;
    if (!position.empty()) position += ", ";
    position += words;
    return true;
  }

  bool add_agency(std::string_view words) {
    if (byline_.names.empty() && !marked_) return false;
    if (is_agency(words)) byline_.agency = words;
    add_organisation(words);
    return true;
  }
  void add_organisation(std::string_view words) {
    BylineName name = make(words);
    name.organisation = true;
    name.contributor.name = literal_name(std::string(words));
    byline_.names.push_back(std::move(name));
  }

  BylineName make(std::string_view words) const {
    BylineName name;
    name.start = static_cast<std::size_t>(words.data() - line_.data());
    name.length = words.size();
    return name;
  }

  std::string_view line_;
  std::string_view rest_;
  bool marked_;
  Byline& byline_;
};

}  // namespace

bool read_names(std::string_view line, std::string_view names, bool marked, Byline& byline) {
  return NameList(line, names, marked, byline).read();
}

}  // namespace pressmark::plain_text
