// converters/common/encoding.h: from octets in any character encoding to UTF-8 text.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"

namespace pressmark {

// What tells the encoding of a source.
enum class EncodingEvidence {
  byte_order_mark,
  caller,
  declaration,
  valid_utf8,
  detection,
  fallback
};

struct DecodedText {
  // Valid UTF-8 text as core/base/utf8.h has it. Line ends of all kinds are line feeds: CR, CR LF,
  // vertical tab, form feed and NEL; U+2028 and U+2029 are text and stay.
  std::string text;
  std::string encoding;  // IANA or WHATWG name: "UTF-8", "windows-1252", "Shift_JIS"
  EncodingEvidence evidence = EncodingEvidence::fallback;
  std::size_t replaced = 0;  // sequences that became U+FFFD
  std::size_t removed = 0;   // control characters that were left out
  // Octet offsets in `text`, ascending, of what follows a form feed.
  std::vector<std::size_t> page_starts = {};
};

// The WHATWG Encoding standard's name of a label in any case ("latin1" is "windows-1252"); also of
// the DOS code pages 437, 850, 852, 855 and 857 and UTF-32, which the standard leaves out. Absent
// for an unknown label.
std::optional<std::string> canonical_encoding(std::string_view label);

// Decodes by a known encoding, through ICU for all but UTF-8. Fails with ErrorKind::usage for a
// label that canonical_encoding() does not know.
Result<DecodedText> decode_as(std::string_view octets, std::string_view label);

// Decodes by, in this order: the byte order mark; `caller` (a label, may be empty); UTF-16 told by
// its zero octets; `declared` (what the source says of itself, may be empty; passed over where it
// says UTF-8 and most sequences are ill-formed); UTF-8 where it is valid, or has ten well-formed
// sequences for each ill-formed one; uchardet with the tie-breaks of
// converters/common/encoding_guess.h; windows-1252. An unknown label among the first is passed
// over. Never fails.
DecodedText decode_text(std::string_view octets, std::string_view caller,
                        std::string_view declared);

// Whether the octets cannot be text: more than a few NUL or control octets without being UTF-16, or
// the signature of a common binary format (PDF, ZIP, images, executables, gzip, ...). The returned
// words name what it seems to be ("a PDF document"); absent for text.
std::optional<std::string> looks_binary(std::string_view octets);

}  // namespace pressmark
