#include <algorithm>

#include "converters/importers/html/block_features.h"
#include "converters/importers/html/json_ld.h"
#include "converters/importers/html/plain_text.h"

namespace pressmark::html {
namespace {

// A shorter articleBody is a summary or an empty field.
constexpr std::size_t shortest_body = 150;

}  // namespace

PageHints read_page_hints(const Dom& dom, const LinkedData& data) {
  PageHints hints;
  for (const Node* node = dom.root(); node != nullptr; node = next_in_order(node, dom.root())) {
    if (node->is("title") && node->space == Namespace::html) {
      hints.titles.push_back(collapsed_text(node));
    } else if (node->is("meta")) {
      std::string_view name = node->attribute("property");
      if (name.empty()) name = node->attribute("name");
      const std::string_view content = node->attribute("content");
      if (name == "og:title" || name == "twitter:title") {
        hints.titles.push_back(plain_text(content));
      } else if (name == "og:description" || name == "description") {
        hints.description += " \n" + plain_text(content);
      } else if (name == "og:type") {
        hints.says_article = hints.says_article || content == "article" || content == "blog";
      }
    }
  }
  for (const LinkedItem& item : data.items()) {
    if (is_thread_type(item.type)) hints.says_thread = true;
    if (!is_article_type(item.type)) continue;
    hints.says_article = true;
    std::string body = data.text(*item.object, "articleBody");
    if (body.size() >= shortest_body && body.size() > hints.article_body.size()) {
      hints.article_body = std::move(body);
    }
  }
  return hints;
}

}  // namespace pressmark::html
