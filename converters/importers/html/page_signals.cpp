#include "converters/importers/html/page_signals.h"

#include <algorithm>
#include <initializer_list>

#include "converters/importers/html/coins.h"
#include "converters/importers/html/plain_text.h"
#include "converters/importers/html/text_measure.h"
#include "converters/importers/html/words.h"
#include "core/base/utf8.h"

namespace pressmark::html {
namespace {

constexpr std::size_t longest_raw = 200;
// A longer value is no metadata, whatever its element says.
constexpr std::size_t longest_value = 4000;

// Splits at spaces: meta property and rel may hold several names.
template <class Visit>
void each_token(std::string_view list, const Visit& visit) {
  for (std::size_t i = 0; i < list.size();) {
    const std::size_t start = list.find_first_not_of(" \n\t", i);
    if (start == std::string_view::npos) return;
    const std::size_t end = std::min(list.find_first_of(" \n\t", start), list.size());
    visit(list.substr(start, end - start));
    i = end;
  }
}

std::string type_of_item(const Node* node) {
  for (; node != nullptr; node = node->parent) {
    if (node->type != NodeType::element || !node->has_attribute("itemscope")) continue;
    const std::string_view type = node->attribute("itemtype");
    return std::string(type.substr(type.find_last_of('/') + 1));
  }
  return {};
}

// The type of the RDFa item around a node, without its prefix or vocabulary.
std::string rdfa_type_of_item(const Node* node) {
  for (; node != nullptr; node = node->parent) {
    if (node->type != NodeType::element || !node->has_attribute("typeof")) continue;
    const std::string_view type = node->attribute("typeof");
    const std::string_view first = type.substr(0, type.find(' '));
    return std::string(first.substr(first.find_last_of("/:#") + 1));
  }
  return {};
}

std::string property_value(const Node& node) {
  for (const std::string_view name : {"content", "datetime"}) {
    if (node.has_attribute(name)) return plain_text(node.attribute(name));
  }
  if (node.is("link") || (node.is("img") && node.has_attribute("src"))) {
    return std::string(node.attribute(node.is("link") ? "href" : "src"));
  }
  return leading_text(node, longest_raw * 4);
}

}  // namespace

Evidence Statement::evidence(double confidence) const {
  Evidence evidence;
  evidence.source = source;
  evidence.raw = std::string(utf8::prefix(value, longest_raw));
  evidence.from = from;
  evidence.confidence = confidence;
  return evidence;
}

PageSignals::PageSignals(const Dom& dom) : dom_(dom), linked_data_(dom) {
  for (const Node* node = dom.root(); node != nullptr; node = next_in_order(node, dom.root())) {
    if (node->type == NodeType::element && node->space == Namespace::html) read_element(*node);
  }
  add_coins();
  choose_article_item();
}

// One OpenURL is the page's own; several are its list of references.
void PageSignals::add_coins() {
  if (coins_.size() != 1) return;
  for (auto& [key, value] : read_coins(coins_.front()->attribute("title"))) {
    metas_.push_back({"coins:" + to_lower(key), std::move(value), coins_.front()->from});
  }
}

void PageSignals::read_rdfa(const Node& node) {
  each_token(node.attribute("property"), [&](std::string_view property) {
    const std::string_view name = property.substr(property.find_last_of("/:#") + 1);
    const bool of_articles = name == "author" || name == "creator" || name == "name" ||
                             name == "headline" || name == "datePublished" ||
                             name == "dateModified";
    if (!of_articles) return;
    const bool is_item = node.has_attribute("typeof");
    properties_.push_back({std::string(name), rdfa_type_of_item(is_item ? node.parent : &node),
                           property_value(node), &node, "rdfa"});
  });
}

void PageSignals::read_element(const Node& node) {
  if (node.is("meta")) {
    std::string content = plain_text(utf8::prefix(node.attribute("content"), longest_value));
    if (content.empty()) return;
    for (const std::string_view attribute : {"name", "property", "itemprop", "http-equiv"}) {
      each_token(node.attribute(attribute), [&](std::string_view name) {
        metas_.push_back({to_lower(name), content, node.from});
      });
    }
  } else if (node.is("link") || (node.is("a") && node.has_attribute("rel"))) {
    each_token(node.attribute("rel"), [&](std::string_view relation) {
      links_.push_back({to_lower(relation), std::string(node.attribute("href")), node.from});
    });
  } else if (node.is("title") && title_ == nullptr) {
    title_ = &node;
  } else if (node.is("h1") || node.is("h2") || node.is("h3")) {
    headings_.push_back(&node);
  } else if (node.is("time") || (node.is("abbr") && node.has_class("published"))) {
    times_.push_back(&node);
  }
  if (node.has_class("Z3988")) coins_.push_back(&node);
  if (!node.is("meta") && node.has_attribute("property")) read_rdfa(node);
  if (node.has_attribute("itemprop")) {
    const std::string_view names = node.attribute("itemprop");
    if (names == "articleBody" || names == "text" || names == "description") return;
    const bool is_item = node.has_attribute("itemscope");
    const std::string item = type_of_item(is_item ? node.parent : &node);
    const std::string value = property_value(node);
    each_token(names, [&](std::string_view name) {
      properties_.push_back({std::string(name), item, value, &node});
    });
  }
}

void PageSignals::choose_article_item() {
  // The first article on the highest level; a page of several blog posts lists them deeper.
  for (const LinkedItem& item : linked_data_.items()) {
    if (!is_article_type(item.type) && !is_thread_type(item.type)) continue;
    const bool says_more = item.object->contains("headline") || item.object->contains("author") ||
                           item.object->contains("datePublished");
    if (!says_more || item.type == "Review") continue;
    if (article_item_ == nullptr || item.level < article_item_->level) article_item_ = &item;
  }
}

std::vector<Statement> PageSignals::meta(std::string_view name) const {
  std::vector<Statement> found;
  for (const MetaElement& meta : metas_) {
    if (meta.name == name) {
      const bool coins = meta.name.starts_with("coins:");
      found.push_back({meta.content, coins ? meta.name : "meta:" + meta.name, meta.from, nullptr});
    }
  }
  return found;
}

std::optional<Statement> PageSignals::first_meta(
    std::initializer_list<std::string_view> names) const {
  for (const std::string_view name : names) {
    const auto found = meta(name);
    if (!found.empty()) return found.front();
  }
  return {};
}

std::string_view PageSignals::link(std::string_view relation) const {
  for (const LinkElement& link : links_) {
    if (link.relation == relation && !link.target.empty()) return link.target;
  }
  return {};
}

std::optional<Statement> PageSignals::linked(const LinkedItem& item,
                                             std::string_view property) const {
  Statement statement;
  statement.value = linked_data_.text(*item.object, property);
  if (statement.value.empty() || statement.value.size() > longest_value) return {};
  statement.source = "json-ld:" + item.type + "." + std::string(property);
  statement.from = item.from;
  return statement;
}

std::string leading_text(const Node& node, std::size_t bytes) {
  constexpr int most_nodes = 400;
  std::string text;
  int visited = 0;
  for (const Node* inner = &node; inner != nullptr && text.size() <= bytes && visited < most_nodes;
       ++visited) {
    // The readings of ruby say its base again.
    if (inner->is("script") || inner->is("style") || inner->is("template") || inner->is("rt") ||
        inner->is("rp")) {
      inner = next_after_subtree(inner, &node);
      continue;
    }
    if (inner->type == NodeType::text) text += utf8::prefix(inner->text, bytes + 1);
    // Words of neighbouring elements stay apart, but for those of phrasing content.
    const bool apart = inner->is("div") || inner->is("p") || inner->is("li") || inner->is("br");
    if (apart) text += ' ';
    inner = next_in_order(inner, &node);
  }
  return std::string(utf8::prefix(plain_text(text), bytes));
}

std::string comparable(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  bool border = false;
  for (std::size_t i = 0; i < text.size();) {
    const utf8::Decoded decoded = character_at(text, i);
    i += static_cast<std::size_t>(decoded.size);
    const char32_t c = decoded.code_point;
    const bool digit = c >= '0' && c <= '9';
    if (!digit && !is_letter(c)) {
      // An apostrophe or soft hyphen does not divide a word.
      if (c != '\'' && c != 0x2019 && c != 0x2018 && c != 0xAD) border = !out.empty();
      continue;
    }
    if (border) out += ' ';
    border = false;
    if (c < 0x80) {
      out += static_cast<char>(lower_case(c));
    } else {
      utf8::append(out, lower_case(c));
    }
  }
  return out;
}

}  // namespace pressmark::html
