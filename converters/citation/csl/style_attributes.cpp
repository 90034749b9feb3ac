#include "converters/citation/csl/style_attributes.h"

#include <charconv>
#include <utility>

namespace pressmark::csl {
namespace {

constexpr std::array<Word<TermForm>, 4> term_forms = {{{"short", TermForm::short_form},
                                                       {"verb", TermForm::verb},
                                                       {"verb-short", TermForm::verb_short},
                                                       {"symbol", TermForm::symbol}}};

std::optional<PrecedesLast> read_precedes(const XmlNode& node, std::string_view name) {
  if (!node.has(name)) return {};
  constexpr std::array<Word<PrecedesLast>, 3> words = {
      {{"after-inverted-name", PrecedesLast::after_inverted_name},
       {"always", PrecedesLast::always},
       {"never", PrecedesLast::never}}};
  return read_word(node, name, words, PrecedesLast::contextual);
}

}  // namespace

std::optional<std::string> optional_text(const XmlNode& node, std::string_view name) {
  if (!node.has(name)) return {};
  return node.attribute(name);
}
std::optional<bool> optional_flag(const XmlNode& node, std::string_view name) {
  if (!node.has(name)) return {};
  return node.attribute(name) == "true";
}
std::optional<int> optional_number(const XmlNode& node, std::string_view name) {
  const std::string& text = node.attribute(name);
  int number = 0;
  const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (text.empty() || failure != std::errc{} || number < 0 || number > 100000) return {};
  return number;
}
bool flag(const XmlNode& node, std::string_view name) { return node.attribute(name) == "true"; }

std::vector<std::string> words_of(const std::string& text) {
  std::vector<std::string> words;
  std::string word;
  for (const char c : text) {
    if (c == ' ' || c == '\t' || c == '\n') {
      if (!word.empty()) words.push_back(std::move(word));
      word.clear();
    } else {
      word += c;
    }
  }
  if (!word.empty()) words.push_back(std::move(word));
  return words;
}

TermForm read_term_form(const XmlNode& node) {
  return read_word(node, "form", term_forms, TermForm::long_form);
}

NameOptions read_name_options(const XmlNode& node, bool on_name) {
  NameOptions options;
  if (node.has("and")) {
    options.conjunction = node.attribute("and") == "symbol" ? And::symbol : And::text;
  }
  options.delimiter = optional_text(node, on_name ? "delimiter" : "name-delimiter");
  if (!on_name) options.names_delimiter = optional_text(node, "names-delimiter");
  options.precedes_last = read_precedes(node, "delimiter-precedes-last");
  options.precedes_et_al = read_precedes(node, "delimiter-precedes-et-al");
  options.et_al_min = optional_number(node, "et-al-min");
  options.et_al_use_first = optional_number(node, "et-al-use-first");
  options.subsequent_min = optional_number(node, "et-al-subsequent-min");
  options.subsequent_use_first = optional_number(node, "et-al-subsequent-use-first");
  options.et_al_use_last = optional_flag(node, "et-al-use-last");
  const std::string_view form = on_name ? "form" : "name-form";
  if (node.has(form)) {
    constexpr std::array<Word<NameForm>, 2> words = {
        {{"short", NameForm::short_form}, {"count", NameForm::count}}};
    options.form = read_word(node, form, words, NameForm::long_form);
  }
  options.initialize = optional_flag(node, "initialize");
  options.initialize_with = optional_text(node, "initialize-with");
  if (node.has("name-as-sort-order")) {
    options.sort_order =
        node.attribute("name-as-sort-order") == "all" ? NameOrder::all : NameOrder::first;
  }
  options.sort_separator = optional_text(node, "sort-separator");
  return options;
}

NameOptions NameOptions::over(const NameOptions& outer) const {
  NameOptions result = *this;
  const auto fill = [](auto& own, const auto& other) {
    if (!own) own = other;
  };
  fill(result.conjunction, outer.conjunction);
  fill(result.delimiter, outer.delimiter);
  fill(result.names_delimiter, outer.names_delimiter);
  fill(result.precedes_last, outer.precedes_last);
  fill(result.precedes_et_al, outer.precedes_et_al);
  fill(result.et_al_min, outer.et_al_min);
  fill(result.et_al_use_first, outer.et_al_use_first);
  fill(result.subsequent_min, outer.subsequent_min);
  fill(result.subsequent_use_first, outer.subsequent_use_first);
  fill(result.et_al_use_last, outer.et_al_use_last);
  fill(result.form, outer.form);
  fill(result.initialize, outer.initialize);
  fill(result.initialize_with, outer.initialize_with);
  fill(result.sort_order, outer.sort_order);
  fill(result.sort_separator, outer.sort_separator);
  return result;
}

ElementFormat read_format(const XmlNode& node) {
  ElementFormat format;
  constexpr std::array<Word<FontStyle>, 3> styles = {{{"normal", FontStyle::normal},
                                                      {"italic", FontStyle::italic},
                                                      {"oblique", FontStyle::oblique}}};
  constexpr std::array<Word<FontVariant>, 2> variants = {
      {{"normal", FontVariant::normal}, {"small-caps", FontVariant::small_caps}}};
  constexpr std::array<Word<FontWeight>, 3> weights = {
      {{"normal", FontWeight::normal}, {"bold", FontWeight::bold}, {"light", FontWeight::light}}};
  constexpr std::array<Word<Decoration>, 2> decorations = {
      {{"none", Decoration::none}, {"underline", Decoration::underline}}};
  constexpr std::array<Word<VerticalAlign>, 3> aligns = {{{"baseline", VerticalAlign::baseline},
                                                          {"sup", VerticalAlign::sup},
                                                          {"sub", VerticalAlign::sub}}};
  constexpr std::array<Word<Display>, 4> displays = {{{"block", Display::block},
                                                      {"left-margin", Display::left_margin},
                                                      {"right-inline", Display::right_inline},
                                                      {"indent", Display::indent}}};
  constexpr std::array<Word<TextCase>, 6> cases = {
      {{"lowercase", TextCase::lowercase},
       {"uppercase", TextCase::uppercase},
       {"capitalize-first", TextCase::capitalize_first},
       {"capitalize-all", TextCase::capitalize_all},
       {"sentence", TextCase::sentence},
       {"title", TextCase::title}}};
  format.span.style = read_word(node, "font-style", styles, FontStyle::unset);
  format.span.variant = read_word(node, "font-variant", variants, FontVariant::unset);
  format.span.weight = read_word(node, "font-weight", weights, FontWeight::unset);
  format.span.decoration = read_word(node, "text-decoration", decorations, Decoration::unset);
  format.span.align = read_word(node, "vertical-align", aligns, VerticalAlign::unset);
  format.span.display = read_word(node, "display", displays, Display::unset);
  format.span.quotes = flag(node, "quotes");
  format.text_case = read_word(node, "text-case", cases, TextCase::unset);
  format.strip_periods = flag(node, "strip-periods");
  format.prefix = node.attribute("prefix");
  format.suffix = node.attribute("suffix");
  format.delimiter = node.attribute("delimiter");
  return format;
}

DatePartFormat read_date_part(const XmlNode& node) {
  using Name = DatePartFormat::Name;
  using Form = DatePartFormat::Form;
  constexpr std::array<Word<Name>, 2> names = {{{"day", Name::day}, {"month", Name::month}}};
  constexpr std::array<Word<Form>, 5> forms = {
      {{"numeric", Form::numeric},
       {"numeric-leading-zeros", Form::numeric_leading_zeros},
       {"ordinal", Form::ordinal},
       {"long", Form::long_form},
       {"short", Form::short_form}}};
  const ElementFormat format = read_format(node);
  DatePartFormat part;
  part.name = read_word(node, "name", names, Name::year);
  part.form = read_word(node, "form", forms, Form::unset);
  part.span = format.span;
  part.prefix = format.prefix;
  part.suffix = format.suffix;
  part.text_case = format.text_case;
  part.strip_periods = format.strip_periods;
  part.has_prefix = node.has("prefix");
  part.has_suffix = node.has("suffix");
  part.has_range_delimiter = node.has("range-delimiter");
  if (part.has_range_delimiter) part.range_delimiter = node.attribute("range-delimiter");
  return part;
}

}  // namespace pressmark::csl
