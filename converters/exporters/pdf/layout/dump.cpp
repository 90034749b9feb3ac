#include "converters/exporters/pdf/layout/dump.h"

#include <vector>

#include "converters/exporters/pdf/layout/type_names.h"
#include "core/base/match.h"
#include "core/model/node_names.h"

namespace pressmark::pdf {
namespace {

std::string points(Length length) {
  const Length tenths = (length * 10 + (length < 0 ? -point / 2 : point / 2)) / point;
  const Length size = tenths < 0 ? -tenths : tenths;
  return (tenths < 0 ? "-" : "") + std::to_string(size / 10) + "." + std::to_string(size % 10);
}

std::string quoted(std::string_view text) {
  std::string result = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') result += '\\';
    if (c == '\n') {
      result += "\\n";
    } else {
      result += c;
    }
  }
  return result + "\"";
}

std::string_view shown_text(const GlyphRun& run) {
  return run.actual_text ? std::string_view(*run.actual_text) : std::string_view(run.text);
}

// The text and images of each piece of content.
std::vector<std::string> contents_of(const Layout& layout) {
  std::vector<std::string> contents(static_cast<std::size_t>(layout.content_count));
  for (const Page& page : layout.pages) {
    for (const Item& item : page.items) {
      std::visit(match{[&](const GlyphRun& run) {
                         if (run.content >= 0) contents[run.content] += shown_text(run);
                       },
                       [&](const FilledRectangle&) {},
                       [&](const PlacedImage& image) {
                         if (image.content >= 0) contents[image.content] += "\uFFFC";
                       }},
                 item);
    }
  }
  return contents;
}

class StructureDump {
 public:
  explicit StructureDump(const Layout& layout) : layout_(layout), contents_(contents_of(layout)) {}

  std::string run() {
    write(0, 0);
    return std::move(out_);
  }

 private:
  void write(ElementId id, int depth) {
    const Element& element = layout_.elements[static_cast<std::size_t>(id)];
    out_.append(static_cast<std::size_t>(depth) * 2, ' ');
    out_ += type_name(element.tag);
    if (element.tag == Tag::heading) out_ += std::to_string(element.level);
    if (!element.id.empty()) out_ += " id=" + element.id;
    if (!element.language.empty()) out_ += " lang=" + element.language;
    if (element.alternative_text) out_ += " alt=" + quoted(*element.alternative_text);
    if (element.actual_text) out_ += " actual=" + quoted(*element.actual_text);
    if (element.expansion) out_ += " expansion=" + quoted(*element.expansion);
    if (element.numbering != Numbering::none) {
      out_ += " numbering=";
      out_ += to_string(element.numbering);
    }
    if (element.scope != Scope::none) {
      out_ += " scope=";
      out_ += to_string(element.scope);
    }
    if (element.row_span != 1) out_ += " rows=" + std::to_string(element.row_span);
    if (element.column_span != 1) out_ += " columns=" + std::to_string(element.column_span);
    out_ += '\n';
    for (const Element::Kid& kid : element.kids) {
      if (kid.element) {
        write(*kid.element, depth + 1);
      } else {
        out_.append(static_cast<std::size_t>(depth + 1) * 2, ' ');
        out_ += quoted(contents_[static_cast<std::size_t>(kid.content)]) + "\n";
      }
    }
  }

  const Layout& layout_;
  std::vector<std::string> contents_;
  std::string out_;
};

bool is_block(Tag tag) {
  switch (tag) {
    case Tag::code:
    case Tag::quote:
    case Tag::reference:
    case Tag::link:
    case Tag::span:
    case Tag::formula:
      return false;
    case Tag::document:
    case Tag::article:
    case Tag::section:
    case Tag::division:
    case Tag::block_quote:
    case Tag::caption:
    case Tag::paragraph:
    case Tag::heading:
    case Tag::list:
    case Tag::list_item:
    case Tag::label:
    case Tag::list_body:
    case Tag::table:
    case Tag::table_row:
    case Tag::table_header_cell:
    case Tag::table_data_cell:
    case Tag::table_head:
    case Tag::table_body:
    case Tag::figure:
    case Tag::note:
    case Tag::contents:
    case Tag::contents_item:
      return true;
  }
  return true;
}

void append_reading(const Layout& layout, const std::vector<std::string>& contents, ElementId id,
                    NoteMarks marks, std::string& out) {
  const Element& element = layout.elements[static_cast<std::size_t>(id)];
  const bool is_mark = element.tag == Tag::reference;
  if (is_mark && marks == NoteMarks::left_out) return;
  if (element.tag == Tag::figure && element.alternative_text) {
    out += *element.alternative_text;
    return;
  }
  for (const Element::Kid& kid : element.kids) {
    if (kid.element) {
      append_reading(layout, contents, *kid.element, marks, out);
    } else {
      out += contents[static_cast<std::size_t>(kid.content)];
    }
  }
  if (is_block(element.tag) && !out.empty() && out.back() != '\n') out += '\n';
}

}  // namespace

std::string dump_structure(const Layout& layout) { return StructureDump(layout).run(); }

std::string dump_pages(const Layout& layout) {
  std::string out;
  for (const Page& page : layout.pages) {
    out += "page " + page.label + "\n";
    for (const Item& item : page.items) {
      std::visit(match{[&](const GlyphRun& run) {
                         out += "  " + points(run.x) + " " + points(run.y) + " " +
                                points(run.size) + "pt " +
                                layout.fonts[static_cast<std::size_t>(run.font)]->name() + " " +
                                (run.content < 0 ? "artifact " : "") +
                                (run.right_to_left ? "rtl " : "") + quoted(shown_text(run)) + "\n";
                       },
                       [&](const FilledRectangle& rectangle) {
                         out += "  " + points(rectangle.x) + " " + points(rectangle.y) + " rule " +
                                points(rectangle.width) + " x " + points(rectangle.height) + "\n";
                       },
                       [&](const PlacedImage& image) {
                         out += "  " + points(image.x) + " " + points(image.y) + " image " +
                                points(image.width) + " x " + points(image.height) + " " +
                                image.resource + "\n";
                       }},
                 item);
    }
    for (const LinkArea& link : page.links) {
      out += "  link " + points(link.x) + " " + points(link.y) + " " + points(link.width) + " x " +
             points(link.height) + " " + link.target + "\n";
    }
  }
  return out;
}

std::string text_in_reading_order(const Layout& layout, NoteMarks marks) {
  std::string out;
  append_reading(layout, contents_of(layout), 0, marks, out);
  return out;
}

}  // namespace pressmark::pdf
