// converters/citation/csl/locale.h: terms, dates and options of a language.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "converters/citation/csl/text_case.h"
#include "core/base/result.h"
#include "core/pipeline/context.h"

namespace pressmark {
struct XmlNode;
}

namespace pressmark::csl {

enum class TermForm : unsigned char { long_form, short_form, verb, verb_short, symbol };
enum class DateForm : unsigned char { text, numeric };
enum class Gender : unsigned char { none, masculine, feminine };

struct DatePartFormat {
  enum class Name : unsigned char { day, month, year } name = Name::year;
  enum class Form : unsigned char {
    unset,
    numeric,
    numeric_leading_zeros,
    ordinal,
    long_form,
    short_form
  } form = Form::unset;
  Span span;
  std::string prefix;
  std::string suffix;
  TextCase text_case = TextCase::unset;
  bool strip_periods = false;
  std::string range_delimiter = "\u2013";
  bool has_prefix = false;  // attributes that were given, for calls that change a localized date
  bool has_suffix = false;
  bool has_range_delimiter = false;
};

struct DateFormat {
  std::vector<DatePartFormat> parts;
  std::string delimiter;
  Span span;
  std::string prefix;
  std::string suffix;
  TextCase text_case = TextCase::unset;
};

struct Term {
  std::string single;
  std::string multiple;
  Gender gender = Gender::none;
  // Of an ordinal: which numbers it is for ("last-digit", "last-two-digits", "whole-number").
  std::string match;
};

class Locale {
 public:
  std::string language;  // "de-AT"; empty: for every language
  std::map<DateForm, DateFormat> dates;
  std::optional<bool> punctuation_in_quote;
  std::optional<bool> limit_day_ordinals;

  // What `other` has replaces what is here; its ordinals replace all of them.
  void override_by(const Locale& other);

  void add_term(std::string name, TermForm form, Gender gender_form, Term term);
  // Of exactly this form; null where there is none.
  const Term* find(std::string_view name, TermForm form, Gender gender_form = Gender::none) const;
  // The text by the fallbacks of CSL ("verb-short" to "verb", "symbol" to "short", all to long);
  // absent where the locale has no such term. An empty text is a term that says nothing.
  std::optional<std::string> text(std::string_view name, TermForm form = TermForm::long_form,
                                  bool plural = false) const;
  Gender gender_of(std::string_view name) const;
  // "1st", by the ordinal terms and their gender.
  std::string ordinal(int number, Gender gender) const;
  // "first", for 1 to 10; else as ordinal().
  std::string long_ordinal(int number, Gender gender) const;

 private:
  std::map<std::string, Term, std::less<>> terms_;
};

// Reads a locale file, or a cs:locale element of a style. The former fails with
// ErrorKind::unrecognised, naming the line, for text that is no CSL locale.
Result<Locale> read_locale(std::string_view octets, const Limits& limits);
Locale read_locale_element(const XmlNode& node);

// The names of locale files to try for a language, best first: "de-AT", "de-DE", "en-US". A
// language that has several ("pt") has its primary dialect as CSL's locales repository names it.
std::vector<std::string> locale_fallbacks(std::string_view language);

}  // namespace pressmark::csl
