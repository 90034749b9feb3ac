#include "converters/exporters/pdf/fonts/web_fonts.h"

#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include <algorithm>
#include <memory>

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

}  // namespace

Result<std::vector<WebFont>> make_web_fonts(FontLibrary& library,
                                            const std::set<char32_t>& characters, Region region) {
  std::vector<WebFont> files;
  std::set<const Font*> taken;
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
      int family = 0;
      for (const Choice::Part& part : choice.fonts()) {
        const int number = family++;
        // One file in several faces is the one that it was first: readers slant and embolden it.
        if (part.characters.empty() || !taken.insert(part.font.get()).second) continue;
        Result<Bytes> file = subset_of(*part.font, part.characters);
        if (!file) return file.error();
        files.push_back({std::move(*file), part.font->is_cff(), number, weight, slant});
      }
    }
  }
  return files;
}

}  // namespace pressmark::pdf
