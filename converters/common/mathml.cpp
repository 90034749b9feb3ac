#include "converters/common/mathml.h"

#include <libxml/tree.h>

#include <algorithm>
#include <array>
#include <vector>

#include "converters/common/white_space.h"
#include "converters/common/xml_tree.h"
#include "converters/common/xml_writer.h"
#include "core/base/utf8.h"

namespace pressmark {
namespace {

// What may stand in an element: text only, any number of expressions, a fixed number of them
// (MathML 3, 3.1.3, "Required Arguments"), nothing, or parts of their own.
enum class Model { token, row, arguments, empty, scripts, table, table_row };

struct ElementRule {
  std::string_view name;
  Model model;
  int arguments = 0;
};

constexpr std::array element_rules = {
    ElementRule{"mi", Model::token},
    ElementRule{"mn", Model::token},
    ElementRule{"mo", Model::token},
    ElementRule{"mtext", Model::token},
    ElementRule{"ms", Model::token},
    ElementRule{"mspace", Model::empty},
    ElementRule{"mrow", Model::row},
    ElementRule{"msqrt", Model::row},
    ElementRule{"mstyle", Model::row},
    ElementRule{"merror", Model::row},
    ElementRule{"mpadded", Model::row},
    ElementRule{"mphantom", Model::row},
    ElementRule{"mfenced", Model::row},
    ElementRule{"menclose", Model::row},
    ElementRule{"mfrac", Model::arguments, 2},
    ElementRule{"mroot", Model::arguments, 2},
    ElementRule{"msub", Model::arguments, 2},
    ElementRule{"msup", Model::arguments, 2},
    ElementRule{"munder", Model::arguments, 2},
    ElementRule{"mover", Model::arguments, 2},
    ElementRule{"msubsup", Model::arguments, 3},
    ElementRule{"munderover", Model::arguments, 3},
    ElementRule{"mmultiscripts", Model::scripts},
    ElementRule{"mtable", Model::table},
    ElementRule{"mtr", Model::table_row},
    ElementRule{"mtd", Model::row},
};

const ElementRule* rule_of(std::string_view name) {
  const auto* found = std::find_if(element_rules.begin(), element_rules.end(),
                                   [&](const ElementRule& rule) { return rule.name == name; });
  return found == element_rules.end() ? nullptr : found;
}

bool is_one_of(std::string_view value, std::string_view list) {
  return !value.empty() && value.find(' ') == std::string_view::npos &&
         (" " + std::string(list) + " ").find(" " + std::string(value) + " ") != std::string::npos;
}

// A number with an optional unit (MathML 3, 2.1.5.2).
bool is_length(std::string_view value) {
  if (value.starts_with('-')) value.remove_prefix(1);
  const std::size_t digits = std::min(value.find_first_not_of("0123456789."), value.size());
  const std::string_view number = value.substr(0, digits);
  const bool numeric = number.find_first_of("0123456789") != std::string_view::npos &&
                       std::count(number.begin(), number.end(), '.') <= 1 && !number.ends_with('.');
  const std::string_view unit = value.substr(digits);
  return numeric && (unit.empty() || is_one_of(unit, "em ex px in cm mm pt pc %"));
}

bool is_positive(std::string_view value) {
  return !value.empty() && value.size() <= 4 && value[0] != '0' &&
         value.find_first_not_of("0123456789") == std::string_view::npos;
}

// Whether an attribute with that value may stay on an element.
bool is_allowed(std::string_view element, std::string_view name, std::string_view value) {
  const auto on = [&](std::string_view list) { return is_one_of(element, list); };
  if (name == "mathvariant" && on("mi mn mo mtext ms mspace mstyle")) {
    return is_one_of(value,
                     "normal bold italic bold-italic double-struck bold-fraktur script bold-script "
                     "fraktur sans-serif bold-sans-serif sans-serif-italic sans-serif-bold-italic "
                     "monospace");
  }
  if (is_one_of(name, "stretchy fence separator accent largeop movablelimits symmetric") &&
      on("mo")) {
    return is_one_of(value, "true false");
  }
  if (name == "form" && on("mo")) return is_one_of(value, "prefix infix postfix");
  if (is_one_of(name, "lspace rspace minsize maxsize") && on("mo")) return is_length(value);
  if (is_one_of(name, "width height depth") && on("mspace")) return is_length(value);
  if (is_one_of(name, "accent accentunder") && on("munder mover munderover")) {
    return is_one_of(value, "true false");
  }
  if (name == "displaystyle" && on("mstyle mtable")) return is_one_of(value, "true false");
  if (name == "linethickness" && on("mfrac")) {
    return is_one_of(value, "thin medium thick") || is_length(value);
  }
  if (is_one_of(name, "open close separators") && on("mfenced")) return true;
  if (name == "notation" && on("menclose")) {
    return is_one_of(value,
                     "longdiv actuarial radical box roundedbox circle left right top bottom "
                     "updiagonalstrike downdiagonalstrike verticalstrike horizontalstrike");
  }
  if (is_one_of(name, "rowspan columnspan") && on("mtd")) return is_positive(value);
  if (name == "columnalign" && on("mtable mtr mtd")) return is_one_of(value, "left center right");
  return false;
}

// Attributes that a reader shows: colours and sizes that were dropped are no repair.
bool is_worth_a_word(std::string_view name) {
  return is_one_of(name, "mathvariant stretchy open close separators notation rowspan columnspan");
}

bool is_element(const xmlNode* node) { return node->type == XML_ELEMENT_NODE; }

class Cleaner {
 public:
  explicit Cleaner(CleanMathml& result) : out_(XmlWriter::Declaration::no), result_(result) {}

  void math(const xmlNode* root) {
    for (const Piece& child : children(root)) write(child, 1);
    result_.content = out_.written();
    result_.text = collapse_space(text_);
  }

 private:
  // An element that stays, or text that stands where expressions do.
  struct Piece {
    const xmlNode* node = nullptr;
    const ElementRule* rule = nullptr;
    std::string text = {};  // where `node` is null
  };
  using Pieces = std::vector<Piece>;

  // The expressions inside `parent`, unknown elements replaced by theirs.
  Pieces children(const xmlNode* parent, int depth = 0) {
    Pieces pieces;
    for (const xmlNode* child = parent->children; child != nullptr; child = child->next) {
      if (const std::string_view raw = xml_tree::text_of(child); !raw.empty()) {
        if (std::string text = collapse_space(raw); !text.empty()) {
          result_.repaired = true;
          pieces.push_back({nullptr, nullptr, utf8::to_text(text)});
        }
        continue;
      }
      if (!is_element(child) || depth > deepest_mathml) continue;
      const std::string_view name = xml_tree::name_of(child);
      if (name == "annotation" || name == "annotation-xml") continue;
      if (name == "mprescripts" || name == "none") {
        pieces.push_back({child, nullptr, {}});
      } else if (const ElementRule* rule = rule_of(name)) {
        pieces.push_back({child, rule, {}});
      } else {
        // semantics holds its presentation first; the rest are annotations.
        if (name != "semantics" && name != "maction" && name != "math") result_.repaired = true;
        for (Piece& piece : children(child, depth + 1)) pieces.push_back(std::move(piece));
      }
    }
    return pieces;
  }

  void attributes(const Piece& piece) {
    for (const xmlAttr* attribute = piece.node->properties; attribute != nullptr;
         attribute = attribute->next) {
      const std::string_view name = xml_tree::name_of(attribute);
      const std::string value = collapse_space(xml_tree::value_of(attribute));
      if (attribute->ns == nullptr && is_allowed(piece.rule->name, name, value)) {
        out_.attribute(name, value);
      } else if (is_worth_a_word(name)) {
        result_.repaired = true;
      }
    }
  }

  void token_text(const xmlNode* node, std::string& text, int depth = 0) {
    for (const xmlNode* child = node->children; child != nullptr; child = child->next) {
      if (const std::string_view raw = xml_tree::text_of(child); !raw.empty()) {
        text += raw;
      } else if (is_element(child) && depth < deepest_mathml) {
        result_.repaired = true;
        token_text(child, text, depth + 1);
      }
    }
  }

  void token(std::string_view text) {
    text_.append(text).append(" ");
    out_.text(text);
  }

  void write(const Piece& piece, int depth) {
    if (piece.node == nullptr) {
      out_.start("mtext");
      token(piece.text);
      out_.end_full();
      return;
    }
    if (piece.rule == nullptr ||
        depth > deepest_mathml) {  // none and mprescripts outside of scripts
      result_.repaired = true;
      return;
    }
    out_.start(piece.rule->name);
    attributes(piece);
    content(piece, depth + 1);
    out_.end_full();
  }

  void content(const Piece& piece, int depth) {
    switch (piece.rule->model) {
      case Model::token: {
        std::string text;
        token_text(piece.node, text);
        token(collapse_space(utf8::to_text(text)));
        return;
      }
      case Model::empty:
        return;
      case Model::row:
        for (const Piece& child : children(piece.node)) write(child, depth);
        return;
      case Model::arguments:
        arguments(children(piece.node), piece.rule->arguments, depth);
        return;
      case Model::scripts:
        scripts(children(piece.node), depth);
        return;
      case Model::table:
        rows(piece.node, depth);
        return;
      case Model::table_row:
        cells(children(piece.node), depth);
        return;
    }
  }

  // Exactly `count` expressions: what is too much joins the last, what is missing is an empty row.
  void arguments(const Pieces& pieces, int count, int depth) {
    const auto wanted = static_cast<std::size_t>(count);
    if (pieces.size() != wanted) result_.repaired = true;
    for (std::size_t i = 0; i < wanted; ++i) {
      const bool last_of_many = i + 1 == wanted && pieces.size() > wanted;
      if (i < pieces.size() && !last_of_many && pieces[i].node != nullptr &&
          pieces[i].rule == nullptr) {
        out_.start("mrow").end_full();  // an empty script
      } else if (i < pieces.size() && !last_of_many) {
        write(pieces[i], depth);
      } else {
        out_.start("mrow");
        for (std::size_t j = i; last_of_many && j < pieces.size(); ++j) write(pieces[j], depth + 1);
        out_.end_full();
      }
    }
  }

  // A base, pairs of scripts, and after mprescripts pairs of scripts before the base.
  void scripts(const Pieces& pieces, int depth) {
    std::size_t in_group = 0;  // scripts since the base or mprescripts
    bool prescripts = false;
    const auto even_out = [&] {
      if (in_group % 2 != 0) out_.start("none").end();
      in_group = 0;
    };
    if (pieces.empty()) out_.start("mrow").end_full();
    for (std::size_t i = 0; i < pieces.size(); ++i) {
      const bool special = pieces[i].node != nullptr && pieces[i].rule == nullptr;
      if (i == 0) {
        if (special) {
          out_.start("mrow").end_full();
        } else {
          write(pieces[i], depth);
        }
      } else if (special && xml_tree::name_of(pieces[i].node) == "mprescripts") {
        if (prescripts) continue;
        even_out();
        prescripts = true;
        out_.start("mprescripts").end();
      } else if (special) {
        out_.start("none").end();
        ++in_group;
      } else {
        write(pieces[i], depth);
        ++in_group;
      }
    }
    even_out();
  }

  void rows(const xmlNode* table, int depth) {
    for (const xmlNode* child = table->children; child != nullptr; child = child->next) {
      if (!is_element(child)) continue;
      const std::string_view name = xml_tree::name_of(child);
      out_.start("mtr");
      if (name == "mtr" || name == "mlabeledtr") {
        cells(children(child), depth);
      } else {
        result_.repaired = true;
        out_.start("mtd");
        if (const ElementRule* rule = rule_of(name)) write({child, rule, {}}, depth);
        out_.end_full();
      }
      out_.end_full();
    }
  }

  void cells(const Pieces& pieces, int depth) {
    for (const Piece& piece : pieces) {
      const bool cell = piece.rule != nullptr && piece.rule->name == "mtd";
      if (!cell) out_.start("mtd");
      write(piece, depth);
      if (!cell) out_.end_full();
    }
  }

  XmlWriter out_;
  CleanMathml& result_;
  std::string text_;
};

}  // namespace

std::optional<CleanMathml> clean_mathml(std::string_view markup) {
  if (markup.size() > most_mathml) return {};
  const xml_tree::Document document = xml_tree::parse(markup);
  const xmlNode* root = document == nullptr ? nullptr : xmlDocGetRootElement(document.get());
  if (root == nullptr || xml_tree::name_of(root) != "math") return {};
  CleanMathml result;
  Cleaner(result).math(root);
  if (result.text.empty()) return {};
  return result;
}

}  // namespace pressmark
