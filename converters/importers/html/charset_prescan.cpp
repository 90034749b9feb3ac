#include "converters/importers/html/charset_prescan.h"

#include <algorithm>

#include "converters/importers/html/words.h"

namespace pressmark::html {
namespace {

constexpr std::size_t scanned_octets = 4096;

// The encoding in a content attribute: "text/html; charset=utf-8" ("extracting a character encoding
// from a meta element", 2.4.4).
std::string charset_of_content(std::string_view content) {
  const std::string lower = to_lower(content);
  for (std::size_t at = lower.find("charset"); at != std::string::npos;
       at = lower.find("charset", at + 7)) {
    std::size_t i = at + 7;
    while (i < lower.size() && is_space(lower[i])) ++i;
    if (i >= lower.size() || lower[i] != '=') continue;
    ++i;
    while (i < lower.size() && is_space(lower[i])) ++i;
    if (i >= lower.size()) return {};
    if (lower[i] == '"' || lower[i] == '\'') {
      const std::size_t end = lower.find(lower[i], i + 1);
      return end == std::string::npos ? std::string() : lower.substr(i + 1, end - i - 1);
    }
    std::size_t end = i;
    while (end < lower.size() && !is_space(lower[end]) && lower[end] != ';') ++end;
    return lower.substr(i, end - i);
  }
  return {};
}

class Prescan {
 public:
  explicit Prescan(std::string_view octets) : octets_(octets) {}

  std::string run() {
    while (at_ < octets_.size()) {
      const std::size_t open = octets_.find('<', at_);
      if (open == std::string_view::npos) return {};
      at_ = open;
      if (octets_.substr(at_, 4) == "<!--") {
        const std::size_t end = octets_.find("-->", at_ + 2);
        if (end == std::string_view::npos) return {};
        at_ = end + 3;
      } else if (is_meta()) {
        at_ += 5;
        std::string label = meta();
        if (!label.empty()) return label;
      } else if (at_ + 1 < octets_.size() &&
                 (is_letter(octets_[at_ + 1]) || octets_[at_ + 1] == '/')) {
        at_ += 1;
        while (at_ < octets_.size() && !is_space(octets_[at_]) && octets_[at_] != '>') ++at_;
        std::string name;
        std::string value;
        while (attribute(name, value)) {}
      } else {
        const std::size_t end = octets_.find('>', at_ + 1);
        if (end == std::string_view::npos) return {};
        at_ = end + 1;
      }
    }
    return {};
  }

 private:
  bool is_meta() const {
    return at_ + 5 < octets_.size() && equals_ignoring_case(octets_.substr(at_, 5), "<meta") &&
           (is_space(octets_[at_ + 5]) || octets_[at_ + 5] == '/');
  }

  std::string meta() {
    std::string charset;
    std::string content_charset;
    bool pragma = false;
    std::string name;
    std::string value;
    while (attribute(name, value)) {
      if (name == "http-equiv") pragma = equals_ignoring_case(value, "content-type");
      if (name == "content" && content_charset.empty()) content_charset = charset_of_content(value);
      if (name == "charset" && charset.empty()) charset = value;
    }
    if (charset.empty() && pragma) charset = content_charset;
    return charset;
  }

  // "Get an attribute": name in lower case; false at the end of the tag.
  bool attribute(std::string& name, std::string& value) {
    name.clear();
    value.clear();
    while (at_ < octets_.size() && (is_space(octets_[at_]) || octets_[at_] == '/')) ++at_;
    if (at_ >= octets_.size()) return false;
    if (octets_[at_] == '>') {
      ++at_;
      return false;
    }
    while (at_ < octets_.size()) {
      const char c = octets_[at_];
      if (c == '=' && !name.empty()) break;
      if (is_space(c) || c == '/' || c == '>') break;
      name += to_lower(c);
      ++at_;
    }
    while (at_ < octets_.size() && is_space(octets_[at_])) ++at_;
    if (at_ >= octets_.size() || octets_[at_] != '=') return true;
    ++at_;
    while (at_ < octets_.size() && is_space(octets_[at_])) ++at_;
    if (at_ >= octets_.size()) return true;
    const char quote = octets_[at_];
    if (quote == '"' || quote == '\'') {
      const std::size_t end = std::min(octets_.find(quote, at_ + 1), octets_.size());
      value = std::string(octets_.substr(at_ + 1, end - at_ - 1));
      at_ = std::min(end + 1, octets_.size());
      return true;
    }
    while (at_ < octets_.size() && !is_space(octets_[at_]) && octets_[at_] != '>') {
      value += octets_[at_++];
    }
    return true;
  }

  std::string_view octets_;
  std::size_t at_ = 0;
};

// encoding="..." of an XML declaration at the beginning.
std::string xml_declaration(std::string_view octets) {
  if (!octets.starts_with("<?xml")) return {};
  const std::string_view declaration = octets.substr(0, octets.find('>'));
  const std::size_t at = declaration.find("encoding");
  if (at == std::string_view::npos) return {};
  const std::size_t quote = declaration.find_first_of("\"'", at);
  if (quote == std::string_view::npos) return {};
  const std::size_t end = declaration.find(declaration[quote], quote + 1);
  if (end == std::string_view::npos) return {};
  return std::string(declaration.substr(quote + 1, end - quote - 1));
}

}  // namespace

std::string prescan_charset(std::string_view octets) {
  const std::string_view head = octets.substr(0, scanned_octets);
  std::string label(trim(Prescan(head).run()));
  if (label.empty()) label = xml_declaration(head);
  // A declaration that could be read octet by octet cannot be in UTF-16.
  if (to_lower(label).starts_with("utf-16")) return "UTF-8";
  if (equals_ignoring_case(label, "x-user-defined")) return "windows-1252";
  return label;
}

}  // namespace pressmark::html
