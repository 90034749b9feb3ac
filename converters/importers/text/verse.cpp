#include <algorithm>
#include <utility>
#include <vector>

#include "converters/common/word_set.h"
#include "converters/importers/text/characters.h"
#include "converters/importers/text/readers.h"

namespace pressmark::plain_text {
namespace {

constexpr std::size_t widest_line = 60;  // columns
constexpr std::size_t least_lines = 3;   // of a stanza
constexpr std::size_t most_lines = 200;  // of a stanza
constexpr std::size_t columns_of_an_em = 2;

// "1.", "(2)", "III", "Verse 1", "Chorus:": what stands above a stanza, on a line of its own.
bool is_stanza_label(std::string_view text) {
  constexpr std::size_t longest = 24;  // octets
  static const WordSet words(
      "verse, stanza, chorus, refrain, bridge, intro, outro, strophe, kehrreim, couplet, estrofa, "
      "estribillo, coro, strofa, ritornello, refrão, refrein, couplet, куплет, припев, строфа, "
      "kıta, nakarat, vers, omkved");
  if (text.size() > longest) return false;
  Scanner scanner(text);
  scanner.skip("(");
  scanner.skip("[");
  const bool named = words.contains(fold(scanner.letters()));
  if (!named) scanner.move_to(text.find_first_not_of("([") == 1 ? 1 : 0);
  scanner.skip_spaces();
  const bool numbered = scanner.number(3) >= 0 || is_roman_number(scanner.letters());
  for (const std::string_view end : {")", "]", ".", ":"}) scanner.skip(end);
  return scanner.at_end() && (named || numbered);
}

// The lines of a group below its label.
LinesLeft below_label(LinesLeft group) {
  return group.size() > 1 && is_stanza_label(group.front().text) ? group.subspan(1) : group;
}

// The line without the number of its stanza: "1. The river took the lower gate,".
std::string_view without_number(std::string_view text) {
  Scanner scanner(text);
  if (scanner.number(4) < 0 || !(scanner.skip(".") || scanner.skip(")"))) return text;
  return scanner.skip_spaces() ? scanner.rest() : text;
}

// Whether a group of lines reads like a stanza: short lines that were ended on purpose, most of
// them inside a sentence, none of them a fragment of a list.
bool is_stanza(LinesLeft group, const Builder& builder, std::size_t least) {
  group = below_label(group);
  if (group.size() < least || group.size() >= most_lines) return false;
  std::size_t forced = 0;
  std::size_t ended = 0;
  std::size_t capitals = 0;
  std::size_t digits = 0;
  std::size_t short_lines = 0;
  std::size_t punctuated = 0;
  for (std::size_t i = 0; i < group.size(); ++i) {
    const std::string_view text = without_number(group[i].text);
    if (columns(text) > widest_line || columns(text) < 4) return false;
    if (!has_letter(text)) return false;
    ended += ends_sentence(text);
    capitals += !starts_lower(text);
    short_lines += columns(text) < 12 && split_words(text).size() < 3;
    punctuated += ends_with_mark(text);
    digits += text.find_first_of("0123456789@$=<>{}|/#*") != std::string_view::npos;
    if (i + 1 < group.size() && builder.shape().wrapped) {
      forced += is_forced_break(group[i], group[i + 1], builder.shape());
    }
  }
  const std::size_t size = group.size();
  // Points of a list have no punctuation; and a line that announces one is no verse.
  if (punctuated * 4 < size || group.front().text.ends_with(':')) return false;
  if (forced * 4 > size || digits * 3 > size || short_lines * 2 > size) return false;
  // Lines that go on in lower case are verse where most of them end with a mark, too.
  return ended * 4 <= size * 3 && (capitals * 2 >= size || punctuated * 2 >= size);
}

// The group of lines at the start.
LinesLeft first_group(LinesLeft lines) { return lines.first(group_size(lines, most_lines)); }

// Whether some lines were ended before they were full, measured by the longest of them: the next
// word would have had room.
bool end_before_width(LinesLeft group) {
  Shape shape;
  for (const Line& line : group) {
    shape.width = std::max<std::size_t>(shape.width, line.indent + columns(line.text));
  }
  std::size_t forced = 0;
  for (std::size_t i = 0; i + 1 < group.size(); ++i) {
    forced += is_forced_break(group[i], group[i + 1], shape);
  }
  return forced * 4 <= (group.size() - 1) * 3;
}

}  // namespace

bool begins_verse(LinesLeft lines, const Builder& builder) {
  if (lines.empty()) return false;
  if (is_stanza_label(lines.front().text) && lines.size() > 1 && lines[1].begins_group()) {
    lines = lines.subspan(1);
  }
  const LinesLeft group = first_group(lines);
  return is_stanza(group, builder, least_lines) && below_label(group).size() > least_lines;
}

bool begins_numbered_verse(LinesLeft lines, const Builder& builder) {
  constexpr std::size_t widest_numbered = 50;  // columns
  const LinesLeft one = first_group(lines);
  if (one.size() < least_lines || one.size() == lines.size()) return false;
  const LinesLeft two = first_group(lines.subspan(one.size()));
  if (two.size() != one.size() ||
      without_number(two.front().text).size() == two.front().text.size()) {
    return false;
  }
  std::size_t inner = 0;
  std::size_t punctuated = 0;
  bool room = true;
  for (const LinesLeft group : {one, two}) {
    if (!is_stanza(group, builder, least_lines)) return false;
    room = room && end_before_width(group);
    for (const Line& line : group) {
      if (line.indent + columns(line.text) > widest_numbered) return false;
    }
    for (const Line& line : group.first(group.size() - 1)) {
      ++inner;
      punctuated += ends_with_mark(line.text);
    }
  }
  return punctuated * 5 >= inner * (room ? 2 : 3);
}

std::size_t read_verse(LinesLeft lines, Builder& builder, Blocks& blocks) {
  if (!lines.front().begins_group()) return 0;
  // One group of three lines may be an address; more than one stanza, or four lines, are a poem.
  Verse verse;
  std::size_t taken = 0;
  std::size_t indent = lines.front().indent;
  std::vector<LinesLeft> stanzas;
  while (taken < lines.size()) {
    const LinesLeft group = first_group(lines.subspan(taken));
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
