// converters/exporters/pdf/writer/font_subset.h: the font program a PDF embeds: the glyphs in use
// and nothing else of the font.
#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <vector>

#include "converters/exporters/pdf/fonts/font.h"
#include "core/base/result.h"

namespace pressmark::pdf {

struct SubsetGlyph {
  std::uint16_t character_id = 0;  // the code that selects the glyph in the embedded program
  std::int64_t width = 0;          // in 1/1,000,000 em, as the program has it
};

struct FontSubset {
  Bytes program;  // a TrueType file, or a bare CFF table
  bool is_cff = false;
  std::string name;  // the font's name behind a tag made of a digest of the glyphs
  // By glyph of the whole font, up to the last one in use; those not in use are zero.
  std::vector<SubsetGlyph> glyphs;
};

// The subset of `font` with the given glyphs and .notdef. Glyphs are renumbered, variable fonts
// pinned to their default instance, hints and layout tables left out. Fails with
// ErrorKind::missing_tool where the font forbids embedding, and with ErrorKind::internal where
// HarfBuzz cannot make the subset.
Result<FontSubset> make_font_subset(const Font& font, const std::set<std::uint32_t>& glyphs);

}  // namespace pressmark::pdf
