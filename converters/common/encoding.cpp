#include "converters/common/encoding.h"

#include <algorithm>

#include "converters/common/encoding_guess.h"
#include "converters/common/encoding_labels.h"
#include "converters/common/octet_decoder.h"
#include "core/base/utf8.h"

namespace pressmark {
namespace {

struct Mark {
  std::string_view octets;
  std::string_view encoding;
};

// UTF-32LE before UTF-16LE, whose mark is its beginning.
constexpr Mark byte_order_marks[] = {
    {"\xEF\xBB\xBF", "UTF-8"},
    {std::string_view("\xFF\xFE\0\0", 4), "UTF-32LE"},
    {std::string_view("\0\0\xFE\xFF", 4), "UTF-32BE"},
    {"\xFF\xFE", "UTF-16LE"},
    {"\xFE\xFF", "UTF-16BE"},
};

const Mark* find_byte_order_mark(std::string_view octets) {
  const auto found = std::ranges::find_if(
      byte_order_marks, [&](const Mark& mark) { return octets.starts_with(mark.octets); });
  return found == std::end(byte_order_marks) ? nullptr : found;
}

// The length of a line end that utf8::to_text() would remove as a control character: vertical tab,
// form feed, NEL (U+0085). 0 where there is none.
std::size_t other_line_end(std::string_view text, std::size_t position) {
  if (text[position] == '\v' || text[position] == '\f') return 1;
  return text.substr(position, 2) == "\xC2\x85" ? 2 : 0;
}

// Passes decoded text through the gate; line ends of all kinds become line feeds.
void settle(std::string_view text, DecodedText& result) {
  const auto next = [&](std::size_t from) { return text.find_first_of("\v\f\xC2", from); };
  const bool rare = text.find('\v') != text.npos || text.find('\f') != text.npos ||
                    text.find("\xC2\x85") != text.npos;
  utf8::Repairs repairs;
  std::size_t start = 0;
  for (std::size_t at = rare ? next(0) : text.npos; at != text.npos; at = next(at + 1)) {
    const std::size_t size = other_line_end(text, at);
    if (size == 0) continue;
    result.text += utf8::to_text(text.substr(start, at - start), repairs);
    if (!result.text.empty() && result.text.back() != '\n') result.text += '\n';
    if (text[at] == '\f') result.page_starts.push_back(result.text.size());
    start = at + size;
  }
  std::string rest = utf8::to_text(text.substr(start), repairs);
  result.text = start == 0 ? std::move(rest) : result.text + rest;
  result.replaced = repairs.replaced;
  result.removed = repairs.removed;
}

std::size_t count_replacement_characters(std::string_view text) {
  constexpr std::string_view mark = "\uFFFD";
  std::size_t count = 0;
  for (std::size_t at = text.find(mark); at != text.npos; at = text.find(mark, at + 3)) ++count;
  return count;
}

DecodedText decode(std::string_view octets, std::string_view encoding, EncodingEvidence evidence) {
  DecodedText result;
  result.encoding = encoding;
  result.evidence = evidence;
  const Mark* mark = find_byte_order_mark(octets);
  if (mark != nullptr && mark->encoding == encoding) octets.remove_prefix(mark->octets.size());
  if (encoding == "UTF-8") {
    settle(octets, result);
    return result;
  }
  settle(decode_octets(octets, encoding), result);
  result.replaced = count_replacement_characters(result.text);
  return result;
}

// How many sequences of more than one octet are well-formed UTF-8, and how many are ill-formed.
struct Utf8Shape {
  std::size_t sequences = 0;
  std::size_t errors = 0;

  // Sequences of legacy encodings are well-formed UTF-8 by chance only: a text that has ten for
  // each error is UTF-8 with a few damaged places.
  bool is_utf8() const { return errors == 0 || sequences >= 10 * errors; }
};

Utf8Shape shape_of(std::string_view octets) {
  Utf8Shape shape;
  for (std::size_t i = 0; i < octets.size();) {
    if (static_cast<unsigned char>(octets[i]) < 0x80) {
      ++i;
      continue;
    }
    const utf8::Decoded decoded = utf8::decode(octets, i);
    ++(decoded.valid ? shape.sequences : shape.errors);
    i += static_cast<std::size_t>(decoded.size);
  }
  return shape;
}

// ISO-2022-JP is all ASCII, so it is asked for before UTF-8: by its escape sequences.
bool is_iso_2022_jp(std::string_view octets) {
  const std::size_t escape = octets.find('\x1B');
  if (escape == std::string_view::npos) return false;
  const std::string_view sequence = octets.substr(escape, 3);
  return sequence == "\x1B$B" || sequence == "\x1B$@" || sequence == "\x1B(J";
}

// What a declaration inside the source can mean. It was read as ASCII, so it cannot be UTF-16, and
// x-user-defined is for scripts only (HTML, 13.2.3.2, step 5 of the prescan's end).
std::string_view declared_meaning(std::string_view encoding) {
  if (encoding.starts_with("UTF-16") || encoding.starts_with("UTF-32")) return "UTF-8";
  return encoding == "x-user-defined" ? "windows-1252" : encoding;
}

}  // namespace

std::optional<std::string> canonical_encoding(std::string_view label) {
  const auto found = find_encoding(label);
  if (!found) return {};
  return std::string(*found);
}

Result<DecodedText> decode_as(std::string_view octets, std::string_view label) {
  const auto encoding = find_encoding(label);
  if (!encoding) {
    return Error(ErrorKind::usage, "unknown character encoding '" + utf8::to_text(label) + "'",
                 "use a name of the WHATWG Encoding standard, such as utf-8, windows-1251, "
                 "shift_jis or gb18030");
  }
  return decode(octets, *encoding, EncodingEvidence::caller);
}

DecodedText decode_text(std::string_view octets, std::string_view caller,
                        std::string_view declared) {
  if (const Mark* mark = find_byte_order_mark(octets)) {
    return decode(octets, mark->encoding, EncodingEvidence::byte_order_mark);
  }
  if (const auto encoding = find_encoding(caller)) {
    return decode(octets, *encoding, EncodingEvidence::caller);
  }
  if (const auto encoding = guess_utf16(octets)) {
    return decode(octets, *encoding, EncodingEvidence::detection);
  }
  const Utf8Shape shape = shape_of(octets);
  if (const auto encoding = find_encoding(declared)) {
    const std::string_view meaning = declared_meaning(*encoding);
    // A page that says UTF-8 and is not is a page whose template was copied.
    if (meaning != "UTF-8" || shape.is_utf8()) {
      return decode(octets, meaning, EncodingEvidence::declaration);
    }
  }
  if (shape.errors == 0) {
    if (is_iso_2022_jp(octets)) {
      return decode(octets, "ISO-2022-JP", EncodingEvidence::detection);
    }
    return decode(octets, "UTF-8", EncodingEvidence::valid_utf8);
  }
  if (shape.is_utf8()) return decode(octets, "UTF-8", EncodingEvidence::detection);
  if (const auto encoding = guess_legacy_encoding(octets)) {
    return decode(octets, *encoding, EncodingEvidence::detection);
  }
  return decode(octets, "windows-1252", EncodingEvidence::fallback);
}

}  // namespace pressmark
