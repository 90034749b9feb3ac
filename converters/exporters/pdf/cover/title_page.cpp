#include "converters/exporters/pdf/cover/title_page.h"

#include <algorithm>
#include <array>

#include "converters/common/digest.h"
#include "converters/common/title_block.h"
#include "converters/exporters/pdf/cover/canvas.h"
#include "converters/exporters/pdf/layout/layout.h"
#include "core/base/utf8.h"

namespace pressmark::pdf {
namespace {

constexpr int pixels_per_point = 2;
constexpr Length page_width = 600 * point;
constexpr Length page_height = 800 * point;
constexpr Length margin = 56 * point;
constexpr Length top = 190 * point;

constexpr Ink paper{0xF7, 0xF4, 0xEC};
constexpr Ink muted{0xD8, 0xD3, 0xC6};
constexpr Ink accent{0xE0, 0xB0, 0x5C};
// Each has a contrast of more than 7:1 with the type (WCAG 2.1, 1.4.6).
constexpr std::array grounds = {Ink{0x1F, 0x3A, 0x5F}, Ink{0x5B, 0x23, 0x33},
                                Ink{0x23, 0x48, 0x3B}, Ink{0x4A, 0x3B, 0x5C},
                                Ink{0x5A, 0x3E, 0x1B}, Ink{0x2E, 0x4A, 0x52}};

// Sizes of the page's body type; the headline is twice as large.
constexpr std::array<Length, 8> sizes = {30 * point, 26 * point, 22 * point, 19 * point,
                                         16 * point, 13 * point, 11 * point, 9 * point};

Ink ground_for(const std::string& words) {
  const std::string digest = *from_hex(sha256_hex(words).substr(0, 2));
  return grounds[static_cast<unsigned char>(digest[0]) % grounds.size()];
}

// The characters of the longest word that no line may divide.
int longest_word(std::string_view text) {
  constexpr char32_t first_ideographic = 0x2E80;  // lines may end behind each of these
  int longest = 0;
  int length = 0;
  for (std::size_t at = 0; at < text.size();) {
    const utf8::Decoded decoded = utf8::decode(text, at);
    at += decoded.size;
    const bool ends = decoded.code_point <= U' ' || decoded.code_point == U'-' ||
                      decoded.code_point >= first_ideographic;
    length = ends ? 0 : length + 1;
    longest = std::max(longest, length);
  }
  return longest;
}

// The largest body size at which the headline's longest word is likely to fit on a line: letters
// of bold type are 0.6 em wide on the average.
Length largest_size_for(std::string_view headline) {
  const int letters = std::max(longest_word(headline), 1);
  return (page_width - 2 * margin) / letters * 10 / 6 * 100 / 205;
}

PageStyle style_with(Length size) {
  PageStyle style;
  style.width = page_width;
  style.height = page_height;
  style.margin_left = margin;
  style.margin_right = margin;
  style.margin_top = top;
  style.margin_bottom = margin;
  style.body_size = size;
  style.leading = size * 4 / 3;
  style.hyphenate = false;
  style.justify = false;
  return style;
}

Result<Layout> fit(const Document& words, FontLibrary& fonts, Context& context) {
  const Length largest = largest_size_for(title_of(words));
  for (const Length size : sizes) {
    if (size > largest && size != sizes.back()) continue;
    // What is reported of a size that is not taken is reported again of the one that is.
    Diagnostics diagnostics;
    Context attempt{context.environment, diagnostics, context.limits};
    Result<Layout> layout = lay_out(words, style_with(size), fonts, attempt);
    if (layout && layout->pages.size() > 1 && size != sizes.back()) continue;
    for (const Diagnostic& one : diagnostics.all()) {
      context.diagnostics.report(*one.code, one.where, one.subject);
    }
    return layout;
  }
  return Error(ErrorKind::internal, "no size of type fits a cover");
}

}  // namespace

Result<Bytes> draw_title_page(const Document& words, FontLibrary& fonts, Context& context) {
  const Result<Layout> layout = fit(words, fonts, context);
  if (!layout) return layout.error();
  Result<Canvas> canvas =
      Canvas::make(page_width, page_height, pixels_per_point, ground_for(title_of(words)));
  if (!canvas) return canvas.error();
  const Length mark = 72 * point;
  const Length left = layout->right_to_left ? page_width - margin - mark : margin;
  canvas->fill({left, top - 40 * point, mark, 5 * point}, accent);
  if (layout->pages.empty()) return encode_png(canvas->pixels());
  for (const Item& item : layout->pages[0].items) {
    const auto* run = std::get_if<GlyphRun>(&item);
    // Page numbers and running heads are no part of a cover.
    if (run == nullptr || run->content == artifact) continue;
    const Font& font = *layout->fonts[static_cast<std::size_t>(run->font)];
    canvas->draw(*run, font, run->colour == Colour::muted ? muted : paper);
  }
  return encode_png(canvas->pixels());
}

}  // namespace pressmark::pdf
