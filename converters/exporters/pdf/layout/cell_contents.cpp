#include "converters/exporters/pdf/layout/cell_contents.h"

#include <algorithm>
#include <string_view>

#include "core/base/match.h"
#include "core/base/utf8.h"
#include "core/model/walk.h"

namespace pressmark::pdf {
namespace {

enum class CellText { number, words, nothing };

// Whether a cell reads as an amount: digits with signs, marks and units of currency.
CellText classify(const Blocks& blocks) {
  const std::string all = text_of(blocks);
  if (all.size() > 24) return CellText::words;
  bool digit = false;
  for (std::size_t at = 0; at < all.size();) {
    const utf8::Decoded decoded = utf8::decode(all, at);
    const char32_t c = decoded.code_point;
    at += decoded.size;
    if (c >= '0' && c <= '9') {
      digit = true;
    } else if (std::u32string_view(U" .,:%+-()$€£¥±−–—‰'\u00A0\u202F\u2009").find(c) ==
               std::u32string_view::npos) {
      return CellText::words;
    }
  }
  return digit ? CellText::number : CellText::nothing;
}

}  // namespace

std::vector<char> find_number_columns(const Grid& grid, int header_rows) {
  std::vector<int> numbers(static_cast<std::size_t>(grid.columns), 0);
  for (int row = header_rows; row < grid.rows; ++row) {
    for (const PlacedCell& cell : grid.cells[static_cast<std::size_t>(row)]) {
      int& count = numbers[static_cast<std::size_t>(cell.column)];
      if (cell.columns > 1 || count < 0) continue;
      const CellText kind =
          cell.cell->header != Scope::none ? CellText::words : classify(cell.cell->children);
      if (kind == CellText::words) {
        count = -1;
      } else if (kind == CellText::number) {
        ++count;
      }
    }
  }
  std::vector<char> result;
  for (const int count : numbers) result.push_back(count >= 2 ? 1 : 0);
  return result;
}

// Measures on a structure of its own: the article's grows when the cells are set.
ContentWidths measure_contents(Workshop& shop, const Blocks& blocks, const Place& place) {
  ContentWidths widths;
  const auto widen = [&](const ContentWidths& other, Length more) {
    widths.least = std::max(widths.least, other.least + more);
    widths.natural = std::max(widths.natural, other.natural + more);
  };
  const auto measure_inlines = [&](const Inlines& inlines, const TextStyle& style) {
    Layout scratch;
    Structure structure(scratch);
    NoteList notes;
    Diagnostics unheard;
    InlineBuilder builder(shop.article, shop.style, structure, notes, unheard);
    builder.set_measure(place.width / 2);
    InlineContext context;
    context.style = style;
    context.language = place.language;
    ParagraphText text;
    builder.append(text, inlines, context);
    text.right_to_left = place.right_to_left;
    widen(shop.paragraphs.widths(shop.paragraphs.prepare(std::move(text))), 0);
  };
  TextStyle bold = place.style;
  bold.face.weight = Weight::bold;
  for (const Block& block : blocks) {
    std::visit(match{[&](const Paragraph& node) { measure_inlines(node.children, place.style); },
                     [&](const Heading& node) { measure_inlines(node.children, bold); },
                     [&](const Quotation& node) {
                       widen(measure_contents(shop, node.children, place), 3 * place.style.size);
                     },
                     [&](const List& node) {
                       for (const Blocks& item : node.items) {
                         widen(measure_contents(shop, item, place), 2 * place.style.size);
                       }
                     },
                     [&](const DefinitionList& node) {
                       for (const DefinitionEntry& entry : node.entries) {
                         for (const Inlines& term : entry.terms) measure_inlines(term, bold);
                         for (const Blocks& item : entry.definitions) {
                           widen(measure_contents(shop, item, place), 2 * place.style.size);
                         }
                       }
                     },
                     [&](const Speech& node) {
                       measure_inlines(node.speaker, bold);
                       widen(measure_contents(shop, node.children, place), 0);
                     },
                     [&](const Figure& node) {
                       widen(measure_contents(shop, node.content, place), 0);
                       measure_inlines(node.caption, place.style);
                     },
                     [&](const Aside& node) {
                       measure_inlines(node.title, bold);
                       widen(measure_contents(shop, node.children, place), 2 * place.style.size);
                     },
                     [&](const Preformatted& node) {
                       TextStyle mono = place.style;
                       mono.face.genre = Genre::mono;
                       mono.size = mono.size * 80 / 100;
                       measure_inlines({text(node.text)}, mono);
                       widths.natural += 2 * place.style.size;
                     },
                     [&](const Verse& node) {
                       for (const auto& stanza : node.stanzas) {
                         for (const VerseLine& line : stanza)
                           measure_inlines(line.children, place.style);
                       }
                       widths.natural += 4 * place.style.size;
                     },
                     [&](const Table& node) {
                       for (const Row& row : node.rows) {
                         ContentWidths sum;
                         for (const pressmark::Cell& cell : row.cells) {
                           const ContentWidths one = measure_contents(shop, cell.children, place);
                           sum.least += one.least + 2 * cell_padding;
                           sum.natural += one.natural + 2 * cell_padding;
                         }
                         widen(sum, 0);
                       }
                     },
                     [&](const Break&) {}},
               block.node);
  }
  return widths;
}

}  // namespace pressmark::pdf
