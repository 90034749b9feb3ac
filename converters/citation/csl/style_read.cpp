// Reading a style's XML.
#include <array>

#include "converters/citation/csl/style.h"
#include "converters/citation/csl/style_attributes.h"
#include "converters/citation/csl/style_macros.h"
#include "converters/common/xml_reader.h"

namespace pressmark::csl {
namespace {

constexpr int deepest = 120;

class Reader {
 public:
  Result<Style> read(const XmlNode& root) {
    Style style;
    if (const XmlNode* info = root.child("info")) {
      if (const XmlNode* title = info->child("title")) style.title = title->all_text();
    }
    read_style_attributes(root, style);
    for (const XmlNode& child : root.children) {
      if (child.name == "macro") {
        style.macros[child.attribute("name")] = children_of(child);
      } else if (child.name == "locale") {
        style.locales.push_back(read_locale_element(child));
      } else if (child.name == "citation") {
        read_citation(child, style.citation);
      } else if (child.name == "bibliography") {
        style.bibliography.emplace();
        read_bibliography(child, *style.bibliography);
      }
    }
    if (error_.empty() && root.child("citation") == nullptr) {
      error_ = "the style has no <citation>";
    }
    style.has_year_suffix = has_year_suffix_;
    if (error_.empty()) error_ = error_of_macros(style, macro_calls_);
    if (!error_.empty()) {
      return Error(ErrorKind::unrecognised, error_,
                   "give a style that is valid by the CSL 1.0.2 schema");
    }
    return style;
  }

 private:
  void fail(const XmlNode& node, const std::string& what) {
    if (error_.empty()) error_ = "line " + std::to_string(node.from.line) + ": " + what;
  }

  void read_style_attributes(const XmlNode& root, Style& style) {
    style.is_note = root.attribute("class") == "note";
    style.default_locale = root.attribute("default-locale");
    constexpr std::array<Word<Demote>, 2> demotes = {
        {{"never", Demote::never}, {"sort-only", Demote::sort_only}}};
    style.demote =
        read_word(root, "demote-non-dropping-particle", demotes, Demote::display_and_sort);
    style.initialize_with_hyphen = root.attribute("initialize-with-hyphen") != "false";
    constexpr std::array<Word<PageRangeFormat>, 6> formats = {
        {{"expanded", PageRangeFormat::expanded},
         {"minimal", PageRangeFormat::minimal},
         {"minimal-two", PageRangeFormat::minimal_two},
         {"chicago", PageRangeFormat::chicago_15},
         {"chicago-15", PageRangeFormat::chicago_15},
         {"chicago-16", PageRangeFormat::chicago_16}}};
    style.page_range_format = read_word(root, "page-range-format", formats, PageRangeFormat::none);
    style.names = read_name_options(root, false);
  }

  void read_layout(const XmlNode& node, Layout& layout) {
    layout.names = read_name_options(node, false);
    for (const XmlNode& child : node.children) {
      if (child.name == "layout") {
        layout.format = read_format(child);
        layout.children = children_of(child);
      } else if (child.name == "sort") {
        for (const XmlNode& key : child.children) {
          if (key.name == "key") layout.sort.push_back(read_key(key));
        }
      }
    }
  }

  SortKey read_key(const XmlNode& node) {
    SortKey key;
    key.variable = node.attribute("variable");
    key.macro = node.attribute("macro");
    key.descending = node.attribute("sort") == "descending";
    key.names_min = optional_number(node, "names-min");
    key.names_use_first = optional_number(node, "names-use-first");
    key.names_use_last = optional_flag(node, "names-use-last");
    if (!key.macro.empty()) macro_calls_.push_back({key.macro, node.from.line});
    return key;
  }

  void read_citation(const XmlNode& node, CitationLayout& citation) {
    read_layout(node, citation);
    constexpr std::array<Word<Collapse>, 4> collapses = {
        {{"citation-number", Collapse::citation_number},
         {"year", Collapse::year},
         {"year-suffix", Collapse::year_suffix},
         {"year-suffix-ranged", Collapse::year_suffix_ranged}}};
    citation.collapse = read_word(node, "collapse", collapses, Collapse::none);
    citation.cite_group_delimiter = optional_text(node, "cite-group-delimiter");
    citation.year_suffix_delimiter = optional_text(node, "year-suffix-delimiter");
    citation.after_collapse_delimiter = optional_text(node, "after-collapse-delimiter");
    citation.add_names = flag(node, "disambiguate-add-names");
    citation.add_given_name = flag(node, "disambiguate-add-givenname");
    citation.add_year_suffix = flag(node, "disambiguate-add-year-suffix");
    constexpr std::array<Word<GivenNameRule>, 5> rules = {
        {{"all-names", GivenNameRule::all_names},
         {"all-names-with-initials", GivenNameRule::all_names_with_initials},
         {"primary-name", GivenNameRule::primary_name},
         {"primary-name-with-initials", GivenNameRule::primary_name_with_initials},
         {"by-cite", GivenNameRule::by_cite}}};
    citation.given_name_rule =
        read_word(node, "givenname-disambiguation-rule", rules, GivenNameRule::by_cite);
    citation.near_note_distance = optional_number(node, "near-note-distance").value_or(5);
  }

  void read_bibliography(const XmlNode& node, BibliographyLayout& bibliography) {
    using SecondField = BibliographyLayout::SecondField;
    using Rule = BibliographyLayout::SubstituteRule;
    read_layout(node, bibliography);
    bibliography.hanging_indent = flag(node, "hanging-indent");
    constexpr std::array<Word<SecondField>, 2> fields = {
        {{"flush", SecondField::flush}, {"margin", SecondField::margin}}};
    bibliography.second_field = read_word(node, "second-field-align", fields, SecondField::none);
    bibliography.line_spacing = optional_number(node, "line-spacing").value_or(1);
    bibliography.entry_spacing = optional_number(node, "entry-spacing").value_or(1);
    bibliography.author_substitute = optional_text(node, "subsequent-author-substitute");
    constexpr std::array<Word<Rule>, 4> rules = {{{"complete-all", Rule::complete_all},
                                                  {"complete-each", Rule::complete_each},
                                                  {"partial-each", Rule::partial_each},
                                                  {"partial-first", Rule::partial_first}}};
    bibliography.substitute_rule =
        read_word(node, "subsequent-author-substitute-rule", rules, Rule::complete_all);
  }

  Elements children_of(const XmlNode& node) {
    Elements elements;
    for (const XmlNode& child : node.children) {
      if (!child.is_text()) add_element(child, elements);
    }
    return elements;
  }

  void add_element(const XmlNode& node, Elements& elements) {
    const ElementFormat format = read_format(node);
    if (node.name == "text") {
      elements.push_back({read_text(node), format});
    } else if (node.name == "number") {
      elements.push_back({read_number(node), format});
    } else if (node.name == "date") {
      elements.push_back({read_date(node), format});
    } else if (node.name == "label") {
      elements.push_back({read_label(node), format});
    } else if (node.name == "names") {
      elements.push_back({read_names(node), format});
    } else if (node.name == "group") {
      elements.push_back({GroupElement{children_of(node)}, format});
    } else if (node.name == "choose") {
      elements.push_back({read_choose(node), format});
    } else {
      fail(node, "<" + node.name + "> is no rendering element of CSL");
    }
  }

  TextElement read_text(const XmlNode& node) {
    using Source = TextElement::Source;
    TextElement text{Source::value, {}};
    constexpr std::array<std::pair<std::string_view, Source>, 4> sources = {
        {{"variable", Source::variable},
         {"macro", Source::macro},
         {"term", Source::term},
         {"value", Source::value}}};
    bool found = false;
    for (const auto& [name, source] : sources) {
      if (!node.has(name)) continue;
      text.source = source;
      text.name = node.attribute(name);
      found = true;
      break;
    }
    if (!found) fail(node, "<text> has none of variable, macro, term and value");
    text.form = read_term_form(node);
    text.short_form = node.attribute("form") == "short";
    text.plural = flag(node, "plural");
    if (text.source == Source::macro) macro_calls_.push_back({text.name, node.from.line});
    if (text.source == Source::variable &&
        (text.name == "year-suffix" || text.name == "citation-label")) {
      has_year_suffix_ = true;  // labels have it, too
    }
    return text;
  }

  static NumberElement read_number(const XmlNode& node) {
    using Form = NumberElement::Form;
    constexpr std::array<Word<Form>, 3> forms = {
        {{"ordinal", Form::ordinal}, {"long-ordinal", Form::long_ordinal}, {"roman", Form::roman}}};
    return {node.attribute("variable"), read_word(node, "form", forms, Form::numeric)};
  }

  static DateElement read_date(const XmlNode& node) {
    DateElement date;
    date.variable = node.attribute("variable");
    if (node.has("form")) {
      date.form = node.attribute("form") == "numeric" ? DateForm::numeric : DateForm::text;
    }
    const std::string& parts = node.attribute("date-parts");
    date.parts = parts == "year" ? 1 : parts == "year-month" ? 2 : 3;
    for (const XmlNode& child : node.children) {
      if (child.name == "date-part") date.part_formats.push_back(read_date_part(child));
    }
    return date;
  }

  static LabelElement read_label(const XmlNode& node) {
    using Plural = LabelElement::Plural;
    constexpr std::array<Word<Plural>, 2> plurals = {
        {{"always", Plural::always}, {"never", Plural::never}}};
    LabelElement label;
    label.variable = node.attribute("variable");
    label.form = read_term_form(node);
    label.plural = read_word(node, "plural", plurals, Plural::contextual);
    label.format = read_format(node);
    return label;
  }

  NamesElement read_names(const XmlNode& node) {
    NamesElement names;
    names.variables = words_of(node.attribute("variable"));
    names.options = read_name_options(node, false);
    names.options.names_delimiter = optional_text(node, "delimiter");
    const XmlNode* substitute = nullptr;
    for (const XmlNode& child : node.children) {
      if (child.name == "name") {
        names.options = read_name_options(child, true).over(names.options);
        names.name_format = read_format(child);
        for (const XmlNode& part : child.children) {
          if (part.name != "name-part") continue;
          (part.attribute("name") == "given" ? names.given : names.family) = read_format(part);
        }
      } else if (child.name == "label") {
        names.label = read_label(child);
        names.label_first = node.child("name") == nullptr
                                ? false
                                : child.from.line < node.child("name")->from.line ||
                                      comes_before(node, "label", "name");
      } else if (child.name == "et-al") {
        if (child.has("term")) names.et_al_term = child.attribute("term");
        names.et_al_format = read_format(child);
      } else if (child.name == "substitute") {
        substitute = &child;
      }
    }
    if (substitute != nullptr) {
      Elements alternatives;
      for (const XmlNode& child : substitute->children) {
        if (child.is_text()) continue;
        add_element(child, alternatives);
        const bool is_short = child.name == "names" && child.child("name") == nullptr &&
                              child.child("label") == nullptr && child.child("et-al") == nullptr;
        if (is_short && !alternatives.empty()) inherit(alternatives.back(), names);
      }
      names.substitute = std::make_shared<const Elements>(std::move(alternatives));
    }
    return names;
  }

  static bool comes_before(const XmlNode& node, std::string_view first, std::string_view second) {
    for (const XmlNode& child : node.children) {
      if (child.name == first) return true;
      if (child.name == second) return false;
    }
    return false;
  }

  // A names element inside cs:substitute without children takes those of the one around it.
  static void inherit(Element& element, const NamesElement& outer) {
    auto& names = std::get<NamesElement>(element.kind);
    NamesElement whole = outer;
    whole.variables = names.variables;
    whole.options = names.options.over(outer.options);
    names = std::move(whole);
  }

  ChooseElement read_choose(const XmlNode& node) {
    ChooseElement choose;
    for (const XmlNode& child : node.children) {
      if (child.is_text()) continue;
      Branch branch;
      if (child.name != "else") read_conditions(child, branch);
      branch.children = children_of(child);
      choose.branches.push_back(std::move(branch));
    }
    return choose;
  }

  void read_conditions(const XmlNode& node, Branch& branch) {
    using Test = Condition::Test;
    using Match = Branch::Match;
    constexpr std::array<Word<Match>, 2> matches = {{{"any", Match::any}, {"none", Match::none}}};
    branch.match = read_word(node, "match", matches, Match::all);
    constexpr std::array<std::pair<std::string_view, Test>, 7> tests = {
        {{"type", Test::type},
         {"variable", Test::variable},
         {"is-numeric", Test::is_numeric},
         {"is-uncertain-date", Test::is_uncertain_date},
         {"locator", Test::locator},
         {"position", Test::position},
         {"disambiguate", Test::disambiguate}}};
    for (const auto& [name, test] : tests) {
      for (const std::string& value : words_of(node.attribute(name))) {
        branch.conditions.push_back({test, value});
      }
    }
    if (branch.conditions.empty()) fail(node, "<" + node.name + "> has no condition");
  }

  std::string error_;
  std::vector<MacroCall> macro_calls_;
  bool has_year_suffix_ = false;
};

Result<XmlNode> read_root(std::string_view octets, const Limits& limits) {
  Result<XmlNode> root = read_xml(octets, limits, deepest);
  if (root && root->name != "style") {
    return Error(
        ErrorKind::unrecognised,
        "line " + std::to_string(root->from.line) + ": <" + root->name + "> is no CSL style",
        "give a file whose root is <style>");
  }
  return root;
}

}  // namespace

Result<Style> read_style(std::string_view octets, const Limits& limits) {
  const Result<XmlNode> root = read_root(octets, limits);
  if (!root) return root.error();
  return Reader().read(*root);
}

Result<StyleParent> parent_of_style(std::string_view octets, const Limits& limits) {
  const Result<XmlNode> root = read_root(octets, limits);
  if (!root) return root.error();
  const XmlNode* info = root->child("info");
  if (info == nullptr || root->child("citation") != nullptr) return StyleParent{};
  for (const XmlNode& child : info->children) {
    if (child.name != "link" || child.attribute("rel") != "independent-parent") continue;
    const std::string& address = child.attribute("href");
    return StyleParent{address.substr(address.find_last_of('/') + 1),
                       root->attribute("default-locale")};
  }
  return StyleParent{};
}

}  // namespace pressmark::csl
