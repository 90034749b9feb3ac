#include "converters/exporters/epub/fonts.h"

#include <algorithm>

#include "core/base/utf8.h"

namespace pressmark::epub {
namespace {

std::string family_name(int family) {
  return family == 0 ? "Book" : "Book " + std::to_string(family + 1);
}

}  // namespace

void add_characters(const Bytes& document, std::set<char32_t>& characters) {
  for (std::size_t i = 0; i < document.size();) {
    const utf8::Decoded decoded = utf8::decode(document, i);
    characters.insert(decoded.code_point);
    i += static_cast<std::size_t>(decoded.size);
  }
}

std::vector<FontFile> font_files(std::vector<EmbeddedFont> fonts) {
  std::vector<FontFile> files;
  for (EmbeddedFont& font : fonts) {
    const std::string face = std::string(font.bold ? "-bold" : "") + (font.italic ? "-italic" : "");
    files.push_back({"fonts/book-" + std::to_string(font.family + 1) + face + "." + font.extension,
                     std::move(font.data), std::move(font.media_type), font.family, font.bold,
                     font.italic});
  }
  return files;
}

std::string font_style(const std::vector<FontFile>& fonts) {
  std::string style;
  int families = 0;
  for (const FontFile& font : fonts) {
    style += "@font-face { font-family: \"" + family_name(font.family) + "\"; font-weight: ";
    style += font.bold ? "bold" : "normal";
    style += "; font-style: ";
    style += font.italic ? "italic" : "normal";
    style += "; src: url(" + font.name + "); }\n";
    families = std::max(families, font.family + 1);
  }
  style += "body { font-family: ";
  for (int family = 0; family < families; ++family) {
    style += "\"" + family_name(family) + "\", ";
  }
  return style + "serif; }\n";
}

}  // namespace pressmark::epub
