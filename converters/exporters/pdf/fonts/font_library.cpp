#include "converters/exporters/pdf/fonts/font_library.h"

#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include <algorithm>
#include <array>
#include <utility>

namespace pressmark::pdf {
namespace {

using Families = std::vector<std::string>;

Families default_families(Genre genre) {
  switch (genre) {
    case Genre::serif:
      return {"Noto Serif", "DejaVu Serif", "Noto Sans", "DejaVu Sans"};
    case Genre::sans:
      return {"Noto Sans", "DejaVu Sans", "Noto Serif", "DejaVu Serif"};
    case Genre::mono:
      return {"Noto Sans Mono", "Noto Mono", "DejaVu Sans Mono", "Noto Sans"};
  }
  return {};
}

bool is_cjk(int script) {
  return script == USCRIPT_HAN || script == USCRIPT_HIRAGANA || script == USCRIPT_KATAKANA ||
         script == USCRIPT_HANGUL || script == USCRIPT_BOPOMOFO ||
         script == USCRIPT_KATAKANA_OR_HIRAGANA;
}

// The order of the faces in the collections of fonts-noto-cjk.
unsigned collection_index(Region region) {
  switch (region) {
    case Region::japanese:
      return 0;
    case Region::korean:
      return 1;
    case Region::simplified_chinese:
      return 2;
    case Region::traditional_chinese:
      return 3;
    case Region::hong_kong:
      return 4;
  }
  return 0;
}

// Noto's name of a script is the Unicode Standard's with the underscores left out, but for these.
std::string noto_script_name(int script) {
  if (script == USCRIPT_NKO) return "NKo";
  if (script == USCRIPT_PHAGS_PA) return "PhagsPa";
  const char* name = uscript_getName(static_cast<UScriptCode>(script));
  std::string result = name == nullptr ? "" : name;
  std::erase(result, '_');
  return result;
}

Families script_families(int script, Genre genre) {
  if (script == USCRIPT_ARABIC) {
    if (genre == Genre::serif) return {"Noto Naskh Arabic", "Noto Sans Arabic", "DejaVu Sans"};
    return {"Noto Sans Arabic", "Noto Naskh Arabic", "DejaVu Sans"};
  }
  if (script == USCRIPT_COMMON || script == USCRIPT_INHERITED || script == USCRIPT_LATIN ||
      script == USCRIPT_GREEK || script == USCRIPT_CYRILLIC) {
    Families families = default_families(genre);
    for (const char* more : {"Noto Sans Symbols", "Noto Sans Symbols2", "Noto Sans Math",
                             "Noto Music", "DejaVu Sans"}) {
      families.push_back(more);
    }
    return families;
  }
  const std::string name = noto_script_name(script);
  Families families = {"Noto Serif " + name, "Noto Sans " + name};
  if (genre != Genre::serif) std::swap(families[0], families[1]);
  families.push_back("DejaVu Sans");
  return families;
}

Error no_fonts() {
  return Error(ErrorKind::missing_tool, "no usable font found for the PDF",
               "install Debian's packages fonts-noto-core and fonts-noto-mono, or "
               "fonts-dejavu-core, or name a folder with fonts by the option font-dir");
}

}  // namespace

FontLibrary::FontLibrary(std::unique_ptr<FontSource> source) : source_(std::move(source)) {}

std::shared_ptr<const Font> FontLibrary::open(const std::optional<FontFile>& file) {
  if (!file) return nullptr;
  const auto key = std::pair(file->path, file->index);
  if (const auto found = opened_.find(key); found != opened_.end()) return found->second;
  std::shared_ptr<const Font> font;
  if (auto made = Font::open(file->path, file->index); made && (*made)->is_embeddable()) {
    font = *made;
  }
  opened_.emplace(key, font);
  return font;
}

std::shared_ptr<const Font> FontLibrary::find_quickly(std::string_view family, Weight weight,
                                                      Slant slant) {
  const auto key = std::tuple(std::string(family), weight, slant);
  if (const auto found = by_file_.find(key); found != by_file_.end()) return found->second;
  const std::array<std::pair<Weight, Slant>, 4> attempts = {{{weight, slant},
                                                             {weight, Slant::upright},
                                                             {Weight::regular, slant},
                                                             {Weight::regular, Slant::upright}}};
  std::shared_ptr<const Font> font;
  for (const auto& [a_weight, a_slant] : attempts) {
    font = open(source_->find_file(family, a_weight, a_slant));
    if (font != nullptr) break;
  }
  by_file_.emplace(key, font);
  return font;
}

std::shared_ptr<const Font> FontLibrary::find_thoroughly(std::string_view family, Weight weight,
                                                         Slant slant) {
  if (auto font = find_quickly(family, weight, slant)) return font;
  const auto key = std::tuple(std::string(family), weight, slant);
  if (const auto found = by_family_.find(key); found != by_family_.end()) return found->second;
  std::shared_ptr<const Font> font = open(source_->find_family(family, weight, slant));
  by_family_.emplace(key, font);
  return font;
}

std::shared_ptr<const Font> FontLibrary::find(std::string_view family, Weight weight, Slant slant) {
  const std::lock_guard lock(mutex_);
  return find_thoroughly(family, weight, slant);
}

Result<std::shared_ptr<const Font>> FontLibrary::find_or_default(std::string_view family,
                                                                 const Face& face) {
  const std::lock_guard lock(mutex_);
  if (auto font = find_thoroughly(family, face.weight, face.slant)) return font;
  for (const std::string& other : default_families(face.genre)) {
    if (auto font = find_quickly(other, face.weight, face.slant)) return font;
  }
  if (auto font = open(source_->find_character(U'a', face))) return font;
  return no_fonts();
}

std::vector<std::shared_ptr<const Font>> FontLibrary::for_script(int script, Region region,
                                                                 const Face& face) {
  const std::lock_guard lock(mutex_);
  const auto key = std::tuple(script, region, face);
  if (const auto found = by_script_.find(key); found != by_script_.end()) return found->second;
  std::vector<std::shared_ptr<const Font>> fonts;
  const auto add = [&](std::shared_ptr<const Font> font) {
    if (font != nullptr && std::find(fonts.begin(), fonts.end(), font) == fonts.end()) {
      fonts.push_back(std::move(font));
    }
  };
  if (is_cjk(script)) {
    const std::string weight = face.weight == Weight::bold ? "-Bold" : "-Regular";
    const std::string first = face.genre == Genre::serif ? "NotoSerifCJK" : "NotoSansCJK";
    const std::string second = face.genre == Genre::serif ? "NotoSansCJK" : "NotoSerifCJK";
    const unsigned index = collection_index(region) + (face.genre == Genre::mono ? 5u : 0u);
    add(open(source_->find_stem(first + weight, index)));
    if (fonts.empty()) add(open(source_->find_stem(first + "-Regular", index)));
    if (fonts.empty()) add(open(source_->find_stem(second + weight, collection_index(region))));
  } else {
    for (const std::string& family : script_families(script, face.genre)) {
      add(find_quickly(family, face.weight, face.slant));
    }
  }
  by_script_.emplace(key, fonts);
  return fonts;
}

std::shared_ptr<const Font> FontLibrary::for_character(char32_t code_point, const Face& face) {
  const std::lock_guard lock(mutex_);
  const auto key = std::pair(code_point, face);
  if (const auto found = by_character_.find(key); found != by_character_.end()) {
    return found->second;
  }
  std::shared_ptr<const Font> font = open(source_->find_character(code_point, face));
  if (font != nullptr && font->glyph_for(code_point) == 0) font = nullptr;
  by_character_.emplace(key, font);
  return font;
}

std::string_view package_for(char32_t code_point) {
  UErrorCode status = U_ZERO_ERROR;
  const int script = uscript_getScript(static_cast<UChar32>(code_point), &status);
  if (is_cjk(script)) return code_point >= 0x20000 ? "fonts-hanazono" : "fonts-noto-cjk";
  if (u_hasBinaryProperty(static_cast<UChar32>(code_point), UCHAR_EMOJI)) return "fonts-symbola";
  if (script == USCRIPT_COMMON || script == USCRIPT_INHERITED) return "fonts-symbola";
  return "fonts-noto-core";
}

}  // namespace pressmark::pdf
