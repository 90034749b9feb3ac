#include "converters/citation/csl/style_macros.h"

#include <algorithm>
#include <set>

namespace pressmark::csl {
namespace {

constexpr std::size_t deepest_calls = 100;

class Visitor {
 public:
  explicit Visitor(const Style& style) : style_(style) {}

  // Whether the macro and all that it calls come to an end.
  bool visit(const std::string& name) {
    if (finished_.contains(name)) return true;
    if (std::ranges::find(open_, name) != open_.end()) {
      error_ = "the macro '" + name + "' calls itself";
      return false;
    }
    if (open_.size() > deepest_calls) {
      error_ = "macros call each other more than 100 deep at '" + name + "'";
      return false;
    }
    open_.push_back(name);
    const bool good = visit(style_.macros.find(name)->second);
    open_.pop_back();
    finished_.insert(name);
    return good;
  }

  const std::string& error() const { return error_; }

 private:
  bool visit(const Elements& elements) {
    return std::ranges::all_of(elements, [this](const Element& element) { return visit(element); });
  }

  bool visit(const Element& element) {
    if (const auto* text = std::get_if<TextElement>(&element.kind)) {
      return text->source != TextElement::Source::macro || visit(text->name);
    }
    if (const auto* group = std::get_if<GroupElement>(&element.kind)) {
      return visit(group->children);
    }
    if (const auto* names = std::get_if<NamesElement>(&element.kind)) {
      return !names->substitute || visit(*names->substitute);
    }
    const auto* choose = std::get_if<ChooseElement>(&element.kind);
    return choose == nullptr || std::ranges::all_of(choose->branches, [this](const Branch& branch) {
             return visit(branch.children);
           });
  }

  const Style& style_;
  std::vector<std::string> open_;
  std::set<std::string, std::less<>> finished_;
  std::string error_;
};

}  // namespace

std::string error_of_macros(const Style& style, const std::vector<MacroCall>& calls) {
  for (const MacroCall& call : calls) {
    if (style.macros.contains(call.macro)) continue;
    return "line " + std::to_string(call.line) + ": there is no macro '" + call.macro + "'";
  }
  Visitor visitor(style);
  for (const auto& [name, elements] : style.macros) {
    if (!visitor.visit(name)) break;
  }
  return visitor.error();
}

}  // namespace pressmark::csl
