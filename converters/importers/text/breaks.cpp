#include "converters/importers/text/characters.h"
#include "converters/importers/text/readers.h"

namespace pressmark::plain_text {

bool is_break_line(std::string_view text) {
  constexpr std::u32string_view marks = U"*-_=~#⁂•·—–⸻❦※";
  if (text.size() > 400) return false;
  Scanner scanner(text);
  std::size_t count = 0;
  char32_t mark = 0;
  while (!scanner.at_end()) {
    const char32_t c = scanner.next();
    if (is_space(c)) continue;
    if (marks.find(c) == marks.npos || (mark != 0 && c != mark)) return false;
    mark = c;
    ++count;
  }
  return count >= 3 || mark == U'⁂' || mark == U'⸻' || mark == U'❦' || mark == U'※';
}

std::size_t read_break(LinesLeft lines, Builder&, Blocks& blocks) {
  if (!is_break_line(lines.front().text)) return 0;
  blocks.push_back(Builder::block(Break{}, lines.front()));
  return 1;
}

}  // namespace pressmark::plain_text
