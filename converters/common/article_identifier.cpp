#include "converters/common/article_identifier.h"

#include <algorithm>

#include "converters/common/digest.h"
#include "converters/common/normal_form.h"
#include "converters/common/white_space.h"
#include "core/model/walk.h"

namespace pressmark {
namespace {

std::string text_of_article(const Document& article) {
  std::string text;
  const auto add = [&text](const std::string& piece) { text += collapse_space(piece) + "\n"; };
  add(text_of(article.front.kicker));
  add(text_of(article.front.headline));
  add(text_of(article.front.deck));
  for (const Inlines& byline : article.front.bylines) add(text_of(byline));
  add(text_of(article.front.dateline));
  add(text_of(article.body));
  return normal_form(text);
}

// Not what only says that it is a UUID.
bool is_usable(std::string_view identifier) {
  constexpr std::string_view prefix = "urn:uuid:";
  constexpr std::string_view form = "hhhhhhhh-hhhh-hhhh-hhhh-hhhhhhhhhhhh";
  if (!identifier.starts_with(prefix)) return !identifier.empty();
  identifier.remove_prefix(prefix.size());
  return std::ranges::equal(identifier, form, [](char c, char wanted) {
    const bool digit = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
    return wanted == '-' ? c == '-' : digit;
  });
}

}  // namespace

std::string identifier_of_url(std::string_view url) {
  return "urn:uuid:" + uuid_v5_url(url.substr(0, url.find('#')));
}

std::string article_identifier(const Document& article) {
  const std::string& own = article.metadata.text(Variable::identifier);
  if (is_usable(own)) return own;
  const std::string& url = article.metadata.text(Variable::url);
  if (!url.empty()) return identifier_of_url(url);
  const std::string text = text_of_article(article);
  const std::string& source = article.provenance.sha256;
  const bool by_source = collapse_space(text).empty() && !source.empty();
  return "urn:uuid:" + uuid_v5_url("sha256:" + (by_source ? source : sha256_hex(text)));
}

void settle_identifier(Document& article) {
  if (is_usable(article.metadata.text(Variable::identifier))) return;
  const bool by_url = article.metadata.find(Variable::url) != nullptr;
  article.metadata.set(Variable::identifier, article_identifier(article),
                       {.source = by_url ? "uuid:URL" : "uuid:text"});
}

}  // namespace pressmark
