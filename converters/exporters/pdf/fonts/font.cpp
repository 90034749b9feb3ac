#include "converters/exporters/pdf/fonts/font.h"

#include <hb-ot.h>

#include <string_view>
#include <utility>
#include <vector>

namespace pressmark::pdf {
namespace {

// A table's octets with range-checked big-endian access; 0 beyond the end.
class TableReader {
 public:
  TableReader(hb_face_t* face, hb_tag_t tag) : blob_(hb_face_reference_table(face, tag)) {
    unsigned length = 0;
    const char* data = hb_blob_get_data(blob_, &length);
    octets_ = {data, length};
  }
  ~TableReader() { hb_blob_destroy(blob_); }
  TableReader(const TableReader&) = delete;
  TableReader& operator=(const TableReader&) = delete;

  bool empty() const { return octets_.empty(); }
  unsigned u16(std::size_t at) const {
    if (at + 2 > octets_.size()) return 0;
    return static_cast<unsigned char>(octets_[at]) << 8 |
           static_cast<unsigned char>(octets_[at + 1]);
  }
  int i16(std::size_t at) const { return static_cast<std::int16_t>(u16(at)); }
  std::int32_t i32(std::size_t at) const {
    return static_cast<std::int32_t>(u16(at) << 16 | u16(at + 2));
  }

 private:
  hb_blob_t* blob_;
  std::string_view octets_;
};

bool has_feature(hb_face_t* face, hb_tag_t feature) {
  unsigned count = hb_ot_layout_table_get_feature_tags(face, HB_OT_TAG_GSUB, 0, nullptr, nullptr);
  std::vector<hb_tag_t> tags(count);
  hb_ot_layout_table_get_feature_tags(face, HB_OT_TAG_GSUB, 0, &count, tags.data());
  for (const hb_tag_t tag : tags) {
    if (tag == feature) return true;
  }
  return false;
}

std::string postscript_name(hb_face_t* face) {
  char name[128];
  unsigned size = sizeof name;
  hb_ot_name_get_utf8(face, HB_OT_NAME_ID_POSTSCRIPT_NAME, HB_LANGUAGE_INVALID, &size, name);
  std::string result;
  // ISO 32000-1, 7.3.5: what a PDF name may hold without escapes.
  for (const char c : std::string_view(name, size)) {
    if (c > ' ' && c <= '~' && std::string_view("[](){}<>/%#").find(c) == std::string_view::npos) {
      result += c;
    }
  }
  return result.empty() ? "Font" : result;
}

}  // namespace

Result<std::shared_ptr<const Font>> Font::make(Bytes file, unsigned face_index, std::string name) {
  auto octets = std::make_unique<Bytes>(std::move(file));
  Bytes* kept = octets.release();
  hb_blob_t* blob =
      hb_blob_create(kept->data(), static_cast<unsigned>(kept->size()), HB_MEMORY_MODE_READONLY,
                     kept, [](void* data) { delete static_cast<Bytes*>(data); });
  return from_blob(blob, face_index, std::move(name));
}

Result<std::shared_ptr<const Font>> Font::open(const std::string& path, unsigned face_index) {
  hb_blob_t* blob = hb_blob_create_from_file_or_fail(path.c_str());
  if (blob == nullptr) {
    return Error(ErrorKind::missing_tool, "cannot open the font '" + path + "'");
  }
  return from_blob(blob, face_index, {});
}

Result<std::shared_ptr<const Font>> Font::from_blob(hb_blob_t* blob, unsigned face_index,
                                                    std::string name) {
  const bool in_file = face_index < hb_face_count(blob);
  std::shared_ptr<Font> font(new Font);
  font->face_ = hb_face_create(blob, face_index);
  hb_blob_destroy(blob);
  if (!in_file || hb_face_get_glyph_count(font->face_) == 0) {
    return Error(ErrorKind::unrecognised, "no usable font face in '" + name + "'");
  }
  font->font_ = hb_font_create(font->face_);
  font->name_ = name.empty() ? postscript_name(font->face_) : std::move(name);
  font->read_tables();
  hb_face_make_immutable(font->face_);
  hb_font_make_immutable(font->font_);
  return std::shared_ptr<const Font>(std::move(font));
}

void Font::read_tables() {
  units_per_em_ = static_cast<int>(hb_face_get_upem(face_));
  hb_font_extents_t extents = {};
  if (hb_font_get_h_extents(font_, &extents)) {
    ascender_ = extents.ascender;
    descender_ = extents.descender;
  } else {
    ascender_ = units_per_em_ * 4 / 5;
    descender_ = -units_per_em_ / 5;
  }
  const TableReader os2(face_, HB_TAG('O', 'S', '/', '2'));
  const TableReader post(face_, HB_TAG('p', 'o', 's', 't'));
  const TableReader cff(face_, HB_TAG('C', 'F', 'F', ' '));
  cap_height_ = units_per_em_ * 7 / 10;
  if (!os2.empty()) {
    weight_ = static_cast<int>(os2.u16(4));
    // OpenType, OS/2 fsType: 2 restricted, 0x100 no subsetting, 0x200 bitmaps only.
    is_embeddable_ = (os2.u16(8) & 0x0302u) == 0;
    if (os2.u16(0) >= 2 && os2.i16(88) > 0) cap_height_ = os2.i16(88);
  }
  italic_angle_ = post.i32(4) / 65536.0;
  is_fixed_pitch_ = post.i32(12) != 0;
  is_cff_ = !cff.empty();
  has_small_capitals_ = has_feature(face_, HB_TAG('s', 'm', 'c', 'p'));
  has_old_style_figures_ = has_feature(face_, HB_TAG('o', 'n', 'u', 'm'));
}

Font::~Font() {
  hb_font_destroy(font_);
  hb_face_destroy(face_);
}

std::uint32_t Font::glyph_for(char32_t code_point) const {
  hb_codepoint_t glyph = 0;
  return hb_font_get_nominal_glyph(font_, code_point, &glyph) ? glyph : 0;
}

}  // namespace pressmark::pdf
