#include "converters/exporters/pdf/writer/colour_profile.h"

#include <array>
#include <cmath>
#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

namespace pressmark::pdf {
namespace {

constexpr int curve_entries = 1024;

void append(Bytes& out, std::uint32_t value, int octets) {
  for (int shift = (octets - 1) * 8; shift >= 0; shift -= 8) {
    out.push_back(static_cast<char>((value >> shift) & 0xFF));
  }
}

Bytes type_header(std::string_view signature) { return Bytes(signature) + Bytes(4, '\0'); }

// XYZType; the values are s15Fixed16 numbers as integers.
Bytes xyz(const std::array<std::uint32_t, 3>& values) {
  Bytes out = type_header("XYZ ");
  for (const std::uint32_t value : values) append(out, value, 4);
  return out;
}

Bytes text_type(std::string_view text) { return type_header("text") + Bytes(text) + '\0'; }

// textDescriptionType: the text in ASCII, and empty Unicode and ScriptCode parts.
Bytes description(std::string_view text) {
  Bytes out = type_header("desc");
  append(out, static_cast<std::uint32_t>(text.size() + 1), 4);
  out += text;
  out += Bytes(1 + 4 + 4 + 2 + 1 + 67, '\0');
  return out;
}

// The decoding curve of IEC 61966-2-1, 4.2.
Bytes curve() {
  Bytes out = type_header("curv");
  append(out, curve_entries, 4);
  for (int i = 0; i < curve_entries; ++i) {
    const double encoded = static_cast<double>(i) / (curve_entries - 1);
    const double linear =
        encoded <= 0.04045 ? encoded / 12.92 : std::pow((encoded + 0.055) / 1.055, 2.4);
    append(out, static_cast<std::uint32_t>(std::lround(linear * 65535)), 2);
  }
  return out;
}

// Profile header (ICC.1:1998-09, 6.1).
Bytes header(std::uint32_t size) {
  Bytes out;
  append(out, size, 4);
  append(out, 0, 4);           // no preferred colour management module
  append(out, 0x02100000, 4);  // version 2.1
  out += "mntrRGB XYZ ";
  for (const std::uint32_t part : {2000U, 1U, 1U, 0U, 0U, 0U}) append(out, part, 2);
  out += "acsp";
  out += Bytes(4 + 4 + 4 + 4 + 8, '\0');  // platform, flags, maker, model, attributes
  append(out, 0, 4);                      // rendering intent: perceptual
  append(out, 0x0000F6D6, 4);             // illuminant D50
  append(out, 0x00010000, 4);
  append(out, 0x0000D32D, 4);
  out += Bytes(48, '\0');
  return out;
}

}  // namespace

Bytes srgb_profile() {
  // The primaries of sRGB adapted to D50 by the Bradford matrix.
  const std::vector<std::pair<std::string_view, Bytes>> elements = {
      {"desc", description("sRGB IEC61966-2.1")},
      {"cprt", text_type("No copyright, use freely")},
      {"wtpt", xyz({0x0000F6D6, 0x00010000, 0x0000D32D})},
      {"rXYZ", xyz({0x00006FA2, 0x000038F5, 0x00000390})},
      {"gXYZ", xyz({0x00006299, 0x0000B785, 0x000018DA})},
      {"bXYZ", xyz({0x000024A0, 0x00000F84, 0x0000B6CF})},
      {"rTRC", curve()},
  };
  constexpr std::array<std::string_view, 2> sharing = {"gTRC", "bTRC"};  // one curve for all three

  const auto tags = static_cast<std::uint32_t>(elements.size() + sharing.size());
  Bytes table;
  append(table, tags, 4);
  Bytes data;
  const std::uint32_t data_start = 128 + 4 + tags * 12;
  std::uint32_t offset = 0;
  std::uint32_t size = 0;
  for (const auto& [signature, element] : elements) {
    offset = data_start + static_cast<std::uint32_t>(data.size());
    size = static_cast<std::uint32_t>(element.size());
    table += signature;
    append(table, offset, 4);
    append(table, size, 4);
    data += element;
    data += Bytes((4 - element.size() % 4) % 4, '\0');
  }
  for (const std::string_view signature : sharing) {
    table += signature;
    append(table, offset, 4);
    append(table, size, 4);
  }
  return header(data_start + static_cast<std::uint32_t>(data.size())) + table + data;
}

}  // namespace pressmark::pdf
