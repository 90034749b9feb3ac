// converters/importers/text/mail.h: the text of a mail whose header or body is encoded.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace pressmark::plain_text {

struct MailText {
  // The header fields that say something of the text, a line each, a blank line, and the text:
  // UTF-8 with line feeds, as converters/common/encoding.h has it.
  std::string text;
  bool has_text = false;  // whether there is a part of plain text
  std::string encoding;   // of that part
  std::size_t replaced = 0;
  std::size_t removed = 0;  // control characters
  std::size_t header_lines = 0;
  std::vector<std::string> fields_left_out;  // names of those that only say how the mail came
  std::vector<std::string> parts_left_out;   // "text/html", "image/png goat.png"
};

// Reads a mail or a news article (RFC 5322) that has fields of MIME or encoded words: its words are
// decoded (RFC 2047), of its parts (RFC 2046) those of plain text are taken, and of alternatives
// the one of plain text, without its content transfer encoding (RFC 2045, 6) and in its character
// set; lines that were broken softly are joined ("format=flowed", RFC 3676). What is damaged is
// read as far as it goes. Absent where the octets do not begin with such a header.
std::optional<MailText> read_mail(std::string_view octets);

}  // namespace pressmark::plain_text
