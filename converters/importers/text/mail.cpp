#include "converters/importers/text/mail.h"

#include <algorithm>

#include "converters/common/encoding.h"
#include "converters/importers/text/characters.h"
#include "converters/importers/text/header_fields.h"
#include "converters/importers/text/mail_encodings.h"
#include "core/base/ascii.h"
#include "core/base/utf8.h"

namespace pressmark::plain_text {
namespace {

constexpr std::size_t longest_header = 262144;  // octets
constexpr int deepest = 8;                      // parts in parts

struct MailField {
  std::string name;
  std::string value;  // unfolded, not decoded
};

struct MailHeader {
  std::vector<MailField> fields;
  std::size_t length = 0;  // octets, with the empty line behind it
  std::size_t lines = 0;

  // The first value of a field; empty where there is none. `name` is in lower case.
  std::string_view value(std::string_view name) const {
    for (const MailField& field : fields) {
      if (ascii::to_lower(field.name) == name) return field.value;
    }
    return {};
  }
};

bool is_field_name(std::string_view name) {
  return !name.empty() && std::ranges::all_of(name, [](char c) { return c > ' ' && c <= '~'; });
}

// The line at a position without its end; moves behind it.
std::string_view next_line(std::string_view text, std::size_t& at) {
  const std::size_t feed = std::min(text.find('\n', at), text.size());
  std::string_view line = text.substr(at, feed - at);
  at = std::min(feed + 1, text.size());
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

// The header at the start up to the first empty line; absent where a line is none of a header's.
std::optional<MailHeader> read_header(std::string_view text) {
  text = text.substr(0, longest_header);
  MailHeader header;
  std::size_t at = 0;
  while (at < text.size()) {
    const std::string_view line = next_line(text, at);
    ++header.lines;
    if (line.empty()) break;
    if (line.front() == ' ' || line.front() == '\t') {
      if (header.fields.empty()) return {};
      header.fields.back().value += ' ';
      header.fields.back().value += trim(line);
      continue;
    }
    if (header.fields.empty() && line.starts_with("From ")) continue;  // of a mailbox
    const std::size_t colon = line.find(':');
    if (colon == line.npos || !is_field_name(line.substr(0, colon))) return {};
    header.fields.push_back(
        {std::string(line.substr(0, colon)), std::string(trim(line.substr(colon + 1)))});
  }
  header.length = at;
  return header;
}

// Whether it is a mail's, and one that has to be decoded.
bool is_encoded_mail(const MailHeader& header) {
  const bool mime = !header.value("mime-version").empty() ||
                    header.value("content-type").find('/') != std::string_view::npos ||
                    !header.value("content-transfer-encoding").empty();
  const bool words = std::ranges::any_of(
      header.fields, [](const MailField& field) { return has_encoded_word(field.value); });
  const auto known = std::ranges::count_if(header.fields, [](const MailField& field) {
    const std::string name = ascii::to_lower(field.name);
    return name == "from" || name == "subject" || name == "date" || name == "to" ||
           name == "message-id" || name == "mime-version";
  });
  return known > 0 && (words || (mime && known > 1));
}

// A parameter of "text/plain; charset=utf-8; format=flowed"; empty where there is none.
std::string parameter(std::string_view value, std::string_view name) {
  std::size_t at = value.find(';');
  while (at < value.size()) {
    std::string_view rest = trim(value.substr(at + 1));
    const std::size_t equals = rest.find('=');
    if (equals == rest.npos) return {};
    const std::string key = ascii::to_lower(trim(rest.substr(0, equals)));
    std::string_view held = trim(rest.substr(equals + 1));
    std::size_t end = 0;
    if (held.starts_with('"')) {
      held.remove_prefix(1);
      end = std::min(held.find('"'), held.size());
    } else {
      end = std::min(held.find_first_of("; \t"), held.size());
    }
    if (key == name) return std::string(held.substr(0, end));
    const std::size_t behind = static_cast<std::size_t>(held.data() - value.data()) + end;
    at = value.find(';', behind);
  }
  return {};
}

// "text/plain" of a field; what a part is where it does not say it.
std::string media_type(const MailHeader& header) {
  const std::string_view value = header.value("content-type");
  const std::string type = ascii::to_lower(trim(value.substr(0, value.find(';'))));
  return type.find('/') == type.npos ? "text/plain" : type;
}

// Joins lines that end in a space with the next (RFC 3676): a space at the start was added, and
// quoted lines of one depth belong together.
std::string join_flowed(std::string_view text, bool delete_space) {
  std::string joined;
  std::size_t depth_before = 0;
  bool flows = false;
  for (std::size_t at = 0; at < text.size();) {
    std::string_view line = next_line(text, at);
    const std::size_t depth = std::min(line.find_first_not_of('>'), line.size());
    std::string_view words = line.substr(depth);
    if (words.starts_with(' ')) words.remove_prefix(1);
    const bool signature = words == "-- ";
    if (flows && depth == depth_before && !signature) {
      if (delete_space) joined.pop_back();
      joined += words;
    } else {
      if (flows) joined += '\n';
      joined.append(line.substr(0, depth));
      if (depth > 0 && !words.empty()) joined += ' ';
      joined += words;
    }
    flows = !signature && words.ends_with(' ');
    if (!flows) joined += '\n';
    depth_before = depth;
  }
  return joined;
}

class MailReader {
 public:
  MailText read(std::string_view octets, const MailHeader& header) {
    mail_.header_lines = header.lines;
    add_fields(header);
    mail_.text += '\n';
    read_part(octets.substr(header.length), header, 0);
    return std::move(mail_);
  }

 private:
  // Fields that say something of the text; those that say how it came are left out.
  void add_fields(const MailHeader& header) {
    for (const MailField& field : header.fields) {
      const auto kind = kind_of_label(field.name);
      const std::string name = ascii::to_lower(field.name);
      if (name.starts_with("content-") || name == "mime-version") continue;
      if (!kind || kind == FieldKind::ignored) {
        mail_.fields_left_out.push_back(field.name);
        continue;
      }
      std::string value = decode_words(field.value);
      if (!utf8::is_valid(value)) value = decode_text(value, "", "").text;
      std::ranges::replace(value, '\n', ' ');
      mail_.text += field.name + ": " + value + "\n";
    }
  }

  void leave_out(const MailHeader& header) {
    std::string name = parameter(header.value("content-disposition"), "filename");
    if (name.empty()) name = parameter(header.value("content-type"), "name");
    mail_.parts_left_out.push_back(media_type(header) +
                                   (name.empty() ? "" : " " + decode_words(name)));
  }

  void read_part(std::string_view body, const MailHeader& header, int depth) {
    const std::string type = media_type(header);
    const bool attached =
        ascii::to_lower(header.value("content-disposition")).starts_with("attachment");
    if (type.starts_with("multipart/") && depth < deepest) {
      return read_parts(body, header, type == "multipart/alternative", depth);
    }
    if (type != "text/plain" || attached) return leave_out(header);
    add_text(body, header);
  }

  void read_parts(std::string_view body, const MailHeader& header, bool alternative, int depth) {
    const std::string mark = "--" + parameter(header.value("content-type"), "boundary");
    if (mark.size() == 2) return leave_out(header);
    std::vector<std::string_view> parts;
    std::size_t start = body.npos;
    for (std::size_t at = 0; at < body.size();) {
      const std::size_t begin = at;
      const std::string_view line = next_line(body, at);
      if (!line.starts_with(mark)) continue;
      const std::string_view behind = trim(line.substr(mark.size()));
      if (!behind.empty() && behind != "--") continue;
      if (start != body.npos) parts.push_back(body.substr(start, begin - start));
      start = behind.empty() ? at : body.npos;
      if (!behind.empty()) break;
    }
    if (start != body.npos) parts.push_back(body.substr(start));  // its end was cut off
    const bool had_text = mail_.has_text;
    for (const std::string_view part : parts) {
      const auto head = read_header(part);
      const MailHeader own = head.value_or(MailHeader{});
      // Of alternatives the first with plain text is enough.
      if (alternative && mail_.has_text && !had_text) {
        leave_out(own);
        continue;
      }
      read_part(part.substr(own.length), own, depth + 1);
    }
  }

  void add_text(std::string_view body, const MailHeader& header) {
    const std::string coding = ascii::to_lower(header.value("content-transfer-encoding"));
    const std::string_view type = header.value("content-type");
    std::string octets = coding == "quoted-printable" ? decode_quoted_printable(body)
                         : coding == "base64"         ? decode_base64_lines(body)
                                                      : std::string(body);
    DecodedText decoded = decode_text(octets, parameter(type, "charset"), "");
    if (ascii::to_lower(parameter(type, "format")) == "flowed") {
      decoded.text = join_flowed(decoded.text, ascii::to_lower(parameter(type, "delsp")) == "yes");
    }
    if (mail_.has_text) mail_.text += '\n';
    mail_.text += decoded.text;
    if (!mail_.text.ends_with('\n')) mail_.text += '\n';
    if (!mail_.has_text) mail_.encoding = decoded.encoding;
    mail_.has_text = true;
    mail_.replaced += decoded.replaced;
    mail_.removed += decoded.removed;
  }

  MailText mail_;
};

}  // namespace

std::optional<MailText> read_mail(std::string_view octets) {
  const auto header = read_header(octets);
  if (!header || !is_encoded_mail(*header)) return {};
  return MailReader().read(octets, *header);
}

}  // namespace pressmark::plain_text
