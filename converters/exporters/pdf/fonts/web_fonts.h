// converters/exporters/pdf/fonts/web_fonts.h: font files for a book, with the characters that it
// uses and nothing else of the fonts.
#pragma once

#include <set>
#include <vector>

#include "converters/exporters/pdf/fonts/font_library.h"
#include "core/base/result.h"

namespace pressmark::pdf {

struct WebFont {
  Bytes file;           // TrueType or OpenType, with what shaping needs
  bool is_cff = false;  // outlines in a CFF table
  int family = 0;       // 0 the serif family of the text; others have what it lacks
                        // (one number, one family of fonts)
  Weight weight = Weight::regular;
  Slant slant = Slant::upright;
};

// The library's serif family in four faces, and where it lacks a character the first font that has
// it. Each font is there once, with the characters of all faces that it sets; a face that no font
// has in its weight and slant is left out. No two have the same family, weight and slant. The same
// characters and fonts give the same octets. Fails with ErrorKind::missing_tool where there is no
// font, or the family forbids embedding, and with ErrorKind::internal where HarfBuzz cannot make a
// subset.
Result<std::vector<WebFont>> make_web_fonts(FontLibrary& library,
                                            const std::set<char32_t>& characters, Region region);

}  // namespace pressmark::pdf
