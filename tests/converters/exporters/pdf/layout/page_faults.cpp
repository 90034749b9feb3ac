#include "tests/converters/exporters/pdf/layout/page_faults.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>

namespace pressmark::pdf {
namespace {

constexpr Length hang = 8 * point;
constexpr int short_page_lines = 5;

class FaultFinder {
 public:
  FaultFinder(const Layout& layout, const PageStyle& style)
      : layout_(layout),
        style_(style),
        paragraphs_(owners({Tag::paragraph})),
        headings_(owners({Tag::heading})),
        notes_(owners({Tag::note})),
        figures_(owners({Tag::figure})),
        lists_(owners({Tag::list})),
        tables_(owners({Tag::table})),
        formulas_(owners({Tag::formula})) {}

  PageFaults find() {
    for (std::size_t page = 0; page < layout_.pages.size(); ++page) look_at(page);
    for (const auto& [id, frames] : lines_) {
      if (frames.size() < 2) continue;
      if (frames.begin()->second.size() < 2) ++faults_.orphans;
      if (frames.rbegin()->second.size() < 2) ++faults_.widows;
    }
    find_late_figures();
    return faults_;
  }

 private:
  // For each piece of content the element of the given kinds that it belongs to, or none.
  std::vector<ElementId> owners(std::initializer_list<Tag> tags) const {
    std::vector<ElementId> result(static_cast<std::size_t>(layout_.content_count), -1);
    for (std::size_t id = 0; id < layout_.elements.size(); ++id) {
      for (const Element::Kid& kid : layout_.elements[id].kids) {
        if (kid.element) continue;
        for (auto at = static_cast<ElementId>(id); at >= 0;
             at = layout_.elements[static_cast<std::size_t>(at)].parent) {
          const Tag tag = layout_.elements[static_cast<std::size_t>(at)].tag;
          if (std::find(tags.begin(), tags.end(), tag) != tags.end()) {
            result[static_cast<std::size_t>(kid.content)] = at;
            break;
          }
        }
      }
    }
    return result;
  }

  // Headlines and tables may stand across the columns.
  bool may_be_across(std::size_t content) const {
    if (tables_[content] >= 0) return true;
    const ElementId heading = headings_[content];
    return heading >= 0 && layout_.elements[static_cast<std::size_t>(heading)].level == 1;
  }

  // The column of a place on the page, in the order of reading.
  std::size_t column_at(Length x) const {
    if (style_.columns == 1) return 0;
    const Length gap = style_.margin_left + style_.column_width() + style_.column_gap / 2;
    return (x > gap) != layout_.right_to_left ? 1 : 0;
  }

  struct Column {
    Length lowest = 0;  // baseline of its text
    Length bottom = 0;  // of text, notes and images
    bool heading = false;
  };

  void look_at(std::size_t number) {
    std::vector<Column> columns(static_cast<std::size_t>(style_.columns));
    bool across = false;
    for (const Item& item : layout_.pages[number].items) {
      if (const auto* image = std::get_if<PlacedImage>(&item)) {
        Length& bottom = columns[column_at(image->x)].bottom;
        bottom = std::max(bottom, image->y + image->height);
      }
      const auto* run = std::get_if<GlyphRun>(&item);
      if (run == nullptr || run->content < 0) continue;
      const auto content = static_cast<std::size_t>(run->content);
      const bool wide = style_.columns > 1 && may_be_across(content);
      across = across || wide;
      const std::size_t index = wide ? 0 : column_at(run->x);
      Column& column = columns[index];
      check_measure(*run, wide);
      column.bottom = std::max(column.bottom, run->y);
      if (paragraphs_[content] >= 0) {
        note_line(paragraphs_[content], number * columns.size() + index, run->y);
      }
      if (notes_[content] >= 0) continue;
      const bool is_set_apart =
          headings_[content] >= 0 || lists_[content] >= 0 || formulas_[content] >= 0;
      if (run->size == style_.body_size && !is_set_apart) check_grid(*run);
      if (run->y > column.lowest) {
        column.lowest = run->y;
        column.heading = headings_[content] >= 0;
      }
    }
    for (const Column& column : columns) {
      if (column.heading) ++faults_.stranded_headings;
    }
    check_foot(number, columns, across);
  }

  // Where something stands across the columns, they end above it.
  void check_foot(std::size_t number, const std::vector<Column>& columns, bool across) {
    const auto higher = [](const Column& a, const Column& b) { return a.bottom < b.bottom; };
    const Length bottom = across ? std::ranges::max_element(columns, higher)->bottom
                                 : std::ranges::min_element(columns, higher)->bottom;
    const Length foot = style_.height - style_.margin_bottom;
    // What follows may stand across, too: a heading, a caption, a header and a row stay together.
    const int lines = across ? 2 * short_page_lines : short_page_lines;
    const Length least = foot - (lines + 1) * style_.leading;
    if (number + 1 < layout_.pages.size() && bottom < least) ++faults_.short_pages;
  }

  // Raised marks stand on the line of their paragraph.
  void note_line(ElementId paragraph, std::size_t frame, Length y) {
    std::set<Length>& known = lines_[paragraph][frame];
    const auto near = known.lower_bound(y - 5 * point);
    if (near == known.end() || *near > y + 5 * point) known.insert(y);
  }

  void check_measure(const GlyphRun& run, bool wide) {
    Length right = run.x;
    for (const Glyph& glyph : run.glyphs) right += glyph.advance;
    if (run.text.back() == ' ' && !run.right_to_left) right -= run.glyphs.back().advance;
    Length first = style_.margin_left;
    const Length width = wide ? style_.measure() : style_.column_width();
    if (!wide && style_.columns > 1 && (column_at(run.x) == 1) != layout_.right_to_left) {
      first += style_.column_width() + style_.column_gap;
    }
    if (right > first + width + hang || run.x < first - hang) {
      ++faults_.overfull_lines;
    }
  }

  // Baselines of text of one size lie whole lines apart, on all pages the same.
  void check_grid(const GlyphRun& run) {
    const Length place = (run.y - style_.margin_top) % style_.leading;
    if (grid_ < 0) grid_ = place;
    const Length off = std::abs(place - grid_);
    if (std::min(off, style_.leading - off) > point / 8) ++faults_.off_grid_lines;
  }

  // A figure and the content before it in reading order are at most one page apart.
  void find_late_figures() {
    std::vector<std::size_t> last_page(static_cast<std::size_t>(layout_.content_count), 0);
    for (std::size_t number = 0; number < layout_.pages.size(); ++number) {
      for (const Item& item : layout_.pages[number].items) {
        const ContentId content = std::visit([](const auto& part) { return part.content; }, item);
        if (content >= 0) last_page[static_cast<std::size_t>(content)] = number;
      }
    }
    std::size_t before = 0;
    for (std::size_t content = 0; content < last_page.size(); ++content) {
      if (notes_[content] >= 0) continue;
      if (figures_[content] < 0) {
        before = last_page[content];
      } else if (last_page[content] > before + 1) {
        ++faults_.late_figures;
      }
    }
  }

  const Layout& layout_;
  const PageStyle& style_;
  const std::vector<ElementId> paragraphs_, headings_, notes_, figures_, lists_, tables_,
      formulas_;                                                        // by content
  std::map<ElementId, std::map<std::size_t, std::set<Length>>> lines_;  // by paragraph and frame
  Length grid_ = -1;
  PageFaults faults_;
};

}  // namespace

PageFaults find_faults(const Layout& layout, const PageStyle& style) {
  return FaultFinder(layout, style).find();
}

void expect_no_faults(const Layout& layout, const PageStyle& style, const std::string& name) {
  const PageFaults faults = find_faults(layout, style);
  EXPECT_EQ(faults.widows, 0) << name;
  EXPECT_EQ(faults.orphans, 0) << name;
  EXPECT_EQ(faults.stranded_headings, 0) << name;
  EXPECT_EQ(faults.overfull_lines, 0) << name;
  EXPECT_EQ(faults.off_grid_lines, 0) << name;
  EXPECT_EQ(faults.short_pages, 0) << name;
  EXPECT_EQ(faults.late_figures, 0) << name;
}

}  // namespace pressmark::pdf
