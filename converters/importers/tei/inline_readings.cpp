// Formulas, and what editors did to a text: choices, gaps, what is left out.
#include <algorithm>
#include <array>

#include "converters/importers/tei/inline_reader.h"
#include "converters/importers/tei/tei.h"
#include "core/model/walk.h"

namespace pressmark::tei {

void InlineReader::take_formula(const XmlNode& element, Formula& node) {
  const std::string& notation = element.attribute("notation");
  std::string& form = notation == "MathML"  ? node.mathml
                      : notation == "plain" ? node.plain
                                            : node.tex;
  form = element.all_text();
}

void InlineReader::formula(const XmlNode& element) {
  Formula node;
  node.display = element.attribute("rend") == "display";
  take_formula(element, node);
  if (node.tex.empty() && node.mathml.empty() && node.plain.empty()) return;
  add(element, std::move(node));
}

void InlineReader::choice(const XmlNode& element) {
  if (const XmlNode* abbreviation = element.child("abbr")) {
    const XmlNode* expansion = element.child("expan");
    if (!state_.own) leave_out(element, {abbreviation, expansion});
    return add(*abbreviation,
               Abbreviation{expansion == nullptr ? "" : line_of(*expansion), inner(*abbreviation)});
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

void InlineReader::leave_out(const XmlNode& element, std::initializer_list<const XmlNode*> read) {
  for (const XmlNode& child : element.children) {
    if (std::ranges::find(read, &child) != read.end()) continue;
    if (!child.is_text() || !line_of(child).empty()) report_left_out(state_, child);
  }
}

void InlineReader::gap(const XmlNode& element) {
  std::string words = "gap";
  for (const char* name : {"reason", "quantity", "extent", "unit"}) {
    if (element.has(name)) words += " " + element.attribute(name);
  }
  state_.context.diagnostics.report(left_out, element.from, words);
  leave_out(element, {});
  add_text("[\u2026]", element.from);
}

}  // namespace pressmark::tei
