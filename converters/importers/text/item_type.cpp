#include "converters/importers/text/item_type.h"

#include <algorithm>
#include <optional>
#include <string_view>
#include <variant>

#include "converters/importers/text/characters.h"

namespace pressmark::plain_text {
namespace {

// Whether most blocks are turns of speech.
bool is_interview(const Blocks& body) {
  const auto turns = static_cast<std::size_t>(std::ranges::count_if(
      body, [](const Block& block) { return std::holds_alternative<Speech>(block.node); }));
  return turns >= 4 && turns * 2 > body.size();
}

// Whether the text is verse, with nothing but headings and breaks between its stanzas.
bool is_poem(const Blocks& body) {
  bool verse = false;
  for (const Block& block : body) {
    verse = verse || std::holds_alternative<Verse>(block.node);
    if (!std::holds_alternative<Verse>(block.node) &&
        !std::holds_alternative<Heading>(block.node) &&
        !std::holds_alternative<Break>(block.node)) {
      return false;
    }
  }
  return verse;
}

// The type that a header field names in CSL's words ("Type: report"), taken out of the fields that
// have no variable.
std::optional<ItemType> take_named_type(Metadata& record) {
  for (const auto& [label, value] : record.extra) {
    if (fold(label) != "type") continue;
    const auto type = parse_item_type(fold(value));
    if (type) record.extra.erase(label);
    return type;
  }
  return {};
}

// Whether the article's address is a blog's: "blog.paper.example", "paper.example/blog/goats".
bool is_of_blog(std::string_view url) {
  return url.find("//blog.") != url.npos || url.find("/blog/") != url.npos ||
         url.find("/blogs/") != url.npos;
}

}  // namespace

void choose_item_type(bool press_release, Document& document) {
  Metadata& record = document.metadata;
  const auto set = [&](ItemType type, const char* source, double confidence) {
    record.type = type;
    record.type_evidence =
        Evidence{.source = source, .confidence = confidence, .inferred = confidence < 0.9};
  };
  if (const auto named = take_named_type(record)) return set(*named, "text:header.Type", 1.0);
  if (press_release) return set(ItemType::document, "text:slug", 0.9);
  if (!record.text(Variable::doi).empty() || !record.text(Variable::issn).empty() ||
      !record.text(Variable::volume).empty()) {
    return set(ItemType::article_journal, "text:header", 0.9);
  }
  // One that stands below lines that no rule knew is not in the front matter.
  const auto* place = record.find(Variable::publisher_place);
  const bool below = place != nullptr && place->evidence.source == "text:dateline";
  if (!document.front.dateline.empty() || below) {
    return set(ItemType::article_newspaper, "text:dateline", 0.95);
  }
  if (is_interview(document.body)) return set(ItemType::interview, "text:speech", 0.8);
  if (!record.with_role(Role::interviewer).empty() && record.with_role(Role::author).empty()) {
    return set(ItemType::interview, "text:byline", 0.8);
  }
  if (is_poem(document.body)) {
    record.offer(Variable::genre, "poem",
                 Evidence{.source = "text:verse", .confidence = 0.8, .inferred = true});
    if (record.text(Variable::container_title).empty()) {
      return set(ItemType::document, "text:verse", 0.7);
    }
  }
  if (!record.text(Variable::container_title).empty() && !record.text(Variable::issue).empty()) {
    return set(ItemType::article_magazine, "text:header", 0.7);
  }
  const std::string_view url = record.text(Variable::url);
  if (is_of_blog(url)) return set(ItemType::post_weblog, "text:header.URL", 0.8);
  const bool dated = record.find(DateVariable::issued) != nullptr;
  const bool signed_by = !record.with_role(Role::author).empty();
  if (dated || signed_by || !record.text(Variable::source).empty()) {
    return set(ItemType::article_newspaper, "text:byline", dated && signed_by ? 0.7 : 0.5);
  }
  if (!url.empty()) return set(ItemType::webpage, "text:header.URL", 0.6);
  set(ItemType::document, "text:none", 0.4);
}

}  // namespace pressmark::plain_text
