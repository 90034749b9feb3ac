#include "converters/exporters/pdf/writer/glyph_codes.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "converters/common/digest.h"
#include "converters/exporters/pdf/writer/value.h"
#include "core/base/utf8.h"

namespace pressmark::pdf {
namespace {

constexpr std::size_t entries_per_section = 100;  // Technical Note 5014, 1.4.1

std::string hex_code(std::uint16_t code, bool one_octet) {
  Bytes octets{static_cast<char>(code >> 8), static_cast<char>(code)};
  return '<' + to_hex(one_octet ? octets.substr(1) : octets) + '>';
}

// The codes with their glyphs and what they give back, ascending.
std::vector<std::pair<std::uint16_t, Reading>> sorted(const GlyphCodes& codes,
                                                      const GlyphTexts& texts) {
  std::vector<std::pair<std::uint16_t, Reading>> all;
  for (std::uint32_t glyph = 0; glyph < codes.codes.size(); ++glyph) {
    if (codes.codes[glyph] != 0) {
      all.push_back({codes.codes[glyph], {glyph, texts.text_of(glyph)}});
    }
  }
  for (const auto& [reading, code] : codes.readings) all.push_back({code, reading});
  std::sort(all.begin(), all.end());
  return all;
}

// Codes, one after the other, that map to numbers one after the other, or one code.
struct CodeRange {
  std::uint16_t first = 0;
  std::uint16_t last = 0;
  Reading from;  // of the first
};

// As few ranges as there can be. In one, only the last octet of codes and of what they map to may
// differ (Technical Note 5014, 1.4.1; ISO 32000-1, 9.10.3).
template <class Number>
std::vector<CodeRange> ranges_of(const std::vector<std::pair<std::uint16_t, Reading>>& all,
                                 Number number) {
  std::vector<CodeRange> ranges;
  std::int64_t next = -1;  // what would continue the last range
  for (const auto& [code, reading] : all) {
    const std::int64_t value = number(reading);
    const bool continues = !ranges.empty() && code == ranges.back().last + 1 &&
                           (code & 0xFF) != 0 && value >= 0 && value == next && (value & 0xFF) != 0;
    if (continues) {
      ranges.back().last = code;
    } else {
      ranges.push_back({code, code, reading});
    }
    next = value < 0 ? -1 : value + 1;
  }
  return ranges;
}

// A CMap around its mappings; `kind` is "cidrange" or "bfrange", `number` gives what a reading maps
// to as a number, or -1 where it is none, and `target` as it is written.
template <class Number, class Target>
Bytes write_map(const GlyphCodes& codes, const GlyphTexts& texts, std::string_view head,
                std::string_view kind, Number number, Target target) {
  Bytes map = "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n";
  map += head;
  map += "1 begincodespacerange\n";
  map += codes.one_octet ? "<00> <FF>" : "<0000> <FFFF>";
  map += "\nendcodespacerange\n";
  const std::vector<CodeRange> all = ranges_of(sorted(codes, texts), number);
  for (std::size_t start = 0; start < all.size(); start += entries_per_section) {
    const std::size_t end = std::min(all.size(), start + entries_per_section);
    map += std::to_string(end - start) + " begin" + std::string(kind) + '\n';
    for (std::size_t i = start; i < end; ++i) {
      map += hex_code(all[i].first, codes.one_octet) + ' ' +
             hex_code(all[i].last, codes.one_octet) + ' ' + target(all[i].from) + '\n';
    }
    map += "end" + std::string(kind) + '\n';
  }
  return map + "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n";
}

}  // namespace

GlyphCodes assign_codes(const GlyphTexts& texts, const FontSubset& subset) {
  const std::set<std::uint32_t> glyphs = texts.glyphs();
  GlyphCodes assigned;
  assigned.codes.resize(subset.glyphs.size());
  assigned.one_octet = glyphs.size() + texts.readings().size() < 255;
  if (!assigned.one_octet) {
    std::uint16_t last = 0;
    for (const std::uint32_t glyph : glyphs) {
      assigned.codes[glyph] = subset.glyphs[glyph].character_id;
      last = std::max(last, assigned.codes[glyph]);
    }
    for (const Reading& reading : texts.readings()) {
      if (last == 0xFFFF) break;
      assigned.readings[reading] = ++last;
    }
    return assigned;
  }
  std::array<bool, 256> taken{};
  taken[0] = true;
  std::vector<std::uint32_t> others;
  for (const std::uint32_t glyph : glyphs) {
    const std::string& text = texts.text_of(glyph);
    const auto code = static_cast<unsigned char>(text.size() == 1 ? text[0] : 0);
    if (code < 0x20 || code > 0x7E || taken[code]) {
      others.push_back(glyph);
      continue;
    }
    taken[code] = true;
    assigned.codes[glyph] = code;
    if (code == 0x20) assigned.space = glyph;
  }
  // Word spacing must reach no other glyph.
  taken[0x20] = true;
  // The codes above ASCII first: those below 0x20 and the delimiters are dearer to write.
  std::uint16_t next = 0x80;
  const auto take = [&taken, &next] {
    while (taken[next % 256]) ++next;
    taken[next % 256] = true;
    return static_cast<std::uint16_t>(next % 256);
  };
  for (const std::uint32_t glyph : others) assigned.codes[glyph] = take();
  for (const Reading& reading : texts.readings()) assigned.readings[reading] = take();
  return assigned;
}

Bytes character_map(const GlyphCodes& codes, const GlyphTexts& texts, const FontSubset& subset,
                    std::string_view cmap_name) {
  const Bytes head =
      "/CIDSystemInfo 3 dict dup begin\n/Registry (Adobe) def\n/Ordering (Identity) def\n"
      "/Supplement 0 def\nend def\n/CMapName /" +
      Bytes(cmap_name) + " def\n/CMapType 1 def\n/WMode 0 def\n";
  const auto character_id = [&subset](const Reading& reading) {
    return std::int64_t{subset.glyphs[reading.glyph].character_id};
  };
  return "%!PS-Adobe-3.0 Resource-CMap\n" +
         write_map(codes, texts, head, "cidrange", character_id,
                   [character_id](const Reading& reading) {
                     return std::to_string(character_id(reading));
                   });
}

Bytes to_unicode_map(const GlyphCodes& codes, const GlyphTexts& texts) {
  constexpr std::string_view head =
      "/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def\n"
      "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n";
  return write_map(
      codes, texts, head, "bfrange",
      [](const Reading& reading) {
        const utf8::Decoded decoded = utf8::decode(reading.text, 0);
        const bool is_one = static_cast<std::size_t>(decoded.size) == reading.text.size();
        return is_one && decoded.code_point < 0x10000 ? std::int64_t{decoded.code_point}
                                                      : std::int64_t{-1};
      },
      [](const Reading& reading) {
        return '<' + to_hex(utf16_with_mark(reading.text).substr(2)) + '>';
      });
}

}  // namespace pressmark::pdf
