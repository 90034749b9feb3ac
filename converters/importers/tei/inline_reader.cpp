// Which reader an element in a line goes to, and elements that are their text.
#include <algorithm>
#include <array>

#include "converters/importers/tei/inline_reader.h"
#include "converters/importers/tei/tei.h"
#include "core/model/walk.h"

namespace pressmark::tei {

namespace {

// Parts of names, references, addresses and words that are their text and no more.
constexpr std::array<std::string_view, 53> plain_words = {
    "s",          "w",          "pc",         "bibl",     "num",       "measure",  "c",
    "abbr",       "p",          "corr",       "author",   "item",      "label",    "speaker",
    "subst",      "lem",        "forename",   "surname",  "roleName",  "nameLink", "genName",
    "addName",    "editor",     "publisher",  "pubPlace", "biblScope", "edition",  "imprint",
    "monogr",     "analytic",   "biblStruct", "series",   "titlePart", "docTitle", "docImprint",
    "docEdition", "imprimatur", "addrLine",   "street",   "postCode",  "role",     "roleDesc",
    "actor",      "castItem",   "desc",       "cit",      "seg",       "email",    "idno",
    "bloc",       "region",     "district",   "extent"};

// Editors' remarks on a text that the model cannot say.
constexpr std::array<std::string_view, 23> known_words = {
    "unclear", "supplied", "sic",    "orig", "reg", "expan",    "damage",      "restore",
    "surplus", "secl",     "ex",     "am",   "g",   "metamark", "camera",      "caption",
    "sound",   "tech",     "locale", "phr",  "cl",  "m",        "interjection"};

// Marks without words.
constexpr std::array<std::string_view, 12> known_marks = {
    "milestone", "anchor", "gb",   "handShift", "space",   "divGen",
    "pause",     "shift",  "link", "linkGrp",   "spanGrp", "span"};

}  // namespace

void InlineReader::read(const XmlNode& node) {
  if (node.is_text()) {
    add_text(node.text, node.from);
  } else {
    element(node);
  }
}

void InlineReader::read_children(const XmlNode& element) {
  for (const XmlNode& child : element.children) read(child);
}

Inlines InlineReader::inner(const XmlNode& element) { return read_inlines(state_, element); }

Text* InlineReader::last_text() {
  return out_.empty() ? nullptr : std::get_if<Text>(&out_.back().node);
}

void InlineReader::add(const XmlNode& element, InlineNode node) {
  Inline item{std::move(node)};
  read_wrapper(state_, element, item);
  out_.push_back(std::move(item));
}

void InlineReader::element(const XmlNode& element) {
  const std::string& name = element.name;
  if (state_.moved_notes.contains(&element)) return;
  if (name == "hi") return highlighted(element);
  if (const auto style = style_of(element)) {
    Inlines children = inner(element);
    if (children.empty() && !state_.own) return report_reduced(state_, element, name);
    return add(element, Styled{*style, std::move(children)});
  }
  if (const auto kind = name_kind(element)) {
    return add(element, Named{*kind, inner(element)});
  }
  if (name == "lb" && (state_.own || !state_.lineation)) return add(element, LineBreak{});
  if (name == "lb" || name == "cb") return line_end(element);
  if (name == "pb") {
    if (!state_.own) {
      line_end(element);
      if (!element.has("n")) {
        return report_reduced(state_, element, element.has("facs") ? "pb facs" : name);
      }
    }
    return add(element, PageMark{element.attribute("n")});
  }
  if (name == "ref" || name == "ptr") return link(element);
  if (name == "note") return note(element);
  if (name == "date" || name == "time" || name == "docDate") {
    Date date = read_date(element);
    if (date.empty() && !state_.own) return read_children(element);
    return add(element, Dated{std::move(date), inner(element)});
  }
  if (name == "q" || name == "said" || name == "quote") {
    return add(element, Quoted{inner(element)});
  }
  if (any_of(name, {"code", "gi", "att", "val", "tag", "ident", "kw"})) {
    return add(element, code_of(element));
  }
  if (name == "formula") return formula(element);
  if (name == "choice") return choice(element);
  if (name == "abbr") return add(element, Abbreviation{"", inner(element)});
  if (name == "ruby") return ruby(element);
  if (name == "figure" || name == "graphic" || name == "media") return image(element);
  if (name == "seg" || name == "foreign") return segment(element);
  other(element);
}

void InlineReader::highlighted(const XmlNode& element) {
  std::string unknown;
  std::vector<Style> styles = looks_of(element, state_.own, unknown);
  if (!unknown.empty()) report_reduced(state_, element, "hi " + unknown);
  if (styles.empty()) styles.push_back(Style::italic);
  Inlines children = inner(element);
  while (styles.size() > 1) {
    children = {styled(styles.back(), std::move(children))};
    styles.pop_back();
  }
  add(element, Styled{styles.front(), std::move(children)});
}

Code InlineReader::code_of(const XmlNode& element) {
  const std::string& language = element.attribute("lang");
  return {element.all_text(), language.empty() ? element.attribute("n") : language};
}

void InlineReader::segment(const XmlNode& element) {
  Inline item{Text{}};
  read_wrapper(state_, element, item);
  const bool bare =
      item.id.empty() && item.language.empty() && item.direction == Direction::inherit;
  if (bare) return read_children(element);
  const bool text_only = element.children.size() == 1 && element.children.front().is_text();
  if (text_only) {
    const std::string& raw = element.children.front().text;
    item.node = Text{state_.own ? raw : collapsed(raw)};
  } else {
    item.node = Styled{Style::italic, inner(element)};
    if (element.children.empty()) return;
  }
  out_.push_back(std::move(item));
}

void InlineReader::address(const XmlNode& element) {
  bool first = true;
  for (const XmlNode& child : element.children) {
    if (child.name == "addrLine") {
      if (!first) out_.push_back(Inline{LineBreak{}});
      first = false;
      for (Inline& item : inner(child)) out_.push_back(std::move(item));
    } else {
      read(child);
    }
  }
}

void InlineReader::other(const XmlNode& element) {
  const std::string& name = element.name;
  if (name == "app") return choice(element);
  if (name == "gap") return gap(element);
  if (name == "address") return address(element);
  if (any_of(name, {"fw", "index", "figDesc", "rdg", "interp", "interpGrp"})) {
    return report_left_out(state_, element);
  }
  if (any_of(name, known_marks) || any_of(name, known_words)) {
    report_reduced(state_, element, name);
  } else if (!any_of(name, plain_words)) {
    state_.context.diagnostics.report(unknown_element, element.from, name);
  }
  read_children(element);
}

Inlines read_inlines(State& state, const XmlNodes& nodes) {
  Inlines inlines;
  InlineReader reader(state, inlines);
  for (const XmlNode* node : nodes) reader.read(*node);
  return inlines;
}

Inlines read_inlines(State& state, const XmlNode& element) {
  Inlines inlines;
  InlineReader(state, inlines).read_children(element);
  return inlines;
}

bool is_block(const XmlNode& element) {
  constexpr std::array<std::string_view, 25> names = {
      "p",      "ab",     "list",    "listBibl", "sp",           "spGrp",      "lg",
      "l",      "table",  "head",    "div",      "floatingText", "byline",     "dateline",
      "opener", "closer", "trailer", "epigraph", "argument",     "postscript", "salute",
      "signed", "u",      "eg",      "castList"};
  if (element.is_text()) return false;
  if (element.name == "cit") return std::ranges::any_of(element.children, is_block);
  if (element.name == "figure") return element.attribute("rend") != "inline";
  if (element.name == "q" || element.name == "said") {
    return std::ranges::any_of(element.children, is_block);
  }
  if (element.name == "quote") {
    // In a line it is an inline quotation; with blocks inside, or nothing, a block.
    return element.children.empty() || std::ranges::any_of(element.children, is_block);
  }
  if (element.name == "milestone") return element.attribute("rend") == "rule";
  return std::ranges::find(names, element.name) != names.end();
}

}  // namespace pressmark::tei
