#include "converters/exporters/pdf/writer/navigation.h"

#include <algorithm>
#include <charconv>
#include <string>

#include "core/base/utf8.h"

namespace pressmark::pdf {
namespace {

constexpr int annotation_flag_print = 4;  // the one flag that PDF/A-3, 6.3.2 asks for

// URIs are 7-bit ASCII (ISO 32000-1, 12.6.4.7): other octets are percent-encoded.
Bytes ascii_uri(std::string_view target) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  Bytes out;
  for (const char c : target) {
    const auto octet = static_cast<unsigned char>(c);
    if (octet > 0x20 && octet < 0x7F) {
      out += c;
    } else {
      out += '%';
      out += digits[octet >> 4];
      out += digits[octet & 0xF];
    }
  }
  return out;
}

// The explicit destination, at the left edge and the destination's height without change of zoom.
Value page_destination(const Targets& targets, const Destination& destination) {
  const auto page = static_cast<std::size_t>(destination.page);
  return Array{targets.pages[page], name("XYZ"), 0,
               real_of(targets.layout.pages[page].height - destination.y), Null{}};
}

// An action; PDF/UA-2, 8.8 wants a structure destination beside the page's.
Value go_to(const Targets& targets, const Destination& destination) {
  Dictionary action{{"S", name("GoTo")}, {"D", page_destination(targets, destination)}};
  if (is_pdf_2(targets.profile)) {
    const auto page = static_cast<std::size_t>(destination.page);
    action.set(
        "SD", Array{targets.elements[static_cast<std::size_t>(destination.element)], name("XYZ"), 0,
                    real_of(targets.layout.pages[page].height - destination.y), Null{}});
  }
  return action;
}

Value link_action(const Targets& targets, const std::string& target) {
  if (!target.starts_with('#')) {
    return Dictionary{{"S", name("URI")}, {"URI", byte_string(ascii_uri(target))}};
  }
  const auto found = targets.by_name.find(std::string_view(target).substr(1));
  return go_to(targets, found == targets.by_name.end() ? Destination{} : *found->second);
}

struct Rectangle {
  Length left, bottom, right, top;  // y upwards
};

// Places of links in hundredths of a point, which no pointer tells apart.
Real coordinate(Length length) { return Real{(thousandths_of_point(length) + 5) / 10 * 10}; }

Rectangle rectangle_of(const LinkArea& area, Length page_height) {
  return {area.x, page_height - area.y - area.height, area.x + area.width, page_height - area.y};
}

}  // namespace

Targets::Targets(const Layout& layout_, const std::vector<Reference>& pages_,
                 const std::vector<Reference>& elements_, Profile profile_)
    : layout(layout_), pages(pages_), elements(elements_), profile(profile_) {
  for (const Destination& destination : layout.destinations) {
    by_name.emplace(destination.name, &destination);
  }
}

Array write_links(const Targets& targets, int page, std::vector<AnnotationPlace>& places,
                  FileAssembler& file) {
  const Page& content = targets.layout.pages[static_cast<std::size_t>(page)];
  std::vector<std::vector<const LinkArea*>> links;  // areas by link, in the order of the page
  std::map<ElementId, std::size_t> link_of_element;
  for (const LinkArea& area : content.links) {
    const auto [entry, is_new] = link_of_element.emplace(area.element, links.size());
    if (is_new) links.emplace_back();
    links[entry->second].push_back(&area);
  }
  Array annotations;
  for (const std::vector<const LinkArea*>& areas : links) {
    Array quadrilaterals;
    Rectangle bounds = rectangle_of(*areas.front(), content.height);
    for (const LinkArea* area : areas) {
      const Rectangle r = rectangle_of(*area, content.height);
      bounds = {std::min(bounds.left, r.left), std::min(bounds.bottom, r.bottom),
                std::max(bounds.right, r.right), std::max(bounds.top, r.top)};
      // Upper left, upper right, lower left, lower right: what readers expect, whatever the
      // standard's text says of the order (12.5.6.10).
      for (const Length value :
           {r.left, r.top, r.right, r.top, r.left, r.bottom, r.right, r.bottom}) {
        quadrilaterals.emplace_back(coordinate(value));
      }
    }
    const LinkArea& first = *areas.front();
    const std::string& contents = first.contents.empty() ? first.target : first.contents;
    Dictionary entry{
        {"Type", name("Annot")},
        {"Subtype", name("Link")},
        {"Rect", Array{coordinate(bounds.left), coordinate(bounds.bottom), coordinate(bounds.right),
                       coordinate(bounds.top)}},
        {"Border", Array{0, 0, 0}},
        {"F", annotation_flag_print},
        {"Contents", text_string(utf8::prefix(contents, 2000))},
        {"StructParent", static_cast<std::int64_t>(targets.pages.size() + places.size())},
        {"A", link_action(targets, first.target)},
    };
    // Without them, the rectangle is the link (12.5.6.5).
    if (areas.size() > 1) entry.set("QuadPoints", std::move(quadrilaterals));
    const Reference annotation = file.add(std::move(entry));
    places.push_back({annotation, page, first.element});
    annotations.emplace_back(annotation);
  }
  return annotations;
}

std::optional<Reference> write_outline(const Targets& targets, FileAssembler& file) {
  const std::vector<OutlineEntry>& entries = targets.layout.outline;
  if (entries.empty()) return std::nullopt;
  struct Node {
    Reference object;
    std::size_t parent = 0;  // index into nodes; 0 is the outline itself
    std::vector<std::size_t> kids;
  };
  std::vector<Node> nodes{Node{file.reserve(), 0, {}}};
  std::vector<int> depths{0};
  std::vector<std::size_t> open{0};  // the chain of ancestors
  for (const OutlineEntry& entry : entries) {
    while (open.size() > 1 && depths[open.back()] >= entry.depth) open.pop_back();
    nodes[open.back()].kids.push_back(nodes.size());
    open.push_back(nodes.size());
    nodes.push_back(Node{file.reserve(), open[open.size() - 2], {}});
    depths.push_back(entry.depth);
  }
  const auto add_kids = [&](Dictionary& item, const Node& node, std::int64_t count) {
    if (node.kids.empty()) return;
    item.set("First", nodes[node.kids.front()].object);
    item.set("Last", nodes[node.kids.back()].object);
    item.set("Count", count);
  };
  Dictionary root{{"Type", name("Outlines")}};
  add_kids(root, nodes[0], static_cast<std::int64_t>(nodes[0].kids.size()));
  file.set(nodes[0].object, std::move(root));
  for (const Node& parent : nodes) {
    for (std::size_t i = 0; i < parent.kids.size(); ++i) {
      const Node& node = nodes[parent.kids[i]];
      const OutlineEntry& entry = entries[parent.kids[i] - 1];
      Dictionary item{{"Title", text_string(entry.title)}, {"Parent", parent.object}};
      if (i > 0) item.set("Prev", nodes[parent.kids[i - 1]].object);
      if (i + 1 < parent.kids.size()) item.set("Next", nodes[parent.kids[i + 1]].object);
      // Closed below the first level: a negative count (12.3.3).
      add_kids(item, node, -static_cast<std::int64_t>(node.kids.size()));
      if (is_pdf_2(targets.profile)) {
        item.set("A", go_to(targets, entry.destination));
      } else {
        item.set("Dest", page_destination(targets, entry.destination));
      }
      file.set(node.object, std::move(item));
    }
  }
  return nodes[0].object;
}

Dictionary page_labels(const Layout& layout) {
  Array numbers;
  int expected = -1;  // the number that continues the range; -1: none does
  for (std::size_t i = 0; i < layout.pages.size(); ++i) {
    const std::string& label = layout.pages[i].label;
    int number = 0;
    const auto end = label.data() + label.size();
    const auto parsed = std::from_chars(label.data(), end, number);
    const bool is_number = parsed.ec == std::errc() && parsed.ptr == end && number > 0 &&
                           std::to_string(number) == label;
    if (is_number && number == expected) {
      ++expected;
      continue;
    }
    Dictionary range;
    if (is_number) {
      range.set("S", name("D"));
      if (number != 1) range.set("St", number);
    } else {
      range.set("P", text_string(label));
    }
    numbers.emplace_back(static_cast<std::int64_t>(i));
    numbers.emplace_back(std::move(range));
    expected = is_number ? number + 1 : -1;
  }
  return Dictionary{{"Nums", std::move(numbers)}};
}

}  // namespace pressmark::pdf
