#include "converters/importers/html/plain_text.h"

#include <algorithm>
#include <array>
#include <cstdint>

#include "converters/importers/html/text_measure.h"
#include "core/base/utf8.h"

namespace pressmark::html {
namespace {

struct Entity {
  std::string_view name;
  char32_t code_point;
};
// The references that occur in titles and names.
constexpr std::array entities = {
    Entity{"Agrave", 0xC0},  Entity{"Auml", 0xC4},     Entity{"Eacute", 0xC9},
    Entity{"Ouml", 0xD6},    Entity{"Uuml", 0xDC},     Entity{"aacute", 0xE1},
    Entity{"acirc", 0xE2},   Entity{"agrave", 0xE0},   Entity{"amp", '&'},
    Entity{"apos", '\''},    Entity{"auml", 0xE4},     Entity{"bull", 0x2022},
    Entity{"ccedil", 0xE7},  Entity{"copy", 0xA9},     Entity{"eacute", 0xE9},
    Entity{"ecirc", 0xEA},   Entity{"egrave", 0xE8},   Entity{"euro", 0x20AC},
    Entity{"gt", '>'},       Entity{"hellip", 0x2026}, Entity{"iacute", 0xED},
    Entity{"laquo", 0xAB},   Entity{"ldquo", 0x201C},  Entity{"lsquo", 0x2018},
    Entity{"lt", '<'},       Entity{"mdash", 0x2014},  Entity{"middot", 0xB7},
    Entity{"nbsp", ' '},     Entity{"ndash", 0x2013},  Entity{"ntilde", 0xF1},
    Entity{"oacute", 0xF3},  Entity{"ocirc", 0xF4},    Entity{"ouml", 0xF6},
    Entity{"quot", '"'},     Entity{"raquo", 0xBB},    Entity{"rdquo", 0x201D},
    Entity{"rsquo", 0x2019}, Entity{"shy", 0xAD},      Entity{"szlig", 0xDF},
    Entity{"uacute", 0xFA},  Entity{"ugrave", 0xF9},   Entity{"uuml", 0xFC}};

// The character of a reference's inner part ("amp", "#8217", "#x2019"); 0 where it is none.
char32_t decode_reference(std::string_view inner) {
  if (inner.starts_with('#')) {
    inner.remove_prefix(1);
    const bool hexadecimal = inner.starts_with('x') || inner.starts_with('X');
    if (hexadecimal) inner.remove_prefix(1);
    char32_t value = 0;
    if (inner.empty() || inner.size() > 6) return 0;
    for (const char c : inner) {
      const bool digit = c >= '0' && c <= '9';
      const char lower = c >= 'A' && c <= 'F' ? static_cast<char>(c + 32) : c;
      if (!digit && !(hexadecimal && lower >= 'a' && lower <= 'f')) return 0;
      value = value * (hexadecimal ? 16 : 10) +
              static_cast<char32_t>(digit ? c - '0' : lower - 'a' + 10);
    }
    return utf8::is_text(value) ? value : 0;
  }
  const auto found = std::ranges::lower_bound(entities, inner, {}, &Entity::name);
  return found != entities.end() && found->name == inner ? found->code_point : 0;
}

std::string decode_references(std::string_view value) {
  std::string text;
  for (std::size_t i = 0; i < value.size();) {
    const std::size_t end = value[i] == '&' ? value.substr(i, 12).find(';') : std::string::npos;
    const char32_t decoded =
        end == std::string::npos ? 0 : decode_reference(value.substr(i + 1, end - 1));
    if (decoded == 0) {
      text += value[i++];
    } else {
      utf8::append(text, decoded);
      i += end + 1;
    }
  }
  return text;
}

bool starts_tag(std::string_view text) {
  if (text.size() < 3 || text[0] != '<') return false;
  const char c = text[1];
  return c == '/' || c == '!' || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

std::string without_tags(std::string_view value) {
  std::string text;
  for (std::size_t i = 0; i < value.size();) {
    const std::size_t end = starts_tag(value.substr(i)) ? value.find('>', i) : std::string::npos;
    if (end == std::string::npos) {
      text += value[i++];
    } else {
      // A break between lines or blocks is one between words, <em> inside a word is not.
      const char c = value[value[i + 1] == '/' ? i + 2 : i + 1];
      const bool inline_tag = c == 'e' || c == 'i' || c == 's' || c == 'a' || c == 'u';
      if (!inline_tag) text += ' ';
      i = end + 1;
    }
  }
  return text;
}

}  // namespace

std::string plain_text(std::string_view value) {
  std::string text(value);
  for (int round = 0; round < 2 && text.find('&') != std::string::npos; ++round) {
    text = decode_references(text);
  }
  if (text.find('<') != std::string::npos) text = without_tags(text);
  std::string collapsed;
  bool space = false;
  for (std::size_t i = 0; i < text.size();) {
    const utf8::Decoded decoded = utf8::decode(text, i);
    i += static_cast<std::size_t>(decoded.size);
    if (is_space(decoded.code_point)) {
      space = !collapsed.empty();
    } else if (decoded.code_point != 0xAD && utf8::is_text(decoded.code_point)) {
      if (space) collapsed += ' ';
      space = false;
      utf8::append(collapsed, decoded.code_point);
    }
  }
  return collapsed;
}

}  // namespace pressmark::html
