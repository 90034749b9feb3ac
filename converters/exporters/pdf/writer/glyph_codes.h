// converters/exporters/pdf/writer/glyph_codes.h: the character codes that select a font's glyphs in
// content streams.
#pragma once

#include <cstdint>
#include <map>
#include <vector>

#include "converters/exporters/pdf/writer/font_subset.h"
#include "converters/exporters/pdf/writer/glyph_texts.h"

namespace pressmark::pdf {

// Codes of one octet where the font has few enough glyphs, with ASCII for the glyphs of ASCII
// characters: content streams are then half as long and compress well. Else of two octets, equal to
// the CIDs.
struct GlyphCodes {
  bool one_octet = false;
  std::vector<std::uint16_t> codes;  // by glyph of the whole font; 0: it has none
  std::map<Reading, std::uint16_t>
      readings;  // further codes of glyphs, as far as there are any left
  // The glyph of code 32, to which readers add word spacing (ISO 32000-1, 9.3.3); 0: none.
  std::uint32_t space = 0;

  // Whether codes and CIDs differ, so that the file holds a CMap.
  bool has_map() const { return one_octet || !readings.empty(); }
};

GlyphCodes assign_codes(const GlyphTexts& texts, const FontSubset& subset);

// The embedded CMap from codes to CIDs (ISO 32000-1, 9.7.5), named `cmap_name`.
Bytes character_map(const GlyphCodes& codes, const GlyphTexts& texts, const FontSubset& subset,
                    std::string_view cmap_name);

// The ToUnicode CMap of the codes.
Bytes to_unicode_map(const GlyphCodes& codes, const GlyphTexts& texts);

}  // namespace pressmark::pdf
