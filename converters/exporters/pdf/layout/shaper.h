// converters/exporters/pdf/layout/shaper.h: fonts for characters, and glyphs for words.
#pragma once

#include <hb.h>

#include <cstdint>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "converters/exporters/pdf/fonts/font_library.h"
#include "converters/exporters/pdf/layout/page_style.h"
#include "converters/exporters/pdf/layout/text.h"
#include "core/base/diagnostics.h"
#include "core/base/result.h"

namespace pressmark::pdf {

// A glyph in font units; `cluster` is a byte offset into the shaped text.
struct ShapedGlyph {
  std::uint32_t id = 0;
  std::uint32_t cluster = 0;
  int x_advance = 0;
  int x_offset = 0;
  int y_offset = 0;
};
// Glyphs in visual order from left to right.
struct Shaped {
  std::vector<ShapedGlyph> glyphs;
  std::int64_t width = 0;  // font units
};

// The fonts of one document: which of them has a character, in the order in which they come to be
// used.
class FontSet {
 public:
  FontSet(FontLibrary& library, const PageStyle& style) : library_(library), style_(style) {}

  // Fails with ErrorKind::missing_tool where there is no font at all.
  Result<Done> open();

  // Index of the font of a face's own family.
  int base(const Face& face);
  // Index of the first font that has all characters of a grapheme cluster, by the chain: the
  // face's family, the script's families (these first for scripts of their own), symbols, any font
  // of the machine; -1 where no font has its first character.
  int choose(const std::vector<char32_t>& cluster, const Face& face, int script, Region region);

  const Font& font(int index) const { return *fonts_[index]; }
  const std::vector<std::shared_ptr<const Font>>& fonts() const { return fonts_; }

 private:
  int index_of(const std::shared_ptr<const Font>& font);
  int search(const std::vector<char32_t>& cluster, const Face& face, int script, Region region);

  FontLibrary& library_;
  const PageStyle& style_;
  std::vector<std::shared_ptr<const Font>> fonts_;
  std::map<const Font*, int> indexes_;
  std::map<Face, int> bases_;
  std::unordered_map<std::uint64_t, int> chosen_;  // of single characters
};

// What decides on the glyphs of a text beside its characters.
struct ShapingContext {
  int font = 0;
  int script = 0;  // an ICU UScriptCode
  std::string language;
  bool right_to_left = false;
  bool small_capitals = false;
  bool old_style_figures = false;
};

// Shapes by HarfBuzz and remembers words.
class Shaper {
 public:
  explicit Shaper(FontSet& fonts);
  ~Shaper();
  Shaper(const Shaper&) = delete;
  Shaper& operator=(const Shaper&) = delete;

  FontSet& fonts() { return fonts_; }

  // Glyphs of text[begin, end) with clusters from 0 at `begin`; what surrounds it decides on joined
  // forms. The reference is valid until the next call of forget_long_texts().
  const Shaped& shape(std::string_view text, std::size_t begin, std::size_t end,
                      const ShapingContext& context);
  // The same of a text by itself.
  const Shaped& shape(std::string_view text, const ShapingContext& context) {
    return shape(text, 0, text.size(), context);
  }
  void forget_long_texts() { uncached_.clear(); }

 private:
  Shaped run_harfbuzz(std::string_view text, std::size_t begin, std::size_t end,
                      const ShapingContext& context);

  FontSet& fonts_;
  hb_buffer_t* buffer_;
  std::unordered_map<std::string, Shaped> words_;
  std::vector<std::unique_ptr<Shaped>> uncached_;
  std::map<int, hb_script_t> scripts_;
  std::map<std::string, hb_language_t> languages_;
  std::string key_;
};

// The regional form that a language (BCP 47) asks for; absent where it is none of the three.
std::optional<Region> region_of(std::string_view language);

}  // namespace pressmark::pdf
