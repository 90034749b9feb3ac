#include "converters/exporters/pdf/layout/page_maker.h"

#include <algorithm>
#include <map>

#include "core/base/match.h"
#include "core/base/utf8.h"

namespace pressmark::pdf {
namespace {

ContentId content_of(const Item& item) {
  return std::visit(match{[](const GlyphRun& run) { return run.content; },
                          [](const FilledRectangle& rectangle) { return rectangle.content; },
                          [](const PlacedImage& image) { return image.content; }},
                    item);
}

int page_layer(const Item& item) {
  const auto* rectangle = std::get_if<FilledRectangle>(&item);
  return rectangle != nullptr && rectangle->colour == Colour::tint ? 0 : 1;
}

class PageMaker {
 public:
  PageMaker(const PageStyle& style, const std::string& title, ParagraphSetter& setter,
            Layout& layout)
      : style_(style), title_(title), setter_(setter), layout_(layout) {}

  void make(ArticleFlow& flow) {
    const PageMetrics metrics = page_metrics(style_);
    for (const FrameContent& frame : divide_into_pages(flow, metrics)) {
      if (frame.begins_page) begin_page();
      const Length step = style_.column_width() + style_.column_gap;
      shift_ = frame.column * (layout_.right_to_left ? -step : step);
      top_ = style_.margin_top + frame.top;
      place_body(flow, frame);
      place_notes(flow, frame, metrics);
    }
    finish_page();
  }

 private:
  void begin_page() {
    finish_page();
    Page page;
    page.width = style_.width;
    page.height = style_.height;
    page.label = std::to_string(layout_.pages.size() + 1);
    layout_.pages.push_back(std::move(page));
  }
  void finish_page() {
    if (layout_.pages.empty()) return;
    place_furniture();
    sort_items(layout_.pages.back());
  }

  Page& page() { return layout_.pages.back(); }

  void place_body(ArticleFlow& flow, const FrameContent& content) {
    for (const PlacedItem& placed : placed_items(flow, content)) {
      FlowItem& item = flow.body[placed.item];
      const Length y = top_ + placed.y;
      if (placed.item == content.begin && item.table >= 0) {
        const RepeatedHeader& header = flow.headers[static_cast<std::size_t>(item.table)];
        for (Item copy : header.items) {
          move(copy, shift_, y - header.height);
          page().items.push_back(std::move(copy));
        }
      }
      place(item, y, !placed.is_first);
    }
  }

  void place(FlowItem& item, Length y, bool has_space_before) {
    if (has_space_before) {
      for (FilledRectangle ground : item.ground_before) {
        ground.x += shift_;
        ground.y += y;
        add_ground(ground);
      }
    }
    for (Item& part : item.items) {
      move(part, shift_, y);
      if (const auto* ground = std::get_if<FilledRectangle>(&part);
          ground != nullptr && ground->colour == Colour::tint) {
        add_ground(*ground);
      } else {
        page().items.push_back(std::move(part));
      }
    }
    for (LinkArea& link : item.links) {
      link.x += shift_;
      link.y += y;
      page().links.push_back(std::move(link));
    }
    for (const Anchor& anchor : item.anchors) {
      layout_.destinations.push_back(
          {anchor.name, static_cast<int>(layout_.pages.size()) - 1, y, anchor.element});
    }
  }

  // Grounds that touch become one, so that no seam shows.
  void add_ground(const FilledRectangle& ground) {
    if (!page().items.empty() && last_ground_ < page().items.size()) {
      if (auto* last = std::get_if<FilledRectangle>(&page().items[last_ground_]);
          last != nullptr && last->x == ground.x && last->width == ground.width &&
          last->colour == ground.colour && last->y + last->height == ground.y) {
        last->height += ground.height;
        return;
      }
    }
    last_ground_ = page().items.size();
    page().items.emplace_back(ground);
  }

  void place_notes(ArticleFlow& flow, const FrameContent& content, const PageMetrics& metrics) {
    last_ground_ = static_cast<std::size_t>(-1);
    if (content.notes.empty()) return;
    Length height = 0;
    for (const NotePart& part : content.notes) {
      const Flow& note = flow.notes[part.note];
      if (&part != &content.notes.front()) height += metrics.note_gap;
      for (std::size_t i = part.begin; i < part.end; ++i) {
        height += note[i].height + (i == part.begin ? 0 : note[i].space_before);
      }
    }
    Length y = top_ + content.height - height;
    const Length rule_width = style_.column_width() / 4;
    const Length rule_x = layout_.right_to_left ? style_.width - style_.margin_right - rule_width
                                                : style_.margin_left;
    page().items.emplace_back(FilledRectangle{rule_x + shift_, y - metrics.note_space / 3,
                                              rule_width, point / 2, Colour::rule, artifact});
    for (const NotePart& part : content.notes) {
      Flow& note = flow.notes[part.note];
      for (std::size_t i = part.begin; i < part.end; ++i) {
        if (i != part.begin) y += note[i].space_before;
        place(note[i], y, i != part.begin);
        y += note[i].height;
      }
      y += metrics.note_gap;
    }
    last_ground_ = static_cast<std::size_t>(-1);
  }

  void place_furniture() {
    const bool first = layout_.pages.size() == 1;
    const Length size = style_.body_size * 8 / 10;
    if (!first && !title_.empty()) {
      place_line(title_, size, std::max(style_.margin_top / 2 - style_.leading / 2, point));
    }
    place_line(page().label, size, style_.height - style_.margin_bottom * 3 / 4);
  }

  void place_line(const std::string& words, Length size, Length y) {
    ParagraphText text;
    text.text = words;
    TextSpan span;
    span.end = words.size();
    span.style.size = size;
    span.style.face.genre = Genre::sans;
    span.style.colour = Colour::muted;
    span.language = layout_.language;
    text.spans = {span};
    text.right_to_left = layout_.right_to_left;
    ParagraphShape shape;
    shape.left = style_.margin_left;
    shape.width = style_.measure();
    shape.leading = style_.leading;
    shape.setting = ParagraphShape::Setting::centre;
    shape.hyphens = ParagraphShape::Hyphens::none;
    std::vector<Line> lines = setter_.set(std::move(text), shape);
    if (lines.empty()) return;
    for (Item& item : lines[0].items) {
      move(item, 0, y);
      page().items.push_back(std::move(item));
    }
  }

  const PageStyle& style_;
  const std::string& title_;
  ParagraphSetter& setter_;
  Layout& layout_;
  // Of the frame: how far right of the first column it begins, and where on the page.
  Length shift_ = 0;
  Length top_ = 0;
  std::size_t last_ground_ = static_cast<std::size_t>(-1);
};

// A head that fits on its line.
std::string shortened(const std::string& title) {
  constexpr std::size_t longest = 70;
  if (utf8::length(title) <= longest) return title;
  std::size_t at = 0;
  std::size_t space = 0;
  for (std::size_t i = 0; i < longest; ++i) {
    if (title[at] == ' ') space = at;
    at += utf8::decode(title, at).size;
  }
  return title.substr(0, space > 0 ? space : at) + "…";
}

}  // namespace

void move(Item& item, Length right, Length down) {
  std::visit(
      [&](auto& part) {
        part.x += right;
        part.y += down;
      },
      item);
}

void sort_items(Page& page) {
  std::stable_sort(page.items.begin(), page.items.end(), [](const Item& a, const Item& b) {
    return std::pair(page_layer(a), content_of(a)) < std::pair(page_layer(b), content_of(b));
  });
}

PageMetrics page_metrics(const PageStyle& style) {
  PageMetrics metrics;
  metrics.height = style.text_height();
  metrics.leading = style.leading;
  metrics.note_space = style.leading;
  metrics.note_gap = 0;
  metrics.columns = style.columns;
  return metrics;
}

void make_pages(ArticleFlow flow, const PageStyle& style, const std::string& title,
                ParagraphSetter& setter, Layout& layout) {
  std::string head = title;
  std::replace(head.begin(), head.end(), '\n', ' ');
  head = shortened(head);
  PageMaker(style, head, setter, layout).make(flow);
}

}  // namespace pressmark::pdf
