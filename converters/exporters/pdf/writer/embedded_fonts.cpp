#include "converters/exporters/pdf/writer/embedded_fonts.h"

#include <hb-ot.h>

#include <array>
#include <map>

namespace pressmark::pdf {
namespace {

// Flags of a font descriptor (ISO 32000-1, table 123).
constexpr int flag_fixed_pitch = 1 << 0;
constexpr int flag_symbolic = 1 << 2;  // a subset is never a standard character set
constexpr int flag_italic = 1 << 6;

std::int64_t per_mille(const Font& font, std::int64_t units) {
  return units * 1000 / font.units_per_em();
}

// xMin, yMin, xMax and yMax of the head table (OpenType, head), in 1/1000 em.
Array bounding_box(const Font& font) {
  hb_blob_t* head = hb_face_reference_table(font.face(), HB_TAG('h', 'e', 'a', 'd'));
  unsigned size = 0;
  const char* data = hb_blob_get_data(head, &size);
  Array box;
  for (const unsigned offset : {36U, 38U, 40U, 42U}) {
    std::int64_t value = 0;
    if (offset + 2 <= size) {
      value = static_cast<std::int16_t>(static_cast<unsigned char>(data[offset]) << 8 |
                                        static_cast<unsigned char>(data[offset + 1]));
    }
    box.emplace_back(per_mille(font, value));
  }
  hb_blob_destroy(head);
  return box;
}

// The stem's thickness is told by no table of the font; this is the usual estimate from its weight.
std::int64_t stem_thickness(int weight) { return 50 + std::int64_t{weight} * weight / (65 * 65); }

Reference add_descriptor(const Font& font, const FontSubset& subset, FileAssembler& file) {
  const auto size = static_cast<std::int64_t>(subset.program.size());
  Dictionary program;
  if (subset.is_cff) {
    program.set("Subtype", name("CIDFontType0C"));
  } else {
    program.set("Length1", size);
  }
  int flags = flag_symbolic;
  if (font.is_fixed_pitch()) flags |= flag_fixed_pitch;
  if (font.italic_angle() != 0) flags |= flag_italic;
  Dictionary descriptor{
      {"Type", name("FontDescriptor")},
      {"FontName", name(subset.name)},
      {"Flags", flags},
      {"FontBBox", bounding_box(font)},
      {"ItalicAngle", Real{static_cast<std::int64_t>(font.italic_angle() * 1000)}},
      {"Ascent", per_mille(font, font.ascender())},
      {"Descent", per_mille(font, font.descender())},
      {"CapHeight", per_mille(font, font.cap_height())},
      {"StemV", stem_thickness(font.weight())},
  };
  descriptor.set(subset.is_cff ? "FontFile3" : "FontFile2",
                 file.add_stream(std::move(program), subset.program, Packing::deflate));
  return file.add(std::move(descriptor));
}

// The W array of a CIDFont (ISO 32000-1, 9.7.4.3): runs of consecutive codes.
Array widths(const FontSubset& subset) {
  std::map<int, std::int64_t> by_code;
  for (const SubsetGlyph& glyph : subset.glyphs) {
    if (glyph.character_id != 0) by_code[glyph.character_id] = glyph.width;
  }
  Array all;
  Array run;
  int first = 0;
  int last = -1;
  const auto end_run = [&] {
    if (run.empty()) return;
    all.emplace_back(first);
    all.emplace_back(std::move(run));
    run = Array{};
  };
  for (const auto& [code, width] : by_code) {
    if (code != last + 1) {
      end_run();
      first = code;
    }
    last = code;
    run.emplace_back(Real{width});  // millionths of an em are thousandths of the array's unit
  }
  end_run();
  return all;
}

Reference add_font(const Font& font, const EmbeddedFont& embedded, FileAssembler& file) {
  const FontSubset& subset = embedded.subset;
  std::vector<CodeText> codes;
  for (const std::uint32_t glyph : embedded.texts.glyphs()) {
    codes.push_back({subset.glyphs[glyph].character_id, embedded.texts.text_of(glyph)});
  }
  Dictionary descendant{
      {"Type", name("Font")},
      {"Subtype", name(subset.is_cff ? "CIDFontType0" : "CIDFontType2")},
      {"BaseFont", name(subset.name)},
      {"CIDSystemInfo", Dictionary{{"Registry", byte_string("Adobe")},
                                   {"Ordering", byte_string("Identity")},
                                   {"Supplement", 0}}},
      {"FontDescriptor", add_descriptor(font, subset, file)},
      {"W", widths(subset)},
  };
  if (!subset.is_cff) descendant.set("CIDToGIDMap", name("Identity"));
  // ISO 32000-1, table 121: with a CFF program the CMap's name belongs to the base font's.
  const std::string base = subset.is_cff ? subset.name + "-Identity-H" : subset.name;
  return file.add(Dictionary{
      {"Type", name("Font")},
      {"Subtype", name("Type0")},
      {"BaseFont", name(base)},
      {"Encoding", name("Identity-H")},
      {"DescendantFonts", Array{file.add(std::move(descendant))}},
      {"ToUnicode", file.add_stream({}, to_unicode_map(std::move(codes)), Packing::deflate)},
  });
}

}  // namespace

Result<EmbeddedFonts> embed_fonts(const Layout& layout, FileAssembler& file) {
  EmbeddedFonts all;
  for (std::size_t i = 0; i < layout.fonts.size(); ++i) {
    all.fonts.push_back(EmbeddedFont{"F" + std::to_string(i), GlyphTexts(*layout.fonts[i]), {}});
  }
  for (const Page& page : layout.pages) {
    for (const Item& item : page.items) {
      if (const auto* run = std::get_if<GlyphRun>(&item)) {
        all.fonts[static_cast<std::size_t>(run->font)].texts.count(*run);
      }
    }
  }
  for (std::size_t i = 0; i < layout.fonts.size(); ++i) {
    EmbeddedFont& embedded = all.fonts[i];
    embedded.texts.settle();
    const std::set<std::uint32_t> glyphs = embedded.texts.glyphs();
    if (glyphs.empty()) continue;
    Result<FontSubset> subset = make_font_subset(*layout.fonts[i], glyphs);
    if (!subset) return subset.error();
    embedded.subset = std::move(*subset);
    all.resources.set(embedded.resource, add_font(*layout.fonts[i], embedded, file));
    embedded.subset.program = Bytes();  // written; it need not be kept while pages are made
  }
  return all;
}

}  // namespace pressmark::pdf
