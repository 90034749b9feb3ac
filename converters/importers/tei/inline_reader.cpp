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

bool any_of(std::string_view name, std::initializer_list<std::string_view> names) {
  return std::ranges::find(names, name) != names.end();
}

template <std::size_t size>
bool any_of(std::string_view name, const std::array<std::string_view, size>& names) {
  return std::ranges::find(names, name) != names.end();
}

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

// The words of rend, rendition and style that say how a hi looks; those that say nothing known are
// named in `unknown`.
std::vector<Style> looks_of(const XmlNode& hi, bool own, std::string& unknown) {
  using Pair = std::pair<std::string_view, Style>;
  constexpr std::array<Pair, 34> looks = {
      Pair{"italic", Style::italic}, Pair{"bold", Style::bold}, Pair{"underline", Style::underline},
      Pair{"sup", Style::superscript}, Pair{"sub", Style::subscript},
      Pair{"smallcaps", Style::small_caps}, Pair{"highlight", Style::highlighted},
      Pair{"i", Style::italic}, Pair{"b", Style::bold}, Pair{"it", Style::italic},
      Pair{"u", Style::underline}, Pair{"superscript", Style::superscript},
      Pair{"subscript", Style::subscript}, Pair{"sc", Style::small_caps},
      Pair{"k", Style::small_caps}, Pair{"italics", Style::italic}, Pair{"ital", Style::italic},
      Pair{"small-caps", Style::small_caps}, Pair{"underlined", Style::underline},
      Pair{"ul", Style::underline}, Pair{"super", Style::superscript},
      Pair{"strike", Style::deleted}, Pair{"strikethrough", Style::deleted},
      Pair{"line-through", Style::deleted},
      // Letters set apart are the emphasis of German print.
      Pair{"g", Style::emphasis}, Pair{"spaced", Style::emphasis},
      Pair{"letterspace", Style::emphasis}, Pair{"gesperrt", Style::emphasis},
      Pair{"aq", Style::italic}, Pair{"expanded", Style::emphasis}, Pair{"strong", Style::strong},
      Pair{"fett", Style::bold}, Pair{"kursiv", Style::italic}, Pair{"oblique", Style::italic}};
  std::vector<Style> styles;
  const auto take = [&](const std::string& attribute) {
    std::string word;
    const auto end_word = [&] {
      std::string_view plain = word;
      if (plain.starts_with("simple:")) plain.remove_prefix(7);
      if (plain.starts_with('#')) plain.remove_prefix(1);
      const auto look = std::ranges::find(looks, plain, &Pair::first);
      if (look == looks.end()) {
        const bool direction = plain == "rtl" || plain == "ltr";
        if (!plain.empty() && !direction) unknown += (unknown.empty() ? "" : " ") + word;
      } else if (std::ranges::find(styles, look->second) == styles.end()) {
        styles.push_back(look->second);
      }
      word.clear();
    };
    for (const char c : attribute) {
      if (c == ' ' || c == ';') {
        end_word();
      } else if (c == ':' && word != "simple") {
        word.clear();  // a property of CSS; its value follows
      } else {
        word += c;
      }
    }
    end_word();
  };
  take(hi.attribute("rend"));
  take(hi.attribute("rendition"));
  if (!own) take(hi.attribute("style"));
  return styles;
}

std::optional<Style> style_of(const XmlNode& element) {
  const std::string& name = element.name;
  const std::string& rend = element.attribute("rend");
  if (name == "del") return Style::deleted;
  if (name == "add") return Style::inserted;
  if (name == "emph") return has_word(rend, "strong") ? Style::strong : Style::emphasis;
  if (any_of(name, {"term", "mentioned", "soCalled", "distinct", "gloss", "title", "stage",
                    "kinesic", "vocal", "incident", "writing"})) {
    return Style::italic;
  }
  return {};
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
    if (!state_.own) join_to_last(text, from);
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

  Text* last_text() { return out_.empty() ? nullptr : std::get_if<Text>(&out_.back().node); }

  // Whether a space stands before the next text; a page mark between them is no text.
  bool ends_with_space() const {
    std::size_t end = out_.size();
    if (end > 0 && std::holds_alternative<PageMark>(out_[end - 1].node)) --end;
    const auto* text = end == 0 ? nullptr : std::get_if<Text>(&out_[end - 1].node);
    return text != nullptr && text->text.ends_with(' ');
  }

  // Two pieces of white space that an element left out divided are one, and a word that a line end
  // divided is whole.
  void join_to_last(std::string& text, Location from) {
    if (divided_ == Divided::surely || (divided_ == Divided::perhaps && goes_on(text))) {
      text.erase(0, std::min(text.find_first_not_of(' '), text.size()));
      if (text.empty()) return;
      if (divided_ == Divided::perhaps && hyphened_ < out_.size()) {
        auto& before = std::get<Text>(out_[hyphened_].node).text;
        while (before.ends_with(' ')) before.pop_back();
        if (before.ends_with('-')) before.pop_back();
        state_.context.diagnostics.report(
            joined_word, from,
            before.substr(before.rfind(' ') + 1) + "|" + text.substr(0, text.find(' ')));
      }
    } else if (text.starts_with(' ') && ends_with_space()) {
      text.erase(0, 1);
    }
    if (text.find_first_not_of(' ') != std::string::npos) divided_ = Divided::no;
  }

  // Whether the word before a hyphen at a line end may go on with this text: in small letters, and
  // not with the word that joins two compounds ("Vor- und Nachteil").
  static bool goes_on(std::string_view text) {
    text.remove_prefix(std::min(text.find_first_not_of(' '), text.size()));
    const std::string_view word = text.substr(0, text.find_first_of(" ,.;"));
    if (word.empty() || any_of(word, {"und", "oder", "bis", "and", "or", "to", "et", "ou"})) {
      return false;
    }
    const char first = word.front();
    return (first >= 'a' && first <= 'z') || static_cast<unsigned char>(first) >= 0xC3;
  }

  // A line, column or page begins: a place where a word may be divided.
  void line_end(const XmlNode& element) {
    const std::string& broken = element.attribute("break");
    Text* last = last_text();
    if (last != nullptr) {
      std::string& before = last->text;
      const std::size_t end = before.find_last_not_of(' ') + 1;
      const auto ends = [&](std::string_view mark) {
        return std::string_view(before).substr(0, end).ends_with(mark);
      };
      for (const std::string_view mark : {"\u00AD", "\u00AC", "\u2E17", "-"}) {
        if (!ends(mark)) continue;
        if (mark == "-" && broken != "no") {
          if (end < 2 || before[end - 2] == ' ' || before[end - 2] == '-') break;
          divided_ = Divided::perhaps;
          hyphened_ = out_.size() - 1;
        } else {
          before.resize(end - mark.size());
          divided_ = Divided::surely;
        }
        break;
      }
      if (broken == "no") before.resize(std::min(before.size(), before.find_last_not_of(' ') + 1));
    }
    if (broken == "no") divided_ = Divided::surely;
    if (divided_ == Divided::no && element.name != "pb") add_text(" ", element.from);
  }

  void add(const XmlNode& element, InlineNode node) {
    Inline item{std::move(node)};
    read_wrapper(state_, element, item);
    out_.push_back(std::move(item));
  }

  void element(const XmlNode& element) {
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
        if (!element.has("n")) return report_reduced(state_, element, name);
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

  void highlighted(const XmlNode& element) {
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
    const auto apart = target.starts_with('#') ? state_.notes_apart.find(target.substr(1))
                                               : state_.notes_apart.end();
    if (apart != state_.notes_apart.end()) {
      const XmlNode& body = *apart->second;
      state_.notes_apart.erase(apart);
      return note(body, line_of(element));
    }
    Inlines children = inner(element);
    if (children.empty() && element.name == "ptr") children = {text(target)};
    add(element, Link{std::move(target), std::move(children)});
  }

  // `mark`: the words of the reference to a note that stands apart.
  void note(const XmlNode& element, const std::string& mark = {}) {
    if (state_.in_note) {
      add_text(" (", element.from);
      read_children(element);
      return add_text(")", element.from);
    }
    const std::string& n = mark.empty() ? element.attribute("n") : mark;
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
      if (!state_.own) leave_out(element, {abbreviation, expansion});
      return add(*abbreviation, Abbreviation{expansion == nullptr ? "" : line_of(*expansion),
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
    const XmlNode* taken = nullptr;
    for (const char* preferred : {"corr", "reg", "expan", "lem", "seg", "unclear"}) {
      if (taken == nullptr) taken = element.child(preferred);
    }
    for (const XmlNode& child : element.children) {
      if (taken == nullptr && !child.is_text()) taken = &child;
    }
    leave_out(element, {taken});
    if (taken == nullptr) return;
    if (any_of(taken->name, {"corr", "reg", "lem", "seg"})) return read_children(*taken);
    read(*taken);
  }

  // Names the children of an element but for those that are read.
  void leave_out(const XmlNode& element, std::initializer_list<const XmlNode*> read) {
    for (const XmlNode& child : element.children) {
      if (std::ranges::find(read, &child) != read.end()) continue;
      if (!child.is_text() || !line_of(child).empty()) report_left_out(state_, child);
    }
  }

  // Where the source has a gap there is a sign of it in the text.
  void gap(const XmlNode& element) {
    std::string words = "gap";
    for (const char* name : {"reason", "quantity", "extent", "unit"}) {
      if (element.has(name)) words += " " + element.attribute(name);
    }
    state_.context.diagnostics.report(left_out, element.from, words);
    leave_out(element, {});
    add_text("[\u2026]", element.from);
  }

  void address(const XmlNode& element) {
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
    if (element.name == "figure" && !state_.own) leave_out(element, {graphic, words});
    Image node;
    if (words != nullptr) node.alt = state_.own ? words->all_text() : line_of(*words);
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

  enum class Divided { no, perhaps, surely };
  Divided divided_ = Divided::no;  // whether a word goes on behind the last line end
  std::size_t hyphened_ = 0;       // the text with the hyphen
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
