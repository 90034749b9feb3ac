// converters/checkers/pdf/structure_tree.h: the structure tree as elements with their kids
// (ISO 32000-1, 14.7).
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "converters/checkers/pdf/file.h"

namespace pressmark::pdf_check {

// A marked-content sequence: the number of its page object, its MCID.
using MarkedContent = std::pair<std::int64_t, std::int64_t>;

struct StructureElement {
  const Dictionary* dictionary = nullptr;
  std::int64_t number = 0;   // of the object; 0: a direct one
  std::string own_type;      // S as it is written
  std::string type;          // the standard type it is, by RoleMap and namespaces
  bool is_circular = false;  // RoleMap leads from the type back to itself
  int parent = -1;
  std::vector<int> kids;  // elements
  std::vector<MarkedContent> contents;
  std::vector<std::int64_t> objects;  // numbers of the objects that OBJR kids name
};

class StructureTree {
 public:
  StructureTree(const File& file, const Dictionary& catalog);

  // In the order of reading; parents come before their kids.
  const std::vector<StructureElement>& elements() const { return elements_; }
  const StructureElement& operator[](int index) const {
    return elements_[static_cast<std::size_t>(index)];
  }
  // The element of an object; -1 where there is none.
  int find(std::int64_t object_number) const;
  // The type of the parent; empty for the root's kids.
  const std::string& parent_type(const StructureElement& element) const;
  // The value of an attribute in A, whatever its owner; the null object where it is not there.
  const Object& attribute(const StructureElement& element, std::string_view key) const;
  // What the parent tree has for a key (StructParent, StructParents); the null object for nothing.
  const Object& parent_entry(std::int64_t key) const;

 private:
  void read(const Dictionary& root);
  void add_kid(const Object& kid, int parent, std::int64_t page,
               std::vector<std::pair<const Object*, int>>& waiting);
  void read_parent_tree(const Object& node, int depth);
  void settle_type(StructureElement& element) const;

  const File& file_;
  Object role_map_;
  std::vector<StructureElement> elements_;
  std::map<std::int64_t, int> by_number_;
  std::map<std::int64_t, const Object*> parent_entries_;
};

// Whether the name is a standard structure type of PDF 1.7 or 2.0.
bool is_standard_type(std::string_view type);

}  // namespace pressmark::pdf_check
