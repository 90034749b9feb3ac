// converters/importers/text/builder.h: lines become blocks: one reader for each kind, tried in
// order.
//
// A reader looks at the lines from some place on and takes as many as belong to its block. Readers
// look ahead a bounded number of lines, or at each group of lines once, so that all of them
// together take linear time.
#pragma once

#include <algorithm>
#include <span>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "converters/importers/text/inlines.h"
#include "converters/importers/text/joining.h"
#include "converters/importers/text/lines.h"
#include "converters/importers/text/rule.h"
#include "converters/importers/text/shape.h"
#include "converters/importers/text/trace.h"
#include "core/model/node.h"
#include "core/pipeline/context.h"

namespace pressmark::plain_text {

// The lines from the one in question to the end of what is being built.
using LinesLeft = std::span<const Line>;

class Builder {
 public:
  // `trace` is null where nobody asks which rule took which lines.
  Builder(const Rules& rules, const Shape& shape, Vocabulary& vocabulary, Notes& notes,
          Context& context, Trace* trace);

  // The blocks of the lines. Inside lists and quotations this is called again; deeper than
  // `most_depth` everything is paragraphs.
  Blocks build(LinesLeft lines);

  // ---- For the readers ----

  const Rules& rules() const { return rules_; }
  const Shape& shape() const { return shape_; }
  // Sets the usual indent to at least that of the running text.
  void set_indent(std::size_t indent) {
    shape_.indent = std::max<std::size_t>(shape_.indent, indent);
  }
  Diagnostics& diagnostics() { return context_.diagnostics; }
  // Puts into the trace that a rule took lines, at least one; without a confidence, the rule's own.
  void found(Rule rule, LinesLeft lines, std::string_view words);
  void found(Rule rule, LinesLeft lines, std::string_view words, double confidence);
  // Says where the links and the like stand that inlines() found since the last call.
  void place_inlines(LinesLeft lines);
  bool is_nested() const { return depth_ > 1; }
  bool may_nest() const { return depth_ < most_depth; }
  // Whether nothing has been built of the lines that build() was called for.
  bool is_first(const Blocks& blocks) const { return blocks.empty(); }

  Inlines inlines(std::string_view text) { return inline_builder_.build(text); }
  // A block that begins on a line.
  static Block block(BlockNode node, const Line& line);
  // The words of lines joined as those of a paragraph; divided words are put together.
  std::string join(LinesLeft lines);
  // The same without a report of divided words, for lines that may be joined again.
  std::string preview(LinesLeft lines);

  // The level of a form of heading ("=", "1.1", "capitals"): the first form that the text has is
  // the outermost, level 2.
  int heading_level(std::string_view form);

  // Whether words before a colon name a speaker (told by count_speakers()).
  bool is_speaker(std::string_view label) const;

  // Whether the document would have more nodes than Limits::nodes; what is built then is not whole.
  bool is_over_limit() const { return nodes_ + inline_builder_.nodes() > context_.limits.nodes; }

 private:
  static constexpr int most_depth = 24;

  const Rules& rules_;
  Shape shape_;
  Joiner joiner_;
  InlineBuilder inline_builder_;
  Context& context_;
  Trace* trace_;
  std::vector<std::string> heading_forms_;
  std::unordered_set<std::string> speakers_;
  int depth_ = 0;
  std::size_t nodes_ = 0;

  friend void find_speakers(LinesLeft lines, Builder& builder);
};

// A reader: takes lines from the start, appends what it makes of them, and returns how many it
// took; 0 where the lines do not begin such a block.
using Reader = std::size_t (*)(LinesLeft lines, Builder& builder, Blocks& blocks);

// Whether one of the blocks that interrupt a paragraph begins here without a blank line.
bool interrupts_paragraph(LinesLeft lines, const Builder& builder);

// The number of lines up to the next blank one.
std::size_t group_size(LinesLeft lines);
// The same, but looks at `most` lines only.
std::size_t group_size(LinesLeft lines, std::size_t most);

}  // namespace pressmark::plain_text
