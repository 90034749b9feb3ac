#include <algorithm>
#include <utility>

#include "converters/importers/text/characters.h"
#include "converters/importers/text/readers.h"

namespace pressmark::plain_text {
namespace {

constexpr std::size_t least_broken = 30;  // columns

// Whether a paragraph ends between two lines that have no blank line between them.
bool ends_between(const Line& line, const Line& next, const Builder& builder) {
  const Shape& shape = builder.shape();
  // Where lines are not broken at a width, one that stops inside a sentence was broken by hand.
  if (!shape.wrapped) {
    const bool divided = line.text.ends_with('-');
    return ends_sentence(line.text) || !starts_lower(next.text) ||
           (columns(line.text) < least_broken && !divided);
  }
  if (shape.indented_paragraphs && next.indent > line.indent + 1 &&
      next.indent > shape.indent + 1) {
    return true;
  }
  // A line that had room for the next word was ended on purpose.
  if (is_forced_break(line, next, shape)) return false;
  return ends_sentence(line.text) && !starts_lower(next.text);
}

// Whether the lines around a page break are of one paragraph, blank lines between them or not.
bool runs_over_page(const Line& line, const Line& next, const Builder& builder) {
  return next.page_start && builder.shape().wrapped && !ends_sentence(line.text) &&
         starts_lower(next.text);
}

}  // namespace

std::size_t read_short_lines(LinesLeft lines, Builder& builder, Blocks& blocks) {
  constexpr std::size_t most_lines = 10;
  constexpr std::size_t widest = 45;  // columns
  if (!lines.front().begins_group()) return 0;
  const std::size_t size = group_size(lines, most_lines + 1);
  if (size < 2 || size > most_lines) return 0;
  const LinesLeft group = lines.first(size);
  for (std::size_t i = 0; i < size; ++i) {
    const Line& line = group[i];
    if (columns(line.text) > widest || starts_lower(line.text)) return 0;
    if (ends_sentence(line.text) || line.text.ends_with(':')) return 0;
    if (interrupts_paragraph(lines.subspan(i), builder)) return 0;
    const bool forced = builder.shape().wrapped && i + 1 < size &&
                        is_forced_break(line, group[i + 1], builder.shape());
    if (forced) return 0;
  }
  Paragraph paragraph;
  for (const Line& line : group) {
    if (!paragraph.children.empty()) paragraph.children.push_back(Inline{LineBreak{}});
    for (Inline& item : builder.inlines(line.text)) paragraph.children.push_back(std::move(item));
  }
  blocks.push_back(Builder::block(std::move(paragraph), lines.front()));
  return size;
}

std::size_t read_paragraph(LinesLeft lines, Builder& builder, Blocks& blocks) {
  std::size_t count = 1;
  if (builder.rules().has(Rule::unwrap)) {
    while (count < lines.size()) {
      const Line& next = lines[count];
      const bool apart = next.begins_group() && !runs_over_page(lines[count - 1], next, builder);
      if (apart || ends_between(lines[count - 1], next, builder)) break;
      if (interrupts_paragraph(lines.subspan(count), builder)) break;
      ++count;
    }
  }
  const LinesLeft taken = lines.first(count);
  if (count > 1) builder.found(Rule::unwrap, taken, lines.front().text);
  blocks.push_back(Builder::block(Paragraph{builder.inlines(builder.join(taken))}, lines.front()));
  return count;
}

}  // namespace pressmark::plain_text
