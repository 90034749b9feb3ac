#include <algorithm>
#include <array>
#include <limits>
#include <optional>
#include <string>
#include <vector>

#include "converters/importers/text/characters.h"
#include "converters/importers/text/readers.h"

namespace pressmark::plain_text {
namespace {

constexpr std::size_t look_ahead = 80;  // lines, to find a second item
constexpr int highest_first_number = 100;

enum class MarkForm { bullet, stop, bracket, brackets };  // - | 1. | 1) | (1)

struct Mark {
  MarkForm form = MarkForm::bullet;
  Numbering numbering = Numbering::none;
  char32_t bullet = 0;
  int number = 0;
  std::size_t length = 0;  // octets with the space behind it
  // A letter such as "i" is a Roman number or a letter; the other reading, 0 for none.
  int as_letter = 0;

  bool same_kind(const Mark& other) const {
    return form == other.form && bullet == other.bullet &&
           (form == MarkForm::bullet || numbering == other.numbering);
  }
  bool is_next_of(const Mark& before) const {
    return same_kind(before) && (form == MarkForm::bullet || number == before.number + 1);
  }
};

int roman_value(std::string_view letters) {
  constexpr std::string_view digits = "ivxlc";
  constexpr std::array<int, 5> values = {1, 5, 10, 50, 100};
  int total = 0;
  int last = std::numeric_limits<int>::max();
  for (std::size_t i = 0; i < letters.size(); ++i) {
    const std::size_t at = digits.find(letters[i]);
    if (at == std::string_view::npos) return 0;
    const int value = values[at];
    const std::size_t next = i + 1 < letters.size() ? digits.find(letters[i + 1]) : at;
    if (next == std::string_view::npos) return 0;
    if (values[next] > value) {
      total -= value;
    } else {
      if (value > last) return 0;
      last = value;
      total += value;
    }
  }
  return total;
}

std::optional<Mark> bullet_mark(std::string_view text) {
  constexpr std::u32string_view bullets = U"-*+•·–—‣▪●○■□◦►✓・";
  Scanner scanner(text);
  Mark mark;
  mark.bullet = scanner.next();
  if (bullets.find(mark.bullet) == bullets.npos) return {};
  // Katakana's middle dot needs no space behind it.
  if (!scanner.skip_spaces() && mark.bullet != U'・' && mark.bullet != U'•') return {};
  if (scanner.at_end() || is_break_line(text)) return {};
  mark.length = scanner.position();
  return mark;
}

// The number or letters of a mark and how they count.
bool read_number(Scanner& scanner, Mark& mark) {
  mark.number = scanner.number(3);
  if (mark.number >= 0) {
    mark.numbering = Numbering::decimal;
    return true;
  }
  const std::string_view letters = scanner.letters();
  if (letters.empty() || letters.size() > 6) return false;
  const bool upper = letters[0] >= 'A' && letters[0] <= 'Z';
  const std::string small = fold(letters);
  if (letters.size() == 1 && small[0] >= 'a' && small[0] <= 'z') {
    mark.as_letter = small[0] - 'a' + 1;
  }
  const int roman = roman_value(small);
  if (roman > 0 && (letters.size() > 1 || small == "i")) {
    mark.number = roman;
    mark.numbering = upper ? Numbering::upper_roman : Numbering::lower_roman;
    return true;
  }
  if (mark.as_letter == 0) return false;
  mark.number = mark.as_letter;
  mark.numbering = upper ? Numbering::upper_alpha : Numbering::lower_alpha;
  return true;
}

std::optional<Mark> number_mark(std::string_view text) {
  Scanner scanner(text);
  Mark mark;
  const bool opened = scanner.skip("(") || scanner.skip("（");
  if (!read_number(scanner, mark)) return {};
  if (opened) {
    if (!scanner.skip(")") && !scanner.skip("）")) return {};
    mark.form = MarkForm::brackets;
  } else if (scanner.skip(")")) {
    mark.form = MarkForm::bracket;
  } else if (scanner.skip(".") || scanner.skip("、") || scanner.skip("．")) {
    mark.form = MarkForm::stop;
    // "A. Smith" is a name.
    if (mark.numbering == Numbering::upper_alpha) return {};
  } else {
    return {};
  }
  const bool wide = scanner.since(0).ends_with("、") || scanner.since(0).ends_with("．") ||
                    scanner.since(0).ends_with("）");
  if (!scanner.skip_spaces() && !wide) return {};
  if (scanner.at_end()) return {};
  mark.length = scanner.position();
  return mark;
}

std::optional<Mark> find_mark(std::string_view text) {
  if (auto mark = bullet_mark(text)) return mark;
  return number_mark(text);
}

// The mark as one of `first`'s list: "i" after "h" is a letter.
Mark read_as(const Mark& mark, const Mark& before) {
  Mark letter = mark;
  if (mark.as_letter == 0 || before.as_letter == 0 || mark.is_next_of(before)) return mark;
  if (before.numbering == Numbering::lower_alpha || before.numbering == Numbering::upper_alpha) {
    letter.numbering = before.numbering;
    letter.number = mark.as_letter;
  }
  return letter;
}

// Whether a line inside a list belongs to the item before it.
bool continues_item(const Line& line, const Line& item, bool item_has_room) {
  if (line.indent > item.indent + 1) return true;
  // Without a blank line, text that was wrapped may go on at the mark's own indent.
  return !line.begins_group() && item_has_room && line.indent == item.indent;
}

// Whether the first line of an item was broken by the width, so that the next may go on with it.
bool is_broken(const Line& line, const Line& next, const Builder& builder) {
  return builder.shape().wrapped && is_forced_break(line, next, builder.shape());
}

struct Item {
  std::size_t start;
  std::size_t end;
  Mark mark;
};

// The items of the list that begins with the first line; looks at `most` lines, and stops when
// `enough` items are found.
std::vector<Item> find_items(LinesLeft lines, const Builder& builder, std::size_t most,
                             std::size_t enough) {
  std::vector<Item> items;
  const auto first = find_mark(lines.front().text);
  if (!first) return items;
  items.push_back({0, 1, *first});
  most = std::min(most, lines.size());
  for (std::size_t i = 1; i < most && items.size() < enough; ++i) {
    const Line& line = lines[i];
    const Line& head = lines[items.back().start];
    if (line.indent == lines[0].indent) {
      if (const auto found = find_mark(line.text)) {
        const Mark mark = read_as(*found, items.back().mark);
        if (mark.is_next_of(items.back().mark)) {
          items.push_back({i, i + 1, mark});
          continue;
        }
        if (mark.form == MarkForm::bullet || mark.number == 1) break;
      }
    }
    if (!continues_item(line, head, is_broken(lines[i - 1], line, builder))) break;
    items.back().end = i + 1;
  }
  return items;
}

// Dashes open what people say in Russian, French or Spanish dialogue as well; items of a list go on
// in lower case or end with a semicolon.
bool is_dialogue(const std::vector<Item>& items, LinesLeft lines) {
  const char32_t bullet = items.front().mark.bullet;
  if (bullet != U'—' && bullet != U'–') return false;
  std::size_t upper = 0;
  std::size_t ended = 0;
  for (const Item& item : items) {
    const std::string_view text = lines[item.start].text.substr(item.mark.length);
    upper += !starts_lower(text);
    ended += ends_sentence(lines[item.end - 1].text);
  }
  return upper * 2 > items.size() && ended * 2 > items.size();
}

bool may_begin(const Mark& mark) {
  return mark.form == MarkForm::bullet || (mark.number >= 0 && mark.number <= highest_first_number);
}

Blocks build_item(const Item& item, LinesLeft lines, Builder& builder) {
  Lines inside;
  for (std::size_t i = item.start; i < item.end; ++i) inside.push_back(lines[i]);
  Line& head = inside.front();
  head.text.remove_prefix(item.mark.length);
  head.blanks = 1;
  // The text's own column, as far as hanging lines tell it.
  head.indent = static_cast<std::uint16_t>(std::min<std::size_t>(
      head.indent + item.mark.length, std::numeric_limits<std::uint16_t>::max()));
  return builder.build(inside);
}

}  // namespace

bool begins_list(LinesLeft lines, const Builder& builder) {
  const auto items = find_items(lines, builder, look_ahead, 3);
  if (items.size() < 2 || !may_begin(items.front().mark)) return false;
  const bool numbered = items.front().mark.form != MarkForm::bullet;
  if (numbered && begins_numbered_verse(lines, builder)) return false;
  return !is_dialogue(items, lines);
}

std::size_t read_list(LinesLeft lines, Builder& builder, Blocks& blocks) {
  if (!begins_list(lines, builder)) return 0;
  const auto items = find_items(lines, builder, lines.size(), lines.size());
  const Mark& first = items.front().mark;
  List list;
  list.numbering = first.numbering;
  list.start = first.form == MarkForm::bullet ? 1 : first.number;
  for (const Item& item : items) {
    if (builder.is_over_limit()) break;
    list.items.push_back(build_item(item, lines, builder));
  }
  const std::size_t end = items.back().end;
  blocks.push_back(Builder::block(std::move(list), lines.front()));
  return end;
}

}  // namespace pressmark::plain_text
