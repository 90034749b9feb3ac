#include "converters/importers/html/pulled_quotes.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <unordered_map>
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

// Where in the paragraphs of the text each run of words stands.
class RunningText {
 public:
  explicit RunningText(const Blocks& body) {
    for (const Block& block : body) {
      if (const auto* plain = std::get_if<Paragraph>(&block.node)) {
        paragraphs_.push_back(words_in_one_form(plain->children));
      }
    }
    for (const std::string& paragraph : paragraphs_) add_runs(paragraph);
  }

  bool has(std::string_view words) const {
    const auto found = places_.find(beginning(words));
    if (found == places_.end()) return false;
    return std::ranges::any_of(found->second,
                               [&](std::string_view rest) { return rest.starts_with(words); });
  }

 private:
  void add_runs(std::string_view paragraph) {
    while (!paragraph.empty()) {
      std::vector<std::string_view>& known = places_[beginning(paragraph)];
      if (known.size() < most_places) known.push_back(paragraph);
      paragraph.remove_prefix(paragraph.find(' ') + 1);
    }
  }

  std::vector<std::string> paragraphs_;
  // By the first words of a run, the rest of its paragraph from there.
  std::unordered_map<std::string_view, std::vector<std::string_view>> places_;
};

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
  const bool any = std::ranges::any_of(body, [](const Block& block) {
    const auto* quotation = std::get_if<Quotation>(&block.node);
    return quotation != nullptr && !quotation->pulled;
  });
  if (!any) return;
  const RunningText text(body);
  for (Block& block : body) {
    auto* quotation = std::get_if<Quotation>(&block.node);
    if (quotation == nullptr || quotation->pulled) continue;
    const std::string words = words_of_quotation(*quotation);
    quotation->pulled = !words.empty() && text.has(words);
  }
}

}  // namespace pressmark::html
