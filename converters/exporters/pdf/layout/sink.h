// converters/exporters/pdf/layout/sink.h: gathers a flow: spaces between blocks, what keeps
// together, grounds behind boxes.
#pragma once

#include <utility>
#include <vector>

#include "converters/exporters/pdf/layout/flow.h"
#include "converters/exporters/pdf/layout/paragraph.h"

namespace pressmark::pdf {

class Sink {
 public:
  // Space before the next item: the largest of those asked for between two items counts.
  void space(Length length) { space_ = std::max(space_, length); }
  // Space that is added to any other: it brings the next line back to the page's grid.
  void pad(Length length) { pad_ += length; }
  // Whether the next items stand across the columns of the page, and with them those that stay with
  // them, such as a heading above.
  void set_across(bool across) { across_ = across; }
  // A page's end before the next item costs this.
  void discourage_end(int cost) { cost_ = std::max(cost_, cost); }
  // The next item stays with the last one.
  void keep_with_next() { keep_ = true; }
  // The next item carries these.
  void label_next(std::vector<Item> items);
  void anchor_next(Anchor anchor) { anchors_.push_back(std::move(anchor)); }
  // A light ground behind all items until the call of end_ground().
  void begin_ground(Length x, Length width) { grounds_.push_back({x, width, false}); }
  void end_ground() { grounds_.pop_back(); }

  void add(FlowItem item);
  // The lines of one paragraph: neither its first nor its last one stands alone on a page.
  enum class Keep { paragraph, together };
  // Where `grid` is not 0, each stands on a line of the page's grid, if no box is around them.
  void add_lines(std::vector<Line> lines, Keep keep, Length grid = 0);
  // Item `first` stands this much below a line of the page's grid, if no box is around it.
  void align(std::size_t first, Length grid, Length offset);
  // An item that is only height, such as the inner edge of a box.
  void add_strut(Length height);

  // What was added from `first` on is a figure that may float; `space` follows it.
  void end_float(std::size_t first, Length leading, Length space);
  // At a page's top the next item stands this much lower.
  void space_at_top(Length length) { at_top_ = length; }
  // The next item follows the last one without space, whatever is asked for until then.
  void close_up() { close_ = true; }

  // Adds the space that makes the items from `first` on a whole number of lines.
  void snap(std::size_t first, Length leading);

  bool has_label() const { return !label_.empty(); }
  std::size_t size() const { return flow_.size(); }
  Flow take() { return std::move(flow_); }
  const Flow& flow() const { return flow_; }

 private:
  struct Ground {
    Length x;
    Length width;
    bool begun;
  };
  Flow flow_;
  Length space_ = 0;
  Length pad_ = 0;
  Length at_top_ = 0;
  bool keep_ = false;
  int cost_ = 0;
  bool across_ = false;
  bool close_ = false;
  std::vector<Item> label_;
  std::vector<Anchor> anchors_;
  std::vector<Ground> grounds_;
};

}  // namespace pressmark::pdf
