#include "converters/importers/html/formulas.h"

#include <algorithm>

#include "converters/common/math_line.h"
#include "converters/common/xml_writer.h"
#include "converters/importers/html/elements.h"
#include "converters/importers/html/words.h"
#include "core/model/validate.h"

namespace pressmark::html {
namespace {

constexpr std::string_view mathml_namespace = "http://www.w3.org/1998/Math/MathML";

bool is_math(const Node* node) {
  return node->type == NodeType::element && node->name == "math" &&
         node->space == Namespace::mathml;
}

const Node* find_math(const Node* node) {
  for (const Node* at = node; at != nullptr; at = next_in_order(at, node)) {
    if (is_math(at)) return at;
  }
  return nullptr;
}

// TeX without the delimiters and the style command that renderers put around it.
std::string clean_tex(std::string_view tex) {
  tex = trim(tex);
  constexpr std::string_view pairs[][2] = {{"\\(", "\\)"},
                                           {"\\[", "\\]"},
                                           {"$$", "$$"},
                                           {"{\\displaystyle", "}"},
                                           {"{\\textstyle", "}"}};
  for (const auto& [open, close] : pairs) {
    if (tex.size() >= open.size() + close.size() && tex.starts_with(open) && tex.ends_with(close)) {
      tex = trim(tex.substr(open.size(), tex.size() - open.size() - close.size()));
    }
  }
  if (tex.size() > 2 && tex.front() == '$' && tex.back() == '$') {
    tex = trim(tex.substr(1, tex.size() - 2));
  }
  // CDATA marks in script elements of XHTML pages.
  for (const std::string_view mark : {"% <![CDATA[", "<![CDATA["}) {
    if (tex.starts_with(mark)) tex = trim(tex.substr(mark.size()));
  }
  for (const std::string_view mark : {"% ]]>", "]]>"}) {
    if (tex.ends_with(mark)) tex = trim(tex.substr(0, tex.size() - mark.size()));
  }
  return std::string(tex);
}

bool is_tex_annotation(const Node* node) {
  if (node->type != NodeType::element || node->name != "annotation") return false;
  const std::string encoding = to_lower(node->attribute("encoding"));
  return encoding.find("tex") != std::string::npos;
}

// Whether an alternative text is TeX. Publishers also put words there ("x squared plus one"): a
// word without any sign of TeX around it is no variable.
bool is_tex(std::string_view text) {
  // Scripts in round brackets are those of a plain line ("x_(i+1)"): TeX would take one bracket.
  if (text.find("_(") != std::string_view::npos || text.find("^(") != std::string_view::npos) {
    return false;
  }
  if (text.find_first_of("\\^_{") != std::string_view::npos) return true;
  int letters = 0;
  for (const char c : text) {
    letters = is_letter(c) ? letters + 1 : 0;
    if (letters == 3) return false;
  }
  return true;
}

std::string tex_of(const Node* top) {
  for (const Node* at = top; at != nullptr; at = next_in_order(at, top)) {
    if (is_tex_annotation(at)) return clean_tex(text_content(at));
  }
  for (const std::string_view name : {"alttext", "data-latex", "data-tex", "data-math"}) {
    for (const Node* at = top; at != nullptr; at = next_in_order(at, top)) {
      const std::string_view value = at->attribute(name);
      if (!trim(value).empty() && (name != "alttext" || is_tex(value))) return clean_tex(value);
      if (at->first_child != nullptr && at != top) break;
    }
  }
  return {};
}

// Attributes of MathML that mean something; what scripts and style sheets add is left out.
bool keeps_attribute(std::string_view name) {
  if (name.starts_with("data-") || name.starts_with("on") || name.starts_with("aria-") ||
      name.find(':') != std::string_view::npos || !is_valid_id(name)) {
    return false;
  }
  return name != "class" && name != "id" && name != "style" && name != "xmlns" &&
         name != "tabindex" && name != "role" && name != "href" && name != "src";
}

void write_mathml(XmlWriter& out, const Node* node) {
  if (node->type == NodeType::text) {
    out.text(node->text);
    return;
  }
  if (node->type != NodeType::element || !is_valid_id(node->name)) return;
  // Annotations repeat the formula in other languages; elements of HTML are shown as their text.
  if (node->name == "annotation" || node->name == "annotation-xml") return;
  if (node->space != Namespace::mathml) {
    out.text(collapsed_text(node));
    return;
  }
  out.start(node->name);
  if (is_math(node)) out.attribute("xmlns", mathml_namespace);
  for (const Attribute& attribute : node->attributes) {
    if (keeps_attribute(attribute.name)) out.attribute(attribute.name, attribute.value);
  }
  for (const Node* child = node->first_child; child != nullptr; child = child->next) {
    write_mathml(out, child);
  }
  out.end();
}

std::string serialise(const Node* math) {
  XmlWriter out(XmlWriter::Declaration::no);
  write_mathml(out, math);
  return out.written();
}

std::string plain_of(const Node* math) {
  std::string plain;
  for (const Node* at = math; at != nullptr;) {
    if (at->name == "annotation" || at->name == "annotation-xml") {
      at = next_after_subtree(at, math);
      continue;
    }
    if (at->type == NodeType::text) plain += at->text;
    at = next_in_order(at, math);
  }
  // Invisible operators (U+2061 to U+2064) are for machines.
  std::string visible;
  for (std::size_t i = 0; i < plain.size();) {
    const std::string_view rest = std::string_view(plain).substr(i);
    if (rest.starts_with("\xE2\x81\xA1") || rest.starts_with("\xE2\x81\xA2") ||
        rest.starts_with("\xE2\x81\xA3") || rest.starts_with("\xE2\x81\xA4")) {
      i += 3;
      continue;
    }
    visible += plain[i++];
  }
  return collapse_space(visible);
}

std::optional<Formula> finished(Formula formula) {
  if (formula.tex.empty() && formula.mathml.empty() && formula.plain.empty()) return std::nullopt;
  if (formula.plain.empty()) formula.plain = collapse_space(formula.tex);
  return formula;
}

std::optional<Formula> read_math(const Node* math) {
  Formula formula;
  formula.plain = plain_of(math);
  formula.tex = tex_of(math);
  if (!formula.plain.empty()) {
    formula.mathml = serialise(math);
    // "a/b", where the characters alone would be "ab".
    if (std::string line = math_text(math_line(formula.mathml)); !line.empty()) {
      formula.plain = std::move(line);
    }
  }
  formula.display = math->attribute("display") == "block" || math->attribute("mode") == "display";
  return finished(std::move(formula));
}

// MathML that a page has as text, in an attribute or a script element.
std::optional<Formula> read_math_source(std::string_view source) {
  constexpr int depth = 100;
  constexpr std::size_t elements = 20000;
  ParseReport report;
  const Result<Dom> dom = parse(source, depth, elements, report);
  const Node* math = dom ? find_math(dom->root()) : nullptr;
  if (math == nullptr) return std::nullopt;
  return read_math(math);
}

std::optional<Formula> read_script(const Node* script) {
  const std::string type = to_lower(script->attribute("type"));
  if (!type.starts_with("math/")) return std::nullopt;
  std::string source;
  for (const Node* child = script->first_child; child != nullptr; child = child->next) {
    source += child->text;
  }
  const bool display = type.find("mode=display") != std::string::npos;
  if (type.starts_with("math/mml")) {
    if (std::optional<Formula> formula = read_math_source(source)) {
      formula->display = formula->display || display;
      return formula;
    }
  }
  Formula formula;
  formula.display = display;
  // What math/asciimath holds can be read, but is no TeX.
  if (type.starts_with("math/tex")) {
    formula.tex = clean_tex(source);
  } else {
    formula.plain = collapse_space(source);
  }
  return finished(std::move(formula));
}

// A renderer's element around (or beside) its MathML.
std::optional<Formula> read_rendered(const Node* node) {
  Formula formula;
  if (const Node* math = find_math(node)) {
    if (std::optional<Formula> inner = read_math(math)) formula = std::move(*inner);
  } else if (node->has_attribute("data-mathml")) {
    if (std::optional<Formula> inner = read_math_source(node->attribute("data-mathml"))) {
      formula = std::move(*inner);
    }
  }
  if (formula.tex.empty()) formula.tex = tex_of(node);
  if (formula.tex.empty() && formula.mathml.empty()) {
    formula.plain = collapsed_text(node);
  }
  if (has_any_class(
          node, {"katex-display", "mathjax_display", "math-display", "mwe-math-element-block"}) ||
      node->attribute("display") == "true" || find_class(node, "katex-display") ||
      (node->parent != nullptr && has_any_class(node->parent, {"katex-display"}))) {
    formula.display = true;
  }
  return finished(std::move(formula));
}

// TeX as the text of an element (pandoc) or in its attribute (Notion, Obsidian and others).
std::optional<Formula> read_tex_holder(const Node* node) {
  Formula formula;
  for (const std::string_view name : {"data-tex", "data-latex", "data-math", "data-equation"}) {
    if (formula.tex.empty()) formula.tex = clean_tex(node->attribute(name));
  }
  if (formula.tex.empty() && has_any_class(node, {"math"}) &&
      has_any_class(node, {"inline", "display", "math-inline", "math-block", "notranslate"}) &&
      find_descendant(node, "img") == nullptr) {
    formula.tex = clean_tex(text_content(node));
  }
  // MkDocs, CKEditor and GitLab put the TeX into a marked element for a script to render.
  const std::string_view style = node->attribute("data-math-style");
  if (formula.tex.empty() && find_descendant(node, "img") == nullptr &&
      (!style.empty() || has_any_class(node, {"arithmatex", "math-tex"}))) {
    formula.tex = clean_tex(text_content(node));
  }
  if (formula.tex.empty()) return std::nullopt;
  const std::string text = collapsed_text(node);
  formula.display = has_any_class(node, {"display", "math-block", "math-display"}) ||
                    node->is("div") || style == "display" || text.starts_with("\\[") ||
                    text.starts_with("$$");
  return finished(std::move(formula));
}

std::optional<Formula> read_image(const Node* image) {
  if (!has_any_class(image, {"latex", "tex", "math", "mwe-math-fallback-image-inline",
                             "mwe-math-fallback-image-display", "wp-katex-eq",
                             "ql-img-inline-formula", "ql-img-displayed-equation"})) {
    return std::nullopt;
  }
  Formula formula;
  formula.tex = clean_tex(image->attribute("alt"));
  formula.display =
      has_any_class(image, {"mwe-math-fallback-image-display", "ql-img-displayed-equation"});
  return finished(std::move(formula));
}

}  // namespace

std::optional<Formula> read_formula(const Node* node) {
  if (node->type != NodeType::element) return std::nullopt;
  if (is_math(node)) return read_math(node);
  if (node->space != Namespace::html) return std::nullopt;
  if (node->is("script")) return read_script(node);
  if (node->is("img")) return read_image(node);
  if (node->is("mjx-container") || node->is("math-renderer")) return read_rendered(node);
  if (node->attribute("class").empty() && !node->has_attribute("data-tex") &&
      !node->has_attribute("data-latex") && !node->has_attribute("data-math") &&
      !node->has_attribute("data-equation") && !node->has_attribute("data-math-style")) {
    return std::nullopt;
  }
  if (has_any_class(node, {"katex", "katex-display", "mwe-math-element"}) ||
      (has_any_class(node, {"mathjax", "mathjax_svg", "mathjax_chtml", "mathjax_display",
                            "mathjax_svg_display"}) &&
       (find_math(node) != nullptr || node->has_attribute("data-mathml")))) {
    return read_rendered(node);
  }
  if (node->is("span") || node->is("div") || node->is("code") || node->is("p") ||
      (node->is("pre") && node->has_attribute("data-math-style"))) {
    return read_tex_holder(node);
  }
  return std::nullopt;
}

bool is_formula_duplicate(const Node* node) {
  if (node->type != NodeType::element) return false;
  if (has_any_class(node, {"mathjax_preview"})) return true;
  if (!has_any_class(node, {"mathjax", "mathjax_display", "mathjax_svg", "mathjax_svg_display",
                            "mathjax_chtml", "mjx-chtml", "katex-html"})) {
    return false;
  }
  const Node* next = next_element(node);
  return next != nullptr && next->is("script") && next->attribute("type").starts_with("math/");
}

bool renders_tex_in_text(const Dom& dom) {
  for (const Node* at = dom.root(); at != nullptr; at = next_in_order(at, dom.root())) {
    if (!at->is("script")) continue;
    const std::string_view source = at->attribute("src");
    if (contains_ignoring_case(source, "mathjax") || contains_ignoring_case(source, "katex")) {
      return true;
    }
    const std::string_view type = at->attribute("type");
    if (contains_ignoring_case(type, "mathjax")) return true;
  }
  return false;
}

std::vector<TexPiece> split_tex(std::string_view text) {
  struct Delimiters {
    std::string_view open;
    std::string_view close;
    bool display;
  };
  constexpr Delimiters all[] = {{"\\(", "\\)", false}, {"\\[", "\\]", true}, {"$$", "$$", true}};
  std::vector<TexPiece> pieces;
  std::size_t plain_start = 0;
  // A close delimiter that was not found from some place on is not looked for again.
  bool absent[3] = {false, false, false};
  for (std::size_t i = 0; i + 1 < text.size();) {
    bool found = false;
    for (std::size_t k = 0; k < 3 && !found; ++k) {
      if (absent[k] || text.substr(i, 2) != all[k].open) continue;
      const std::size_t end = text.find(all[k].close, i + 2);
      if (end == std::string_view::npos) {
        absent[k] = true;
        continue;
      }
      if (trim(text.substr(i + 2, end - i - 2)).empty()) continue;
      if (i > plain_start) pieces.push_back({text.substr(plain_start, i - plain_start)});
      pieces.push_back({trim(text.substr(i + 2, end - i - 2)), true, all[k].display});
      i = plain_start = end + 2;
      found = true;
    }
    if (!found) ++i;
  }
  if (plain_start < text.size()) pieces.push_back({text.substr(plain_start)});
  return pieces;
}

}  // namespace pressmark::html
