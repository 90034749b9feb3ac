// converters/exporters/pdf/layout/contents.h: the table of contents: the headings with the numbers
// of their pages.
#pragma once

#include <string>
#include <vector>

#include "converters/exporters/pdf/layout/block_setter.h"

namespace pressmark::pdf {

// Sets the lines before the body, so that contents and structure stand in the order of reading, and
// the numbers when the pages are known; these have a column of their own and change no line.
class ContentsSetter {
 public:
  explicit ContentsSetter(BlockSetter& blocks) : blocks_(blocks) {}

  // Nothing where the article has fewer than two headings.
  void set_lines(Place place, Sink& sink);

  // Puts the numbers on their lines, when layout.pages and layout.destinations are filled.
  void add_numbers();

 private:
  struct Entry {
    std::string title;
    int depth = 0;       // below the outermost headings
    std::string target;  // destination of the heading
    std::string anchor;  // destination at the entry's last line
    ElementId item = 0;
    ElementId link = 0;
    ContentId number = artifact;
  };
  void collect_entries();
  void set_line(Entry& entry, ElementId contents, Sink& sink);
  void add_number(const Entry& entry, const Destination& line, const Destination& heading);

  BlockSetter& blocks_;
  Place place_;
  std::vector<Entry> entries_;
};

}  // namespace pressmark::pdf
