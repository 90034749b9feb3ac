#include "converters/exporters/pdf/layout/layout.h"

#include <hb.h>

#include "core/base/utf8.h"
#include "core/model/walk.h"

namespace pressmark::pdf {
namespace {

// Sets blocks one after the other in one font, ragged.
class Setter {
 public:
  Setter(const PageStyle& style, std::shared_ptr<const Font> font, Layout& layout)
      : style_(style), font_(std::move(font)), layout_(layout) {
    layout_.fonts = {font_};
    layout_.elements.push_back({.tag = Tag::document});
    article_ = add(Tag::article, 0);
    start_page();
  }

  ElementId add(Tag tag, ElementId parent) {
    const auto id = static_cast<ElementId>(layout_.elements.size());
    layout_.elements.push_back({.tag = tag, .parent = parent});
    layout_.elements[parent].kids.push_back({id, artifact});
    return id;
  }
  ElementId article() const { return article_; }
  Element& element(ElementId id) { return layout_.elements[id]; }

  void set(const std::string& text, ElementId parent, Length size) {
    const ContentId content = layout_.content_count++;
    layout_.elements[parent].kids.push_back({std::nullopt, content});
    const Length leading = size * style_.leading / style_.body_size;
    std::string line;
    Length width = 0;
    const auto flush = [&] {
      if (!line.empty()) put(line, size, leading, content);
      line.clear();
      width = 0;
    };
    for (std::size_t at = 0; at < text.size();) {
      std::size_t end = text.find_first_of(" \n", at);
      end = end == std::string::npos ? text.size() : end + 1;
      std::string word = text.substr(at, end - at);
      const bool ends_line = word.back() == '\n';
      if (ends_line) word.back() = ' ';
      const Length word_width = measure(shape(word, size));
      if (width + word_width > style_.measure()) flush();
      line += word;
      width += word_width;
      if (ends_line) flush();
      at = end;
    }
    flush();
    y_ += leading / 2;
  }

 private:
  static Length measure(const std::vector<Glyph>& glyphs) {
    Length sum = 0;
    for (const Glyph& glyph : glyphs) sum += glyph.advance;
    return sum;
  }

  std::vector<Glyph> shape(const std::string& text, Length size) const {
    hb_buffer_t* buffer = hb_buffer_create();
    hb_buffer_add_utf8(buffer, text.data(), static_cast<int>(text.size()), 0,
                       static_cast<int>(text.size()));
    hb_buffer_guess_segment_properties(buffer);
    hb_shape(font_->font(), buffer, nullptr, 0);
    unsigned count = 0;
    const hb_glyph_info_t* infos = hb_buffer_get_glyph_infos(buffer, &count);
    const hb_glyph_position_t* positions = hb_buffer_get_glyph_positions(buffer, &count);
    std::vector<Glyph> glyphs;
    const auto scale = [&](int units) { return units * size / font_->units_per_em(); };
    for (unsigned i = 0; i < count; ++i) {
      if (infos[i].codepoint == 0) continue;
      glyphs.push_back({infos[i].codepoint, scale(positions[i].x_advance),
                        scale(positions[i].x_offset), scale(positions[i].y_offset),
                        infos[i].cluster});
    }
    hb_buffer_destroy(buffer);
    return glyphs;
  }

  void start_page() {
    Page page;
    page.width = style_.width;
    page.height = style_.height;
    page.label = std::to_string(layout_.pages.size() + 1);
    layout_.pages.push_back(std::move(page));
    y_ = style_.margin_top;
  }

  void put(const std::string& line, Length size, Length leading, ContentId content) {
    if (y_ + leading > style_.height - style_.margin_bottom) start_page();
    y_ += leading;
    GlyphRun run;
    run.size = size;
    run.x = style_.margin_left;
    run.y = y_;
    run.glyphs = shape(line, size);
    run.text = line;
    run.content = content;
    layout_.pages.back().items.push_back(std::move(run));
  }

  const PageStyle& style_;
  std::shared_ptr<const Font> font_;
  Layout& layout_;
  ElementId article_ = 0;
  Length y_ = 0;
};

}  // namespace

Result<Layout> lay_out(const Document& article, const PageStyle& style, FontLibrary& fonts,
                       Context&) {
  auto font = fonts.find_or_default(style.serif_family, {});
  if (!font) return font.error();
  Layout layout;
  layout.language = article.language.empty() ? "und" : article.language;
  layout.right_to_left = article.direction == Direction::right_to_left;
  Setter setter(style, *font, layout);
  const auto set_inlines = [&](const Inlines& inlines, Tag tag, Length size) {
    if (inlines.empty()) return;
    const ElementId element = setter.add(tag, setter.article());
    if (tag == Tag::heading) setter.element(element).level = 1;
    setter.set(text_of(inlines), element, size);
  };
  set_inlines(article.front.kicker, Tag::paragraph, style.body_size);
  set_inlines(article.front.headline, Tag::heading, style.body_size * 2);
  set_inlines(article.front.deck, Tag::paragraph, style.body_size * 5 / 4);
  for (const Inlines& line : article.front.bylines) {
    set_inlines(line, Tag::paragraph, style.body_size);
  }
  set_inlines(article.front.dateline, Tag::paragraph, style.body_size);
  for_each_block(article.body, [&](const Block& block) {
    if (const auto* paragraph = std::get_if<Paragraph>(&block.node)) {
      set_inlines(paragraph->children, Tag::paragraph, style.body_size);
    } else if (const auto* heading = std::get_if<Heading>(&block.node)) {
      const ElementId element = setter.add(Tag::heading, setter.article());
      setter.element(element).level = 2;
      setter.set(text_of(heading->children), element, style.body_size * 3 / 2);
    }
  });
  return layout;
}

}  // namespace pressmark::pdf
