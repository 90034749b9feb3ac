// converters/exporters/pdf/fonts/font.h: one face of one font file, shared by layout and writer.
#pragma once

#include <hb.h>

#include <cstdint>
#include <memory>
#include <string>

#include "core/base/result.h"

namespace pressmark::pdf {

// Immutable once made, so that many documents in many threads can share it. Layout shapes with
// `font()`, the writer subsets `face()`.
class Font {
 public:
  // Makes a font of the octets of a TrueType, OpenType (CFF) or collection file. Fails with
  // ErrorKind::unrecognised where HarfBuzz finds no usable face in it.
  // An empty `name` is read from the face.
  static Result<std::shared_ptr<const Font>> make(Bytes file, unsigned face_index,
                                                  std::string name);
  // The same of a file on this machine, mapped instead of read, so that of a large collection only
  // what is used takes memory. Fails with ErrorKind::missing_tool where it cannot be opened.
  static Result<std::shared_ptr<const Font>> open(const std::string& path, unsigned face_index);
  ~Font();
  Font(const Font&) = delete;
  Font& operator=(const Font&) = delete;

  hb_face_t* face() const { return face_; }          // immutable
  hb_font_t* font() const { return font_; }          // immutable, scale = units per em
  const std::string& name() const { return name_; }  // PostScript name, for the PDF's BaseFont
  int units_per_em() const { return units_per_em_; }
  // In font units, ascender positive, descender negative (hhea or OS/2 as HarfBuzz chooses).
  int ascender() const { return ascender_; }
  int descender() const { return descender_; }
  int cap_height() const { return cap_height_; }
  double italic_angle() const { return italic_angle_; }  // degrees, 0 or negative
  int weight() const { return weight_; }                 // OS/2 usWeightClass
  bool is_cff() const { return is_cff_; }
  bool is_fixed_pitch() const { return is_fixed_pitch_; }
  // Whether GSUB has small capitals for lower-case letters (feature smcp).
  bool has_small_capitals() const { return has_small_capitals_; }
  // Whether it has old-style figures (feature onum).
  bool has_old_style_figures() const { return has_old_style_figures_; }
  // Whether OS/2 fsType permits embedding and subsetting.
  bool is_embeddable() const { return is_embeddable_; }
  // 0 where the font has no glyph for it.
  std::uint32_t glyph_for(char32_t code_point) const;

 private:
  Font() = default;
  static Result<std::shared_ptr<const Font>> from_blob(hb_blob_t* blob, unsigned face_index,
                                                       std::string name);
  void read_tables();
  hb_face_t* face_ = nullptr;
  hb_font_t* font_ = nullptr;
  std::string name_;
  int units_per_em_ = 1000;
  int ascender_ = 0;
  int descender_ = 0;
  int cap_height_ = 0;
  double italic_angle_ = 0;
  int weight_ = 400;
  bool is_cff_ = false;
  bool is_fixed_pitch_ = false;
  bool has_small_capitals_ = false;
  bool has_old_style_figures_ = false;
  bool is_embeddable_ = true;
};

}  // namespace pressmark::pdf
