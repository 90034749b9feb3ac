#include "converters/importers/text/lines.h"

#include <algorithm>
#include <limits>

#include "converters/importers/text/characters.h"
#include "core/base/utf8.h"

namespace pressmark::plain_text {
namespace {

// Position of the next line end and its length; text.size() and 0 at the end.
struct LineEnd {
  std::size_t position;
  std::size_t length;
};

LineEnd find_line_end(std::string_view text, std::size_t from) {
  const std::size_t feed = std::min(text.find('\n', from), text.size());
  const std::string_view line = text.substr(from, feed - from);
  for (std::size_t at = line.find("\xE2\x80"); at != line.npos;
       at = line.find("\xE2\x80", at + 2)) {
    const std::string_view mark = line.substr(at, 3);
    if (mark == "\u2028" || mark == "\u2029") return {from + at, 3};
  }
  return {feed, feed < text.size() ? std::size_t{1} : std::size_t{0}};
}

template <class Small>
Small saturate(std::size_t value) {
  return static_cast<Small>(std::min<std::size_t>(value, std::numeric_limits<Small>::max()));
}

std::size_t indent_columns(std::string_view white_space) {
  std::size_t column = 0;
  for (std::size_t i = 0; i < white_space.size();) {
    const utf8::Decoded c = utf8::decode(white_space, i);
    i += static_cast<std::size_t>(c.size);
    if (c.code_point == '\t') {
      column += 8 - column % 8;
    } else if (!is_ignorable(c.code_point)) {
      column += c.code_point == 0x3000 ? 2 : 1;
    }
  }
  return column;
}

class Splitter {
 public:
  Splitter(std::string_view text, std::uint32_t number) : text_(text), number_(number) {}

  Lines split(const std::vector<std::size_t>& page_starts, std::size_t most) {
    std::size_t page = 0;
    std::size_t blanks = 1;
    bool page_start = false;
    Lines lines;
    for (std::size_t start = 0; start < text_.size() && lines.size() <= most; ++number_) {
      const LineEnd end = find_line_end(text_, start);
      while (page < page_starts.size() && page_starts[page] <= start) {
        page_start = true;
        ++page;
      }
      const std::string_view whole = text_.substr(start, end.position - start);
      const std::string_view content = trim(whole);
      if (content.empty()) {
        ++blanks;
      } else {
        const auto before = static_cast<std::size_t>(content.data() - whole.data());
        lines.push_back({content, number_,
                         saturate<std::uint16_t>(indent_columns(whole.substr(0, before))),
                         saturate<std::uint16_t>(blanks), page_start});
        blanks = 0;
        page_start = false;
      }
      start = end.position + std::max<std::size_t>(end.length, 1);
    }
    return lines;
  }

 private:
  std::string_view text_;
  std::uint32_t number_;
};

}  // namespace

Lines split_lines(const DecodedText& decoded, std::size_t most) {
  return Splitter(decoded.text, 1).split(decoded.page_starts, most);
}

Lines split_lines(std::string_view text, std::uint32_t number) {
  return Splitter(text, number).split({}, text.size());
}

}  // namespace pressmark::plain_text
