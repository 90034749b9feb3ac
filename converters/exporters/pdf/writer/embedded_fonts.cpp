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

// The character collection of the font and of its CMap, which must agree (PDF/A-3, 6.2.11.3.1).
Dictionary descendant_system() {
  return Dictionary{
      {"Registry", byte_string("Adobe")}, {"Ordering", byte_string("Identity")}, {"Supplement", 0}};
}

// Gives the glyphs of a TrueType font their codes as CIDs, which its CIDToGIDMap then leads to the
// glyphs: text extractors take CID 32 for the space that word spacing belongs to.
void choose_character_ids(EmbeddedFont& embedded) {
  if (embedded.subset.is_cff || !embedded.codes.one_octet) return;
  embedded.glyph_map.assign(512, '\0');
  for (std::size_t glyph = 0; glyph < embedded.codes.codes.size(); ++glyph) {
    const std::size_t code = embedded.codes.codes[glyph];
    if (code == 0) continue;
    std::uint16_t& id = embedded.subset.glyphs[glyph].character_id;
    embedded.glyph_map[code * 2] = static_cast<char>(id >> 8);
    embedded.glyph_map[code * 2 + 1] = static_cast<char>(id & 0xFF);
    id = static_cast<std::uint16_t>(code);
  }
}

// Whether CID 32 is a glyph other than the space.
bool has_false_space(const EmbeddedFont& embedded) {
  const std::vector<SubsetGlyph>& glyphs = embedded.subset.glyphs;
  for (std::size_t glyph = 0; glyph < glyphs.size(); ++glyph) {
    if (glyphs[glyph].character_id == 32 && glyph != embedded.codes.space) return true;
  }
  return false;
}

Reference add_font(const Font& font, const EmbeddedFont& embedded, FileAssembler& file) {
  const FontSubset& subset = embedded.subset;
  Dictionary descendant{
      {"Type", name("Font")},
      {"Subtype", name(subset.is_cff ? "CIDFontType0" : "CIDFontType2")},
      {"BaseFont", name(subset.name)},
      {"CIDSystemInfo", descendant_system()},
      {"FontDescriptor", add_descriptor(font, subset, file)},
      {"W", widths(subset)},
  };
  if (!subset.is_cff) {
    if (embedded.glyph_map.empty()) {
      descendant.set("CIDToGIDMap", name("Identity"));
    } else {
      descendant.set("CIDToGIDMap", file.add_stream({}, embedded.glyph_map, Packing::deflate));
    }
  }
  // ISO 32000-1, table 121: with a CFF program the CMap's name belongs to the base font's.
  const std::string cmap_name =
      embedded.codes.has_map() ? subset.name.substr(0, 6) + "-Codes" : "Identity-H";
  Value encoding = name(cmap_name);
  if (embedded.codes.has_map()) {
    encoding = file.add_stream({{"Type", name("CMap")},
                                {"CMapName", name(cmap_name)},
                                {"WMode", 0},
                                {"CIDSystemInfo", descendant_system()}},
                               character_map(embedded.codes, embedded.texts, subset, cmap_name),
                               Packing::deflate);
  }
  return file.add(Dictionary{
      {"Type", name("Font")},
      {"Subtype", name("Type0")},
      {"BaseFont", name(subset.is_cff ? subset.name + '-' + cmap_name : subset.name)},
      {"Encoding", std::move(encoding)},
      {"DescendantFonts", Array{file.add(std::move(descendant))}},
      {"ToUnicode",
       file.add_stream({}, to_unicode_map(embedded.codes, embedded.texts), Packing::deflate)},
  });
}

}  // namespace

Result<EmbeddedFonts> embed_fonts(const Layout& layout, FileAssembler& file) {
  EmbeddedFonts all;
  for (std::size_t i = 0; i < layout.fonts.size(); ++i) {
    all.fonts.push_back(
        EmbeddedFont{"F" + std::to_string(i), GlyphTexts(*layout.fonts[i]), {}, {}, {}});
  }
  const auto for_each_run = [&layout, &all](auto visit) {
    for (const Page& page : layout.pages) {
      for (const Item& item : page.items) {
        if (const auto* run = std::get_if<GlyphRun>(&item)) {
          visit(all.fonts[static_cast<std::size_t>(run->font)].texts, *run);
        }
      }
    }
  };
  for_each_run([](GlyphTexts& texts, const GlyphRun& run) { texts.count(run); });
  for (EmbeddedFont& embedded : all.fonts) embedded.texts.settle();
  for_each_run([](GlyphTexts& texts, const GlyphRun& run) { texts.count_readings(run); });
  for (std::size_t i = 0; i < layout.fonts.size(); ++i) {
    EmbeddedFont& embedded = all.fonts[i];
    const std::set<std::uint32_t> glyphs = embedded.texts.glyphs();
    if (glyphs.empty()) continue;
    Result<FontSubset> subset = make_font_subset(*layout.fonts[i], glyphs);
    if (!subset) return subset.error();
    embedded.subset = std::move(*subset);
    embedded.codes = assign_codes(embedded.texts, embedded.subset);
    choose_character_ids(embedded);
    embedded.takes_word_spacing =
        embedded.codes.one_octet && embedded.codes.space != 0 && !has_false_space(embedded);
    all.resources.set(embedded.resource, add_font(*layout.fonts[i], embedded, file));
    embedded.subset.program = Bytes();  // written; it need not be kept while pages are made
  }
  return all;
}

}  // namespace pressmark::pdf
