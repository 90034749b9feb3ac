#include <algorithm>

#include "converters/importers/text/characters.h"
#include "converters/importers/text/readers.h"

namespace pressmark::plain_text {
namespace {

// Whether a paragraph ends between two lines that have no blank line between them.
bool ends_between(const Line& line, const Line& next, const Builder& builder) {
  const Shape& shape = builder.shape();
  if (!shape.wrapped) return true;
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
  blocks.push_back(Builder::block(Paragraph{builder.inlines(builder.join(taken))}, lines.front()));
  return count;
}

}  // namespace pressmark::plain_text
