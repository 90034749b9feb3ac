#include "cli/document_outline.h"

#include <fmt/format.h>

#include "cli/console.h"
#include "core/base/match.h"
#include "core/base/utf8.h"
#include "core/model/node_names.h"
#include "core/model/walk.h"

namespace pressmark::cli {
namespace {

constexpr std::size_t excerpt_bytes = 60;

std::string kind_of(const Block& block) {
  return std::visit(
      match{[](const Paragraph&) -> std::string { return "paragraph"; },
            [](const Heading& heading) { return fmt::format("heading {}", heading.level); },
            [](const Quotation& quotation) -> std::string {
              return quotation.pulled ? "pull quote" : "quotation";
            },
            [](const List& list) {
              return fmt::format("list, {}: {}", to_string(list.numbering), list.items.size());
            },
            [](const DefinitionList& list) {
              return fmt::format("definitions: {}", list.entries.size());
            },
            [](const Speech&) -> std::string { return "speech"; },
            [](const Figure&) -> std::string { return "figure"; },
            [](const Aside& aside) { return fmt::format("aside, {}", to_string(aside.kind)); },
            [](const Preformatted& text) -> std::string {
              if (!text.code) return "preformatted";
              return text.code_language.empty() ? "code" : "code, " + text.code_language;
            },
            [](const Verse& verse) { return fmt::format("verse: {}", verse.stanzas.size()); },
            [](const Table& table) { return fmt::format("table: {} rows", table.rows.size()); },
            [](const Break&) -> std::string { return "break"; }},
      block.node);
}

// The words that the block itself holds; those of blocks inside it have lines of their own.
std::string own_text(const Block& block) {
  return std::visit(
      match{[](const Paragraph& paragraph) { return text_of(paragraph.children); },
            [](const Heading& heading) { return text_of(heading.children); },
            [](const Quotation& quotation) { return text_of(quotation.attribution); },
            [](const List&) { return std::string(); },
            [](const DefinitionList&) { return std::string(); },
            [](const Speech& speech) { return text_of(speech.speaker); },
            [](const Figure& figure) { return text_of(figure.caption); },
            [](const Aside& aside) { return text_of(aside.title); },
            [](const Preformatted& preformatted) { return preformatted.text; },
            [](const Verse& verse) { return text_of(verse.stanzas.front().front().children); },
            [](const Table& table) { return text_of(table.caption); },
            [](const Break&) { return std::string(); }},
      block.node);
}

std::string outline_line(Location from, std::string_view kind, std::string_view text) {
  const std::string_view start = utf8::prefix(text, excerpt_bytes);
  const std::string line = from.known() ? std::to_string(from.line) : "";
  return fmt::format("{:>5} {:<22} {}{}\n", line, kind, printable(start),
                     start.size() < text.size() ? "..." : "");
}

std::string front_line(std::string_view kind, const Inlines& inlines) {
  if (inlines.empty()) return {};
  return outline_line(inlines.front().from, kind, text_of(inlines));
}

}  // namespace

std::string document_outline(const Document& document) {
  const FrontMatter& front = document.front;
  std::string out = front_line("kicker", front.kicker) + front_line("headline", front.headline) +
                    front_line("deck", front.deck);
  for (const Inlines& byline : front.bylines) out += front_line("byline", byline);
  out += front_line("dateline", front.dateline);
  for_each_block(document.body, [&](const Block& block) {
    out += outline_line(block.from, kind_of(block), own_text(block));
  });
  return out;
}

}  // namespace pressmark::cli
