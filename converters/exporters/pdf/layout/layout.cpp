#include "converters/exporters/pdf/layout/layout.h"

#include <unicode/uscript.h>

#include <map>

#include "converters/common/title_block.h"
#include "converters/exporters/pdf/layout/block_setter.h"
#include "converters/exporters/pdf/layout/contents.h"
#include "converters/exporters/pdf/layout/front_and_back.h"
#include "converters/exporters/pdf/layout/page_maker.h"
#include "core/base/utf8.h"
#include "core/model/walk.h"

namespace pressmark::pdf {
namespace {

// The form of Chinese characters where neither the text's language nor the article's tells it:
// kana are Japanese, Hangul is Korean.
Region find_region(const Document& article) {
  if (const auto region = region_of(article.language)) return *region;
  bool kana = false;
  bool hangul = false;
  for_each_inline(article, [&](const Inline& item) {
    const auto* node = std::get_if<Text>(&item.node);
    if (node == nullptr || kana) return;
    for (std::size_t at = 0; at < node->text.size();) {
      // Kana and Hangul begin with these octets in UTF-8.
      const auto octet = static_cast<unsigned char>(node->text[at]);
      const utf8::Decoded decoded =
          octet < 0xE1 ? utf8::Decoded{octet, 1, true} : utf8::decode(node->text, at);
      const char32_t c = decoded.code_point;
      kana = kana || (c >= 0x3041 && c <= 0x30FF);
      hangul = hangul || (c >= 0xAC00 && c <= 0xD7A3);
      at += decoded.size;
    }
  });
  return kana ? Region::japanese : hangul ? Region::korean : Region::simplified_chinese;
}

// The body's blocks by sections, so that the structure nests as the headings do.
class BodySetter {
 public:
  BodySetter(BlockSetter& blocks, const Place& place, Sink& sink)
      : blocks_(blocks), place_(place), sink_(sink) {}

  void set(const Blocks& body) {
    std::vector<std::pair<int, ElementId>> open = {{0, place_.parent}};
    for (const Block& block : body) {
      if (const auto* heading = std::get_if<Heading>(&block.node)) {
        while (open.size() > 1 && open.back().first >= heading->level) open.pop_back();
        const ElementId section =
            blocks_.shop().structure.add(Tag::section, open.back().second, place_.language);
        open.emplace_back(heading->level, section);
      }
      place_.parent = open.back().second;
      blocks_.set_top_level(block, place_, sink_);
    }
  }

 private:
  BlockSetter& blocks_;
  Place place_;
  Sink& sink_;
};

void resolve_outline(Layout& layout) {
  std::map<std::string_view, const Destination*> by_name;
  for (const Destination& destination : layout.destinations) {
    by_name.emplace(destination.name, &destination);
  }
  for (OutlineEntry& entry : layout.outline) {
    if (const auto found = by_name.find(entry.destination.name); found != by_name.end()) {
      entry.destination.page = found->second->page;
      entry.destination.y = found->second->y;
    }
  }
}

}  // namespace

Result<Layout> lay_out(const Document& article, const PageStyle& style, FontLibrary& fonts,
                       Context& context) {
  FontSet font_set(fonts, style);
  if (auto opened = font_set.open(); !opened) return opened.error();
  Layout layout;
  layout.language = article.language.empty() ? "und" : article.language;
  layout.right_to_left = article.direction == Direction::inherit
                             ? is_right_to_left(article.language)
                             : article.direction == Direction::right_to_left;
  Structure structure(layout);
  Shaper shaper(font_set);
  Hyphenator hyphenator(fonts.hyphenation());
  PieceCutter cutter(shaper, context.diagnostics, find_region(article));
  ParagraphSetter paragraphs(cutter, hyphenator, context.diagnostics);
  NoteList notes;
  InlineBuilder inlines(article, style, structure, notes, context.diagnostics);
  ArticleFlow flow;
  Workshop shop{article, style, layout, structure, paragraphs, inlines, notes, flow, context};
  BlockSetter blocks(shop);

  Place place;
  place.left = style.margin_left;
  place.width = style.measure();
  place.language = layout.language;
  place.right_to_left = layout.right_to_left;
  place.style.size = style.body_size;
  if (style.old_style_figures) place.style.figures = Figures::old_style;
  place.leading = style.leading;
  place.parent = structure.add(Tag::article, 0);
  Sink sink;
  sink.set_across(style.columns > 1);
  set_title_block(blocks, place, sink);
  ContentsSetter contents(blocks);
  if (style.contents) contents.set_lines(place, sink);
  sink.set_across(false);
  place.left = style.column_left(layout.right_to_left);
  place.width = style.column_width();
  blocks.start_flush();
  if (!article.front.dateline.empty()) {
    blocks.lead_in([&](ParagraphText& text, ElementId paragraph) {
      InlineContext lead;
      lead.style = place.style;
      lead.language = place.language;
      lead.element = paragraph;
      inlines.append(text, article.front.dateline, lead);
      inlines.append_text(text, " ", lead);
    });
  }
  BodySetter(blocks, place, sink).set(article.body);
  blocks.finish_lead_in(place, sink);
  set_colophon(blocks, place, sink);
  flow.body = sink.take();
  flow.notes.resize(static_cast<std::size_t>(notes.count));

  make_pages(std::move(flow), style, title_of(article), paragraphs, layout);
  resolve_outline(layout);
  contents.add_numbers();
  layout.fonts = font_set.fonts();
  return layout;
}

}  // namespace pressmark::pdf
