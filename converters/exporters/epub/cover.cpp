#include "converters/exporters/epub/cover.h"

#include <algorithm>

#include "converters/common/language.h"
#include "converters/exporters/epub/content_document.h"
#include "core/model/walk.h"

namespace pressmark::epub {
namespace {

constexpr std::size_t most_authors = 4;

Inlines words(const std::string& value) { return value.empty() ? Inlines{} : Inlines{text(value)}; }

std::string first_of(const Metadata& record, std::initializer_list<Variable> variables) {
  for (const Variable variable : variables) {
    if (!record.text(variable).empty()) return record.text(variable);
  }
  return {};
}

// The names of all authors, each once, in the articles' order.
std::vector<std::string> authors_of(const std::vector<const Document*>& articles) {
  std::vector<std::string> names;
  for (const Document* article : articles) {
    for (const Contributor& author : article->metadata.with_role(Role::author)) {
      const std::string name = display_name(author.name);
      if (std::ranges::find(names, name) == names.end()) names.push_back(name);
    }
  }
  return names;
}

void add_article(FrontMatter& front, const Document& article) {
  const Metadata& record = article.metadata;
  front.kicker = words(first_of(
      record, {Variable::container_title, Variable::site, Variable::source, Variable::publisher}));
  std::string subtitle = record.text(Variable::subtitle);
  if (subtitle.empty()) subtitle = text_of(article.front.deck);
  front.deck = words(subtitle);
  for (const Inlines& byline : article.front.bylines) {
    front.bylines.push_back(words(text_of(byline)));
  }
}

}  // namespace

Document cover_words(const std::vector<const Document*>& articles, const BookIdentity& book) {
  Document cover;
  if (book.language != "und") cover.language = book.language;
  cover.direction = book.direction;
  cover.front.headline = words(book.title);
  if (articles.size() == 1) add_article(cover.front, *articles[0]);
  if (!cover.front.bylines.empty()) return cover;
  const std::vector<std::string> authors = authors_of(articles);
  if (authors.size() > most_authors) return cover;
  for (const std::string& author : authors) cover.front.bylines.push_back(words(author));
  return cover;
}

TextFile write_cover_page(const BookIdentity& book, const std::string& image) {
  const std::string language = book.language == "und" ? std::string{} : book.language;
  const std::string name = std::string(label(Label::cover, language)) + ": " + book.title;
  XmlWriter out;
  begin_document(out, {name, language, book.direction});
  out.start("body").attribute("epub:type", "cover").attribute("class", "cover").text("\n");
  out.start("div").start("img").attribute("src", image).attribute("alt", name);
  out.attribute("role", "doc-cover").end().end().text("\n");
  out.end().end();
  return {"cover.xhtml", out.finish(), false};
}

}  // namespace pressmark::epub
