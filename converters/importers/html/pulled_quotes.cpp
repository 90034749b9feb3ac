#include "converters/importers/html/pulled_quotes.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "converters/importers/html/page_signals.h"
#include "converters/importers/html/text_measure.h"
#include "core/model/walk.h"

namespace pressmark::html {
namespace {

// Fewer words are repeated by chance, and their places in the text are many.
constexpr std::size_t least_words = 6;
// A text that says the same again and again is searched at its first places only.
constexpr std::size_t most_places = 8;

std::string words_in_one_form(const Inlines& inlines) {
  std::string joined;
  const std::string plain = comparable(text_of(inlines));
  for (const std::string_view word : words_of(plain)) {
    joined += word;
    joined += ' ';
  }
  return joined;
}

// The first words of a text in one form; all of it where it has no more.
std::string_view beginning(std::string_view words) {
  std::size_t end = 0;
  for (std::size_t i = 0; i < least_words && end < words.size(); ++i) {
    end = words.find(' ', end) + 1;
  }
  return words.substr(0, end);
}

// The quotations that begin with the same words, and how many places of the text do.
struct Beginning {
  std::vector<std::pair<std::string_view, Quotation*>> quotations;  // with all of their words
  std::size_t places = 0;
};

// Quotations by their first words: most runs of the text begin none of them.
using Beginnings = std::unordered_map<std::string_view, Beginning>;

// Marks the quotations whose words stand in a paragraph (in one form).
void look_through(std::string_view paragraph, Beginnings& beginnings) {
  while (!paragraph.empty()) {
    const auto found = beginnings.find(beginning(paragraph));
    if (found != beginnings.end() && found->second.places < most_places) {
      ++found->second.places;
      for (const auto& [words, quotation] : found->second.quotations) {
        if (paragraph.starts_with(words)) quotation->pulled = true;
      }
    }
    paragraph.remove_prefix(paragraph.find(' ') + 1);
  }
}

// The words of a quotation that is one paragraph; empty for others and for short ones.
std::string words_of_quotation(const Quotation& quotation) {
  if (quotation.children.size() != 1) return {};
  const auto* plain = std::get_if<Paragraph>(&quotation.children.front().node);
  if (plain == nullptr) return {};
  std::string words = words_in_one_form(plain->children);
  if (static_cast<std::size_t>(std::ranges::count(words, ' ')) < least_words) return {};
  return words;
}

}  // namespace

void mark_pulled_quotes(Blocks& body) {
  std::vector<std::pair<std::string, Quotation*>> quotations;
  for (Block& block : body) {
    auto* quotation = std::get_if<Quotation>(&block.node);
    if (quotation == nullptr || quotation->pulled) continue;
    std::string words = words_of_quotation(*quotation);
    if (!words.empty()) quotations.emplace_back(std::move(words), quotation);
  }
  if (quotations.empty()) return;
  Beginnings beginnings;
  for (const auto& [words, quotation] : quotations) {
    beginnings[beginning(words)].quotations.emplace_back(words, quotation);
  }
  for (const Block& block : body) {
    if (const auto* plain = std::get_if<Paragraph>(&block.node)) {
      look_through(words_in_one_form(plain->children), beginnings);
    }
  }
}

}  // namespace pressmark::html
