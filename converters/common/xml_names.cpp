#include "converters/common/xml_names.h"

#include <algorithm>
#include <array>

#include "core/base/utf8.h"

namespace pressmark {
namespace {

struct CharacterRange {
  char32_t first;
  char32_t last;
};
// NameStartChar of XML 1.0, 2.3, beyond ASCII.
constexpr std::array<CharacterRange, 12> name_start_ranges = {{{0xC0, 0xD6},
                                                               {0xD8, 0xF6},
                                                               {0xF8, 0x2FF},
                                                               {0x370, 0x37D},
                                                               {0x37F, 0x1FFF},
                                                               {0x200C, 0x200D},
                                                               {0x2070, 0x218F},
                                                               {0x2C00, 0x2FEF},
                                                               {0x3001, 0xD7FF},
                                                               {0xF900, 0xFDCF},
                                                               {0xFDF0, 0xFFFD},
                                                               {0x10000, 0xEFFFF}}};

// Of ASCII: 2 starts a name, 1 may follow in one.
constexpr std::array<unsigned char, 128> make_name_classes() {
  std::array<unsigned char, 128> classes{};
  for (int c = 'a'; c <= 'z'; ++c) classes[c] = classes[c - 'a' + 'A'] = 2;
  for (int c = '0'; c <= '9'; ++c) classes[c] = 1;
  classes['_'] = 2;
  classes['-'] = classes['.'] = 1;
  return classes;
}
constexpr std::array<unsigned char, 128> name_classes = make_name_classes();

bool starts_name(char32_t c) {
  if (c < 128) return name_classes[c] == 2;
  return std::ranges::any_of(name_start_ranges, [c](const CharacterRange& range) {
    return c >= range.first && c <= range.last;
  });
}

bool continues_name(char32_t c) {
  if (c < 128) return name_classes[c] != 0;
  return c == 0xB7 || (c >= 0x300 && c <= 0x36F) || c == 0x203F || c == 0x2040 || starts_name(c);
}

}  // namespace

std::size_t xml_name_length(std::string_view text) {
  std::size_t length = 0;
  while (length < text.size()) {
    const auto octet = static_cast<unsigned char>(text[length]);
    if (octet < 128) {
      if (name_classes[octet] < (length == 0 ? 2 : 1)) break;
      ++length;
      continue;
    }
    const utf8::Decoded decoded = utf8::decode(text, length);
    if (length == 0 ? !starts_name(decoded.code_point) : !continues_name(decoded.code_point)) break;
    length += decoded.size;
  }
  return length;
}

bool is_xml_character(char32_t c) {
  if (c < 0x20) return c == '\t' || c == '\n' || c == '\r';
  return c <= 0xD7FF || (c >= 0xE000 && c <= 0xFFFD) || (c >= 0x10000 && c <= 0x10FFFF);
}

bool is_xml_name(std::string_view text) {
  return !text.empty() && utf8::is_valid(text) && xml_name_length(text) == text.size();
}

}  // namespace pressmark
