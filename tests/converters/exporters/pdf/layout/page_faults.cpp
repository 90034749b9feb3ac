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
        lists_(owners({Tag::list})) {}

  PageFaults find() {
    for (std::size_t page = 0; page < layout_.pages.size(); ++page) look_at(page);
    for (const auto& [id, pages] : lines_) {
      if (pages.size() < 2) continue;
      if (pages.begin()->second.size() < 2) ++faults_.orphans;
      if (pages.rbegin()->second.size() < 2) ++faults_.widows;
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

  void look_at(std::size_t number) {
    Length lowest = 0;
    Length bottom = 0;
    bool heading = false;
    for (const Item& item : layout_.pages[number].items) {
      if (const auto* image = std::get_if<PlacedImage>(&item)) {
        bottom = std::max(bottom, image->y + image->height);
      }
      const auto* run = std::get_if<GlyphRun>(&item);
      if (run == nullptr || run->content < 0) continue;
      const auto content = static_cast<std::size_t>(run->content);
      check_measure(*run);
      bottom = std::max(bottom, run->y);
      if (paragraphs_[content] >= 0) note_line(paragraphs_[content], number, run->y);
      if (notes_[content] >= 0) continue;
      const bool is_set_apart = headings_[content] >= 0 || lists_[content] >= 0;
      if (run->size == style_.body_size && !is_set_apart) check_grid(*run);
      if (run->y > lowest) {
        lowest = run->y;
        heading = headings_[content] >= 0;
      }
    }
    if (heading) ++faults_.stranded_headings;
    const Length foot = style_.height - style_.margin_bottom;
    const Length least = foot - (short_page_lines + 1) * style_.leading;
    if (number + 1 < layout_.pages.size() && bottom < least) ++faults_.short_pages;
  }

  // Raised marks stand on the line of their paragraph.
  void note_line(ElementId paragraph, std::size_t page, Length y) {
    std::set<Length>& known = lines_[paragraph][page];
    const auto near = known.lower_bound(y - 5 * point);
    if (near == known.end() || *near > y + 5 * point) known.insert(y);
  }

  void check_measure(const GlyphRun& run) {
    Length right = run.x;
    for (const Glyph& glyph : run.glyphs) right += glyph.advance;
    if (run.text.back() == ' ' && !run.right_to_left) right -= run.glyphs.back().advance;
    if (right > style_.width - style_.margin_right + hang || run.x < style_.margin_left - hang) {
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
  const std::vector<ElementId> paragraphs_, headings_, notes_, figures_, lists_;  // by content
  std::map<ElementId, std::map<std::size_t, std::set<Length>>> lines_;  // by paragraph and page
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
