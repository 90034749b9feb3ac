#include <algorithm>
#include <array>

#include "converters/importers/tei/state.h"
#include "converters/importers/tei/tei.h"
#include "core/model/walk.h"

namespace pressmark::tei {
namespace {

// White space of a file that others wrote is layout; a run of it is one space.
std::string collapsed(std::string_view text) {
  std::string out;
  for (const char c : text) {
    const bool space = c == ' ' || c == '\n' || c == '\t';
    if (!space) {
      out += c;
    } else if (out.empty() || out.back() != ' ') {
      out += ' ';
    }
  }
  return out;
}

std::optional<Style> style_of(const XmlNode& element) {
  const std::string& name = element.name;
  const std::string& rend = element.attribute("rend");
  if (name == "del") return Style::deleted;
  if (name == "add") return Style::inserted;
  if (name == "emph") return has_word(rend, "strong") ? Style::strong : Style::emphasis;
  if (name == "term" || name == "mentioned" || name == "soCalled" || name == "distinct" ||
      name == "gloss" || name == "title") {
    return Style::italic;
  }
  if (name != "hi") return {};
  using Pair = std::pair<std::string_view, Style>;
  constexpr std::array<Pair, 17> looks = {Pair{"italic", Style::italic},
                                          Pair{"bold", Style::bold},
                                          Pair{"underline", Style::underline},
                                          Pair{"sup", Style::superscript},
                                          Pair{"sub", Style::subscript},
                                          Pair{"smallcaps", Style::small_caps},
                                          Pair{"highlight", Style::highlighted},
                                          Pair{"i", Style::italic},
                                          Pair{"b", Style::bold},
                                          Pair{"it", Style::italic},
                                          Pair{"u", Style::underline},
                                          Pair{"#i", Style::italic},
                                          Pair{"#b", Style::bold},
                                          Pair{"superscript", Style::superscript},
                                          Pair{"subscript", Style::subscript},
                                          Pair{"sc", Style::small_caps},
                                          Pair{"#k", Style::small_caps}};
  for (const auto& [word, style] : looks) {
    if (has_word(rend, word) || has_word(element.attribute("rendition"), word)) return style;
  }
  return Style::italic;
}

std::optional<NameKind> name_kind(const XmlNode& element) {
  const std::string& name = element.name;
  if (name == "persName" || name == "docAuthor") return NameKind::person;
  if (name == "orgName") return NameKind::organisation;
  if (name == "placeName" || name == "settlement" || name == "country" || name == "geogName") {
    return NameKind::place;
  }
  if (name != "name" && name != "rs") return {};
  const std::string& type = element.attribute("type");
  if (type == "org" || type == "organisation") return NameKind::organisation;
  if (type == "place") return NameKind::place;
  if (type == "work") return NameKind::work;
  return NameKind::person;
}

class InlineReader {
 public:
  InlineReader(State& state, Inlines& out) : state_(state), out_(out) {}

  void read(const XmlNode& node) {
    if (node.is_text()) {
      add_text(node.text, node.from);
    } else {
      element(node);
    }
  }

  void read_children(const XmlNode& element) {
    for (const XmlNode& child : element.children) read(child);
  }

 private:
  Inlines inner(const XmlNode& element) { return read_inlines(state_, element); }

  void add_text(std::string_view raw, Location from) {
    std::string text = state_.own ? std::string(raw) : collapsed(raw);
    if (text.empty()) return;
    if (!out_.empty()) {
      Inline& last = out_.back();
      auto* before = std::get_if<Text>(&last.node);
      const bool bare =
          last.id.empty() && last.language.empty() && last.direction == Direction::inherit;
      if (before != nullptr && bare) {
        before->text += text;
        return;
      }
    }
    Inline item{Text{std::move(text)}};
    item.from = from;
    out_.push_back(std::move(item));
  }

  void add(const XmlNode& element, InlineNode node) {
    Inline item{std::move(node)};
    read_wrapper(state_, element, item);
    out_.push_back(std::move(item));
  }

  void element(const XmlNode& element) {
    const std::string& name = element.name;
    if (const auto style = style_of(element)) {
      return add(element, Styled{*style, inner(element)});
    }
    if (const auto kind = name_kind(element)) {
      return add(element, Named{*kind, inner(element)});
    }
    if (name == "lb") return add(element, LineBreak{});
    if (name == "pb") return add(element, PageMark{element.attribute("n")});
    if (name == "ref" || name == "ptr") return link(element);
    if (name == "note") return note(element);
    if (name == "date" || name == "time" || name == "docDate") {
      return add(element, Dated{read_date(element), inner(element)});
    }
    if (name == "q" || name == "said" || name == "quote") {
      return add(element, Quoted{inner(element)});
    }
    if (name == "code") return add(element, code_of(element));
    if (name == "formula") return formula(element);
    if (name == "choice") return choice(element);
    if (name == "abbr") return add(element, Abbreviation{"", inner(element)});
    if (name == "ruby") return ruby(element);
    if (name == "figure" || name == "graphic" || name == "media") return image(element);
    if (name == "seg" || name == "foreign") return segment(element);
    other(element);
  }

  static Code code_of(const XmlNode& element) {
    const std::string& language = element.attribute("lang");
    return {element.all_text(), language.empty() ? element.attribute("n") : language};
  }

  // A text with a language, direction or id; without any of these only the children count.
  void segment(const XmlNode& element) {
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

  void link(const XmlNode& element) {
    std::string target = element.attribute("target");
    if (state_.own && element.has("n")) target = element.attribute("n");
    // Several targets are separated by spaces; the first one is taken.
    target.resize(std::min(target.find(' '), target.size()));
    if (target.empty() || (!state_.own && target == "#")) return read_children(element);
    Inlines children = inner(element);
    if (children.empty() && element.name == "ptr") children = {text(target)};
    add(element, Link{std::move(target), std::move(children)});
  }

  void note(const XmlNode& element) {
    if (state_.in_note) {
      add_text(" (", element.from);
      read_children(element);
      return add_text(")", element.from);
    }
    const std::string& n = element.attribute("n");
    const bool counted = std::ranges::all_of(n, [](char c) { return c >= '0' && c <= '9'; });
    const bool labelled = state_.own ? element.attribute("rend") == "labelled" : !counted;
    state_.in_note = true;
    Note node{labelled ? n : "", read_blocks(state_, children_of(element))};
    state_.in_note = false;
    add(element, std::move(node));
  }

  static void take_formula(const XmlNode& element, Formula& node) {
    const std::string& notation = element.attribute("notation");
    std::string& form = notation == "MathML"  ? node.mathml
                        : notation == "plain" ? node.plain
                                              : node.tex;
    form = element.all_text();
  }

  void formula(const XmlNode& element) {
    Formula node;
    node.display = element.attribute("rend") == "display";
    take_formula(element, node);
    if (node.tex.empty() && node.mathml.empty() && node.plain.empty()) return;
    add(element, std::move(node));
  }

  void choice(const XmlNode& element) {
    if (const XmlNode* abbreviation = element.child("abbr")) {
      const XmlNode* expansion = element.child("expan");
      return add(*abbreviation, Abbreviation{expansion == nullptr ? "" : expansion->all_text(),
                                             inner(*abbreviation)});
    }
    Formula node;
    for (const XmlNode& form : element.children) {
      if (const XmlNode* inner = form.is_text() ? nullptr : form.child("formula")) {
        take_formula(*inner, node);
      }
    }
    if (!node.tex.empty() || !node.mathml.empty() || !node.plain.empty()) {
      node.display = element.attribute("rend") == "display";
      return add(element, std::move(node));
    }
    // Of two readings the editor's is taken.
    for (const char* preferred : {"corr", "reg", "expan", "seg"}) {
      if (const XmlNode* reading = element.child(preferred)) return read_children(*reading);
    }
    read_children(element);
  }

  void ruby(const XmlNode& element) {
    const XmlNode* base = element.child("rb");
    const XmlNode* reading = element.child("rt");
    if (base == nullptr) return read_children(element);
    add(element, Ruby{inner(*base), reading == nullptr ? std::string{} : reading->all_text()});
  }

  void image(const XmlNode& element) {
    const XmlNode* graphic = element.name == "figure" ? element.child("graphic") : &element;
    if (graphic == nullptr) return other(element);
    const XmlNode* words = element.child(element.name == "figure" ? "figDesc" : "desc");
    Image node;
    if (words != nullptr) node.alt = words->all_text();
    const std::string& reference = graphic->attribute("url");
    if (graphic->has("n") || reference.find("://") != std::string::npos) {
      node.source = graphic->has("n") ? graphic->attribute("n") : reference;
    } else if (const auto id = read_image(state_, reference, element.from)) {
      node.resource = *id;
    } else {
      if (node.alt && !node.alt->empty()) add_text(*node.alt, element.from);
      return;
    }
    add(element, std::move(node));
  }

  void other(const XmlNode& element) {
    constexpr std::array<std::string_view, 14> transparent = {
        "s",    "w", "pc",       "bibl", "num",    "measure", "c",
        "abbr", "p", "supplied", "corr", "author", "item",    "label"};
    constexpr std::array<std::string_view, 8> nothing = {"milestone", "anchor", "cb",   "fw",
                                                         "index",     "gap",    "desc", "figDesc"};
    if (std::ranges::find(nothing, element.name) != nothing.end()) return;
    if (std::ranges::find(transparent, element.name) == transparent.end()) {
      state_.context.diagnostics.report(unknown_element, element.from, element.name);
    }
    read_children(element);
  }

  State& state_;
  Inlines& out_;
};

}  // namespace

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
  constexpr std::array<std::string_view, 26> names = {
      "p",        "ab",     "cit",    "list",    "listBibl", "sp",           "spGrp",
      "lg",       "l",      "table",  "head",    "div",      "floatingText", "byline",
      "dateline", "opener", "closer", "trailer", "epigraph", "argument",     "postscript",
      "salute",   "signed", "u",      "stage",   "eg"};
  if (element.is_text()) return false;
  if (element.name == "figure") return element.attribute("rend") != "inline";
  if (element.name == "quote") {
    // In a line it is an inline quotation; with blocks inside, or nothing, a block.
    return element.children.empty() || std::ranges::any_of(element.children, is_block);
  }
  if (element.name == "milestone") return element.attribute("rend") == "rule";
  return std::ranges::find(names, element.name) != names.end();
}

}  // namespace pressmark::tei
