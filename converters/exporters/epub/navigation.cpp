#include "converters/exporters/epub/navigation.h"

#include <algorithm>

#include "converters/common/language.h"
#include "converters/exporters/epub/content_document.h"

namespace pressmark::epub {
namespace {

// Walks the entries as the tree that their ranks make: an entry of a higher rank than the one
// before is nested in that. `open` and `close` are called around each entry's children.
template <class Open, class Descend, class Ascend, class Close>
void for_tree(const std::vector<Entry>& entries, Open open, Descend descend, Ascend ascend,
              Close close) {
  std::vector<int> ranks;  // of the open entries
  for (const Entry& entry : entries) {
    bool sibling = false;
    while (!ranks.empty() && ranks.back() >= entry.rank) {
      if (sibling) ascend();
      close();
      ranks.pop_back();
      sibling = true;
    }
    if (!sibling && !ranks.empty()) descend();
    open(entry);
    ranks.push_back(entry.rank);
  }
  while (!ranks.empty()) {
    close();
    ranks.pop_back();
    if (!ranks.empty()) ascend();
  }
}

std::string_view language_of(const BookIdentity& book) {
  return book.language == "und" ? std::string_view{} : std::string_view(book.language);
}

void contents_list(XmlWriter& out, const std::vector<Entry>& entries) {
  out.line().start("ol");
  for_tree(
      entries,
      [&](const Entry& entry) {
        out.line().start("li").start("a").attribute("href", entry.address);
        out.text(entry.text).end();
      },
      [&] { out.line().start("ol"); }, [&] { out.end_line(); }, [&] { out.end(); });
  out.end_line();
}

void landmarks(XmlWriter& out, const BookIdentity& book, const Contents& contents) {
  out.line().start("nav").attribute("epub:type", "landmarks").attribute("hidden", "hidden");
  out.attribute("aria-label", book.title);
  out.line().start("ol");
  const auto landmark = [&](std::string_view type, const std::string& file, std::string_view text) {
    out.line().start("li").start("a").attribute("epub:type", type).attribute("href", file);
    out.text(text).end().end();
  };
  if (!contents.cover_page.empty()) {
    landmark("cover", contents.cover_page, label(Label::cover, language_of(book)));
  }
  landmark("bodymatter", contents.first_text, book.title);
  out.end_line();
  out.end_line();
}

void page_list(XmlWriter& out, const BookIdentity& book, const Contents& contents) {
  if (contents.pages.empty()) return;
  out.line().start("nav").attribute("epub:type", "page-list").attribute("role", "doc-pagelist");
  out.attribute("hidden", "hidden").attribute("aria-label", label(Label::pages, language_of(book)));
  out.line().start("ol");
  for (const PageEntry& page : contents.pages) {
    out.line().start("li").start("a").attribute("href", page.address).text(page.label).end().end();
  }
  out.end_line();
  out.end_line();
}

}  // namespace

Bytes write_navigation(const BookIdentity& book, const Contents& contents) {
  XmlWriter out;
  begin_document(out, {book.title, std::string(language_of(book)), book.direction});
  out.line().start("body");
  out.line().start("nav").attribute("epub:type", "toc").attribute("role", "doc-toc");
  out.attribute("id", "toc");
  out.line().element("h1", label(Label::contents, language_of(book)));
  contents_list(out, contents.entries);
  out.end_line();
  landmarks(out, book, contents);
  page_list(out, book, contents);
  out.end_line().end_line();
  return out.finish();
}

Bytes write_ncx(const BookIdentity& book, const Contents& contents) {
  int depth = 1;
  for (const Entry& entry : contents.entries) depth = std::max(depth, entry.rank);
  XmlWriter out;
  out.start("ncx").attribute("xmlns", "http://www.daisy.org/z3986/2005/ncx/");
  out.attribute("version", "2005-1").attribute_if("xml:lang", language_of(book));
  out.line().start("head");
  const auto meta = [&](std::string_view name, std::string_view content) {
    out.line().start("meta").attribute("name", name).attribute("content", content).end();
  };
  meta("dtb:uid", book.identifier);
  meta("dtb:depth", std::to_string(depth));
  meta("dtb:totalPageCount", std::to_string(contents.pages.size()));
  meta("dtb:maxPageNumber", "0");
  out.end_line();
  out.line().start("docTitle").element("text", book.title).end();
  out.line().start("navMap");
  int order = 0;
  const auto point = [&](std::string_view text, std::string_view address) {
    out.start("navLabel").element("text", text).end();
    out.start("content").attribute("src", address).end();
  };
  for_tree(
      contents.entries,
      [&](const Entry& entry) {
        ++order;
        out.line().start("navPoint").attribute("id", "point-" + std::to_string(order));
        out.attribute("playOrder", std::to_string(order));
        point(entry.text, entry.address);
      },
      [] {}, [] {}, [&] { out.end(); });
  out.end_line();
  if (!contents.pages.empty()) {
    out.line().start("pageList");
    for (const PageEntry& page : contents.pages) {
      ++order;
      out.line().start("pageTarget").attribute("id", "point-" + std::to_string(order));
      out.attribute("type", "normal").attribute("playOrder", std::to_string(order));
      point(page.label, page.address);
      out.end();
    }
    out.end_line();
  }
  out.end_line();
  return out.finish();
}

}  // namespace pressmark::epub
