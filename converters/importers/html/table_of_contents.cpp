#include "converters/importers/html/table_of_contents.h"

#include <algorithm>
#include <array>

#include "converters/common/url.h"
#include "converters/importers/html/elements.h"
#include "converters/importers/html/words.h"

namespace pressmark::html {
namespace {

constexpr int fewest_contents = 3;
constexpr double mostly_of_links = 0.9;
constexpr int most_words_of_announcement = 10;

// The address without scheme, "www." and fragment.
std::string place_of(std::string_view url) {
  const UrlParts parts = split_url(url);
  std::string place = host_of(url) + parts.path;
  if (place.ends_with('/')) place.pop_back();
  return place + "?" + parts.query.value_or("");
}

// "Contents", "In this article": in the languages of the web's larger press.
bool is_name_of_contents(std::string_view plain) {
  constexpr std::array<std::string_view, 22> names = {"contents",
                                                      "table of contents",
                                                      "article contents",
                                                      "page contents",
                                                      "toc",
                                                      "in this article",
                                                      "in this post",
                                                      "in this story",
                                                      "on this page",
                                                      "jump to",
                                                      "inhalt",
                                                      "inhaltsverzeichnis",
                                                      "sommaire",
                                                      "table des matières",
                                                      "contenido",
                                                      "índice",
                                                      "indice",
                                                      "sommario",
                                                      "inhoud",
                                                      "spis treści",
                                                      "содержание",
                                                      "目次"};
  return std::ranges::find(names, plain) != names.end();
}

// Whether a block announces the list behind it and nothing else: it says that contents follow, it
// is a short line with a colon, or a heading that no text of its own follows.
bool announces_only(const TextBlock& block, const NodeFacts& list, const TextBlocks& blocks) {
  if (is_name_of_contents(comparable(block.text))) return true;
  if (block.measure.words <= most_words_of_announcement && block.text.ends_with(':')) return true;
  const int level = heading_level(block.owner);
  if (level == 0) return false;
  const auto behind = static_cast<std::size_t>(list.end);
  if (behind >= blocks.all().size()) return true;
  const int next = heading_level(blocks.all()[behind].owner);
  return next > 0 && next <= level;
}

}  // namespace

OwnAddresses::OwnAddresses(const PageSignals& signals, std::string_view url) : url_(url) {
  const auto og_url = signals.first_meta({"og:url"});
  for (const std::string& address : {std::string(url), resolve_url(url, signals.link("canonical")),
                                     og_url ? resolve_url(url, og_url->value) : std::string()}) {
    if (!is_web_url(address)) continue;
    if (url_.empty()) url_ = address;
    known_.push_back(place_of(address));
  }
}

bool OwnAddresses::leads_into_page(std::string_view href) const {
  href = trim(href);
  if (href.starts_with('#')) return true;
  if (known_.empty() || href.find('#') == std::string_view::npos) return false;
  const std::string target = resolve_url(url_, href);
  return is_web_url(target) && std::ranges::find(known_, place_of(target)) != known_.end();
}

bool is_table_of_contents(const Node& list, const TextBlocks& blocks, const OwnAddresses& own) {
  const NodeFacts& facts = blocks.facts(list);
  if (facts.end - facts.begin < fewest_contents) return false;
  for (int i = facts.begin; i < facts.end; ++i) {
    const TextBlock& block = blocks.all()[static_cast<std::size_t>(i)];
    if (block.measure.mass > 0 && block.link_density() < mostly_of_links) return false;
  }
  bool link = false;
  for (const Node* at = &list; at != nullptr; at = next_in_order(at, &list)) {
    if (!at->is("a") || !at->has_attribute("href")) continue;
    if (!own.leads_into_page(at->attribute("href"))) return false;
    link = true;
  }
  return link;
}

std::vector<const Node*> leave_out_contents(const Dom& dom, const TextBlocks& blocks,
                                            const OwnAddresses& own, std::vector<bool>& kept) {
  std::vector<const Node*> left_out;
  for (const Node* node = dom.root(); node != nullptr;) {
    const bool list = node->is("ul") || node->is("ol");
    if (!list || !is_table_of_contents(*node, blocks, own)) {
      node = next_in_order(node, dom.root());
      continue;
    }
    const NodeFacts& facts = blocks.facts(*node);
    for (int i = facts.begin; i < facts.end; ++i) kept[static_cast<std::size_t>(i)] = false;
    if (facts.begin > 0) {
      const auto before = static_cast<std::size_t>(facts.begin - 1);
      const TextBlock& block = blocks.all()[before];
      if (announces_only(block, facts, blocks)) {
        kept[before] = false;
        const NodeFacts& around = blocks.facts(*block.owner);
        if (around.end - around.begin == 1) left_out.push_back(block.owner);
      }
    }
    left_out.push_back(node);
    node = next_after_subtree(node, dom.root());
  }
  return left_out;
}

}  // namespace pressmark::html
