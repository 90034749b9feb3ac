#include "tests/converters/exporters/epub/content_counts.h"

#include <libxml/tree.h>

#include "converters/common/title_block.h"
#include "converters/common/xhtml_body.h"
#include "converters/common/xml_tree.h"
#include "core/base/match.h"
#include "core/base/utf8.h"
#include "core/model/grid.h"
#include "core/model/walk.h"

namespace pressmark::epub {
namespace {

std::size_t letters_of(std::string_view text) {
  std::size_t count = 0;
  for (std::size_t i = 0; i < text.size();) {
    const utf8::Decoded decoded = utf8::decode(text, i);
    const char32_t c = decoded.code_point;
    const bool alphanumeric =
        (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    count += alphanumeric || c > 0xBF ? 1 : 0;
    i += static_cast<std::size_t>(decoded.size);
  }
  return count;
}

bool shows_nothing(const Link& link) {
  bool nothing = text_of(link.children).empty();
  for_each_inline(link.children, [&](const Inline& item) {
    if (std::holds_alternative<Image>(item.node)) nothing = false;
  });
  return nothing;
}

std::string attribute(const xmlNode* node, std::string_view name) {
  for (const xmlAttr* it = node->properties; it != nullptr; it = it->next) {
    if (xml_tree::name_of(it) == name) return xml_tree::value_of(it);
  }
  return {};
}

// What the exporter adds is passed over: marks of notes (which it gives ids; further marks are
// links of the document), links back, the source, formulas, and what stands for images.
bool is_added(const xmlNode* node, std::string_view name) {
  const std::string role = attribute(node, "role");
  const std::string kind = attribute(node, "class");
  return name == "head" || name == "math" || name == "rp" ||
         (role == "doc-noteref" && !attribute(node, "id").empty()) || role == "doc-backlink" ||
         kind == "colophon" || kind == "published" || kind.starts_with("formula") ||
         kind == "image";
}

void count(const xmlNode* node, Content& content) {
  for (const xmlNode* child = node->children; child != nullptr; child = child->next) {
    content.letters += letters_of(xml_tree::text_of(child));
    if (child->type != XML_ELEMENT_NODE) continue;
    const std::string_view name = xml_tree::name_of(child);
    if (is_added(child, name)) continue;
    content.images += name == "img" ? 1 : 0;
    content.cells += name == "td" || name == "th" ? 1 : 0;
    content.links += name == "a" ? 1 : 0;
    content.items += name == "li" ? 1 : 0;
    content.notes += attribute(child, "role") == "doc-footnote" ? 1 : 0;
    content.headings += name.size() == 2 && name[0] == 'h' && name[1] >= '2' && name[1] <= '6';
    count(child, content);
  }
}

}  // namespace

void PrintTo(const Content& content, std::ostream* out) {
  *out << content.letters << " letters, " << content.images << " images, " << content.cells
       << " cells, " << content.notes << " notes, " << content.links << " links, " << content.items
       << " items, " << content.headings << " headings";
}

Content content_of(const Document& document) {
  Content content;
  // The catalogued title stands in for a headline.
  if (text_of(document.front.headline).empty()) {
    content.letters += letters_of(document.metadata.text(Variable::title));
  }
  content.letters += letters_of(byline_of_authors(document));
  for_each_inline(document, [&](const Inline& item) {
    std::visit(
        match{[&](const Text& node) { content.letters += letters_of(node.text); },
              [&](const Code& node) { content.letters += letters_of(node.text); },
              [&](const Ruby& node) { content.letters += letters_of(node.reading); },
              [&](const Link& node) {
                // Targets that no book may have leave the text alone.
                if (!node.target.starts_with('#') && !xhtml::clean_href(node.target)) return;
                ++content.links;
                if (shows_nothing(node)) content.letters += letters_of(node.target);
              },
              [&](const Image& node) { content.images += node.resource.empty() ? 0 : 1; },
              [&](const Note&) { ++content.notes; }, [&](const Styled&) {}, [&](const Named&) {},
              [&](const Dated&) {}, [&](const Abbreviation&) {}, [&](const Quoted&) {},
              [&](const Formula&) {}, [&](const LineBreak&) {}, [&](const PageMark&) {}},
        item.node);
  });
  for_each_block(document, [&](const Block& block) {
    if (const auto* list = std::get_if<List>(&block.node)) content.items += list->items.size();
    if (const auto* code = std::get_if<Preformatted>(&block.node)) {
      content.letters += letters_of(code->text);
    }
    if (std::holds_alternative<Heading>(block.node)) ++content.headings;
    if (const auto* aside = std::get_if<Aside>(&block.node)) {
      bool interactive = false;
      for_each_inline(aside->title, [&](const Inline& item) {
        interactive = interactive || std::holds_alternative<Link>(item.node) ||
                      std::holds_alternative<Note>(item.node) ||
                      std::holds_alternative<Image>(item.node);
      });
      const bool summary = aside->kind == AsideKind::details && !interactive;
      if (!summary && !aside->title.empty()) ++content.headings;
    }
    if (const auto* table = std::get_if<Table>(&block.node)) {
      const Grid grid = layout_grid(*table);
      for (const auto& row : grid.cells) content.cells += row.size();
      for (const auto& row : grid.gaps) content.cells += row.size();
    }
  });
  return content;
}

std::optional<Content> content_of(const std::vector<ZipEntry>& files) {
  Content content;
  for (const ZipEntry& entry : files) {
    if (!entry.path.starts_with("EPUB/article")) continue;
    const xml_tree::Document document = xml_tree::parse(entry.data);
    if (document == nullptr) return {};
    count(xmlDocGetRootElement(document.get()), content);
  }
  return content;
}

}  // namespace pressmark::epub
