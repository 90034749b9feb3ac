#include "converters/importers/html/metadata_reader.h"

#include "converters/importers/html/words.h"
#include "core/model/validate.h"

namespace pressmark::html {
namespace {

std::string meta_content(const Node* head, std::string_view key) {
  for (const Node* at = head; at != nullptr; at = next_in_order(at, head)) {
    if (!at->is("meta")) continue;
    if (equals_ignoring_case(at->attribute("name"), key) ||
        equals_ignoring_case(at->attribute("property"), key)) {
      std::string content = collapse_space(at->attribute("content"));
      if (!content.empty()) return content;
    }
  }
  return {};
}

std::string title_text(const Node* head) {
  for (const Node* at = head; at != nullptr; at = next_in_order(at, head)) {
    if (at->is("title")) return collapsed_text(at);
  }
  return {};
}

}  // namespace

void read_metadata(const Dom& dom, const Article& article, std::string_view page_url,
                   Document& document) {
  const Node* head = dom.head();
  Metadata& record = document.metadata;
  if (article.headline != nullptr) {
    const std::string headline = collapsed_text(article.headline);
    if (!headline.empty()) {
      document.front.headline = {text(headline)};
      record.set(Variable::title, headline, {.source = "html:h1"});
    }
  }
  if (head != nullptr) {
    record.offer(Variable::title, meta_content(head, "og:title"), {.source = "meta:og:title"});
    record.offer(Variable::title, title_text(head), {.source = "html:title"});
    record.offer(Variable::abstract_text, meta_content(head, "description"),
                 {.source = "meta:description"});
  }
  if (!page_url.empty()) record.set(Variable::url, std::string(page_url), {.source = "source"});
  if (dom.html() != nullptr) {
    const std::string language(trim(dom.html()->attribute("lang")));
    if (is_language_tag(language)) document.language = language;
  }
}

}  // namespace pressmark::html
