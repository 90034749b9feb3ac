#include "converters/common/line_writer.h"

#include <algorithm>

#include "core/base/utf8.h"

namespace pressmark {
namespace {

int columns_of_character(char32_t c) {
  const bool combining = (c >= 0x300 && c <= 0x36F) || (c >= 0x200B && c <= 0x200F) ||
                         (c >= 0xFE00 && c <= 0xFE0F) || (c >= 0x591 && c <= 0x5BD) ||
                         (c >= 0x64B && c <= 0x65F);
  if (combining) return 0;
  const bool wide = (c >= 0x1100 && c <= 0x115F) || (c >= 0x2E80 && c <= 0xA4CF) ||
                    (c >= 0xAC00 && c <= 0xD7A3) || (c >= 0xF900 && c <= 0xFAFF) ||
                    (c >= 0xFE30 && c <= 0xFE6F) || (c >= 0xFF00 && c <= 0xFF60) ||
                    (c >= 0x1F300 && c <= 0x1FAFF) || (c >= 0x20000 && c <= 0x3FFFD);
  return wide ? 2 : 1;
}

// Where a line may also end without a space: behind ideographs and kana, but not before the
// punctuation that must not begin a line.
bool may_break_after(char32_t c) {
  return (c >= 0x3041 && c <= 0x30FF) || (c >= 0x3400 && c <= 0x9FFF) || c == 0x3001 || c == 0x3002;
}
bool may_begin_line(char32_t c) {
  constexpr std::u32string_view forbidden =
      U"、。，．：；？！」』）】》〉”’ー々ぁぃぅぇぉっゃゅょァィゥェォッャュョ";
  return forbidden.find(c) == std::u32string_view::npos;
}

// Calls `use` for each line of a text.
template <class Use>
void for_each_line(std::string_view text, Use use) {
  for (std::size_t start = 0; start <= text.size();) {
    const std::size_t end = std::min(text.find('\n', start), text.size());
    use(text.substr(start, end - start));
    start = end + 1;
  }
}

}  // namespace

int columns_of(std::string_view text) {
  int columns = 0;
  for (std::size_t i = 0; i < text.size();) {
    const utf8::Decoded decoded = utf8::decode(text, i);
    columns += columns_of_character(decoded.code_point);
    i += static_cast<std::size_t>(decoded.size);
  }
  return columns;
}

LineWriter::Saved LineWriter::open(std::string_view first, std::string_view rest) {
  gap();  // the blank line before the block is outside of it
  gap_ = false;
  Saved saved{first_, rest_, out_.size()};
  constexpr std::size_t most_prefix = 120;
  if (rest_.size() >= most_prefix || first_.size() >= 2 * most_prefix) return saved;
  // The first line of the new block has what the outer first line would have had, too.
  first_.append(first);
  rest_.append(rest);
  return saved;
}

void LineWriter::close(const Saved& saved) {
  if (out_.size() == saved.written && first_ != rest_) line("");
  first_ = out_.size() == saved.written ? saved.first : saved.rest;
  rest_ = saved.rest;
  gap_ = true;
}

void LineWriter::gap() {
  if (gap_) {
    const std::string kept = std::exchange(first_, rest_);
    line("");
    first_ = kept;
  }
  gap_ = true;
}

void LineWriter::line(std::string_view text) {
  const std::size_t start = out_.size();
  out_.append(first_).append(text);
  while (out_.size() > start && out_.back() == ' ') out_.pop_back();
  out_ += '\n';
  first_ = rest_;
}

void LineWriter::paragraph(std::string_view text) {
  gap();
  for_each_line(text, [this](std::string_view part) {
    if (width_ == 0) {
      line(part);
    } else {
      wrap(part);
    }
  });
}

void LineWriter::verbatim(std::string_view text) {
  gap();
  for_each_line(text, [this](std::string_view part) { line(part); });
}

void LineWriter::wrap(std::string_view text) {
  // However deep a block is, something of each line is left for the text.
  constexpr int least = 10;
  std::size_t start = 0;
  std::size_t last_break = 0;  // behind the last place where the line may end
  int columns = 0;
  int room = std::max(least, width_ - columns_of(first_));
  bool breakable = false;  // whether the character before is one that a line may end behind
  for (std::size_t i = 0; i < text.size();) {
    const utf8::Decoded decoded = utf8::decode(text, i);
    if (breakable && may_begin_line(decoded.code_point)) last_break = i;
    columns += columns_of_character(decoded.code_point);
    if (columns > room && decoded.code_point != ' ' && last_break > start) {
      std::string_view done = text.substr(start, last_break - start);
      line(done);
      start = last_break;
      columns = columns_of(text.substr(start, i + static_cast<std::size_t>(decoded.size) - start));
      room = std::max(least, width_ - columns_of(first_));
    }
    i += static_cast<std::size_t>(decoded.size);
    if (decoded.code_point == ' ') last_break = i;
    breakable = may_break_after(decoded.code_point);
  }
  line(text.substr(start));
}

}  // namespace pressmark
