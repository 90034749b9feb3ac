#include "converters/common/math_line.h"

#include <libxml/tree.h>

#include <algorithm>
#include <array>
#include <cstdint>

#include "converters/common/mathml.h"
#include "converters/common/xml_tree.h"
#include "core/base/utf8.h"

namespace pressmark {
namespace {

// Thin spaces; no line ends before the sign.
constexpr std::string_view space_before = "\u2060\u2009\u2060";
constexpr std::string_view space_behind = "\u2009";

bool is_in(std::string_view sign, std::string_view signs) {
  const utf8::Decoded first = utf8::decode(sign, 0);
  return static_cast<std::size_t>(first.size) == sign.size() &&
         signs.find(sign) != std::string_view::npos;
}

// Signs that stand between two operands.
bool is_infix(std::string_view sign) {
  return is_in(sign, "=<>≤≥≠≈≃≅≡∼∝→←↔⇒⇐⇔↦∈∉∋⊂⊃⊆⊇≪≫∣∥⊥≺≻+−-±∓×⋅·∗÷∪∩∧∨⊕⊗∘∖") || sign == ":=";
}
bool opens(std::string_view sign) { return is_in(sign, "([{⟨⌈⌊"); }
bool is_large(std::string_view sign) { return is_in(sign, "∑∏∐∫∬∭∮⋃⋂⋁⋀"); }
bool is_invisible(std::string_view sign) { return is_in(sign, "\u2061\u2062\u2063\u2064"); }

// An accent as the mark that combines with the letter before it.
std::string_view combining(std::string_view accent) {
  constexpr std::array<std::array<std::string_view, 2>, 12> marks = {{{"¯", "\u0304"},
                                                                      {"‾", "\u0304"},
                                                                      {"_", "\u0304"},
                                                                      {"^", "\u0302"},
                                                                      {"ˆ", "\u0302"},
                                                                      {"~", "\u0303"},
                                                                      {"˜", "\u0303"},
                                                                      {"→", "\u20D7"},
                                                                      {"⃗", "\u20D7"},
                                                                      {"˙", "\u0307"},
                                                                      {".", "\u0307"},
                                                                      {"¨", "\u0308"}}};
  for (const auto& [sign, mark] : marks) {
    if (sign == accent) return mark;
  }
  return {};
}

class Line {
 public:
  void math(const xmlNode* root) { row(elements(root), 0); }
  std::vector<MathPiece> take() { return failed_ ? std::vector<MathPiece>{} : std::move(pieces_); }

 private:
  using Nodes = std::vector<const xmlNode*>;

  static Nodes elements(const xmlNode* parent) {
    Nodes nodes;
    for (const xmlNode* child = parent->children; child != nullptr; child = child->next) {
      if (child->type != XML_ELEMENT_NODE) continue;
      const std::string_view name = xml_tree::name_of(child);
      if (name != "annotation" && name != "annotation-xml") nodes.push_back(child);
    }
    return nodes;
  }

  static std::string characters(const xmlNode* node) {
    std::string text;
    for (const xmlNode* child = node->children; child != nullptr; child = child->next) {
      text += xml_tree::text_of(child);
    }
    std::string collapsed;
    for (const char c : text) {
      const bool white = c == ' ' || c == '\t' || c == '\n' || c == '\r';
      if (!white) {
        collapsed += c;
      } else if (!collapsed.empty() && collapsed.back() != ' ') {
        collapsed += ' ';
      }
    }
    if (collapsed.ends_with(' ')) collapsed.pop_back();
    return utf8::to_text(collapsed);
  }

  static std::string attribute(const xmlNode* node, std::string_view name) {
    for (const xmlAttr* at = node->properties; at != nullptr; at = at->next) {
      if (xml_tree::name_of(at) == name) return xml_tree::value_of(at);
    }
    return {};
  }

  void add(std::string_view text, bool is_variable = false) {
    if (text.empty()) return;
    if (!pieces_.empty() && pieces_.back().is_variable == is_variable &&
        pieces_.back().scripts == scripts_) {
      pieces_.back().text += text;
    } else {
      pieces_.push_back({std::string(text), is_variable, scripts_});
    }
  }

  void row(const Nodes& nodes, int depth) {
    bool has_operand = false;  // before the next node
    for (std::size_t i = 0; i < nodes.size(); ++i) {
      if (xml_tree::name_of(nodes[i]) != "mo") {
        write(nodes[i], depth);
        has_operand = true;
        continue;
      }
      const bool is_last = i + 1 == nodes.size();
      has_operand = sign(characters(nodes[i]), has_operand, is_last);
    }
  }

  // Whether an operand stands behind the sign as well as before what follows.
  bool sign(std::string_view text, bool has_operand, bool is_last) {
    if (text.empty() || is_invisible(text)) return has_operand;
    const std::string_view shown = text == "-" ? "−" : text;
    if (is_infix(text) && has_operand && !is_last && scripts_.empty()) {
      add(space_before);
      add(shown);
      add(space_behind);
      return false;
    }
    add(shown);
    if ((text == "," || text == ";") && !is_last) add(space_behind);
    return !is_infix(text) && !opens(text) && text != "," && text != ";" && !is_large(text);
  }

  void script(const xmlNode* node, int direction, int depth) {
    const std::string text = characters(node);
    if (direction > 0 && !text.empty() &&
        text.find_first_not_of("'\xE2\x80\xB2\xB3\xB4") == std::string::npos) {
      for (std::size_t at = 0; at < text.size();) {  // primes are raised themselves
        const utf8::Decoded decoded = utf8::decode(text, at);
        add(text[at] == '\'' ? "′" : std::string_view(text).substr(at, decoded.size));
        at += decoded.size;
      }
      return;
    }
    scripts_.push_back(direction);
    write(node, depth);
    scripts_.pop_back();
  }

  // Whether it needs no brackets as the part of a fraction or below a root.
  static bool is_single(const xmlNode* node) {
    const std::string_view name = xml_tree::name_of(node);
    if (name == "mi" || name == "mn" || name == "mtext" || name == "mfenced") return true;
    if (name == "msup" || name == "msub" || name == "msubsup" || name == "mover") {
      const Nodes parts = elements(node);
      return !parts.empty() && is_single(parts[0]);
    }
    if (name != "mrow" && name != "mstyle" && name != "mpadded") return false;
    const Nodes parts = elements(node);
    if (parts.size() == 1) return is_single(parts[0]);
    // Letters and numbers side by side are one product, a bracketed row has its brackets.
    return std::ranges::all_of(parts, [](const xmlNode* part) {
      return xml_tree::name_of(part) == "mo" ? is_invisible(characters(part)) : is_single(part);
    });
  }

  void bracketed(const xmlNode* node, int depth) {
    const bool single = is_single(node);
    if (!single) add("(");
    write(node, depth);
    if (!single) add(")");
  }

  void write(const xmlNode* node, int depth) {
    if (++depth > deepest_mathml) {
      failed_ = true;
      return;
    }
    const std::string_view name = xml_tree::name_of(node);
    const Nodes parts = elements(node);
    if (name == "mi") {
      const std::string text = characters(node);
      const bool single =
          !text.empty() && static_cast<std::size_t>(utf8::decode(text, 0).size) == text.size();
      add(text, single && attribute(node, "mathvariant") != "normal");
    } else if (name == "mo") {
      sign(characters(node), false, false);
    } else if (name == "mn" || name == "mtext" || name == "ms") {
      add(characters(node));
    } else if (name == "mspace") {
      add(space_behind);
    } else if (name == "mphantom") {
      return;
    } else if (name == "mfrac" && parts.size() == 2) {
      fraction(node, parts, depth);
    } else if (name == "msqrt") {
      add("√");
      const bool single = parts.size() == 1 && is_single(parts[0]);
      if (!single) add("(");
      row(parts, depth);
      if (!single) add(")");
    } else if (name == "mroot" && parts.size() == 2) {
      script(parts[1], 1, depth);
      add("√");
      bracketed(parts[0], depth);
    } else if (name == "mover" && parts.size() == 2 && accent(parts, depth)) {
      return;
    } else if ((name == "msub" || name == "munder") && parts.size() == 2) {
      write(parts[0], depth);
      script(parts[1], -1, depth);
      end_large(parts[0]);
    } else if ((name == "msup" || name == "mover") && parts.size() == 2) {
      write(parts[0], depth);
      script(parts[1], 1, depth);
    } else if ((name == "msubsup" || name == "munderover") && parts.size() == 3) {
      write(parts[0], depth);
      script(parts[1], -1, depth);
      script(parts[2], 1, depth);
      end_large(parts[0]);
    } else if (name == "mmultiscripts") {
      multiscripts(parts, depth);
    } else if (name == "mfenced") {
      fenced(node, parts, depth);
    } else if (name == "mtable") {
      list(parts, "; ", depth);
    } else if (name == "mtr" || name == "mlabeledtr") {
      list(parts, ", ", depth);
    } else if (name == "semantics" || name == "maction") {
      if (!parts.empty()) write(parts[0], depth);
    } else {
      row(parts, depth);
    }
  }

  // What a sum or an integral with limits is of stands a little apart from them.
  void end_large(const xmlNode* base) {
    if (xml_tree::name_of(base) == "mo" && is_large(characters(base)) && scripts_.empty()) {
      add(space_behind);
    }
  }

  void fraction(const xmlNode* node, const Nodes& parts, int depth) {
    const std::string thickness = attribute(node, "linethickness");
    if (thickness.starts_with('0')) {  // a binomial coefficient
      add("C(");
      write(parts[0], depth);
      add(", ");
      write(parts[1], depth);
      add(")");
      return;
    }
    bracketed(parts[0], depth);
    add("/");
    bracketed(parts[1], depth);
  }

  bool accent(const Nodes& parts, int depth) {
    const std::string_view mark = combining(characters(parts[1]));
    const xmlNode* letter = parts[0];
    for (Nodes inner = elements(letter); inner.size() == 1; inner = elements(letter)) {
      letter = inner[0];
    }
    const std::string base = characters(letter);
    if (mark.empty() || base.empty() ||
        static_cast<std::size_t>(utf8::decode(base, 0).size) != base.size()) {
      return false;
    }
    write(parts[0], depth);
    if (!pieces_.empty()) pieces_.back().text += mark;
    return true;
  }

  // A base, pairs of a subscript and a superscript, and behind mprescripts those before the base.
  void multiscripts(const Nodes& parts, int depth) {
    const auto is_mark = [](const xmlNode* part) {
      return xml_tree::name_of(part) == "mprescripts";
    };
    const auto pairs = [&](auto begin, auto end) {
      for (int direction = -1; begin != end; ++begin, direction = -direction) {
        if (xml_tree::name_of(*begin) != "none") script(*begin, direction, depth);
      }
    };
    if (parts.empty()) return;
    const auto before = std::find_if(parts.begin(), parts.end(), is_mark);
    if (before != parts.end()) pairs(before + 1, parts.end());
    if (before == parts.begin()) return;
    write(parts[0], depth);
    pairs(parts.begin() + 1, before);
  }

  void fenced(const xmlNode* node, const Nodes& parts, int depth) {
    const auto or_else = [&](std::string_view name, std::string_view otherwise) {
      const bool given = std::ranges::any_of(
          attributes_of(node), [&](const xmlAttr* at) { return xml_tree::name_of(at) == name; });
      return given ? attribute(node, name) : std::string(otherwise);
    };
    add(or_else("open", "("));
    const std::string separators = or_else("separators", ",");
    list(parts, separators.empty() ? "" : ", ", depth);
    add(or_else("close", ")"));
  }

  static std::vector<const xmlAttr*> attributes_of(const xmlNode* node) {
    std::vector<const xmlAttr*> all;
    for (const xmlAttr* at = node->properties; at != nullptr; at = at->next) all.push_back(at);
    return all;
  }

  void list(const Nodes& parts, std::string_view separator, int depth) {
    for (std::size_t i = 0; i < parts.size(); ++i) {
      if (i > 0) add(separator);
      write(parts[i], depth);
    }
  }

  std::vector<MathPiece> pieces_;
  std::vector<int> scripts_;
  bool failed_ = false;
};

}  // namespace

std::vector<MathPiece> math_line(std::string_view mathml) {
  if (mathml.size() > most_mathml) return {};
  const xml_tree::Document document = xml_tree::parse(mathml);
  const xmlNode* root = document == nullptr ? nullptr : xmlDocGetRootElement(document.get());
  if (root == nullptr || xml_tree::name_of(root) != "math") return {};
  Line line;
  line.math(root);
  return line.take();
}

std::string math_text(const std::vector<MathPiece>& line) {
  std::string text;
  for (std::size_t i = 0; i < line.size();) {
    if (line[i].scripts.empty()) {
      text += line[i++].text;
      continue;
    }
    // All pieces of the outermost script; deeper ones are written as they stand.
    const int direction = line[i].scripts[0];
    std::string script;
    for (; i < line.size() && !line[i].scripts.empty() && line[i].scripts[0] == direction; ++i) {
      if (line[i].scripts.size() > 1) script += line[i].scripts.back() > 0 ? '^' : '_';
      script += line[i].text;
    }
    const bool single = static_cast<std::size_t>(utf8::decode(script, 0).size) == script.size();
    text += direction > 0 ? '^' : '_';
    text += single ? script : "(" + script + ")";
  }
  for (const std::string_view spacing : {"\u2060", "\u2009"}) {
    const std::string_view instead = spacing == "\u2009" ? " " : "";
    for (std::size_t at = text.find(spacing); at != std::string::npos;
         at = text.find(spacing, at)) {
      text.replace(at, spacing.size(), instead);
    }
  }
  return text;
}

}  // namespace pressmark
