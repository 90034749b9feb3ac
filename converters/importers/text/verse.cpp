#include <algorithm>
#include <utility>
#include <vector>

#include "converters/importers/text/characters.h"
#include "converters/importers/text/readers.h"

namespace pressmark::plain_text {
namespace {

constexpr std::size_t widest_line = 60;  // columns
constexpr std::size_t least_lines = 3;   // of a stanza
constexpr std::size_t most_lines = 200;  // of a stanza
constexpr std::size_t columns_of_an_em = 2;

bool is_punctuated(std::string_view text) {
  const char32_t last = last_of(text);
  return ends_sentence(text) || last == ',' || last == ';' || last == ':' || last == '-' ||
         last == U'—' || last == U'–' || last == U'，' || last == U'；' || last == U'،';
}

// Whether a group of lines reads like a stanza: short lines that were ended on purpose, most of
// them inside a sentence, none of them a fragment of a list.
bool is_stanza(LinesLeft group, const Builder& builder, std::size_t least) {
  if (group.size() < least || group.size() >= most_lines) return false;
  std::size_t forced = 0;
  std::size_t ended = 0;
  std::size_t capitals = 0;
  std::size_t digits = 0;
  std::size_t short_lines = 0;
  std::size_t punctuated = 0;
  for (std::size_t i = 0; i < group.size(); ++i) {
    const std::string_view text = group[i].text;
    if (columns(text) > widest_line || columns(text) < 4) return false;
    if (!has_letter(text)) return false;
    ended += ends_sentence(text);
    capitals += !starts_lower(text);
    short_lines += columns(text) < 12 && split_words(text).size() < 3;
    punctuated += is_punctuated(text);
    digits += text.find_first_of("0123456789@$=<>{}|/#*") != std::string_view::npos;
    if (i + 1 < group.size() && builder.shape().wrapped) {
      forced += is_forced_break(group[i], group[i + 1], builder.shape());
    }
  }
  const std::size_t size = group.size();
  // Points of a list have no punctuation; and a line that announces one is no verse.
  if (punctuated * 4 < size || group.front().text.ends_with(':')) return false;
  if (forced * 4 > size || digits * 3 > size || short_lines * 2 > size) return false;
  return ended * 4 <= size * 3 && capitals * 2 >= size;
}

}  // namespace

std::size_t read_verse(LinesLeft lines, Builder& builder, Blocks& blocks) {
  if (!lines.front().begins_group()) return 0;
  // One group of three lines may be an address; more than one stanza, or four lines, are a poem.
  Verse verse;
  std::size_t taken = 0;
  std::size_t indent = lines.front().indent;
  std::vector<LinesLeft> stanzas;
  while (taken < lines.size()) {
    const LinesLeft rest = lines.subspan(taken);
    const LinesLeft group = rest.first(group_size(rest, most_lines));
    if (!is_stanza(group, builder, stanzas.empty() ? least_lines : 2)) break;
    stanzas.push_back(group);
    taken += group.size();
    for (const Line& line : group) indent = std::min<std::size_t>(indent, line.indent);
  }
  if (taken <= least_lines) return 0;
  for (const LinesLeft stanza : stanzas) {
    auto& made = verse.stanzas.emplace_back();
    for (const Line& line : stanza) {
      made.push_back({builder.inlines(line.text),
                      static_cast<int>((line.indent - indent) / columns_of_an_em)});
    }
  }
  blocks.push_back(Builder::block(std::move(verse), lines.front()));
  return taken;
}

}  // namespace pressmark::plain_text
