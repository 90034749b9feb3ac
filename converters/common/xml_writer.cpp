#include "converters/common/xml_writer.h"

#include <cassert>

#include "core/base/utf8.h"

namespace pressmark {
namespace {

enum class Place { text, attribute };

std::string escape(std::string_view text, Place place) {
  std::string out;
  out.reserve(text.size() + text.size() / 16);
  std::size_t start = 0;
  const auto flush = [&](std::size_t end) { out.append(text, start, end - start); };
  for (std::size_t i = 0; i < text.size();) {
    const auto c = static_cast<unsigned char>(text[i]);
    const char* replacement = nullptr;
    std::size_t size = 1;
    if (c == '&') {
      replacement = "&amp;";
    } else if (c == '<') {
      replacement = "&lt;";
    } else if (c == '>') {
      replacement = "&gt;";
    } else if (place == Place::attribute && c == '"') {
      replacement = "&quot;";
    } else if (place == Place::attribute && c == '\n') {
      replacement = "&#10;";
    } else if (place == Place::attribute && c == '\t') {
      replacement = "&#9;";
    } else if (c < 0x20 && c != '\n' && c != '\t') {
      replacement = "";
    } else if (c >= 0x80) {
      const utf8::Decoded decoded = utf8::decode(text, i);
      size = decoded.size;
      if (!decoded.valid || !utf8::is_text(decoded.code_point)) replacement = "";
    }
    if (replacement != nullptr) {
      flush(i);
      out += replacement;
      start = i + size;
    }
    i += size;
  }
  flush(text.size());
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
  out_.append(" ").append(name).append("=\"").append(escape(value, Place::attribute)).append("\"");
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
  out_ += escape(content, Place::text);
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
