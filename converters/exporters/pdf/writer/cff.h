// converters/exporters/pdf/writer/cff.h: what a PDF needs to know of a CFF font program (Adobe
// Technical Note 5176): whether it is CID-keyed, and then the CID of each glyph.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace pressmark::pdf {

// The CID of each glyph, by its index in the program: what codes of a PDF font with such a program
// select (ISO 32000-1, 9.7.4.2). Empty where the program is name-keyed, whose glyph indices are the
// CIDs. Absent for damaged data. `glyph_count` is that of the font's maxp table.
std::optional<std::vector<std::uint16_t>> cff_character_ids(std::string_view program,
                                                            unsigned glyph_count);

}  // namespace pressmark::pdf
