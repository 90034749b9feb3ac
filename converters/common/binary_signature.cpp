#include <algorithm>
#include <cstddef>

#include "converters/common/encoding.h"
#include "converters/common/encoding_guess.h"

namespace pressmark {
namespace {

using namespace std::string_view_literals;

struct Signature {
  std::size_t offset;
  std::string_view octets;
  std::string_view words;
};

// The beginnings of formats that people mistake for articles, or that end up beside them.
constexpr Signature signatures[] = {
    {0, "%PDF-"sv, "a PDF document"},
    {0, "PK\x03\x04"sv, "a ZIP archive or an office document (DOCX, ODT, EPUB)"},
    {0, "PK\x05\x06"sv, "an empty ZIP archive"},
    {0, "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"sv, "an office document (DOC, XLS)"},
    {0, "{\\rtf"sv, "an RTF document"},
    {0, "%!PS"sv, "a PostScript document"},
    {0, "AT&TFORM"sv, "a DjVu document"},
    {60, "BOOKMOBI"sv, "a Mobipocket book"},
    {0, "\x89PNG\r\n\x1A\n"sv, "a PNG image"},
    {0, "\xFF\xD8\xFF"sv, "a JPEG image"},
    {0, "GIF87a"sv, "a GIF image"},
    {0, "GIF89a"sv, "a GIF image"},
    {8, "WEBP"sv, "a WebP image"},
    {0, "II*\0"sv, "a TIFF image"},
    {0, "MM\0*"sv, "a TIFF image"},
    {4, "ftyp"sv, "a video or HEIF image"},
    {0, "\0\0\1\0"sv, "an icon"},
    {0, "OggS"sv, "an Ogg sound or video"},
    {0, "ID3\x02"sv, "an MP3 sound"},
    {0, "ID3\x03"sv, "an MP3 sound"},
    {0, "ID3\x04"sv, "an MP3 sound"},
    {0, "fLaC"sv, "a FLAC sound"},
    {8, "WAVEfmt "sv, "a WAVE sound"},
    {0, "\x1F\x8B"sv, "a gzip archive"},
    {0, "BZh"sv, "a bzip2 archive"},
    {0,
     "\xFD"
     "7zXZ\0"sv,
     "an xz archive"},
    {0, "\x28\xB5\x2F\xFD"sv, "a Zstandard archive"},
    {0, "7z\xBC\xAF\x27\x1C"sv, "a 7-Zip archive"},
    {0, "Rar!\x1A\x07"sv, "a RAR archive"},
    {257, "ustar"sv, "a tar archive"},
    {0,
     "\x7F"
     "ELF"sv,
     "a program"},
    {0, "MZ\x90\0"sv, "a program"},
    {0, "\xCA\xFE\xBA\xBE"sv, "a program"},
    {0, "\xCF\xFA\xED\xFE"sv, "a program"},
    {0, "\0asm"sv, "a program"},
    {0, "SQLite format 3\0"sv, "an SQLite database"},
    {0, "bplist00"sv, "a property list (webarchive)"},
    {0, "wOFF"sv, "a font"},
    {0, "wOF2"sv, "a font"},
    {0, "OTTO\0"sv, "a font"},
    {0, "\0\1\0\0\0"sv, "a font"},
};

constexpr std::size_t sample_octets = 65536;

// Control octets that no text has; ESC belongs to ISO-2022-JP, SUB ends DOS texts, BS and SO/SI are
// of old printers and teletypes.
bool is_strange(unsigned char octet) {
  if (octet == 0x7F) return true;
  return octet < 0x20 && !(octet >= 0x08 && octet <= 0x0F) && octet != 0x1A && octet != 0x1B;
}

}  // namespace

std::optional<std::string> looks_binary(std::string_view octets) {
  for (const Signature& signature : signatures) {
    if (octets.size() > signature.offset &&
        octets.substr(signature.offset).starts_with(signature.octets)) {
      return std::string(signature.words);
    }
  }
  if (octets.starts_with("\xFF\xFE") || octets.starts_with("\xFE\xFF") ||
      octets.starts_with("\0\0\xFE\xFF"sv)) {
    return {};
  }
  const std::string_view sample = octets.substr(0, sample_octets);
  const auto strange = static_cast<std::size_t>(std::ranges::count_if(
      sample, [](char c) { return is_strange(static_cast<unsigned char>(c)); }));
  const bool many = strange * 10 > sample.size() || (strange > 8 && strange * 100 > sample.size());
  if (!many || guess_utf16(octets)) return {};
  return "binary data";
}

}  // namespace pressmark
