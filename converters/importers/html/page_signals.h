// converters/importers/html/page_signals.h: what a page states about its article, collected once.
//
// Meta elements, links, JSON-LD, microdata and the elements that look like headlines, bylines and
// dates: the material of which the metadata reader chooses.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "converters/importers/html/dom.h"
#include "converters/importers/html/json_ld.h"
#include "core/base/location.h"
#include "core/model/metadata.h"

namespace pressmark::html {

// A value as one source states it.
struct Statement {
  std::string value;   // plain text
  std::string source;  // as Evidence::source has it
  Location from;
  const Node* node = nullptr;  // the element it was read from, where that is one of the body

  Evidence evidence(double confidence = 1.0) const;
};

// A meta element with name, property, itemprop or http-equiv; or a key of the page's own COinS,
// whose name begins with "coins:".
struct MetaElement {
  std::string name;  // lower case
  std::string content;
  Location from;
};

struct LinkElement {
  std::string relation;  // lower case
  std::string target;
  Location from;
};

// An element with itemprop (microdata) or, for the properties of articles, with property (RDFa).
struct MarkedProperty {
  std::string name;   // "datePublished"
  std::string item;   // type of the item it belongs to, without its vocabulary: "NewsArticle"
  std::string value;  // content, datetime, href of links and images, or the text
  const Node* node;
  std::string_view syntax = "microdata";  // or "rdfa": how Evidence::source begins
};

class PageSignals {
 public:
  explicit PageSignals(const Dom& dom);

  const Dom& dom() const { return dom_; }
  const LinkedData& linked_data() const { return linked_data_; }
  const std::vector<MetaElement>& metas() const { return metas_; }
  const std::vector<LinkElement>& links() const { return links_; }
  const std::vector<MarkedProperty>& properties() const { return properties_; }
  const std::vector<const Node*>& headings() const { return headings_; }  // h1 to h3, in order
  const std::vector<const Node*>& times() const { return times_; }
  const Node* title() const { return title_; }

  // The meta elements of a name, as statements with the source "meta:NAME".
  std::vector<Statement> meta(std::string_view name) const;
  // The first that is not empty.
  std::optional<Statement> first_meta(std::initializer_list<std::string_view> names) const;
  // The first link target of a relation; empty: none.
  std::string_view link(std::string_view relation) const;
  // The JSON-LD item that describes this page's article best: null where there is none.
  const LinkedItem* article_item() const { return article_item_; }
  // The property of the article's item, and of its WebPage; empty value: none.
  std::optional<Statement> linked(const LinkedItem& item, std::string_view property) const;

 private:
  void read_element(const Node& node);
  void read_rdfa(const Node& node);
  void add_coins();
  void choose_article_item();

  const Dom& dom_;
  LinkedData linked_data_;
  std::vector<MetaElement> metas_;
  std::vector<LinkElement> links_;
  std::vector<MarkedProperty> properties_;
  std::vector<const Node*> headings_;
  std::vector<const Node*> times_;
  const Node* title_ = nullptr;
  std::vector<const Node*> coins_;  // spans with an OpenURL
  const LinkedItem* article_item_ = nullptr;
};

// Case-insensitive text for comparing values of different sources: letters and digits in lower
// case, all else as single spaces, typographic variants made equal.
std::string comparable(std::string_view text);

// The first octets of an element's text, white space collapsed and readings of ruby left out: at
// most `bytes`, and of no more than a few hundred nodes, so that asking nested elements for their
// text stays cheap.
std::string leading_text(const Node& node, std::size_t bytes);

}  // namespace pressmark::html
