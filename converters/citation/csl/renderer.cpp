#include "converters/citation/csl/renderer.h"

#include <algorithm>

#include "converters/citation/csl/numbers.h"
#include "core/base/match.h"

namespace pressmark::csl {
namespace {

// More than any real style needs for one cite; macros that call each other many times each could
// otherwise render for ever.
constexpr int most_steps = 200'000;

Output of_text(RichText text) { return {std::move(text), false, false}; }

void strip_periods(RichText& text) {
  for (Token& token : text.tokens()) std::erase(token.text, '.');
}

bool is_page(std::string_view variable) { return variable == "page" || variable == "locator"; }

// Text that is no prose: quotation marks and angle brackets in it stay.
bool is_identifier(std::string_view variable) {
  return variable == "URL" || variable == "DOI" || variable == "ISBN" || variable == "ISSN" ||
         variable == "PMID" || variable == "PMCID" || variable == "citation-key";
}

}  // namespace

RichText layout_affixes(RichText text, const ElementFormat& format) {
  if (text.empty()) return {};
  RichText whole(format.prefix);
  whole.join(std::move(text));
  if (!format.suffix.empty()) {
    // What stands in a block of its own ends there, with the layout's suffix.
    const Token& end = whole.tokens().back();
    if (end.kind == Token::Kind::close && end.span.display != Display::unset) {
      Token block = end;
      whole.tokens().pop_back();
      whole.join(RichText(format.suffix));
      whole.push(std::move(block));
    } else {
      whole.join(RichText(format.suffix));
    }
  }
  Span span = format.span;
  span.quotes = false;
  whole.wrap(span);
  return whole;
}

Renderer::Renderer(const Style& style, const Locale& locale, Area area)
    : style_(style), locale_(locale), area_(area) {
  const Layout& layout = area == Area::bibliography && style.bibliography
                             ? static_cast<const Layout&>(*style.bibliography)
                             : static_cast<const Layout&>(style.citation);
  outer_names_ = layout.names.over(style.names);
}

void Renderer::begin(const Cite& cite) {
  cite_ = &cite;
  substituted_.clear();
  used_ = nullptr;
  year_suffix_done_ = false;
  names_done_ = false;
  first_names_ = {};
  names_seen_.clear();
  steps_ = 0;
}

RichText Renderer::render(const Cite& cite) {
  begin(cite);
  sorting_ = false;
  key_ = nullptr;
  const Layout& layout = area_ == Area::bibliography && style_.bibliography
                             ? static_cast<const Layout&>(*style_.bibliography)
                             : static_cast<const Layout&>(style_.citation);
  Output output = render_elements(layout.children, "");
  begins_with_term_ = output.term_first;
  return std::move(output.text);
}

RichText Renderer::render_entry(const Cite& cite) {
  const BibliographyLayout& layout = *style_.bibliography;
  begin(cite);
  sorting_ = false;
  key_ = nullptr;
  if (layout.second_field == BibliographyLayout::SecondField::none) {
    return layout_affixes(render_elements(layout.children, "").text, layout.format);
  }
  RichText margin;
  std::vector<RichText> rest;
  for (const Element& element : layout.children) {
    RichText text = render_element(element).text;
    if (margin.empty()) {
      margin = std::move(text);
    } else {
      rest.push_back(std::move(text));
    }
  }
  RichText body = layout_affixes(join_all(std::move(rest), ""), layout.format);
  margin.wrap(Span{.display = Display::left_margin});
  body.wrap(Span{.display = Display::right_inline});
  margin.append(std::move(body));
  return margin;
}

std::string Renderer::render_sort_macro(const Cite& cite, const SortKey& key) {
  begin(cite);
  sorting_ = true;
  key_ = &key;
  const auto macro = style_.macros.find(key.macro);
  if (macro == style_.macros.end()) return {};
  return render_elements(macro->second, "").text.plain();
}

Output Renderer::render_elements(const Elements& elements, std::string_view delimiter) {
  Output output;
  bool begun = false;
  std::vector<RichText> pieces;
  pieces.reserve(elements.size());
  for (const Element& element : elements) {
    // The children of cs:choose stand where it stands: with the delimiter of what is around it.
    const auto* choose = std::get_if<ChooseElement>(&element.kind);
    Output one = choose != nullptr ? render_choose(*choose, delimiter) : render_element(element);
    output.calls_variable = output.calls_variable || one.calls_variable;
    output.has_variable = output.has_variable || one.has_variable;
    if (!begun && !one.text.empty()) {
      output.term_first = one.term_first;
      begun = true;
    }
    pieces.push_back(std::move(one.text));
  }
  output.text = join_all(std::move(pieces), delimiter);
  return output;
}

Output Renderer::render_element(const Element& element) {
  if (++steps_ > most_steps) return {};
  return std::visit(
      match{[&](const TextElement& text) { return render_text(text, element.format); },
            [&](const NumberElement& number) { return render_number(number, element.format); },
            [&](const DateElement& date) { return render_date(date, element.format); },
            [&](const LabelElement& label) { return render_label(label, element.format); },
            [&](const NamesElement& names) { return render_names(names, element.format); },
            [&](const GroupElement& group) { return render_group(group, element.format); },
            [&](const ChooseElement& choose) { return render_choose(choose, ""); }},
      element.kind);
}

RichText Renderer::formatted(RichText text, const ElementFormat& format) const {
  if (text.empty()) return {};
  if (format.strip_periods) strip_periods(text);
  if (format.text_case != TextCase::unset) {
    const std::string& language =
        cite_->reference->language.empty() ? locale_.language : cite_->reference->language;
    apply_text_case(text, format.text_case, language);
  }
  Span inner = format.span;
  inner.display = Display::unset;
  text.wrap(inner);
  if (!format.prefix.empty()) {
    RichText whole(format.prefix);
    whole.join(std::move(text));
    text = std::move(whole);
  }
  if (!format.suffix.empty()) text.join(RichText(format.suffix));
  if (format.span.display != Display::unset) text.wrap(Span{.display = format.span.display});
  return text;
}

Output Renderer::render_text(const TextElement& text, const ElementFormat& format) {
  using Source = TextElement::Source;
  switch (text.source) {
    case Source::variable:
      return render_variable(text, format);
    case Source::macro: {
      const auto macro = style_.macros.find(text.name);
      if (macro == style_.macros.end()) return {};
      Output output = render_elements(macro->second, "");
      output.text = formatted(std::move(output.text), format);
      output.term_first = output.term_first && format.prefix.empty();
      return output;
    }
    case Source::term: {
      std::string words = locale_.text(text.name, text.form, text.plural).value_or("");
      if (text.name == "no date") add_implicit_year_suffix(words);
      Output output = of_text(formatted(RichText(std::move(words)), format));
      output.term_first = format.prefix.empty();
      // It stands for the date that is missing: a group that says so has something to say.
      output.has_variable = text.name == "no date" && !output.text.empty();
      return output;
    }
    case Source::value:
      return of_text(formatted(parse_markup(text.name), format));
  }
  return {};
}

// "n.d." stands where the year would, and takes its suffix where the style does not say itself
// where that goes: "n.d.a", "[no date] a".
void Renderer::add_implicit_year_suffix(std::string& words) {
  if (words.empty() || style_.has_year_suffix || year_suffix_done_) return;
  const std::string suffix = year_suffix();
  if (suffix.empty()) return;
  const bool closed = words.back() == ']' || words.back() == ')';
  words.append(closed ? " " : "").append(suffix);
  year_suffix_done_ = true;
}

std::string Renderer::year_suffix() const {
  return cite_->disambiguation == nullptr ? std::string{} : cite_->disambiguation->year_suffix;
}

std::string Renderer::variable_text(const std::string& variable, bool short_form) const {
  if (substituted_.contains(variable)) return {};
  const Reference& reference = *cite_->reference;
  if (variable == "citation-number") {
    return cite_->number > 0 ? std::to_string(cite_->number) : std::string{};
  }
  if (variable == "locator") return cite_->locator;
  if (variable == "first-reference-note-number") {
    return cite_->first_note > 0 ? std::to_string(cite_->first_note) : std::string{};
  }
  if (variable == "citation-label") return reference.text(variable) + year_suffix();
  if (variable == "year-suffix") {
    if (cite_->disambiguation != nullptr && !cite_->disambiguation->year_suffix.empty()) {
      return cite_->disambiguation->year_suffix;
    }
    return reference.text(variable);
  }
  if (short_form) {
    const std::string& text = reference.text(variable + "-short");
    if (!text.empty()) return text;
  }
  return reference.text(variable);
}

Output Renderer::render_variable(const TextElement& text, const ElementFormat& format) {
  Output output;
  output.calls_variable = true;
  std::string content = variable_text(text.name, text.short_form);
  if (content.empty()) return output;
  output.has_variable = true;
  if (used_ != nullptr) used_->insert(text.name);
  if (is_page(text.name)) content = format_page_ranges(content, style_.page_range_format, locale_);
  output.text = formatted(
      is_identifier(text.name) ? RichText(std::move(content)) : parse_markup(content), format);
  return output;
}

Output Renderer::render_number(const NumberElement& number, const ElementFormat& format) {
  Output output;
  output.calls_variable = true;
  const std::string content = variable_text(number.variable, false);
  if (content.empty()) return output;
  output.has_variable = true;
  if (used_ != nullptr) used_->insert(number.variable);
  const bool pages = is_page(number.variable) && number.form == NumberElement::Form::numeric;
  const std::string& noun = number.variable == "locator" ? cite_->label : number.variable;
  output.text =
      formatted(parse_markup(pages ? format_page_ranges(content, style_.page_range_format, locale_)
                                   : format_numbers(content, number.form, noun, locale_)),
                format);
  return output;
}

Output Renderer::render_label(const LabelElement& label, const ElementFormat& format) {
  using Plural = LabelElement::Plural;
  const std::string content = variable_text(label.variable, false);
  if (content.empty()) return {};
  const std::string& term = label.variable == "locator" ? cite_->label : label.variable;
  const bool plural =
      label.plural == Plural::always ||
      (label.plural == Plural::contextual && is_plural(label.variable, content, locale_));
  return of_text(formatted(RichText(locale_.text(term, label.form, plural).value_or("")), format));
}

Output Renderer::render_group(const GroupElement& group, const ElementFormat& format) {
  Output output = render_elements(group.children, format.delimiter);
  // "cs:group implicitly acts as a conditional".
  if (output.calls_variable && !output.has_variable) {
    output.text = {};
    return output;
  }
  output.text = formatted(std::move(output.text), format);
  output.term_first = output.term_first && format.prefix.empty();
  return output;
}

Output Renderer::render_choose(const ChooseElement& choose, std::string_view delimiter) {
  for (const Branch& branch : choose.branches) {
    if (holds(branch)) return render_elements(branch.children, delimiter);
  }
  return {};
}

bool Renderer::holds(const Branch& branch) const {
  if (branch.conditions.empty()) return true;
  const auto test = [&](const Condition& condition) { return holds(condition); };
  switch (branch.match) {
    case Branch::Match::all:
      return std::ranges::all_of(branch.conditions, test);
    case Branch::Match::any:
      return std::ranges::any_of(branch.conditions, test);
    case Branch::Match::none:
      return std::ranges::none_of(branch.conditions, test);
  }
  return false;
}

bool Renderer::is_empty(std::string_view variable) const {
  const Reference& reference = *cite_->reference;
  if (const Date* date = reference.date(variable)) return date->empty();
  if (const auto* names = reference.names_of(variable)) return names->empty();
  // What cs:substitute has used is left out of the output; the record has it all the same
  // (CSL 1.0.2, "Substitute").
  if (substituted_.contains(variable) && !reference.text(variable).empty()) return false;
  return variable_text(std::string(variable), false).empty();
}

bool Renderer::holds(const Condition& condition) const {
  using Test = Condition::Test;
  const std::string& value = condition.value;
  switch (condition.test) {
    case Test::type:
      return cite_->reference->type == value;
    case Test::variable:
      return !is_empty(value);
    case Test::is_numeric:
      return is_numeric(variable_text(value, false));
    case Test::is_uncertain_date: {
      const Date* date = cite_->reference->date(value);
      return date != nullptr && date->circa;
    }
    case Test::locator:
      return !cite_->locator.empty() &&
             (cite_->label == value || (value == "sub-verbo" && cite_->label == "sub verbo"));
    case Test::position:
      if (area_ == Area::bibliography) return false;
      if (value == "first") return cite_->position == Position::first;
      if (value == "subsequent") return cite_->position != Position::first;
      if (value == "ibid") return cite_->position >= Position::ibid;
      if (value == "ibid-with-locator") return cite_->position == Position::ibid_with_locator;
      return value == "near-note" && cite_->near_note;
    case Test::disambiguate:
      return value == "true" && cite_->disambiguation != nullptr &&
             cite_->disambiguation->condition;
  }
  return false;
}

}  // namespace pressmark::csl
