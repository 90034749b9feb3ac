#include "converters/exporters/pdf/writer/value.h"

#include "core/base/utf8.h"

namespace pressmark::pdf {
namespace {

void append_unit(Bytes& out, unsigned unit) {
  out.push_back(static_cast<char>((unit >> 8) & 0xFF));
  out.push_back(static_cast<char>(unit & 0xFF));
}

}  // namespace

Bytes utf16_with_mark(std::string_view utf8) {
  Bytes out;
  out.reserve(2 + utf8.size() * 2);
  append_unit(out, 0xFEFF);
  for (std::size_t position = 0; position < utf8.size();) {
    const utf8::Decoded decoded = utf8::decode(utf8, position);
    position += static_cast<std::size_t>(decoded.size);
    const auto code_point = static_cast<unsigned>(decoded.code_point);
    if (code_point < 0x10000) {
      append_unit(out, code_point);
    } else {
      append_unit(out, 0xD800 + ((code_point - 0x10000) >> 10));
      append_unit(out, 0xDC00 + ((code_point - 0x10000) & 0x3FF));
    }
  }
  return out;
}

std::string decimal(std::int64_t thousandths) {
  const bool negative = thousandths < 0;
  const std::uint64_t size = negative ? 0 - static_cast<std::uint64_t>(thousandths)
                                      : static_cast<std::uint64_t>(thousandths);
  std::string out = negative ? "-" : "";
  out += std::to_string(size / 1000);
  if (const auto fraction = size % 1000; fraction != 0) {
    std::string digits = std::to_string(1000 + fraction).substr(1);
    digits.erase(digits.find_last_not_of('0') + 1);
    out += '.';
    out += digits;
  }
  return out;
}

std::int64_t thousandths_of_point(std::int64_t length) {
  const std::int64_t scaled = length * 1000;
  return (scaled + (scaled < 0 ? -32768 : 32768)) / 65536;
}

}  // namespace pressmark::pdf
