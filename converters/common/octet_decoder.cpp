#include "converters/common/octet_decoder.h"

#include <unicode/ucnv.h>
#include <unicode/utf16.h>

#include <array>
#include <memory>

#include "converters/common/encoding_labels.h"
#include "core/base/utf8.h"

namespace pressmark {
namespace {

struct CloseConverter {
  void operator()(UConverter* converter) const { ucnv_close(converter); }
};
using Converter = std::unique_ptr<UConverter, CloseConverter>;

// Appends UTF-16 as UTF-8. A high surrogate at the end is kept in `pending` for the next call.
class Utf16Joiner {
 public:
  explicit Utf16Joiner(std::string& text) : text_(text) {}

  void add(char16_t unit) {
    if (pending_ != 0) {
      if (U16_IS_TRAIL(unit)) {
        utf8::append(text_, U16_GET_SUPPLEMENTARY(pending_, unit));
        pending_ = 0;
        return;
      }
      utf8::append(text_, utf8::replacement_character);
      pending_ = 0;
    }
    if (U16_IS_LEAD(unit)) {
      pending_ = unit;
    } else {
      utf8::append(text_, unit);  // a lone low surrogate becomes U+FFFD there
    }
  }
  void finish() {
    if (pending_ != 0) utf8::append(text_, utf8::replacement_character);
    pending_ = 0;
  }

 private:
  std::string& text_;
  char16_t pending_ = 0;
};

unsigned octet(std::string_view octets, std::size_t position) {
  return static_cast<unsigned char>(octets[position]);
}

enum class Order { little_endian, big_endian };

std::string decode_utf16(std::string_view octets, Order order) {
  std::string text;
  text.reserve(octets.size());
  Utf16Joiner joiner(text);
  const std::size_t low = order == Order::little_endian ? 0 : 1;
  for (std::size_t i = 0; i + 1 < octets.size(); i += 2) {
    joiner.add(static_cast<char16_t>(octet(octets, i + low) | octet(octets, i + 1 - low) << 8));
  }
  joiner.finish();
  if (octets.size() % 2 != 0) utf8::append(text, utf8::replacement_character);
  return text;
}

std::string decode_utf32(std::string_view octets, Order order) {
  std::string text;
  text.reserve(octets.size() / 2);
  for (std::size_t i = 0; i + 3 < octets.size(); i += 4) {
    char32_t code_point = 0;
    for (std::size_t k = 0; k < 4; ++k) {
      const std::size_t at = order == Order::big_endian ? i + k : i + 3 - k;
      code_point = code_point << 8 | octet(octets, at);
    }
    utf8::append(text, code_point);
  }
  if (octets.size() % 4 != 0) utf8::append(text, utf8::replacement_character);
  return text;
}

// ISO 8859-16 from A0 to FF; ICU has no data for it.
constexpr std::array<char16_t, 96> latin_10 = {
    0x00A0, 0x0104, 0x0105, 0x0141, 0x20AC, 0x201E, 0x0160, 0x00A7, 0x0161, 0x00A9, 0x0218, 0x00AB,
    0x0179, 0x00AD, 0x017A, 0x017B, 0x00B0, 0x00B1, 0x010C, 0x0142, 0x017D, 0x201D, 0x00B6, 0x00B7,
    0x017E, 0x010D, 0x0219, 0x00BB, 0x0152, 0x0153, 0x0178, 0x017C, 0x00C0, 0x00C1, 0x00C2, 0x0102,
    0x00C4, 0x0106, 0x00C6, 0x00C7, 0x00C8, 0x00C9, 0x00CA, 0x00CB, 0x00CC, 0x00CD, 0x00CE, 0x00CF,
    0x0110, 0x0143, 0x00D2, 0x00D3, 0x00D4, 0x0150, 0x00D6, 0x015A, 0x0170, 0x00D9, 0x00DA, 0x00DB,
    0x00DC, 0x0118, 0x021A, 0x00DF, 0x00E0, 0x00E1, 0x00E2, 0x0103, 0x00E4, 0x0107, 0x00E6, 0x00E7,
    0x00E8, 0x00E9, 0x00EA, 0x00EB, 0x00EC, 0x00ED, 0x00EE, 0x00EF, 0x0111, 0x0144, 0x00F2, 0x00F3,
    0x00F4, 0x0151, 0x00F6, 0x015B, 0x0171, 0x00F9, 0x00FA, 0x00FB, 0x00FC, 0x0119, 0x021B, 0x00FF};

std::string decode_latin_10(std::string_view octets) {
  std::string text;
  text.reserve(octets.size() + octets.size() / 8);
  for (const char c : octets) {
    const auto value = static_cast<unsigned char>(c);
    utf8::append(text, value < 0xA0 ? value : latin_10[value - 0xA0]);
  }
  return text;
}

// WHATWG Encoding, 14.5: octets from 80 are private use characters from U+F780.
std::string decode_user_defined(std::string_view octets) {
  std::string text;
  for (const char c : octets) {
    const auto value = static_cast<unsigned char>(c);
    utf8::append(text, value < 0x80 ? value : 0xF780u + value - 0x80u);
  }
  return text;
}

std::string decode_by_icu(std::string_view octets, std::string_view converter_name) {
  UErrorCode status = U_ZERO_ERROR;
  const Converter converter(ucnv_open(std::string(converter_name).c_str(), &status));
  std::string text;
  if (U_FAILURE(status)) {
    // ICU without its data: better the ASCII part than nothing.
    for (const char c : octets) {
      const auto value = static_cast<unsigned char>(c);
      utf8::append(text, value < 0x80 ? value : utf8::replacement_character);
    }
    return text;
  }
  text.reserve(octets.size() + octets.size() / 4);
  Utf16Joiner joiner(text);
  std::array<UChar, 4096> buffer;
  const char* source = octets.data();
  const char* const end = source + octets.size();
  do {
    UChar* target = buffer.data();
    status = U_ZERO_ERROR;
    ucnv_toUnicode(converter.get(), &target, buffer.data() + buffer.size(), &source, end, nullptr,
                   true, &status);
    for (const UChar* unit = buffer.data(); unit != target; ++unit) joiner.add(*unit);
  } while (status == U_BUFFER_OVERFLOW_ERROR);
  joiner.finish();
  return text;
}

}  // namespace

std::string decode_octets(std::string_view octets, std::string_view encoding) {
  if (encoding == "UTF-8") return std::string(octets);
  if (encoding == "UTF-16LE") return decode_utf16(octets, Order::little_endian);
  if (encoding == "UTF-16BE") return decode_utf16(octets, Order::big_endian);
  if (encoding == "UTF-32LE") return decode_utf32(octets, Order::little_endian);
  if (encoding == "UTF-32BE") return decode_utf32(octets, Order::big_endian);
  if (encoding == "ISO-8859-16") return decode_latin_10(octets);
  if (encoding == "x-user-defined") return decode_user_defined(octets);
  // WHATWG Encoding, 14.1: one error for all of the input, which could hide markup from a filter.
  if (encoding == "replacement") return octets.empty() ? "" : "\uFFFD";
  return decode_by_icu(octets, icu_converter_name(encoding));
}

}  // namespace pressmark
