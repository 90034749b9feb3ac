// converters/exporters/pdf/writer/glyph_texts.h: the text that each glyph of a font gives back
// (ToUnicode, ISO 32000-1, 9.10.3).
//
// A glyph can have one text only, but may be shown for several (one glyph for space and no-break
// space, say). The most frequent one wins; where a cluster's glyphs then do not give back its
// text, the content stream says it by ActualText. For readers that do not look at ActualText the
// glyphs of such a cluster have codes of their own (Reading): the first one shown gives back the
// cluster's text, the others a word joiner, which shows nothing.
#pragma once

#include <compare>
#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "converters/exporters/pdf/fonts/font.h"
#include "converters/exporters/pdf/layout/page.h"
#include "converters/exporters/pdf/writer/clusters.h"

namespace pressmark::pdf {

// A glyph that gives back another text than its usual one.
struct Reading {
  std::uint32_t glyph = 0;
  std::string text;
  auto operator<=>(const Reading&) const = default;
};

class GlyphTexts {
 public:
  explicit GlyphTexts(const Font& font) : font_(&font) {}

  // Counts the glyphs of a run in this font and what they stand for.
  void count(const GlyphRun& run);
  // Decides each glyph's text; after the last count().
  void settle();

  // Notes the readings that the run needs; after settle().
  void count_readings(const GlyphRun& run);

  // The readings noted.
  const std::set<Reading>& readings() const { return readings_; }
  // What the glyph at `position` of the run gives back as a part of the cluster, which does not
  // give back its text by the glyphs' usual ones; empty: its usual text.
  std::string_view reading(const GlyphRun& run, const Cluster& cluster, std::size_t position) const;
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
  std::set<Reading> readings_;
  std::vector<Cluster> clusters_;  // reused by count() and count_readings()
};

// Whether each letter of a right-to-left cluster has a glyph that moves the pen: the glyphs can
// then give back the letters one by one. Extractors that sort letters by their places turn the text
// of a whole cluster around.
bool is_divisible(const GlyphRun& run, const Cluster& cluster);

// Whether letters of a right-to-left cluster share one place (lam and alef in many fonts), which
// extractors take for two lines of text unless ActualText makes them one piece.
bool letters_overlap(const GlyphRun& run, const Cluster& cluster);

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
