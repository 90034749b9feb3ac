// converters/exporters/pdf/writer/embedded_fonts.h: the fonts of a layout as composite fonts of the
// file (ISO 32000-1, 9.7): subsets, widths and ToUnicode maps.
#pragma once

#include <string>
#include <vector>

#include "converters/exporters/pdf/layout/page.h"
#include "converters/exporters/pdf/writer/file_assembler.h"
#include "converters/exporters/pdf/writer/font_subset.h"
#include "converters/exporters/pdf/writer/glyph_codes.h"
#include "converters/exporters/pdf/writer/glyph_texts.h"

namespace pressmark::pdf {

// One font of the layout as far as its text is written with it.
struct EmbeddedFont {
  std::string resource;  // "F0": its name in content streams
  GlyphTexts texts;
  FontSubset subset;
  GlyphCodes codes;
  Bytes glyph_map;  // the CIDToGIDMap's octets; empty: CIDs are glyph indices
  // Whether word spacing reaches the space and nothing else, in every reader.
  bool takes_word_spacing = false;
};

struct EmbeddedFonts {
  std::vector<EmbeddedFont> fonts;  // as Layout::fonts; one without glyphs has an empty subset
  Dictionary resources;             // the Font resource dictionary of every page
};

// Subsets the fonts that the pages use and adds their objects. Fails as make_font_subset() does.
Result<EmbeddedFonts> embed_fonts(const Layout& layout, FileAssembler& file);

}  // namespace pressmark::pdf
