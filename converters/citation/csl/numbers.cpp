#include "converters/citation/csl/numbers.h"

#include <array>
#include <charconv>

#include "converters/common/roman_numerals.h"

namespace pressmark::csl {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_space(char c) { return c == ' ' || c == '\t'; }

// A number with its letters, or what stands between two of them.
struct Piece {
  enum class Kind { number, word, range, comma, ampersand } kind;
  std::string text;
};

bool has_digit(std::string_view text) {
  for (const char c : text) {
    if (is_digit(c)) return true;
  }
  return false;
}

std::vector<Piece> pieces_of(std::string_view text) {
  std::vector<Piece> pieces;
  const auto mark_at = [&](std::size_t place, std::size_t& size) -> std::optional<Piece::Kind> {
    size = 1;
    if (text[place] == ',') return Piece::Kind::comma;
    if (text[place] == '&') return Piece::Kind::ampersand;
    if (text[place] == '-') return Piece::Kind::range;
    if (text.substr(place).starts_with("\u2013") || text.substr(place).starts_with("\u2014")) {
      size = 3;
      return Piece::Kind::range;
    }
    return {};
  };
  for (std::size_t place = 0; place < text.size();) {
    std::size_t size = 0;
    if (is_space(text[place])) {
      ++place;
    } else if (const auto kind = mark_at(place, size)) {
      pieces.push_back({*kind, std::string(text.substr(place, size))});
      place += size;
    } else {
      const std::size_t start = place;
      while (place < text.size() && !is_space(text[place])) {
        if (text[place] == '\\' && place + 1 < text.size()) {
          place += 2;  // "\-": a hyphen that is no range
          continue;
        }
        if (mark_at(place, size)) break;
        ++place;
      }
      std::string word(text.substr(start, place - start));
      pieces.push_back(
          {has_digit(word) ? Piece::Kind::number : Piece::Kind::word, std::move(word)});
    }
  }
  return pieces;
}

std::optional<int> whole(std::string_view text) {
  int number = 0;
  const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (failure != std::errc{} || end != text.data() + text.size() || text.empty()) return {};
  return number;
}

std::string in_form(const std::string& number, NumberElement::Form form, Gender gender,
                    const Locale& locale) {
  using Form = NumberElement::Form;
  const std::optional<int> value = whole(number);
  if (!value || *value < 0) return number;
  if (form == Form::ordinal) return locale.ordinal(*value, gender);
  if (form == Form::long_ordinal) return locale.long_ordinal(*value, gender);
  if (form == Form::roman) return roman_numeral(*value);
  return number;
}

// A page number's letters and its digits: "S12" -> "S" and "12".
struct Page {
  std::string_view letters;
  std::string_view digits;
};
std::optional<Page> page_of(std::string_view text) {
  std::size_t start = text.size();
  while (start > 0 && is_digit(text[start - 1])) --start;
  if (start == text.size()) return {};
  return Page{text.substr(0, start), text.substr(start)};
}

std::string expanded(std::string_view first, std::string_view last) {
  if (last.size() >= first.size()) return std::string(last);
  return std::string(first.substr(0, first.size() - last.size())) + std::string(last);
}

// The last digits of `last` that differ from `first`, at least `least` of them.
std::string minimal(std::string_view first, std::string_view last, std::size_t least) {
  if (first.size() != last.size()) return std::string(last);
  std::size_t same = 0;
  while (same + least < last.size() && first[same] == last[same]) ++same;
  return std::string(last.substr(same));
}

std::string chicago(std::string_view first, std::string_view last, bool edition_16) {
  const std::optional<int> number = whole(first);
  if (!number || first.size() != last.size()) return std::string(last);
  if (*number < 100 || *number % 100 == 0) return std::string(last);
  if (*number % 100 < 10) return minimal(first, last, 1);
  const std::string changed = minimal(first, last, 2);
  // From four digits on, the 15th edition gives all of them where three or more change.
  if (!edition_16 && first.size() == 4 && changed.size() >= 3) return std::string(last);
  return changed;
}

// Whether both ends of a range have the same letters before their digits: only then are they pages
// of one row.
bool same_prefix(std::string_view first, std::string_view last) {
  const auto from = page_of(first);
  const auto to = page_of(last);
  return !from || !to || from->letters == to->letters;
}

std::string and_symbol(const Locale& locale) {
  const Term* symbol = locale.find("and", TermForm::symbol);
  return symbol == nullptr ? "&" : symbol->single;
}

std::string last_page(std::string_view first, std::string_view last, PageRangeFormat format) {
  const auto from = page_of(first);
  const auto to = page_of(last);
  if (!from || !to) return std::string(last);
  if (to->letters != from->letters) return std::string(last);
  const std::string whole_last = expanded(from->digits, to->digits);
  switch (format) {
    case PageRangeFormat::none:
      return std::string(last);
    case PageRangeFormat::expanded:
      return std::string(from->letters) + whole_last;
    case PageRangeFormat::minimal:
      return minimal(from->digits, whole_last, 1);
    case PageRangeFormat::minimal_two:
      return minimal(from->digits, whole_last, 2);
    case PageRangeFormat::chicago_15:
    case PageRangeFormat::chicago_16: {
      const std::string short_last =
          chicago(from->digits, whole_last, format == PageRangeFormat::chicago_16);
      return short_last.size() == whole_last.size() ? std::string(from->letters) + short_last
                                                    : short_last;
    }
  }
  return std::string(last);
}

}  // namespace

bool is_numeric(std::string_view text) {
  if (text.empty()) return false;
  bool after_number = false;
  for (const Piece& piece : pieces_of(text)) {
    if (piece.kind == Piece::Kind::word) return false;
    const bool number = piece.kind == Piece::Kind::number;
    if (number == after_number) return false;
    // Letters before and behind the digits, but no words: "2nd", "D2", not "1st.edition".
    if (number && piece.text.size() > 24) return false;
    after_number = number;
  }
  return after_number;
}

bool is_plural(std::string_view variable, std::string_view text, const Locale& locale) {
  if (variable.starts_with("number-of-")) {
    const std::optional<int> number = whole(text);
    return number ? *number > 1 : false;
  }
  std::size_t numbers = 0;
  bool joined = false;
  for (const Piece& piece : pieces_of(text)) {
    if (piece.kind == Piece::Kind::number) {
      ++numbers;
      if (joined && numbers > 1) return true;
    } else if (piece.kind != Piece::Kind::word || piece.text == "and" ||
               piece.text == locale.text("and")) {
      joined = numbers > 0;
    } else if (joined && piece.text.find_first_not_of("ivxlcdmIVXLCDM") == std::string::npos) {
      return true;
    } else if (piece.text.find_first_not_of("ivxlcdmIVXLCDM") == std::string::npos) {
      ++numbers;
    }
  }
  return false;
}

std::string format_numbers(std::string_view text, NumberElement::Form form, std::string_view noun,
                           const Locale& locale) {
  if (!is_numeric(text)) return std::string(text);
  const Gender gender = locale.gender_of(noun);
  std::string result;
  for (const Piece& piece : pieces_of(text)) {
    switch (piece.kind) {
      case Piece::Kind::number:
      case Piece::Kind::word:
        result += in_form(piece.text, form, gender, locale);
        break;
      case Piece::Kind::range:
        result += "\u2013";
        break;
      case Piece::Kind::comma:
        result += ", ";
        break;
      case Piece::Kind::ampersand:
        result += " " + and_symbol(locale) + " ";
        break;
    }
  }
  return result;
}

std::string format_page_ranges(std::string_view text, PageRangeFormat format,
                               const Locale& locale) {
  const std::vector<Piece> pieces = pieces_of(text);
  const std::string delimiter = locale.text("page-range-delimiter").value_or("\u2013");
  std::string result;
  bool word = false;
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    const Piece& piece = pieces[i];
    if (piece.kind == Piece::Kind::comma) {
      result += ", ";
      word = false;
    } else if (piece.kind == Piece::Kind::ampersand) {
      result += " " + and_symbol(locale) + " ";
      word = false;
    } else if (piece.kind == Piece::Kind::range) {
      result += i > 0 && i + 1 < pieces.size() && format != PageRangeFormat::none &&
                        !same_prefix(pieces[i - 1].text, pieces[i + 1].text)
                    ? "-"
                    : delimiter;
      word = false;
    } else {
      if (word) result += ' ';
      const bool ends_range = i >= 2 && pieces[i - 1].kind == Piece::Kind::range &&
                              pieces[i - 2].kind == Piece::Kind::number &&
                              (i < 3 || pieces[i - 3].kind != Piece::Kind::range);
      result += ends_range ? last_page(pieces[i - 2].text, piece.text, format) : piece.text;
      word = true;
    }
  }
  std::string plain;
  for (std::size_t i = 0; i < result.size(); ++i) {
    if (result[i] == '\\' && i + 1 < result.size() && result[i + 1] == '-') continue;
    plain += result[i];
  }
  return plain;
}

}  // namespace pressmark::csl
