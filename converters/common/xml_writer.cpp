#include "converters/common/xml_writer.h"

#include <array>
#include <cassert>

#include "core/base/utf8.h"

namespace pressmark {
namespace {

enum class Place { text, attribute };

// Whether an octet needs a look: all others are written as they are.
constexpr std::array<bool, 256> octets_to_look_at() {
  std::array<bool, 256> table = {};
  for (std::size_t c = 0; c < table.size(); ++c) table[c] = c < 0x20 || c >= 0x80;
  for (const char c : {'&', '<', '>', '"'}) table[static_cast<unsigned char>(c)] = true;
  return table;
}
constexpr std::array<bool, 256> needs_a_look = octets_to_look_at();

// What stands for the character at `text[i]`; null: itself. `size` is that of the character.
const char* replacement_of(std::string_view text, std::size_t i, Place place, std::size_t& size) {
  const auto c = static_cast<unsigned char>(text[i]);
  size = 1;
  if (c == '&') return "&amp;";
  if (c == '<') return "&lt;";
  if (c == '>') return "&gt;";
  if (place == Place::attribute && c == '"') return "&quot;";
  if (place == Place::attribute && c == '\n') return "&#10;";
  if (place == Place::attribute && c == '\t') return "&#9;";
  if (c < 0x20 && c != '\n' && c != '\t') return "";
  if (c < 0x80) return nullptr;
  const utf8::Decoded decoded = utf8::decode(text, i);
  size = decoded.size;
  return decoded.valid && utf8::is_text(decoded.code_point) ? nullptr : "";
}

void append_escaped(std::string_view text, Place place, std::string& out) {
  std::size_t start = 0;
  for (std::size_t i = 0; i < text.size();) {
    if (!needs_a_look[static_cast<unsigned char>(text[i])]) {
      ++i;
      continue;
    }
    std::size_t size = 1;
    if (const char* replacement = replacement_of(text, i, place, size)) {
      out.append(text, start, i - start).append(replacement);
      start = i + size;
    }
    i += size;
  }
  out.append(text, start);
}

std::string escape(std::string_view text, Place place) {
  std::string out;
  append_escaped(text, place, out);
  return out;
}

}  // namespace

XmlWriter::XmlWriter(Declaration declaration) {
  if (declaration == Declaration::yes) out_ = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
}

XmlWriter& XmlWriter::doctype(std::string_view name) {
  out_.append("<!DOCTYPE ").append(name).append(">\n");
  return *this;
}

void XmlWriter::close_start_tag() {
  if (!in_start_tag_) return;
  out_ += '>';
  in_start_tag_ = false;
}

XmlWriter& XmlWriter::start(std::string_view element) {
  close_start_tag();
  out_.append("<").append(element);
  open_.emplace_back(element);
  in_start_tag_ = true;
  return *this;
}

XmlWriter& XmlWriter::attribute(std::string_view name, std::string_view value) {
  assert(in_start_tag_);
  out_.append(" ").append(name).append("=\"");
  append_escaped(value, Place::attribute, out_);
  out_ += '"';
  return *this;
}

XmlWriter& XmlWriter::attribute_if(std::string_view name, std::string_view value) {
  return value.empty() ? *this : attribute(name, value);
}

XmlWriter& XmlWriter::end() {
  assert(!open_.empty());
  if (in_start_tag_) {
    out_ += "/>";
    in_start_tag_ = false;
  } else {
    out_.append("</").append(open_.back()).append(">");
  }
  open_.pop_back();
  return *this;
}

XmlWriter& XmlWriter::end_full() {
  close_start_tag();
  return end();
}

XmlWriter& XmlWriter::end_line() {
  assert(!open_.empty());
  close_start_tag();
  if (!out_.empty() && out_.back() != '\n') out_ += '\n';
  out_.append(2 * (open_.size() - 1), ' ');
  return end();
}

XmlWriter& XmlWriter::text(std::string_view content) {
  close_start_tag();
  append_escaped(content, Place::text, out_);
  return *this;
}

XmlWriter& XmlWriter::raw(std::string_view markup) {
  close_start_tag();
  out_ += markup;
  return *this;
}

XmlWriter& XmlWriter::line() {
  close_start_tag();
  if (!out_.empty() && out_.back() != '\n') out_ += '\n';
  out_.append(2 * open_.size(), ' ');
  return *this;
}

XmlWriter& XmlWriter::element(std::string_view name, std::string_view content) {
  return start(name).text(content).end();
}

Bytes XmlWriter::finish() {
  while (!open_.empty()) end();
  if (!out_.empty() && out_.back() != '\n') out_ += '\n';
  return std::move(out_);
}

const Bytes& XmlWriter::written() {
  close_start_tag();
  return out_;
}

std::string xml_escape_text(std::string_view text) { return escape(text, Place::text); }
std::string xml_escape_attribute(std::string_view text) { return escape(text, Place::attribute); }

}  // namespace pressmark
