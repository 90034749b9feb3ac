#include "converters/citation/csl/locale.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "converters/citation/csl/style.h"
#include "converters/common/xml_reader.h"

namespace pressmark::csl {
namespace {

constexpr int deepest = 64;

std::string key_of(std::string_view name, TermForm form, Gender gender_form) {
  std::string key(name);
  key += '\x1f';
  key += static_cast<char>('0' + static_cast<int>(form));
  key += static_cast<char>('0' + static_cast<int>(gender_form));
  return key;
}

TermForm next_form(TermForm form) {
  if (form == TermForm::verb_short) return TermForm::verb;
  if (form == TermForm::symbol) return TermForm::short_form;
  return TermForm::long_form;
}

TermForm read_term_form(std::string_view form) {
  if (form == "short") return TermForm::short_form;
  if (form == "verb") return TermForm::verb;
  if (form == "verb-short") return TermForm::verb_short;
  if (form == "symbol") return TermForm::symbol;
  return TermForm::long_form;
}

Gender read_gender(std::string_view gender) {
  if (gender == "masculine") return Gender::masculine;
  if (gender == "feminine") return Gender::feminine;
  return Gender::none;
}

bool is_ordinal(std::string_view name) { return name.starts_with("ordinal"); }

// The number of "ordinal-07" or "long-ordinal-07" with two digits.
std::string two_digits(std::string_view stem, int number) {
  std::string name(stem);
  if (number < 10) name += '0';
  return name + std::to_string(number);
}

void read_term(const XmlNode& node, Locale& locale) {
  Term term;
  if (const XmlNode* single = node.child("single")) {
    term.single = single->all_text();
    const XmlNode* multiple = node.child("multiple");
    term.multiple = multiple == nullptr ? term.single : multiple->all_text();
  } else {
    term.single = term.multiple = node.all_text();
  }
  term.gender = read_gender(node.attribute("gender"));
  term.match = node.attribute("match");
  locale.add_term(node.attribute("name"), read_term_form(node.attribute("form")),
                  read_gender(node.attribute("gender-form")), std::move(term));
}

void read_date(const XmlNode& node, Locale& locale) {
  const ElementFormat format = read_format(node);
  DateFormat date;
  date.delimiter = format.delimiter;
  date.span = format.span;
  date.prefix = format.prefix;
  date.suffix = format.suffix;
  date.text_case = format.text_case;
  for (const XmlNode& child : node.children) {
    if (child.name == "date-part") date.parts.push_back(read_date_part(child));
  }
  locale.dates[node.attribute("form") == "numeric" ? DateForm::numeric : DateForm::text] =
      std::move(date);
}

std::optional<bool> read_flag(const XmlNode& node, std::string_view name) {
  if (!node.has(name)) return {};
  return node.attribute(name) == "true";
}

}  // namespace

void Locale::add_term(std::string name, TermForm form, Gender gender_form, Term term) {
  terms_[key_of(name, form, gender_form)] = std::move(term);
}

void Locale::override_by(const Locale& other) {
  const bool has_ordinals =
      std::ranges::any_of(other.terms_, [](const auto& entry) { return is_ordinal(entry.first); });
  if (has_ordinals) {
    std::erase_if(terms_, [](const auto& entry) { return is_ordinal(entry.first); });
  }
  for (const auto& [key, term] : other.terms_) terms_[key] = term;
  for (const auto& [form, date] : other.dates) dates[form] = date;
  if (other.punctuation_in_quote) punctuation_in_quote = other.punctuation_in_quote;
  if (other.limit_day_ordinals) limit_day_ordinals = other.limit_day_ordinals;
}

const Term* Locale::find(std::string_view name, TermForm form, Gender gender_form) const {
  const auto found = terms_.find(key_of(name, form, gender_form));
  return found == terms_.end() ? nullptr : &found->second;
}

std::optional<std::string> Locale::text(std::string_view name, TermForm form, bool plural) const {
  for (;;) {
    if (const Term* term = find(name, form)) return plural ? term->multiple : term->single;
    if (form == TermForm::long_form) return {};
    form = next_form(form);
  }
}

Gender Locale::gender_of(std::string_view name) const {
  const Term* term = find(name, TermForm::long_form);
  return term == nullptr ? Gender::none : term->gender;
}

std::string Locale::ordinal(int number, Gender gender) const {
  const auto suffix_of = [&](std::string_view name, bool (*fits)(const Term&)) -> const Term* {
    for (const Gender form : {gender, Gender::none}) {
      const Term* term = find(name, TermForm::long_form, form);
      if (term != nullptr && fits(*term)) return term;
    }
    return nullptr;
  };
  const Term* term = nullptr;
  if (number < 100) {
    term = suffix_of(two_digits("ordinal-", number),
                     [](const Term& t) { return t.match == "whole-number"; });
  }
  if (term == nullptr) {
    term = suffix_of(two_digits("ordinal-", number % 100), [](const Term& t) {
      return t.match != "whole-number" && t.match != "last-digit";
    });
    // "ordinal-01" without a match is for the last digit.
    if (term != nullptr && number % 100 < 10 && number >= 10 && term->match.empty()) term = nullptr;
  }
  if (term == nullptr) {
    term = suffix_of(two_digits("ordinal-", number % 10),
                     [](const Term& t) { return t.match.empty() || t.match == "last-digit"; });
  }
  if (term == nullptr) term = suffix_of("ordinal", [](const Term&) { return true; });
  if (term == nullptr) term = suffix_of("ordinal-04", [](const Term&) { return true; });
  return std::to_string(number) + (term == nullptr ? "" : term->single);
}

std::string Locale::long_ordinal(int number, Gender gender) const {
  if (number >= 1 && number <= 10) {
    for (const Gender form : {gender, Gender::none}) {
      if (const Term* term = find(two_digits("long-ordinal-", number), TermForm::long_form, form)) {
        return term->single;
      }
    }
  }
  return ordinal(number, gender);
}

Locale read_locale_element(const XmlNode& node) {
  Locale locale;
  locale.language = node.attribute("xml:lang");
  for (const XmlNode& child : node.children) {
    if (child.name == "terms") {
      for (const XmlNode& term : child.children) {
        if (term.name == "term") read_term(term, locale);
      }
    } else if (child.name == "date") {
      read_date(child, locale);
    } else if (child.name == "style-options") {
      locale.punctuation_in_quote = read_flag(child, "punctuation-in-quote");
      locale.limit_day_ordinals = read_flag(child, "limit-day-ordinals-to-day-1");
    }
  }
  return locale;
}

Result<Locale> read_locale(std::string_view octets, const Limits& limits) {
  const Result<XmlNode> root = read_xml(octets, limits, deepest);
  if (!root) return root.error();
  if (root->name != "locale") {
    return Error(
        ErrorKind::unrecognised,
        "line " + std::to_string(root->from.line) + ": <" + root->name + "> is no CSL locale",
        "give a file whose root is <locale>");
  }
  return read_locale_element(*root);
}

std::vector<std::string> locale_fallbacks(std::string_view language) {
  // The primary dialects of the locales repository; others are a language with itself ("de-DE").
  constexpr std::array<std::pair<std::string_view, std::string_view>, 24> primary = {{
      {"af", "af-ZA"}, {"ca", "ca-AD"}, {"cs", "cs-CZ"}, {"cy", "cy-GB"}, {"da", "da-DK"},
      {"el", "el-GR"}, {"en", "en-US"}, {"et", "et-EE"}, {"fa", "fa-IR"}, {"he", "he-IL"},
      {"hi", "hi-IN"}, {"ja", "ja-JP"}, {"km", "km-KH"}, {"ko", "ko-KR"}, {"nb", "nb-NO"},
      {"nn", "nn-NO"}, {"pt", "pt-PT"}, {"sl", "sl-SI"}, {"sr", "sr-RS"}, {"sv", "sv-SE"},
      {"uk", "uk-UA"}, {"vi", "vi-VN"}, {"zh", "zh-CN"}, {"es", "es-ES"},
  }};
  std::vector<std::string> names;
  const auto add = [&](std::string name) {
    if (std::ranges::find(names, name) == names.end()) names.push_back(std::move(name));
  };
  if (!language.empty()) {
    const std::string base(language.substr(0, language.find_first_of("-_")));
    if (base.size() != language.size()) {
      std::string whole(language);
      std::ranges::replace(whole, '_', '-');
      add(whole);
    }
    const auto* found =
        std::ranges::find_if(primary, [&](const auto& entry) { return entry.first == base; });
    if (found != primary.end()) {
      add(std::string(found->second));
    } else {
      std::string region = to_upper(base);
      add(base + "-" + region);
    }
    add(base);
  }
  add("en-US");
  return names;
}

}  // namespace pressmark::csl
