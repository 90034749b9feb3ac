// converters/common/line_writer.h: lines with the prefixes of the blocks that they are in.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

namespace pressmark {

// Collects lines. Blocks are separated by one blank line; nested blocks put a prefix before each of
// their lines ("> ", or "- " and then spaces).
class LineWriter {
 public:
  // `width` as in Options.
  explicit LineWriter(int width) : width_(width) {}

  // A block of running text: each of its lines is wrapped by itself.
  void paragraph(std::string_view text);
  // A block whose lines stay as they are.
  void verbatim(std::string_view text);
  // The next block follows without a blank line.
  void no_gap() { gap_ = false; }

  // Begins to put `first` before the next line and `rest` before the others; ends it. An item
  // without any line gets its prefix alone. Beyond 120 columns of prefixes none is added: text so
  // deep in blocks is no easier to read with more, and its size must stay in proportion.
  struct Saved {
    std::string first, rest;
    std::size_t written;
  };
  Saved open(std::string_view first, std::string_view rest);
  void close(const Saved& saved);

  std::string take() { return std::move(out_); }

 private:
  void gap();
  void line(std::string_view text);
  void wrap(std::string_view text);

  std::string out_;
  std::string first_;  // prefix of the next line
  std::string rest_;   // of the lines after it
  bool gap_ = false;   // whether a blank line must come before the next block
  int width_;
};

// Columns that a text takes: East Asian wide characters take two, combining marks none.
int columns_of(std::string_view text);

}  // namespace pressmark
