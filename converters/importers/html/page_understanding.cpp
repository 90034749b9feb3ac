#include "converters/importers/html/page_understanding.h"

#include <utility>

#include "converters/common/url.h"
#include "converters/importers/html/front_matter.h"
#include "converters/importers/html/kept_structures.h"
#include "converters/importers/html/lead_picture.h"
#include "converters/importers/html/leftovers.h"
#include "converters/importers/html/metadata_reader.h"
#include "converters/importers/html/words.h"
#include "core/model/validate.h"

namespace pressmark::html {
namespace {

Direction page_direction(const Dom& dom) {
  for (const Node* node : {dom.body(), dom.html()}) {
    if (node == nullptr) continue;
    if (equals_ignoring_case(node->attribute("dir"), "rtl")) return Direction::right_to_left;
    if (equals_ignoring_case(node->attribute("dir"), "ltr")) return Direction::left_to_right;
  }
  return Direction::inherit;
}

const Node* find_head_element(const Dom& dom, std::string_view name, std::string_view attribute,
                              std::string_view value) {
  const Node* head = dom.head();
  for (const Node* at = head; at != nullptr; at = next_in_order(at, head)) {
    if (!at->is(name)) continue;
    if (value.empty() ? at->has_attribute(attribute)
                      : equals_ignoring_case(at->attribute(attribute), value)) {
      return at;
    }
  }
  return nullptr;
}

// The address of the page: as the caller knows it, or as the page says it of itself.
std::string page_url(const Source& source, const Dom& dom) {
  if (!source.url.empty()) return source.url;
  if (const Node* link = find_head_element(dom, "link", "rel", "canonical")) {
    const std::string url = resolve_url("", link->attribute("href"));
    if (is_web_url(url)) return url;
  }
  if (const Node* meta = find_head_element(dom, "meta", "property", "og:url")) {
    const std::string url = resolve_url("", meta->attribute("content"));
    if (is_web_url(url)) return url;
  }
  return {};
}

std::string base_url(const Dom& dom, const std::string& url) {
  const Node* base = find_head_element(dom, "base", "href", "");
  return base == nullptr ? url : resolve_url(url, base->attribute("href"));
}

}  // namespace

std::optional<PageUnderstanding> understand_page(const ReceivedPage& received,
                                                 const ParsedPage& parsed, Document& document) {
  const Dom& dom = parsed.dom;
  std::string url = page_url(received.page, dom);
  std::optional<Article> article = find_article(dom, url);
  if (!article) return {};
  keep_structures(dom, *article);
  read_metadata(dom, *article, url, document);
  take_front_matter(*article, document);
  drop_leftovers(*article);
  add_lead_picture(*article);
  if (document.language.empty() && is_language_tag(received.page.language)) {
    document.language = received.page.language;
  }
  if (document.direction == Direction::inherit) document.direction = page_direction(dom);
  NoteTable notes = find_notes(dom, *article, url);
  keep_notes(notes, *article);
  std::string base = base_url(dom, url);
  return PageUnderstanding{std::move(*article), std::move(notes), std::move(url), std::move(base)};
}

}  // namespace pressmark::html
