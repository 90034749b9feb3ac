#include "converters/common/anthology.h"

#include <algorithm>
#include <set>

#include "converters/common/digest.h"
#include "converters/common/language.h"
#include "converters/common/title_block.h"
#include "core/model/walk.h"

namespace pressmark {
namespace {

// "Example Times, 2026-11-20, https://example.org/": what is known of it.
Inlines citation_of(const Document& article) {
  const Metadata& record = article.metadata;
  const std::string& container = record.text(Variable::container_title);
  std::string words = container.empty() ? record.text(Variable::site) : container;
  const Date& issued = record.date(DateVariable::issued);
  if (issued.start.year) words += (words.empty() ? "" : ", ") + day_string(issued);
  Inlines line;
  if (!words.empty()) line.push_back(text(words));
  const std::string& url = record.text(Variable::url);
  if (!url.empty() && url.find_first_of(" \t\n") == std::string::npos) {
    if (!line.empty()) line.push_back(text(", "));
    line.push_back(Inline{Link{url, {text(url)}}});
  }
  return line;
}

// The article with ids and links that no other article of the book has.
Document with_prefix(Document article, const std::string& prefix) {
  std::set<std::string> ids;
  article.body = map_blocks(std::move(article.body), [&](Block block) {
    if (!block.id.empty()) {
      ids.insert(block.id);
      block.id = prefix + block.id;
    }
    if (auto* heading = std::get_if<Heading>(&block.node)) {
      heading->level = std::min(heading->level + 1, 6);
    }
    return Blocks{std::move(block)};
  });
  for_each_inline(article, [&](Inline& item) {
    if (item.id.empty()) return;
    ids.insert(item.id);
    item.id = prefix + item.id;
  });
  for_each_inline(article, [&](Inline& item) {
    auto* link = std::get_if<Link>(&item.node);
    if (link == nullptr || !link->target.starts_with('#')) return;
    if (ids.contains(link->target.substr(1))) link->target = "#" + prefix + link->target.substr(1);
  });
  return article;
}

Inlines headline_of(const Document& article) {
  if (!text_of(article.front.headline).empty()) return article.front.headline;
  const std::string title = title_of(article);
  return {text(title.empty() ? std::string(label(Label::untitled, article.language)) : title)};
}

// The blocks of one article in the book.
Blocks part_of(Document article) {
  Blocks blocks;
  const auto line = [&](const Inlines& inlines) {
    if (!inlines.empty()) blocks.push_back(paragraph(inlines));
  };
  blocks.push_back({Heading{2, headline_of(article)}});
  line(article.front.kicker);
  line(article.front.deck);
  for (const Inlines& byline : article.front.bylines) line(byline);
  if (const std::string names = byline_of_authors(article); !names.empty()) line({text(names)});
  if (!article.front.dateline.empty()) {
    auto* first = article.body.empty() ? nullptr : std::get_if<Paragraph>(&article.body[0].node);
    if (first == nullptr) {
      line(article.front.dateline);
    } else {
      Inlines begun = article.front.dateline;
      begun.push_back(text(" "));
      std::ranges::move(first->children, std::back_inserter(begun));
      first->children = std::move(begun);
    }
  }
  const Inlines citation = citation_of(article);
  std::ranges::move(article.body, std::back_inserter(blocks));
  line(citation);
  return blocks;
}

void add_record(Metadata& record, const Document& article) {
  const auto is_known = [&](const Contributor& contributor) {
    return std::ranges::any_of(record.contributors, [&](const Contributor& other) {
      return other.name == contributor.name;
    });
  };
  for (const Contributor& author : article.metadata.with_role(Role::author)) {
    if (!is_known(author)) record.contributors.push_back(author);
  }
  for (const auto& keyword : article.metadata.keywords) {
    const bool known = std::ranges::any_of(
        record.keywords, [&](const auto& other) { return other.value == keyword.value; });
    if (!known) record.keywords.push_back(keyword);
  }
}

}  // namespace

Document combine_articles(const std::vector<Document>& articles, const std::string& title) {
  const Document& first = articles.front();
  Document book;
  book.language = first.language;
  book.direction = first.direction;
  const std::string name = title.empty() ? title_of(first) : title;
  if (!name.empty()) book.front.headline = {text(name)};
  book.metadata.type = ItemType::book;
  book.metadata.set(Variable::title, name, {.source = "option:--title"});
  book.metadata.set(Variable::language, book.language, {.source = "article"});
  std::string digests;
  for (std::size_t i = 0; i < articles.size(); ++i) {
    const Document& article = articles[i];
    add_record(book.metadata, article);
    for (const auto& [id, resource] : article.resources.all()) book.resources.add(resource);
    digests += article.provenance.sha256 + "\n";
    book.provenance.bytes += article.provenance.bytes;
    Blocks part = part_of(with_prefix(article, "a" + std::to_string(i + 1) + "-"));
    if (!article.language.empty() && article.language != book.language) {
      for (Block& block : part) {
        if (block.language.empty()) block.language = article.language;
      }
    }
    std::ranges::move(part, std::back_inserter(book.body));
  }
  book.provenance.source_name = "anthology";
  book.provenance.importer = first.provenance.importer;
  book.provenance.media_type = first.provenance.media_type;
  book.provenance.encoding = first.provenance.encoding;
  book.provenance.sha256 = sha256_hex(digests);
  book.provenance.transforms = {"combine_articles"};
  return book;
}

}  // namespace pressmark
