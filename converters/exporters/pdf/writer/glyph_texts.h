// converters/exporters/pdf/writer/glyph_texts.h: the text that each glyph of a font gives back
// (ToUnicode, ISO 32000-1, 9.10.3).
//
// A glyph can have one text only, but may be shown for several (one glyph for space and no-break
// space, say). The most frequent one wins; where a cluster's glyphs then do not give back its
// text, the content stream says it by ActualText.
#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "converters/exporters/pdf/fonts/font.h"
#include "converters/exporters/pdf/layout/page.h"
#include "converters/exporters/pdf/writer/clusters.h"

namespace pressmark::pdf {

class GlyphTexts {
 public:
  explicit GlyphTexts(const Font& font) : font_(&font) {}

  // Counts the glyphs of a run in this font and what they stand for.
  void count(const GlyphRun& run);
  // Decides each glyph's text; after the last count().
  void settle();

  // The glyphs counted, without .notdef.
  std::set<std::uint32_t> glyphs() const;
  // Never empty, without U+0000, U+FEFF and U+FFFE (PDF/A-3, 6.2.11.7.2); of a counted glyph only.
  const std::string& text_of(std::uint32_t glyph) const { return settled_[glyph]; }
  // The glyph to show for one of a run: for the hyphen of a line's end that of U+2010, so that its
  // text can differ from that of a hyphen in a word.
  std::uint32_t shown(const GlyphRun& run, std::uint32_t glyph) const;
  // Whether the texts of the cluster's glyphs, one after the other in reading order, are its text.
  bool gives_back(const GlyphRun& run, const Cluster& cluster) const;

 private:
  struct Candidate {
    std::string text;
    std::size_t count = 0;
  };
  void offer(std::uint32_t glyph, std::string_view text, std::size_t weight);
  void count_cluster(const GlyphRun& run, const Cluster& cluster);

  const Font* font_;
  std::vector<std::vector<Candidate>> candidates_;  // by glyph
  std::vector<std::string> settled_;                // by glyph; empty: not counted
  std::vector<Cluster> clusters_;                   // reused by count()
};

// Whether the run is the hyphen that a line break added, which stands for no character.
inline bool is_added_hyphen(const GlyphRun& run) {
  return run.actual_text && run.actual_text->empty();
}

// Whether nothing of the text needs to be seen or read back: soft hyphens, zero-width breaks and
// directional marks, for which fonts have no glyph or an empty one.
bool is_invisible(std::string_view text);

// Whether a character of the text is of a private use area, which readers cannot know.
bool has_private_use(std::string_view text);

}  // namespace pressmark::pdf
