#include <algorithm>
#include <map>
#include <set>

#include "converters/checkers/pdf/rules.h"
#include "converters/checkers/pdf/structure_tree.h"
#include "converters/checkers/pdf/text.h"

namespace pressmark::pdf_check {
namespace {

using Types = std::set<std::string_view>;

// The kids that a type may have, where PDF/UA-1, 7.2 limits them, and the rule's code.
struct KidRule {
  std::string_view type;
  Types kids;
  std::string_view code;
};
const std::vector<KidRule>& kid_rules() {
  static const std::vector<KidRule> rules = {
      {"Table", {"TR", "THead", "TBody", "TFoot", "Caption"}, "pdfua-7.2-3"},
      {"TR", {"TH", "TD"}, "pdfua-7.2-10"},
      {"THead", {"TR"}, "pdfua-7.2-36"},
      {"TBody", {"TR"}, "pdfua-7.2-37"},
      {"TFoot", {"TR"}, "pdfua-7.2-38"},
      {"L", {"L", "LI", "Caption"}, "pdfua-7.2-19"},
      {"LI", {"Lbl", "LBody"}, "pdfua-7.2-20"},
      {"TOC", {"TOC", "TOCI", "Caption"}, "pdfua-7.2-27"},
  };
  return rules;
}

// The parents that a type must have one of, and the rule's code.
const std::vector<KidRule>& parent_rules() {
  static const std::vector<KidRule> rules = {
      {"TR", {"Table", "THead", "TBody", "TFoot"}, "pdfua-7.2-4"},
      {"THead", {"Table"}, "pdfua-7.2-5"},
      {"TBody", {"Table"}, "pdfua-7.2-6"},
      {"TFoot", {"Table"}, "pdfua-7.2-7"},
      {"TH", {"TR"}, "pdfua-7.2-8"},
      {"TD", {"TR"}, "pdfua-7.2-9"},
      {"LI", {"L"}, "pdfua-7.2-17"},
      {"LBody", {"LI"}, "pdfua-7.2-18"},
      {"TOCI", {"TOC"}, "pdfua-7.2-26"},
  };
  return rules;
}

bool is_language_tag(std::string_view tag) {
  std::size_t length = 0;
  for (std::size_t i = 0; i <= tag.size(); ++i) {
    const bool is_end = i == tag.size() || tag[i] == '-';
    const bool is_alphanumeric =
        !is_end && ((tag[i] >= '0' && tag[i] <= '9') || (tag[i] >= 'a' && tag[i] <= 'z') ||
                    (tag[i] >= 'A' && tag[i] <= 'Z'));
    if (!is_end && !is_alphanumeric) return false;
    if (!is_end) {
      ++length;
      continue;
    }
    if (length == 0 || length > 8) return false;
    length = 0;
  }
  return true;
}

class StructureChecker {
 public:
  StructureChecker(const Subject& subject, const StructureTree& tree)
      : subject_(subject), file_(subject.file), tree_(tree) {}

  void check() {
    check_catalog();
    for (const StructureElement& element : tree_.elements()) {
      check_type(element);
      check_kids(element);
      check_language(element);
      check_by_type(element);
    }
    check_headings();
    check_tables();
    if (subject_.claims.accessibility_part == 2) check_part_2();
  }

 private:
  void report(std::string_view code, const StructureElement& element, std::string text) {
    const std::string place = element.number == 0
                                  ? element.own_type
                                  : element.own_type + ", object " + std::to_string(element.number);
    subject_.report(code, place, std::move(text));
  }

  bool has_text(const StructureElement& element, std::string_view key) const {
    const Bytes* text = file_.get(*element.dictionary, key).string();
    return text != nullptr && !text_of(*text).empty();
  }

  void check_catalog() {
    const Object& mark_info = file_.get(subject_.catalog, "MarkInfo");
    if (!file_.get(mark_info, "Marked").flag().value_or(false)) {
      subject_.report("pdfa-6.7.2.2-1", "catalog", "MarkInfo does not say that the file is tagged");
    }
    if (file_.get(mark_info, "Suspects").flag().value_or(false)) {
      subject_.report("pdfua-7.1-4", "catalog", "MarkInfo says that the tags are suspect");
    }
    if (tree_.elements().empty()) {
      subject_.report("pdfa-6.7.3.3-1", "catalog", "there is no structure tree");
    }
    const Bytes* language = file_.get(subject_.catalog, "Lang").string();
    if (language == nullptr || language->empty()) {
      subject_.report("pdfua-7.2-34", "catalog", "the language of the file is not told");
    } else if (!is_language_tag(text_of(*language))) {
      subject_.report("pdfa-6.7.4-1", "catalog", "Lang is no language tag");
    }
  }

  void check_type(const StructureElement& element) {
    if (element.is_circular) {
      report("pdfua-7.1-6", element, "RoleMap leads from the type back to itself");
    } else if (!is_standard_type(element.type)) {
      report("pdfua-7.1-5", element, "the type is no standard one, and RoleMap has none for it");
    }
    const Object& root = file_.get(subject_.catalog, "StructTreeRoot");
    if (is_standard_type(element.own_type) &&
        !file_.get(file_.get(root, "RoleMap"), element.own_type).is_null()) {
      report("pdfua-7.1-7", element, "RoleMap gives a standard type another meaning");
    }
  }

  void check_kids(const StructureElement& element) {
    for (const KidRule& rule : kid_rules()) {
      if (rule.type != element.type) continue;
      for (const int kid : element.kids) {
        if (rule.kids.contains(tree_[kid].type)) continue;
        report(rule.code, element, "it has a kid of type " + tree_[kid].type);
        break;
      }
    }
    for (const KidRule& rule : parent_rules()) {
      if (rule.type == element.type && !rule.kids.contains(tree_.parent_type(element))) {
        report(rule.code, element, "its parent is of type '" + tree_.parent_type(element) + "'");
      }
    }
    check_captions(element);
  }

  void check_captions(const StructureElement& element) {
    std::vector<std::size_t> places;
    for (std::size_t i = 0; i < element.kids.size(); ++i) {
      if (tree_[element.kids[i]].type == "Caption") places.push_back(i);
    }
    if (places.empty()) return;
    const bool is_first = places.front() == 0;
    const bool is_last = places.back() + 1 == element.kids.size();
    if (element.type == "Table" && places.size() > 1) {
      report("pdfua-7.2-16", element, "it has more than one caption");
    } else if (element.type == "Table" && !is_first && !is_last) {
      report("pdfua-7.2-16", element, "its caption is neither the first nor the last of its kids");
    } else if (element.type == "L" && (places.size() > 1 || !is_first)) {
      report("pdfua-7.2-40", element, "its caption is not the first of its kids");
    }
  }

  void check_language(const StructureElement& element) {
    const Bytes* language = file_.get(*element.dictionary, "Lang").string();
    if (language == nullptr || language->empty()) return;
    if (!is_language_tag(text_of(*language))) {
      report("pdfa-6.7.4-1", element, "Lang is no language tag");
    }
  }

  void check_by_type(const StructureElement& element) {
    const bool is_described = has_text(element, "Alt") || has_text(element, "ActualText");
    if (element.type == "Figure") {
      if (!is_described) report("pdfua-7.3-1", element, "it has no alternative text");
      if (tree_.attribute(element, "BBox").array() == nullptr) {
        report("pdfua-7.3-bbox", element, "it has no BBox");
      }
    } else if (element.type == "Formula" && !is_described) {
      report("pdfua-7.7-1", element, "it has no alternative text");
    } else if (element.type == "Note") {
      const Bytes* id = file_.get(*element.dictionary, "ID").string();
      if (id == nullptr || id->empty()) {
        report("pdfua-7.9-1", element, "it has no ID");
      } else if (!note_ids_.insert(*id).second) {
        report("pdfua-7.9-2", element, "another note has the same ID");
      }
    } else if (element.type == "L") {
      check_list(element);
    }
  }

  void check_list(const StructureElement& element) {
    const bool has_labels = std::any_of(element.kids.begin(), element.kids.end(), [this](int item) {
      const auto& kids = tree_[item].kids;
      return std::any_of(kids.begin(), kids.end(),
                         [this](int kid) { return tree_[kid].type == "Lbl"; });
    });
    const std::string_view numbering = tree_.attribute(element, "ListNumbering").name();
    if (has_labels && (numbering.empty() || numbering == "None")) {
      report("pdfua-7.6-numbering", element, "its items have labels, but it has no ListNumbering");
    }
  }

  void check_headings() {
    int level = 0;
    bool has_h = false;
    bool has_levels = false;
    for (const StructureElement& element : tree_.elements()) {
      if (element.type == "H") has_h = true;
      if (element.type.size() != 2 || element.type[0] != 'H' || element.type[1] < '1') continue;
      const int own = element.type[1] - '0';
      if (own > 9) continue;
      has_levels = true;
      if (own > level + 1) {
        report("pdfua-7.4.2-1", element,
               level == 0 ? "the first heading is not H1"
                          : "it follows H" + std::to_string(level) + ": a level is skipped");
      }
      level = own;
    }
    if (has_h && has_levels) {
      subject_.report("pdfua-7.4.4-2", "structure",
                      "there are headings both with and without level");
    }
    if (has_h && subject_.claims.accessibility_part == 2) {
      subject_.report("pdfua2-8.2.5.12-1", "structure", "there is a heading without level");
    }
  }

  // The rows of a table, those of its parts included.
  std::vector<int> rows_of(const StructureElement& table) const {
    std::vector<int> rows;
    for (const int kid : table.kids) {
      if (tree_[kid].type == "TR") {
        rows.push_back(kid);
        continue;
      }
      if (tree_[kid].type == "Caption") continue;
      for (const int row : tree_[kid].kids) {
        if (tree_[row].type == "TR") rows.push_back(row);
      }
    }
    return rows;
  }

  std::size_t span(int cell, std::string_view key) const {
    const std::int64_t value = tree_.attribute(tree_[cell], key).integer().value_or(1);
    return static_cast<std::size_t>(std::clamp<std::int64_t>(value, 1, 65'536));
  }

  void check_tables() {
    for (const StructureElement& element : tree_.elements()) {
      if (element.type != "Table") continue;
      check_grid(element);
      check_headers(element);
    }
  }

  // Every row must fill the same columns, counting the cells that span into it.
  void check_grid(const StructureElement& table) {
    std::map<std::size_t, std::size_t> reserved;  // columns taken from above: rows left
    std::size_t width = 0;
    bool is_first = true;
    const std::vector<int> rows = rows_of(table);
    for (std::size_t r = 0; r < rows.size(); ++r) {
      std::size_t column = 0;
      std::map<std::size_t, std::size_t> next;
      for (const auto& [taken, left] : reserved) {
        if (left > 1) next[taken] = left - 1;
      }
      for (const int cell : tree_[rows[r]].kids) {
        while (reserved.contains(column)) ++column;
        const std::size_t columns = span(cell, "ColSpan");
        const std::size_t down = span(cell, "RowSpan");
        if (r + down > rows.size()) {
          return report("pdfua-7.2-43", table, "a cell spans more rows than there are");
        }
        for (std::size_t i = 0; i < columns; ++i, ++column) {
          if (reserved.contains(column)) {
            return report("pdfua-7.2-15", table, "cells lie on one another");
          }
          if (down > 1) next[column] = down - 1;
        }
      }
      while (reserved.contains(column)) ++column;
      if (!is_first && column != width) {
        return report("pdfua-7.2-42", table, "its rows do not have the same number of columns");
      }
      width = column;
      is_first = false;
      reserved = std::move(next);
    }
  }

  void check_headers(const StructureElement& table) {
    bool has_headers = false;
    bool is_told = true;
    for (const int row : rows_of(table)) {
      for (const int cell : tree_[row].kids) {
        if (tree_[cell].type == "TH") {
          has_headers = true;
          if (tree_.attribute(tree_[cell], "Scope").name().empty()) is_told = false;
        }
      }
    }
    if (!has_headers || is_told) return;
    for (const int row : rows_of(table)) {
      for (const int cell : tree_[row].kids) {
        const bool is_plain = tree_[cell].type == "TD";
        if (is_plain && tree_.attribute(tree_[cell], "Headers").is_null()) {
          return report("pdfua-7.5-1", table,
                        "a header cell has no Scope, and its cells do not name their headers");
        }
      }
    }
  }

  // What only PDF/UA-2 asks for.
  void check_part_2() {
    const std::vector<StructureElement>& elements = tree_.elements();
    std::size_t roots = 0;
    for (const StructureElement& element : elements) {
      if (element.parent < 0) ++roots;
    }
    if (elements.empty()) return;
    const Object& name_space = file_.get(*elements[0].dictionary, "NS");
    const Bytes* uri = file_.get(name_space, "NS").string();
    if (roots != 1 || elements[0].type != "Document" || uri == nullptr ||
        *uri != "http://iso.org/pdf2/ssn") {
      subject_.report("pdfua2-8.2.5.2-2", "structure",
                      "the root is not one Document in the namespace of PDF 2.0");
    }
    for (const StructureElement& element : elements) {
      if (element.own_type == "Note") {
        report("pdfua2-8.2.5.14-1", element, "notes are FENote in PDF 2.0");
      } else if (element.type == "FENote") {
        check_note_2(element);
      }
    }
  }

  void check_note_2(const StructureElement& note) {
    static const std::set<std::string_view> kinds = {"Footnote", "Endnote", "None"};
    if (!tree_.attribute(note, "NoteType").is_null() &&
        !kinds.contains(tree_.attribute(note, "NoteType").name())) {
      report("pdfua2-8.2.5.14-4", note, "its NoteType is no known one");
    }
    const Array* references = file_.get(*note.dictionary, "Ref").array();
    if (references == nullptr || references->empty()) {
      return report("pdfua2-8.2.5.14-2", note, "it does not refer to the element with its mark");
    }
    for (const Object& reference : *references) {
      const int other =
          reference.reference() == nullptr ? -1 : tree_.find(reference.reference()->number);
      if (other < 0 || refers_to(tree_[other], note.number)) continue;
      report("pdfua2-8.2.5.14-2", note, "the element with its mark does not refer to it");
    }
  }

  bool refers_to(const StructureElement& element, std::int64_t number) const {
    const Array* references = file_.get(*element.dictionary, "Ref").array();
    return references != nullptr &&
           std::any_of(references->begin(), references->end(), [number](const Object& reference) {
             return reference.reference() != nullptr && reference.reference()->number == number;
           });
  }

  const Subject& subject_;
  const File& file_;
  const StructureTree& tree_;
  std::set<Bytes> note_ids_;
};

}  // namespace

void check_structure(const Subject& subject, const StructureTree& tree) {
  StructureChecker(subject, tree).check();
}

}  // namespace pressmark::pdf_check
