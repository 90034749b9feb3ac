#include "converters/exporters/pdf/writer/structure.h"

#include <algorithm>
#include <array>
#include <map>
#include <string>

#include "converters/exporters/pdf/layout/type_names.h"

namespace pressmark::pdf {
namespace {

// A marked-content sequence.
struct Mark {
  int page = 0;
  int id = 0;  // MCID
};

std::string_view numbering_name(Numbering numbering) {
  switch (numbering) {
    case Numbering::decimal:
      return "Decimal";
    case Numbering::lower_alpha:
      return "LowerAlpha";
    case Numbering::upper_alpha:
      return "UpperAlpha";
    case Numbering::lower_roman:
      return "LowerRoman";
    case Numbering::upper_roman:
      return "UpperRoman";
    case Numbering::none:
      break;
  }
  return "Disc";
}

class StructureWriter {
 public:
  StructureWriter(const Layout& layout, const MarkedPages& marked,
                  const std::vector<Reference>& elements, FileAssembler& file)
      : layout_(layout), marked_(marked), elements_(elements), file_(file) {
    marks_.resize(static_cast<std::size_t>(layout.content_count));
    owners_.assign(marks_.size(), 0);
    for (std::size_t page = 0; page < marked.marked.size(); ++page) {
      for (std::size_t id = 0; id < marked.marked[page].size(); ++id) {
        marks_[static_cast<std::size_t>(marked.marked[page][id])].push_back(
            Mark{static_cast<int>(page), static_cast<int>(id)});
      }
    }
    annotations_of_.resize(layout.elements.size());
    for (std::size_t i = 0; i < marked.annotations.size(); ++i) {
      annotations_of_[static_cast<std::size_t>(marked.annotations[i].element)].push_back(i);
    }
    find_figure_boxes();
    find_surroundings();
    find_notes();
  }

  Reference write(Profile profile) {
    const Reference root = file_.reserve();
    if (is_pdf_2(profile)) {
      namespace_ = file_.add(
          Dictionary{{"Type", name("Namespace")}, {"NS", text_string("http://iso.org/pdf2/ssn")}});
    }
    for (std::size_t i = 0; i < layout_.elements.size(); ++i) {
      if (!is_undescribed(layout_.elements[i])) write_element(i, root, profile);
    }
    Dictionary tree{
        {"Type", name("StructTreeRoot")},
        {"K", elements_[0]},
        {"ParentTree", write_parent_tree()},
        {"ParentTreeNextKey",
         static_cast<std::int64_t>(marked_.pages.size() + marked_.annotations.size())},
    };
    if (!identifiers_.empty()) tree.set("IDTree", write_identifiers());
    if (is_pdf_2(profile)) tree.set("Namespaces", Array{namespace_});
    file_.set(root, std::move(tree));
    return root;
  }

 private:
  struct NotePair {
    ElementId note = -1;
    ElementId mark = -1;  // the Reference
  };

  struct Box {
    Length left = 0, top = 0, right = 0, bottom = 0;
    int page = -1;
  };

  // Which elements are inside a note or a table's cell, at any depth. Parents come before children.
  void find_surroundings() {
    in_note_.resize(layout_.elements.size());
    in_cell_.resize(layout_.elements.size());
    for (std::size_t i = 1; i < layout_.elements.size(); ++i) {
      const auto parent = static_cast<std::size_t>(layout_.elements[i].parent);
      const Tag tag = layout_.elements[parent].tag;
      in_note_[i] = in_note_[parent] || tag == Tag::note;
      in_cell_[i] =
          in_cell_[parent] || tag == Tag::table_data_cell || tag == Tag::table_header_cell;
    }
  }

  void find_notes() {
    for (std::size_t i = 0; i < layout_.elements.size(); ++i) {
      const Element& element = layout_.elements[i];
      if (!element.note) continue;
      const auto note = static_cast<std::size_t>(*element.note);
      if (note >= notes_.size()) notes_.resize(note + 1);
      (element.tag == Tag::note ? notes_[note].note : notes_[note].mark) =
          static_cast<ElementId>(i);
    }
  }

  // Where the images of each content are, in page.h's coordinates; the first page's only.
  void find_figure_boxes() {
    image_boxes_.resize(marks_.size());
    for (std::size_t page = 0; page < layout_.pages.size(); ++page) {
      for (const Item& item : layout_.pages[page].items) {
        const auto* image = std::get_if<PlacedImage>(&item);
        if (image == nullptr || image->content == artifact) continue;
        include(image_boxes_[static_cast<std::size_t>(image->content)],
                Box{image->x, image->y, image->x + image->width, image->y + image->height,
                    static_cast<int>(page)});
      }
    }
  }

  static void include(Box& box, const Box& more) {
    if (more.page < 0) return;
    if (box.page < 0) {
      box = more;
    } else if (box.page == more.page) {
      box.left = std::min(box.left, more.left);
      box.top = std::min(box.top, more.top);
      box.right = std::max(box.right, more.right);
      box.bottom = std::max(box.bottom, more.bottom);
    }
  }

  // The first page with a mark of the element's own contents; -1 where it has none.
  int first_page(const Element& element) const {
    for (const Element::Kid& kid : element.kids) {
      if (kid.element || kid.content == artifact) continue;
      const auto& marks = marks_[static_cast<std::size_t>(kid.content)];
      if (!marks.empty()) return marks.front().page;
    }
    return -1;
  }

  Array kids_of(std::size_t index, int page) {
    Array kids;
    for (const Element::Kid& kid : layout_.elements[index].kids) {
      if (kid.element) {
        const auto child = static_cast<std::size_t>(*kid.element);
        if (!is_undescribed(layout_.elements[child])) kids.emplace_back(elements_[child]);
        continue;
      }
      if (kid.content == artifact) continue;
      owners_[static_cast<std::size_t>(kid.content)] = index;
      for (const Mark& mark : marks_[static_cast<std::size_t>(kid.content)]) {
        if (mark.page == page) {
          kids.emplace_back(mark.id);
        } else {
          kids.emplace_back(Dictionary{{"Type", name("MCR")},
                                       {"Pg", marked_.pages[static_cast<std::size_t>(mark.page)]},
                                       {"MCID", mark.id}});
        }
      }
    }
    for (const std::size_t i : annotations_of_[index]) {
      const AnnotationPlace& place = marked_.annotations[i];
      Dictionary entry{{"Type", name("OBJR")}, {"Obj", place.annotation}};
      if (place.page != page) {
        entry.set("Pg", marked_.pages[static_cast<std::size_t>(place.page)]);
      }
      kids.emplace_back(std::move(entry));
    }
    return kids;
  }

  void write_element(std::size_t index, Reference root, Profile profile) {
    const Element& element = layout_.elements[index];
    const int page = first_page(element);
    Dictionary entry{
        {"S", name(element_type(index, profile))},
        {"P", index == 0 ? root : elements_[static_cast<std::size_t>(element.parent)]},
    };
    Array kids = kids_of(index, page);
    if (page >= 0) entry.set("Pg", marked_.pages[static_cast<std::size_t>(page)]);
    if (kids.size() == 1) {
      entry.set("K", std::move(kids.front()));
    } else if (!kids.empty()) {
      entry.set("K", std::move(kids));
    }
    if (!element.id.empty()) {
      entry.set("ID", byte_string(element.id));
      identifiers_[element.id] = elements_[index];
    }
    if (!element.language.empty()) entry.set("Lang", text_string(element.language));
    if (element.alternative_text && !element.alternative_text->empty())
      entry.set("Alt", text_string(*element.alternative_text));
    if (element.actual_text) entry.set("ActualText", text_string(*element.actual_text));
    if (element.expansion) entry.set("E", text_string(*element.expansion));
    if (!element.title.empty()) entry.set("T", text_string(element.title));
    if (Dictionary attributes = attributes_of(element, profile); !attributes.empty()) {
      entry.set("A", std::move(attributes));
    }
    if (is_pdf_2(profile)) add_pdf_2_entries(index, entry);
    file_.set(elements_[index], std::move(entry));
  }

  std::string_view element_type(std::size_t index, Profile profile) const {
    const Element& element = layout_.elements[index];
    return is_pdf_2(profile) ? pdf_2_type(index, element) : structure_type(element);
  }

  // PDF 2.0 has other names for some types, and rules on what may be where (ISO 32000-2, 14.8.4;
  // ISO/TS 32005, table 5).
  std::string_view pdf_2_type(std::size_t index, const Element& element) const {
    const Tag parent =
        index == 0 ? Tag::document : layout_.elements[static_cast<std::size_t>(element.parent)].tag;
    switch (element.tag) {
      case Tag::note:
        return "FENote";
      case Tag::reference:
        return parent == Tag::contents_item ? "Reference" : "Span";
      case Tag::heading:
        return in_note_[index] ? "P" : structure_type(element);
      case Tag::block_quote:
        return in_cell_[index] ? "Div" : "BlockQuote";
      case Tag::caption:
        return parent == Tag::figure || parent == Tag::table ? "Caption" : "P";
      default:
        return structure_type(element);
    }
  }

  // The namespace of PDF 2.0's structure types (ISO 32000-2, 14.8.6).
  void add_pdf_2_entries(std::size_t index, Dictionary& entry) {
    const Element& element = layout_.elements[index];
    // Types that PDF 2.0 dropped keep the namespace of PDF 1.7, which is the default one.
    if (element.tag != Tag::article && element.tag != Tag::quote && element.tag != Tag::code &&
        element.tag != Tag::block_quote && element.tag != Tag::contents &&
        element.tag != Tag::contents_item &&
        element_type(index, Profile::archive_4f) != "Reference") {
      entry.set("NS", namespace_);
    }
    // An item of the contents leads to its heading (ISO 14289-2, 8.2.5.8).
    if (element.target) {
      entry.set("Ref", Array{elements_[static_cast<std::size_t>(*element.target)]});
    }
    // A note and its mark lead to one another (ISO 14289-2, 8.2.5.14).
    if (!element.note) return;
    const NotePair& pair = notes_[static_cast<std::size_t>(*element.note)];
    if (pair.note >= 0 && pair.mark >= 0) {
      const ElementId other = element.tag == Tag::note ? pair.mark : pair.note;
      entry.set("Ref", Array{elements_[static_cast<std::size_t>(other)]});
    }
  }

  // Standard attributes (ISO 32000-1, 14.8.5); an element needs those of one owner at most.
  Dictionary attributes_of(const Element& element, Profile profile) const {
    Dictionary attributes;
    if (element.tag == Tag::list) {
      attributes.set("O", name("List"));
      attributes.set("ListNumbering", name(numbering_name(element.numbering)));
    } else if (element.tag == Tag::table_header_cell || element.tag == Tag::table_data_cell) {
      Dictionary cell;
      if (element.tag == Tag::table_header_cell) {
        cell.set("Scope", name(element.scope == Scope::row ? "Row" : "Column"));
      }
      if (element.row_span > 1) cell.set("RowSpan", element.row_span);
      if (element.column_span > 1) cell.set("ColSpan", element.column_span);
      if (!cell.empty()) attributes = std::move(cell.set("O", name("Table")));
    } else if (element.tag == Tag::figure || element.tag == Tag::formula) {
      if (const Box box = box_of(element); box.page >= 0) {
        const Length height = layout_.pages[static_cast<std::size_t>(box.page)].height;
        attributes.set("O", name("Layout"));
        attributes.set("BBox", Array{real_of(box.left), real_of(height - box.bottom),
                                     real_of(box.right), real_of(height - box.top)});
      }
    } else if (element.tag == Tag::note && is_pdf_2(profile)) {
      attributes.set("O", name("FENote"));
      attributes.set("NoteType", name("Footnote"));
    }
    return attributes;
  }

  // Of the images in the element and in those below it.
  Box box_of(const Element& element) const {
    Box box;
    for (const Element::Kid& kid : element.kids) {
      if (kid.element) {
        include(box, box_of(layout_.elements[static_cast<std::size_t>(*kid.element)]));
      } else if (kid.content != artifact) {
        include(box, image_boxes_[static_cast<std::size_t>(kid.content)]);
      }
    }
    return box;
  }

  Reference write_parent_tree() {
    Array numbers;
    for (std::size_t page = 0; page < marked_.marked.size(); ++page) {
      Array owners;
      for (const ContentId content : marked_.marked[page]) {
        owners.emplace_back(elements_[owners_[static_cast<std::size_t>(content)]]);
      }
      numbers.emplace_back(static_cast<std::int64_t>(page));
      numbers.emplace_back(file_.add(std::move(owners)));
    }
    for (std::size_t i = 0; i < marked_.annotations.size(); ++i) {
      numbers.emplace_back(static_cast<std::int64_t>(marked_.pages.size() + i));
      numbers.emplace_back(elements_[static_cast<std::size_t>(marked_.annotations[i].element)]);
    }
    return file_.add(Dictionary{{"Nums", std::move(numbers)}});
  }

  Reference write_identifiers() {
    Array names;
    for (const auto& [id, element] : identifiers_) {
      names.emplace_back(byte_string(id));
      names.emplace_back(element);
    }
    return file_.add(Dictionary{{"Names", std::move(names)}});
  }

  const Layout& layout_;
  const MarkedPages& marked_;
  const std::vector<Reference>& elements_;
  FileAssembler& file_;
  std::vector<std::vector<Mark>> marks_;  // by content
  std::vector<std::size_t> owners_;       // element of each content
  std::vector<bool> in_note_;             // by element
  std::vector<bool> in_cell_;
  std::vector<NotePair> notes_;                           // by the note's index
  std::vector<Box> image_boxes_;                          // by content
  std::vector<std::vector<std::size_t>> annotations_of_;  // by element
  std::map<std::string, Reference> identifiers_;
  Reference namespace_;
};

}  // namespace

std::string_view structure_type(const Element& element) {
  static constexpr std::array<std::string_view, 6> headings = {"H1", "H2", "H3", "H4", "H5", "H6"};
  if (element.tag == Tag::heading) {
    return headings[static_cast<std::size_t>(std::clamp(element.level, 1, 6) - 1)];
  }
  // A figure that holds other elements and has no description is told by these.
  const bool is_told_by_kids = element.tag == Tag::figure && !element.actual_text &&
                               (!element.alternative_text || element.alternative_text->empty());
  return type_name(is_told_by_kids ? Tag::division : element.tag);
}

bool is_undescribed(const Element& element) {
  if (element.tag != Tag::figure || element.actual_text) return false;
  if (element.alternative_text && !element.alternative_text->empty()) return false;
  return std::none_of(element.kids.begin(), element.kids.end(),
                      [](const Element::Kid& kid) { return kid.element.has_value(); });
}

std::vector<std::string_view> content_types(const Layout& layout) {
  std::vector<std::string_view> types(static_cast<std::size_t>(layout.content_count));
  for (const Element& element : layout.elements) {
    if (is_undescribed(element)) continue;
    for (const Element::Kid& kid : element.kids) {
      if (kid.element || kid.content == artifact) continue;
      types[static_cast<std::size_t>(kid.content)] = structure_type(element);
    }
  }
  return types;
}

std::vector<Reference> reserve_elements(const Layout& layout, FileAssembler& file) {
  // Those of a kind stand together in the file, which compresses best.
  std::vector<std::size_t> order;
  for (std::size_t i = 0; i < layout.elements.size(); ++i) {
    if (!is_undescribed(layout.elements[i])) order.push_back(i);
  }
  std::stable_sort(order.begin(), order.end(), [&layout](std::size_t a, std::size_t b) {
    return layout.elements[a].tag < layout.elements[b].tag;
  });
  std::vector<Reference> elements(layout.elements.size());
  for (const std::size_t i : order) elements[i] = file.reserve();
  for (std::size_t i = 0; i < elements.size(); ++i) {  // parents come before children
    if (is_undescribed(layout.elements[i])) {
      elements[i] = elements[static_cast<std::size_t>(layout.elements[i].parent)];
    }
  }
  return elements;
}

Reference write_structure(const Layout& layout, const MarkedPages& marked,
                          const std::vector<Reference>& elements, Profile profile,
                          FileAssembler& file) {
  return StructureWriter(layout, marked, elements, file).write(profile);
}

}  // namespace pressmark::pdf
