#include <utility>
#include <vector>

#include "converters/importers/text/characters.h"
#include "converters/importers/text/readers.h"

namespace pressmark::plain_text {
namespace {

constexpr std::size_t longest_term = 60;  // columns
constexpr std::size_t least_indent = 2;

// A term: short, not a sentence, and the line below it indented.
bool is_term(LinesLeft lines) {
  if (lines.size() < 2 || !lines[0].begins_group() || lines[1].begins_group()) return false;
  if (lines[1].indent < lines[0].indent + least_indent) return false;
  const std::string_view text = lines[0].text;
  // A line of verse ends in a comma, a term does not.
  const bool open = text.ends_with(',') || text.ends_with(';');
  return columns(text) <= longest_term && !open && !ends_sentence(text) && has_letter(text);
}

// How many lines the definition below the term takes, blank lines with an indent behind them too.
std::size_t entry_size(LinesLeft lines) {
  std::size_t size = 1;
  while (size < lines.size() && lines[size].indent >= lines[0].indent + least_indent) ++size;
  return size;
}

}  // namespace

std::size_t read_definitions(LinesLeft lines, Builder& builder, Blocks& blocks) {
  if (!is_term(lines)) return 0;
  const std::size_t first = entry_size(lines);
  // One alone is a paragraph with a hanging indent, or a heading above a quotation.
  if (first >= lines.size() || !is_term(lines.subspan(first)) ||
      lines[first].indent != lines[0].indent) {
    return 0;
  }
  DefinitionList list;
  std::size_t taken = 0;
  while (taken < lines.size() && is_term(lines.subspan(taken)) &&
         lines[taken].indent == lines[0].indent && !builder.is_over_limit()) {
    const std::size_t size = entry_size(lines.subspan(taken));
    std::string_view term = lines[taken].text;
    if (term.ends_with(':')) term.remove_suffix(1);
    Lines inside(lines.begin() + static_cast<std::ptrdiff_t>(taken + 1),
                 lines.begin() + static_cast<std::ptrdiff_t>(taken + size));
    inside.front().blanks = 1;
    list.entries.push_back({{builder.inlines(term)}, {builder.build(inside)}});
    taken += size;
  }
  blocks.push_back(Builder::block(std::move(list), lines.front()));
  return taken;
}

}  // namespace pressmark::plain_text
