#include "converters/checkers/pdf/text.h"

#include "core/base/utf8.h"

namespace pressmark::pdf_check {

std::string utf8_of_utf16(std::string_view octets) {
  const auto unit = [octets](std::size_t at) {
    return static_cast<char32_t>(static_cast<unsigned char>(octets[at]) << 8 |
                                 static_cast<unsigned char>(octets[at + 1]));
  };
  std::string out;
  for (std::size_t i = 0; i + 1 < octets.size(); i += 2) {
    char32_t code_point = unit(i);
    const bool is_high = code_point >= 0xD800 && code_point < 0xDC00;
    if (is_high && i + 3 < octets.size() && unit(i + 2) >= 0xDC00 && unit(i + 2) < 0xE000) {
      code_point = 0x10000 + ((code_point - 0xD800) << 10) + (unit(i + 2) - 0xDC00);
      i += 2;
    } else if (code_point >= 0xD800 && code_point < 0xE000) {
      code_point = 0xFFFD;
    }
    utf8::append(out, code_point);
  }
  return out;
}

std::string text_of(std::string_view octets) {
  if (octets.starts_with("\xFE\xFF")) return utf8_of_utf16(octets.substr(2));
  if (octets.starts_with("\xEF\xBB\xBF")) return std::string(octets.substr(3));
  std::string out;
  for (const char c : octets) utf8::append(out, static_cast<unsigned char>(c));
  return out;
}

}  // namespace pressmark::pdf_check
