#include "converters/importers/text/mail.h"

#include <algorithm>

#include "converters/common/encoding.h"
#include "converters/common/mime.h"
#include "converters/importers/text/characters.h"
#include "converters/importers/text/header_fields.h"
#include "core/base/ascii.h"
#include "core/base/utf8.h"

namespace pressmark::plain_text {
namespace {

constexpr int deepest = 8;  // parts in parts

using mime::Field;
using mime::Header;

// Whether it is a mail's, and one that has to be decoded.
bool is_encoded_mail(const Header& header) {
  const bool mime = !header.value("mime-version").empty() ||
                    header.value("content-type").find('/') != std::string_view::npos ||
                    !header.value("content-transfer-encoding").empty();
  const bool words = std::ranges::any_of(
      header.fields, [](const Field& field) { return mime::has_encoded_word(field.value); });
  const auto known = std::ranges::count_if(header.fields, [](const Field& field) {
    const std::string name = ascii::to_lower(field.name);
    return name == "from" || name == "subject" || name == "date" || name == "to" ||
           name == "message-id" || name == "mime-version";
  });
  return known > 0 && (words || (mime && known > 1));
}

// Joins lines that end in a space with the next (RFC 3676): a space at the start was added, and
// quoted lines of one depth belong together.
std::string join_flowed(std::string_view text, bool delete_space) {
  std::string joined;
  std::size_t depth_before = 0;
  bool flows = false;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t feed = std::min(text.find('\n', at), text.size());
    const std::string_view line = text.substr(at, feed - at);
    at = feed + 1;
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
  MailText read(std::string_view octets, const Header& header) {
    mail_.header_lines = header.lines;
    add_fields(header);
    mail_.text += '\n';
    read_part(octets.substr(header.length), header, 0);
    return std::move(mail_);
  }

 private:
  // Fields that say something of the text; those that say how it came are left out.
  void add_fields(const Header& header) {
    for (const Field& field : header.fields) {
      const auto kind = kind_of_label(field.name);
      const std::string name = ascii::to_lower(field.name);
      if (name.starts_with("content-") || name == "mime-version") continue;
      if (!kind || kind == FieldKind::ignored) {
        mail_.fields_left_out.push_back(field.name);
        continue;
      }
      std::string value = mime::decode_words(field.value);
      if (!utf8::is_valid(value)) value = decode_text(value, "", "").text;
      std::ranges::replace(value, '\n', ' ');
      mail_.text += field.name + ": " + value + "\n";
    }
  }

  void leave_out(const Header& header) {
    std::string name = mime::parameter(header.value("content-disposition"), "filename");
    if (name.empty()) name = mime::parameter(header.value("content-type"), "name");
    mail_.parts_left_out.push_back(header.media_type() +
                                   (name.empty() ? "" : " " + mime::decode_words(name)));
  }

  void read_part(std::string_view body, const Header& header, int depth) {
    const std::string type = header.media_type();
    if (type.starts_with("multipart/") && depth < deepest) {
      return read_parts(body, header, type == "multipart/alternative", depth);
    }
    if (type != "text/plain" || header.is_attachment()) return leave_out(header);
    add_text(body, header);
  }

  void read_parts(std::string_view body, const Header& header, bool alternative, int depth) {
    const std::string boundary = mime::parameter(header.value("content-type"), "boundary");
    if (boundary.empty()) return leave_out(header);
    const bool had_text = mail_.has_text;
    for (const std::string_view part : mime::split_parts(body, boundary)) {
      Header own = mime::read_header(part);
      if (!own.well_formed) own = Header{};  // its text begins at once
      // Of alternatives the first with plain text is enough.
      if (alternative && mail_.has_text && !had_text) {
        leave_out(own);
        continue;
      }
      read_part(part.substr(own.length), own, depth + 1);
    }
  }

  void add_text(std::string_view body, const Header& header) {
    const std::string_view type = header.value("content-type");
    const std::string octets = mime::decode_body(body, header);
    DecodedText decoded = decode_text(octets, mime::parameter(type, "charset"), "");
    if (ascii::to_lower(mime::parameter(type, "format")) == "flowed") {
      decoded.text =
          join_flowed(decoded.text, ascii::to_lower(mime::parameter(type, "delsp")) == "yes");
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
  const Header header = mime::read_header(octets);
  if (!header.well_formed || !is_encoded_mail(header)) return {};
  return MailReader().read(octets, header);
}

}  // namespace pressmark::plain_text
