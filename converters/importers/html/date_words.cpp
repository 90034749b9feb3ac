#include "converters/importers/html/date_words.h"

#include <algorithm>
#include <array>
#include <string>

#include "converters/common/month_names.h"
#include "converters/importers/html/text_measure.h"
#include "core/base/utf8.h"

namespace pressmark::html {
namespace {

struct Token {
  enum class Kind { number, word, mark } kind = Kind::mark;
  std::size_t begin = 0;
  std::size_t end = 0;
  int value = 0;     // of a number
  int digits = 0;    // of a number
  int month = 0;     // of a word
  std::string word;  // lower case; of a mark the character
};

constexpr int longest_number = 8;

// Eastern Arabic and full-width digits count as digits too.
int digit_of(char32_t c) {
  for (const char32_t zero : {U'0', char32_t{0x660}, char32_t{0x6F0}, char32_t{0xFF10}}) {
    if (c >= zero && c <= zero + 9) return static_cast<int>(c - zero);
  }
  return -1;
}

std::vector<Token> tokens_of(std::string_view text) {
  std::vector<Token> tokens;
  for (std::size_t i = 0; i < text.size();) {
    const utf8::Decoded decoded = utf8::decode(text, i);
    const char32_t c = decoded.code_point;
    const std::size_t next = i + static_cast<std::size_t>(decoded.size);
    const int digit = digit_of(c);
    Token::Kind kind = Token::Kind::mark;
    if (digit >= 0) {
      kind = Token::Kind::number;
    } else if (is_letter(c) && !is_ideograph(c)) {
      kind = Token::Kind::word;
    } else if (is_space(c)) {
      i = next;
      continue;
    }
    const bool joins = !tokens.empty() && kind != Token::Kind::mark && tokens.back().kind == kind &&
                       tokens.back().end == i;
    if (!joins) {
      tokens.push_back({});
      tokens.back().kind = kind;
      tokens.back().begin = i;
    }
    Token& token = tokens.back();
    token.end = next;
    if (kind == Token::Kind::number) {
      if (++token.digits <= longest_number) token.value = token.value * 10 + digit;
    } else {
      utf8::append(token.word, lower_case(c));
    }
    i = next;
  }
  for (Token& token : tokens) {
    if (token.kind == Token::Kind::word) token.month = month_of_name(token.word);
  }
  return tokens;
}

bool is_year(const Token& token) {
  return token.kind == Token::Kind::number && token.digits == 4 && token.value >= 1900 &&
         token.value <= 2100;
}
bool is_day(const Token& token) {
  return token.kind == Token::Kind::number && token.digits <= 2 && token.value >= 1 &&
         token.value <= 31;
}
bool is_mark(const Token& token, std::string_view mark) {
  return token.kind == Token::Kind::mark && token.word == mark;
}

// Words that may stand between the parts of a date.
bool is_filler(const Token& token) {
  constexpr std::array<std::string_view, 19> words = {".",  ",",  "de", "del", "of", "st",  "nd",
                                                      "rd", "th", "er", "º",   "ª",  "يوم", "da",
                                                      "ta", "a",  "في", "-",   "/"};
  return std::ranges::find(words, token.word) != words.end();
}

class Finder {
 public:
  Finder(std::string_view text, DayOrder order) : tokens_(tokens_of(text)), order_(order) {}

  std::vector<WrittenDate> find() {
    std::vector<WrittenDate> dates;
    for (std::size_t i = 0; i < tokens_.size();) {
      const std::size_t length = match(i);
      if (length > 0 && is_valid(date_)) {
        const std::size_t begin = tokens_[i].begin;
        std::size_t last = i + length - 1;
        last = read_time(last);
        dates.push_back({date_, begin, tokens_[last].end});
        i = last + 1;
      } else {
        ++i;
      }
    }
    return dates;
  }

 private:
  const Token* at(std::size_t index) const {
    return index < tokens_.size() ? &tokens_[index] : nullptr;
  }

  // The number of tokens of the date that starts here; 0: none. Sets date_.
  std::size_t match(std::size_t i) {
    date_ = {};
    if (tokens_[i].month != 0) return month_first(i);
    if (tokens_[i].kind != Token::Kind::number) return 0;
    if (is_year(tokens_[i])) {
      if (const auto length = year_first(i)) return length;
      return 0;
    }
    if (!is_day(tokens_[i])) return 0;
    if (const auto length = day_then_name(i)) return length;
    return numeric(i);
  }

  std::size_t skip_fillers(std::size_t i, std::size_t most) const {
    std::size_t skipped = 0;
    while (skipped < most && at(i) != nullptr && at(i)->kind != Token::Kind::number &&
           is_filler(*at(i))) {
      ++i;
      ++skipped;
    }
    return i;
  }

  // "October 12th, 2026"
  std::size_t month_first(std::size_t i) {
    std::size_t next = skip_fillers(i + 1, 1);
    if (at(next) == nullptr || !is_day(*at(next))) return 0;
    const int day = at(next)->value;
    next = skip_fillers(next + 1, 3);
    if (at(next) == nullptr || !is_year(*at(next))) return 0;
    date_ = make_date(at(next)->value, tokens_[i].month, day);
    return next - i + 1;
  }

  // "12. Oktober 2026", "12 de octubre de 2026", "12-Oct-2026", "12 Oct 26" is none.
  std::size_t day_then_name(std::size_t i) {
    std::size_t next = skip_fillers(i + 1, 2);
    if (at(next) == nullptr || at(next)->month == 0) return 0;
    const int month = at(next)->month;
    next = skip_fillers(next + 1, 2);
    if (at(next) == nullptr || !is_year(*at(next))) return 0;
    date_ = make_date(at(next)->value, month, tokens_[i].value);
    return next - i + 1;
  }

  // "2026-10-12", "2026. 10. 12.", "2026年10月12日", "2026년 10월 12일", "2026. október 12."
  std::size_t year_first(std::size_t i) {
    const Token* separator = at(i + 1);
    if (separator == nullptr) return 0;
    const std::size_t month_at = skip_fillers(i + 1, 1);
    if (at(month_at) != nullptr && at(month_at)->month != 0) {
      const std::size_t day_at = skip_fillers(month_at + 1, 1);
      if (at(day_at) == nullptr || !is_day(*at(day_at))) return 0;
      date_ = make_date(tokens_[i].value, at(month_at)->month, at(day_at)->value);
      return day_at - i + 1;
    }
    constexpr std::array<std::string_view, 5> separators = {"-", "/", ".", "年", "년"};
    if (std::ranges::find(separators, separator->word) == separators.end()) return 0;
    const Token* month = at(i + 2);
    const Token* day = at(i + 4);
    if (month == nullptr || day == nullptr || !is_day(*month) || !is_day(*day)) return 0;
    const std::string& second = at(i + 3)->word;
    if (second != separator->word && second != "月" && second != "월") return 0;
    date_ = make_date(tokens_[i].value, month->value, day->value);
    const Token* final = at(i + 5);
    return final != nullptr && (final->word == "日" || final->word == "일") ? 6 : 5;
  }

  // "12.10.2026", "10/12/2026", "12-10-2026", "12.10.26"
  std::size_t numeric(std::size_t i) {
    const Token* first_mark = at(i + 1);
    const Token* second = at(i + 2);
    const Token* second_mark = at(i + 3);
    const Token* year = at(i + 4);
    if (year == nullptr || !is_day(*second) || first_mark->word != second_mark->word) return 0;
    const bool dots = is_mark(*first_mark, ".");
    if (!dots && !is_mark(*first_mark, "/") && !is_mark(*first_mark, "-")) return 0;
    int number = year->value;
    if (year->kind != Token::Kind::number) return 0;
    if (year->digits == 2 && (dots || is_mark(*first_mark, "/"))) {
      number += 2000;
    } else if (!is_year(*year)) {
      return 0;
    }
    int day = tokens_[i].value;
    int month = second->value;
    // Dots are never used month first.
    if (month > 12 || (!dots && order_ == DayOrder::month_first && day <= 12))
      std::swap(day, month);
    if (month > 12) return 0;
    date_ = make_date(number, month, day);
    return 5;
  }

  // Reads "08:30" behind the date, with at most two words or marks between ("at", "um", ","). The
  // index of the last token used.
  std::size_t read_time(std::size_t last) {
    for (std::size_t i = last + 1; i <= last + 3 && at(i) != nullptr; ++i) {
      const Token& hour = *at(i);
      if (hour.kind != Token::Kind::number) continue;
      if (hour.digits > 2 || hour.value > 23 || at(i + 2) == nullptr) return last;
      const Token& minute = *at(i + 2);
      if (!is_mark(*at(i + 1), ":") || minute.digits != 2 || minute.value > 59) return last;
      int hours = hour.value;
      std::size_t used = i + 2;
      if (at(i + 3) != nullptr && at(i + 3)->kind == Token::Kind::word) {
        const bool afternoon = at(i + 3)->word == "pm" || at(i + 3)->word == "p";
        const bool morning = at(i + 3)->word == "am" || at(i + 3)->word == "a";
        if (afternoon && hours < 12) hours += 12;
        if (morning && hours == 12) hours = 0;
        if (afternoon || morning) used = i + 3;
      }
      const auto two = [](int number) {
        return std::string{static_cast<char>('0' + number / 10),
                           static_cast<char>('0' + number % 10)};
      };
      date_.time = two(hours) + ":" + two(minute.value);
      return used;
    }
    return last;
  }

  std::vector<Token> tokens_;
  DayOrder order_;
  Date date_;
};

// "+0300", "GMT" behind a time in the form of RFC 5322.
std::string offset_of(std::string_view rest) {
  if (rest.find("GMT") != std::string_view::npos || rest.find("UTC") != std::string_view::npos) {
    return "Z";
  }
  const auto sign = rest.find_last_of("+-");
  if (sign == std::string_view::npos || rest.size() < sign + 5) return {};
  const std::string_view digits = rest.substr(sign + 1, 4);
  if (digits.find_first_not_of("0123456789") != std::string_view::npos) return {};
  return std::string(rest.substr(sign, 3)) + ":" + std::string(digits.substr(2));
}

}  // namespace

std::vector<WrittenDate> find_dates(std::string_view text, DayOrder order) {
  return Finder(text, order).find();
}

std::optional<Date> read_date(std::string_view text, DayOrder order) {
  if (const auto date = parse_date(text)) {
    // A number of eight digits or a bare year may be anything.
    if (date->start.year && *date->start.year >= 1000 && *date->start.year <= 2100 && !date->end) {
      return date;
    }
    return {};
  }
  const auto written = find_dates(text.substr(0, 100), order);
  if (written.empty()) return {};
  Date date = written.front().date;
  if (!date.time.empty()) {
    const std::string offset = offset_of(text.substr(written.front().end));
    if (!offset.empty()) {
      Date with_offset = date;
      with_offset.time += offset;
      if (is_valid(with_offset)) date = with_offset;
    }
  }
  return date;
}

}  // namespace pressmark::html
