#include "converters/importers/text/builder.h"

#include <algorithm>

#include "converters/importers/text/characters.h"
#include "converters/importers/text/codes.h"
#include "converters/importers/text/readers.h"

namespace pressmark::plain_text {
namespace {

struct RuledReader {
  Rule rule;
  Reader read;
};

// The more marks a kind of block has of its own, the earlier it is asked.
constexpr RuledReader readers[] = {
    {Rule::code, read_fenced_code},
    {Rule::quotations, read_marked_quotation},
    {Rule::interviews, read_speech},
    {Rule::headings, read_heading},
    {Rule::tables, read_table},
    {Rule::tables, read_leader_table},
    {Rule::breaks, read_break},
    {Rule::lists, read_list},
    {Rule::code, read_indented_code},
    {Rule::quotations, read_attributed_quotation},
    {Rule::definitions, read_definitions},
    {Rule::verse, read_verse},
    {Rule::line_breaks, read_short_lines},
    {Rule::quotations, read_indented_quotation},
};

}  // namespace

Builder::Builder(const Rules& rules, const Shape& shape, Vocabulary& vocabulary, Notes& notes,
                 Context& context, Trace* trace)
    : rules_(rules),
      shape_(shape),
      joiner_(vocabulary, rules),
      inline_builder_(rules, notes, trace),
      context_(context),
      trace_(trace) {}

Blocks Builder::build(LinesLeft lines) {
  ++depth_;
  Blocks blocks;
  while (!lines.empty() && !is_over_limit()) {
    std::size_t taken = 0;
    for (const RuledReader& reader : readers) {
      if (!may_nest() || !rules_.has(reader.rule)) continue;
      taken = reader.read(lines, *this, blocks);
      if (taken > 0) {
        found(reader.rule, lines.first(taken), lines.front().text);
        break;
      }
    }
    if (taken == 0) taken = read_paragraph(lines, *this, blocks);
    place_inlines(lines.first(taken));
    ++nodes_;
    lines = lines.subspan(taken);
  }
  --depth_;
  return blocks;
}

void Builder::found(Rule rule, LinesLeft lines, std::string_view words) {
  found(rule, lines, words, describe(rule).confidence);
}

void Builder::found(Rule rule, LinesLeft lines, std::string_view words, double confidence) {
  if (trace_ == nullptr) return;
  trace_->add(rule, static_cast<int>(lines.front().number), static_cast<int>(lines.back().number),
              confidence, words);
}

void Builder::place_inlines(LinesLeft lines) {
  if (trace_ == nullptr) return;
  trace_->place(static_cast<int>(lines.front().number), static_cast<int>(lines.back().number));
}

Block Builder::block(BlockNode node, const Line& line) {
  Block made{std::move(node)};
  made.from = Location{static_cast<int>(line.number), line.indent + 1};
  return made;
}

std::string Builder::join(LinesLeft lines) {
  std::string text;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const Line& line = lines[i];
    const std::string word = joiner_.append(text, line.text);
    if (!word.empty()) {
      if (i > 0) found(Rule::hyphens, lines.subspan(i - 1, 2), word);
      diagnostics().report(hyphen_removed, Location{static_cast<int>(line.number), line.indent + 1},
                           word);
    }
  }
  return text;
}

std::string Builder::preview(LinesLeft lines) {
  std::string text;
  for (const Line& line : lines) joiner_.append(text, line.text);
  return text;
}

int Builder::heading_level(std::string_view form) {
  const auto found = std::ranges::find(heading_forms_, form);
  const auto index = found - heading_forms_.begin();
  if (found == heading_forms_.end()) heading_forms_.emplace_back(form);
  return static_cast<int>(std::min<std::ptrdiff_t>(2 + index, 6));
}

bool Builder::is_speaker(std::string_view label) const {
  return !speakers_.empty() && speakers_.contains(fold(label));
}

bool interrupts_paragraph(LinesLeft lines, const Builder& builder) {
  const Line& line = lines.front();
  const Rules& rules = builder.rules();
  if (!builder.may_nest()) return false;
  return (rules.has(Rule::code) && begins_fence(line.text)) ||
         (rules.has(Rule::quotations) && begins_marked_quotation(lines)) ||
         (rules.has(Rule::breaks) && is_break_line(line.text)) ||
         (rules.has(Rule::headings) && lines.size() > 1 && !lines[1].begins_group() &&
          is_underline(line, lines[1])) ||
         (rules.has(Rule::interviews) && begins_speech(line, builder)) ||
         (rules.has(Rule::tables) && begins_table(lines)) ||
         (rules.has(Rule::lists) && begins_list(lines, builder));
}

std::size_t group_size(LinesLeft lines) { return group_size(lines, lines.size()); }

std::size_t group_size(LinesLeft lines, std::size_t most) {
  most = std::min(most, lines.size());
  std::size_t size = 1;
  while (size < most && !lines[size].begins_group()) ++size;
  return std::min(size, most);
}

}  // namespace pressmark::plain_text
