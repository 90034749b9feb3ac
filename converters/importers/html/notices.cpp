#include "converters/importers/html/notices.h"

#include <algorithm>
#include <array>
#include <string>

#include "converters/importers/html/elements.h"
#include "converters/importers/html/name_tokens.h"
#include "converters/importers/html/page_signals.h"
#include "converters/importers/html/text_measure.h"
#include "converters/importers/html/word_lists.h"

namespace pressmark::html {
namespace {

constexpr std::size_t most_words_of_answer = 4;
// Mass of running text beyond which a box is no notice.
constexpr int most_prose = 1200;

bool has_cue(const std::string& plain, Cue cue) {
  const std::string framed = " " + plain + " ";
  return std::ranges::any_of(cue_phrases(), [&](const CuePhrase& phrase) {
    return phrase.cue == cue &&
           framed.find(" " + std::string(phrase.phrase) + " ") != std::string::npos;
  });
}

// What a reader answers with.
bool asks(const Node& box) {
  for (const Node* at = &box; at != nullptr; at = next_in_order(at, &box)) {
    if (at->is("button") || at->is("input") || at->attribute("role") == "button") return true;
    if (!at->is("a") || !at->has_attribute("href")) continue;
    const std::string words = comparable(text_content(at));
    if (!words.empty() && words_of(words).size() <= most_words_of_answer) return true;
  }
  return false;
}

// Whether the class, id or role of an element has one of these words.
template <std::size_t count>
bool is_named(const Node& node, const std::array<std::string_view, count>& names) {
  bool found = false;
  for (const std::string_view attribute : {"class", "id", "role"}) {
    for_each_name_token(node.attribute(attribute), [&](std::string_view word) {
      found = found || std::ranges::find(names, word) != names.end();
    });
  }
  return found;
}

bool is_notice(const Node& node) {
  constexpr std::array<std::string_view, 10> consent = {
      "cookie", "cookies", "consent",       "gdpr",         "onetrust",
      "dialog", "cmp",     "cookieconsent", "cookiebanner", "alertdialog"};
  constexpr std::array<std::string_view, 8> subscribing = {
      "paywall",    "regwall", "subscribe", "subscription",
      "newsletter", "signup",  "metering",  "meter"};
  const bool asks_for_consent = is_named(node, consent);
  if (!asks_for_consent && !is_named(node, subscribing)) return false;
  if (!asks(node)) return false;
  const std::string plain = comparable(text_content(&node));
  if (asks_for_consent) {
    return plain.find("cookie") != std::string::npos || has_cue(plain, Cue::consent);
  }
  return has_cue(plain, Cue::subscribe);
}

}  // namespace

void leave_out_notices(const Dom& dom, const TextBlocks& blocks, std::vector<bool>& kept) {
  std::vector<int> prose = {0};  // mass of what is kept of it, before each block
  for (std::size_t i = 0; i < kept.size(); ++i) {
    const TextBlock& block = blocks.all()[i];
    prose.push_back(prose.back() + (kept[i] && block.is_prose() ? block.measure.mass : 0));
  }
  for (const Node* node = dom.root(); node != nullptr;) {
    const NodeFacts& facts = blocks.facts(*node);
    const int inside =
        prose[static_cast<std::size_t>(facts.end)] - prose[static_cast<std::size_t>(facts.begin)];
    const bool small = inside < most_prose && 2 * inside < prose.back();
    if (node->type != NodeType::element || facts.begin == facts.end || !small ||
        !is_notice(*node)) {
      node = next_in_order(node, dom.root());
      continue;
    }
    for (int i = facts.begin; i < facts.end; ++i) kept[static_cast<std::size_t>(i)] = false;
    node = next_after_subtree(node, dom.root());
  }
}

}  // namespace pressmark::html
