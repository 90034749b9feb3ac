#include "converters/exporters/pdf/fonts/web_fonts.h"

#include <hb-ot.h>
#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include <algorithm>
#include <array>
#include <memory>
#include <string>

#include "converters/exporters/pdf/fonts/subset_input.h"

namespace pressmark::pdf {
namespace {

using FontPointer = std::shared_ptr<const Font>;

Error refused(const Font& font) {
  return Error(ErrorKind::internal,
               "HarfBuzz makes no subset of the font '" + font.name() + "' for a book");
}

Result<Bytes> subset_of(const Font& font, const std::set<char32_t>& characters) {
  const SubsetInput input = make_subset_input(font);
  if (!input) return refused(font);
  hb_set_t* wanted = hb_subset_input_unicode_set(input.get());
  for (const char32_t character : characters) hb_set_add(wanted, character);
  const SubsetFace face(hb_subset_or_fail(font.face(), input.get()));
  if (!face) return refused(font);
  const SubsetBlob blob(hb_face_reference_blob(face.get()));
  const std::string_view octets = octets_of(blob);
  if (octets.empty()) return refused(font);
  return Bytes(octets);
}

// The fonts of one face of the text, and the characters that each of them sets.
class Choice {
 public:
  Choice(FontLibrary& library, const Face& face, Region region)
      : library_(library), face_(face), region_(region) {}

  void choose(const FontPointer& first, const std::set<char32_t>& characters) {
    fonts_.push_back({first, {}});
    for (const char32_t character : characters) {
      if (const FontPointer font = font_for(character)) add(font, character);
    }
  }

  struct Part {
    FontPointer font;
    std::set<char32_t> characters;
  };
  const std::vector<Part>& fonts() const { return fonts_; }

 private:
  FontPointer font_for(char32_t character) {
    for (const Part& part : fonts_) {
      if (part.font->glyph_for(character) != 0) return part.font;
    }
    // Line ends and joiners need no glyph of their own.
    const auto point = static_cast<UChar32>(character);
    if (u_iscntrl(point) || u_hasBinaryProperty(point, UCHAR_DEFAULT_IGNORABLE_CODE_POINT)) {
      return nullptr;
    }
    UErrorCode status = U_ZERO_ERROR;
    const int script = uscript_getScript(point, &status);
    for (const FontPointer& font : library_.for_script(script, region_, face_)) {
      if (font->is_embeddable() && font->glyph_for(character) != 0) return font;
    }
    const FontPointer any = library_.for_character(character, face_);
    return any != nullptr && any->is_embeddable() ? any : nullptr;
  }

  void add(const FontPointer& font, char32_t character) {
    auto part = std::ranges::find(fonts_, font, &Part::font);
    if (part == fonts_.end()) part = fonts_.insert(fonts_.end(), {font, {}});
    part->characters.insert(character);
  }

  FontLibrary& library_;
  Face face_;
  Region region_;
  std::vector<Part> fonts_;
};

std::string family_of(const Font& font) {
  for (const hb_ot_name_id_t kind : {HB_OT_NAME_ID_TYPOGRAPHIC_FAMILY, HB_OT_NAME_ID_FONT_FAMILY}) {
    std::array<char, 128> name{};
    unsigned size = name.size();
    hb_ot_name_get_utf8(font.face(), kind, HB_LANGUAGE_INVALID, &size, name.data());
    if (size > 0) return std::string(name.data(), size);
  }
  return font.name();
}

// The fonts of all faces, each once.
class BookFonts {
 public:
  struct Part {
    FontPointer font;
    std::set<char32_t> characters;  // of all faces that it sets
    std::string name;               // of its family
    int family;
    Face face;  // the first one that it sets: readers slant and embolden it for others
  };

  void add(const FontPointer& font, const std::set<char32_t>& characters, const Face& face) {
    auto part = std::ranges::find(parts_, font, &Part::font);
    if (part == parts_.end()) {
      std::string name = family_of(*font);
      const int family = family_for(name, face);
      part = parts_.insert(parts_.end(), {font, {}, std::move(name), family, face});
    }
    part->characters.insert(characters.begin(), characters.end());
  }
  const std::vector<Part>& parts() const { return parts_; }

 private:
  // The number of the family of that name; another one where a different font is its face already
  // (one of another width, say).
  int family_for(const std::string& name, const Face& face) {
    for (int family = 0; family < families_; ++family) {
      bool has_name = false;
      bool is_free = true;
      for (const Part& part : parts_) {
        if (part.family != family) continue;
        has_name = part.name == name;
        if (part.face == face) is_free = false;
      }
      if (has_name && is_free) return family;
    }
    return families_++;
  }

  std::vector<Part> parts_;
  int families_ = 0;
};

}  // namespace

Result<std::vector<WebFont>> make_web_fonts(FontLibrary& library,
                                            const std::set<char32_t>& characters, Region region) {
  BookFonts fonts;
  for (const Weight weight : {Weight::regular, Weight::bold}) {
    for (const Slant slant : {Slant::upright, Slant::italic}) {
      const Face face{Genre::serif, weight, slant};
      const Result<FontPointer> first = library.find_or_default("", face);
      if (!first) return first.error();
      if (!(*first)->is_embeddable()) {
        return Error(ErrorKind::missing_tool,
                     "the font '" + (*first)->name() + "' forbids embedding",
                     "choose another font");
      }
      Choice choice(library, face, region);
      choice.choose(*first, characters);
      for (const Choice::Part& part : choice.fonts()) fonts.add(part.font, part.characters, face);
    }
  }
  std::vector<WebFont> files;
  for (const BookFonts::Part& part : fonts.parts()) {
    if (part.characters.empty()) continue;
    Result<Bytes> file = subset_of(*part.font, part.characters);
    if (!file) return file.error();
    files.push_back(
        {std::move(*file), part.font->is_cff(), part.family, part.face.weight, part.face.slant});
  }
  return files;
}

}  // namespace pressmark::pdf
