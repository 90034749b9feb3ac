// converters/citation/csl/style.h: a CSL 1.0.2 style as plain values.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "converters/citation/csl/locale.h"
#include "converters/citation/csl/text_case.h"
#include "core/base/result.h"
#include "core/pipeline/context.h"

namespace pressmark {
struct XmlNode;
}

namespace pressmark::csl {

// The attributes that rendering elements share ("Affixes", "Formatting", "Quotes", "Strip-periods",
// "Text-case", "Delimiter").
struct ElementFormat {
  Span span;
  std::string prefix;
  std::string suffix;
  std::string delimiter;
  TextCase text_case = TextCase::unset;
  bool strip_periods = false;
};

enum class And : unsigned char { none, text, symbol };
enum class PrecedesLast : unsigned char { contextual, after_inverted_name, always, never };
enum class NameForm : unsigned char { long_form, short_form, count };
enum class NameOrder : unsigned char { none, first, all };
enum class Demote : unsigned char { never, sort_only, display_and_sort };

// The name attributes, which cs:style, cs:citation, cs:bibliography and cs:names hand down to
// cs:name ("Inheritable Name Options"). Absent: as the surrounding element has it.
struct NameOptions {
  std::optional<And> conjunction;
  std::optional<std::string> delimiter;
  std::optional<std::string> names_delimiter;
  std::optional<PrecedesLast> precedes_last;
  std::optional<PrecedesLast> precedes_et_al;
  std::optional<int> et_al_min;
  std::optional<int> et_al_use_first;
  std::optional<int> subsequent_min;
  std::optional<int> subsequent_use_first;
  std::optional<bool> et_al_use_last;
  std::optional<NameForm> form;
  std::optional<bool> initialize;
  std::optional<std::string> initialize_with;
  std::optional<NameOrder> sort_order;
  std::optional<std::string> sort_separator;

  // The options here where they are set, else those of `outer`.
  NameOptions over(const NameOptions& outer) const;
};

struct Element;
using Elements = std::vector<Element>;

struct TextElement {
  enum class Source : unsigned char { variable, macro, term, value } source;
  std::string name;  // of the variable, macro or term; the value
  TermForm form = TermForm::long_form;
  bool short_form = false;  // of a variable
  bool plural = false;
};
struct NumberElement {
  std::string variable;
  enum class Form : unsigned char { numeric, ordinal, long_ordinal, roman } form = Form::numeric;
};
struct DateElement {
  std::string variable;
  std::optional<DateForm> form;  // localized
  int parts = 3;                 // of a localized one: 1 year, 2 month too, 3 day too
  std::vector<DatePartFormat> part_formats;
};
struct LabelElement {
  std::string variable;
  TermForm form = TermForm::long_form;
  enum class Plural : unsigned char { contextual, always, never } plural = Plural::contextual;
  ElementFormat format;
};
struct NamesElement {
  std::vector<std::string> variables;
  NameOptions options;
  ElementFormat name_format;
  ElementFormat family;
  ElementFormat given;
  std::optional<LabelElement> label;
  bool label_first = false;
  std::string et_al_term = "et-al";
  ElementFormat et_al_format;
  // Null where there is no cs:substitute. Children that are cs:names without children of their own
  // have been given those of this one.
  std::shared_ptr<const Elements> substitute;
};
struct GroupElement {
  Elements children;
};
struct Condition {
  enum class Test : unsigned char {
    type,
    variable,
    is_numeric,
    is_uncertain_date,
    locator,
    position,
    disambiguate
  } test;
  std::string value;
};
struct Branch {
  enum class Match : unsigned char { all, any, none } match = Match::all;
  std::vector<Condition> conditions;  // none for cs:else
  Elements children;
};
struct ChooseElement {
  std::vector<Branch> branches;
};

struct Element {
  std::variant<TextElement, NumberElement, DateElement, LabelElement, NamesElement, GroupElement,
               ChooseElement>
      kind;
  ElementFormat format = {};
};

struct SortKey {
  std::string variable;  // or
  std::string macro;
  bool descending = false;
  std::optional<int> names_min;
  std::optional<int> names_use_first;
  std::optional<bool> names_use_last;
};

enum class Collapse : unsigned char {
  none,
  citation_number,
  year,
  year_suffix,
  year_suffix_ranged
};
enum class GivenNameRule : unsigned char {
  all_names,
  all_names_with_initials,
  primary_name,
  primary_name_with_initials,
  by_cite
};

struct Layout {
  ElementFormat format;
  Elements children;
  std::vector<SortKey> sort;
  NameOptions names;
};

struct CitationLayout : Layout {
  Collapse collapse = Collapse::none;
  std::optional<std::string> cite_group_delimiter;
  std::optional<std::string> year_suffix_delimiter;
  std::optional<std::string> after_collapse_delimiter;
  bool add_names = false;
  bool add_given_name = false;
  bool add_year_suffix = false;
  GivenNameRule given_name_rule = GivenNameRule::by_cite;
  int near_note_distance = 5;
};

struct BibliographyLayout : Layout {
  bool hanging_indent = false;
  enum class SecondField : unsigned char { none, flush, margin } second_field = SecondField::none;
  int line_spacing = 1;
  int entry_spacing = 1;
  std::optional<std::string> author_substitute;
  enum class SubstituteRule : unsigned char {
    complete_all,
    complete_each,
    partial_each,
    partial_first
  } substitute_rule = SubstituteRule::complete_all;
};

enum class PageRangeFormat : unsigned char {
  none,
  expanded,
  minimal,
  minimal_two,
  chicago_15,
  chicago_16
};

struct Style {
  std::string title;
  bool is_note = false;
  std::string default_locale;
  Demote demote = Demote::display_and_sort;
  bool initialize_with_hyphen = true;
  PageRangeFormat page_range_format = PageRangeFormat::none;
  NameOptions names;
  std::map<std::string, Elements, std::less<>> macros;
  std::vector<Locale> locales;  // its own cs:locale elements, in their order
  CitationLayout citation;
  std::optional<BibliographyLayout> bibliography;
  // What the style prints of its own: whether it has the variable "year-suffix" somewhere.
  bool has_year_suffix = false;
};

// Reads an independent style. Fails with ErrorKind::unrecognised, naming the line, for text that is
// not well-formed or no CSL style, for a macro that is missing or that calls itself, and for a
// dependent style (which has no <citation>; parent_of_style() tells its parent).
Result<Style> read_style(std::string_view octets, const Limits& limits);

// The independent style that a dependent one stands for.
struct StyleParent {
  std::string id;              // the last part of its address ("apa"); empty: it is independent
  std::string default_locale;  // of the dependent style
};
// Fails with ErrorKind::unrecognised as above.
Result<StyleParent> parent_of_style(std::string_view octets, const Limits& limits);

// Attributes that other readers share.
ElementFormat read_format(const XmlNode& node);
DatePartFormat read_date_part(const XmlNode& node);

}  // namespace pressmark::csl
