#include "converters/checkers/pdf/structure_tree.h"

#include <algorithm>
#include <set>

namespace pressmark::pdf_check {
namespace {

constexpr int most_roles = 64;
constexpr int most_tree_depth = 32;
const Object null_object;
const std::string no_type;

bool is_heading_with_level(std::string_view type) {
  return type.size() >= 2 && type[0] == 'H' &&
         type.find_first_not_of("0123456789", 1) == std::string_view::npos;
}

}  // namespace

bool is_standard_type(std::string_view type) {
  static const std::set<std::string_view> types = {"Document",   "DocumentFragment",
                                                   "Part",       "Art",
                                                   "Sect",       "Div",
                                                   "BlockQuote", "Caption",
                                                   "TOC",        "TOCI",
                                                   "Index",      "NonStruct",
                                                   "Private",    "Aside",
                                                   "Title",      "FENote",
                                                   "Sub",        "P",
                                                   "H",          "L",
                                                   "LI",         "Lbl",
                                                   "LBody",      "Table",
                                                   "TR",         "TH",
                                                   "TD",         "THead",
                                                   "TBody",      "TFoot",
                                                   "Span",       "Quote",
                                                   "Note",       "Reference",
                                                   "BibEntry",   "Code",
                                                   "Link",       "Annot",
                                                   "Em",         "Strong",
                                                   "Ruby",       "RB",
                                                   "RT",         "RP",
                                                   "Warichu",    "WT",
                                                   "WP",         "Figure",
                                                   "Formula",    "Form",
                                                   "Artifact"};
  return types.contains(type) || is_heading_with_level(type);
}

StructureTree::StructureTree(const File& file, const Dictionary& catalog) : file_(file) {
  const Dictionary* root = file.get(catalog, "StructTreeRoot").dictionary();
  if (root == nullptr) return;
  role_map_ = file.get(*root, "RoleMap");
  read(*root);
  read_parent_tree(file.get(*root, "ParentTree"), 0);
}

void StructureTree::read(const Dictionary& root) {
  // Kids of one element wait in reverse, so that the elements come out in the order of reading.
  std::vector<std::pair<const Object*, int>> waiting;
  const Object* kids = root.find("K");
  if (kids == nullptr) return;
  const auto push = [&](const Object& own, int parent, std::int64_t page) {
    const std::size_t first = waiting.size();
    const Object& resolved = file_.resolve(own);
    if (const Array* array = resolved.array()) {
      for (const Object& kid : *array) add_kid(kid, parent, page, waiting);
    } else {
      add_kid(own, parent, page, waiting);
    }
    std::reverse(waiting.begin() + static_cast<std::ptrdiff_t>(first), waiting.end());
  };
  push(*kids, -1, 0);
  std::set<const Dictionary*> seen;
  while (!waiting.empty()) {
    const auto [object, parent] = waiting.back();
    waiting.pop_back();
    const Dictionary* dictionary = file_.resolve(*object).dictionary();
    if (dictionary == nullptr || !seen.insert(dictionary).second) continue;
    const int index = static_cast<int>(elements_.size());
    StructureElement element;
    element.dictionary = dictionary;
    element.parent = parent;
    if (const Reference* reference = object->reference()) {
      element.number = reference->number;
      by_number_.emplace(reference->number, index);
    }
    settle_type(element);
    elements_.push_back(std::move(element));
    if (parent >= 0) elements_[static_cast<std::size_t>(parent)].kids.push_back(index);
    const Object* page = dictionary->find("Pg");
    const Reference* page_reference = page == nullptr ? nullptr : page->reference();
    if (const Object* own_kids = dictionary->find("K")) {
      push(*own_kids, index, page_reference == nullptr ? 0 : page_reference->number);
    }
  }
}

void StructureTree::add_kid(const Object& kid, int parent, std::int64_t page,
                            std::vector<std::pair<const Object*, int>>& waiting) {
  const Object& resolved = file_.resolve(kid);
  if (const auto id = resolved.integer()) {
    if (parent >= 0) elements_[static_cast<std::size_t>(parent)].contents.emplace_back(page, *id);
    return;
  }
  const Dictionary* dictionary = resolved.dictionary();
  if (dictionary == nullptr) return;
  const Object& type = file_.get(*dictionary, "Type");
  if (!type.is_name("MCR") && !type.is_name("OBJR")) {
    waiting.emplace_back(&kid, parent);
    return;
  }
  if (parent < 0) return;
  StructureElement& element = elements_[static_cast<std::size_t>(parent)];
  if (type.is_name("OBJR")) {
    const Object* object = dictionary->find("Obj");
    if (object != nullptr && object->reference() != nullptr) {
      element.objects.push_back(object->reference()->number);
    }
    return;
  }
  const Object* own_page = dictionary->find("Pg");
  if (own_page != nullptr && own_page->reference() != nullptr) page = own_page->reference()->number;
  element.contents.emplace_back(page, file_.get(*dictionary, "MCID").integer().value_or(-1));
}

void StructureTree::settle_type(StructureElement& element) const {
  element.own_type = std::string(file_.get(*element.dictionary, "S").name());
  element.type = element.own_type;
  for (int i = 0; i < most_roles && !is_standard_type(element.type); ++i) {
    const std::string_view role = file_.get(role_map_, element.type).name();
    if (role.empty()) return;
    element.type = std::string(role);
    if (element.type == element.own_type) {
      element.is_circular = true;
      return;
    }
  }
}

void StructureTree::read_parent_tree(const Object& node, int depth) {
  if (depth > most_tree_depth) return;
  if (const Array* kids = file_.get(node, "Kids").array()) {
    for (const Object& kid : *kids) read_parent_tree(file_.resolve(kid), depth + 1);
  }
  const Array* numbers = file_.get(node, "Nums").array();
  if (numbers == nullptr) return;
  for (std::size_t i = 0; i + 1 < numbers->size(); i += 2) {
    const auto key = file_.resolve((*numbers)[i]).integer();
    if (key) parent_entries_.emplace(*key, &(*numbers)[i + 1]);
  }
}

int StructureTree::find(std::int64_t object_number) const {
  const auto found = by_number_.find(object_number);
  return found == by_number_.end() ? -1 : found->second;
}

const std::string& StructureTree::parent_type(const StructureElement& element) const {
  return element.parent < 0 ? no_type : (*this)[element.parent].type;
}

const Object& StructureTree::attribute(const StructureElement& element,
                                       std::string_view key) const {
  const Object& attributes = file_.get(*element.dictionary, "A");
  if (attributes.dictionary() != nullptr) return file_.get(attributes, key);
  const Array* array = attributes.array();
  if (array == nullptr) return null_object;
  for (const Object& one : *array) {
    const Object& value = file_.get(one, key);
    if (!value.is_null()) return value;
  }
  return null_object;
}

const Object& StructureTree::parent_entry(std::int64_t key) const {
  const auto found = parent_entries_.find(key);
  return found == parent_entries_.end() ? null_object : *found->second;
}

}  // namespace pressmark::pdf_check
