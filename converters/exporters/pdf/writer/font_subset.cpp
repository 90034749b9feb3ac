#include "converters/exporters/pdf/writer/font_subset.h"

#include <optional>

#include "converters/common/digest.h"
#include "converters/exporters/pdf/fonts/subset_input.h"
#include "converters/exporters/pdf/writer/cff.h"

namespace pressmark::pdf {
namespace {

SubsetInput make_input(const Font& font, const std::set<std::uint32_t>& glyphs) {
  SubsetInput input = make_subset_input(font, HB_SUBSET_FLAGS_NOTDEF_OUTLINE);
  if (!input) return input;
  hb_set_t* wanted = hb_subset_input_glyph_set(input.get());
  for (const std::uint32_t glyph : glyphs) hb_set_add(wanted, glyph);
  // Text is shaped already, so whatever serves shaping and naming can go; a reader of PDF uses none
  // of it. With GSUB dropped, HarfBuzz does not add the glyphs that substitutions could reach.
  hb_set_t* dropped = hb_subset_input_set(input.get(), HB_SUBSET_SETS_DROP_TABLE_TAG);
  for (const char* tag : {"GSUB", "GPOS", "GDEF", "BASE", "JSTF", "MATH", "kern", "kerx", "morx",
                          "mort", "name", "OS/2", "post", "cmap", "STAT", "DSIG", "gasp", "VORG",
                          "vhea", "vmtx", "COLR", "CPAL", "SVG ", "CBDT", "CBLC", "sbix", "meta",
                          "LTSH", "VDMX", "hdmx", "PCLT", "FFTM", "TTFA", "prop", "trak"}) {
    hb_set_add(dropped, hb_tag_from_string(tag, 4));
  }
  return input;
}

// Six capital letters that tell subsets of one font apart (ISO 32000-1, 9.6.4).
std::string subset_tag(std::string_view program) {
  const std::string digest = *from_hex(sha256_hex(program).substr(0, 12));
  std::string tag;
  for (const char octet : digest) {
    tag.push_back(static_cast<char>('A' + static_cast<unsigned char>(octet) % 26));
  }
  return tag + '+';
}

Error refused(const Font& font, const char* why) {
  return Error(ErrorKind::internal, "the font '" + font.name() + "' cannot be embedded: " + why);
}

}  // namespace

Result<FontSubset> make_font_subset(const Font& font, const std::set<std::uint32_t>& glyphs) {
  if (!font.is_embeddable()) {
    return Error(ErrorKind::missing_tool, "the font '" + font.name() + "' forbids embedding",
                 "choose another font");
  }
  const SubsetInput input = make_input(font, glyphs);
  if (!input) return refused(font, "HarfBuzz has no memory");
  const SubsetPlan plan(hb_subset_plan_create_or_fail(font.face(), input.get()));
  if (!plan) return refused(font, "HarfBuzz makes no subset of it");
  const SubsetFace face(hb_subset_plan_execute_or_fail(plan.get()));
  if (!face) return refused(font, "HarfBuzz makes no subset of it");

  FontSubset subset;
  const SubsetBlob cff(hb_face_reference_table(face.get(), HB_TAG('C', 'F', 'F', ' ')));
  std::vector<std::uint16_t> character_ids;
  const unsigned glyph_count = hb_face_get_glyph_count(face.get());
  if (const std::string_view table = octets_of(cff); !table.empty()) {
    auto ids = cff_character_ids(table, glyph_count);
    if (!ids) return refused(font, "its CFF table is damaged");
    character_ids = std::move(*ids);
    subset.is_cff = true;
    subset.program = Bytes(table);
  } else {
    const SubsetBlob file(hb_face_reference_blob(face.get()));
    subset.program = Bytes(octets_of(file));
  }
  if (subset.program.empty()) return refused(font, "its subset is empty");
  subset.name = subset_tag(subset.program) + font.name();

  const hb_map_t* renumbered = hb_subset_plan_old_to_new_glyph_mapping(plan.get());
  subset.glyphs.resize(glyphs.empty() ? 0 : std::size_t{*glyphs.rbegin()} + 1);
  for (const std::uint32_t glyph : glyphs) {
    const hb_codepoint_t index = hb_map_get(renumbered, glyph);
    if (index == HB_MAP_VALUE_INVALID || index >= glyph_count) {
      return refused(font, "a glyph is missing in its subset");
    }
    SubsetGlyph& entry = subset.glyphs[glyph];
    entry.character_id =
        index < character_ids.size() ? character_ids[index] : static_cast<std::uint16_t>(index);
    entry.width = std::int64_t{hb_font_get_glyph_h_advance(font.font(), glyph)} * 1'000'000 /
                  font.units_per_em();
  }
  return subset;
}

}  // namespace pressmark::pdf
