#include "converters/common/xml_scanner.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "converters/common/encoding.h"
#include "converters/common/xml_names.h"
#include "core/base/ascii.h"
#include "core/base/utf8.h"

namespace pressmark {
namespace {

constexpr std::size_t deepest_element = 1000;
constexpr std::size_t most_attributes = 1000;
constexpr std::size_t most_bindings = 1000;
constexpr std::string_view xml_name_space = "http://www.w3.org/XML/1998/namespace";

bool is_xml_space(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; }

}  // namespace

std::string_view declared_xml_encoding(std::string_view octets) {
  const std::string_view start = octets.substr(0, 200);
  if (!start.starts_with("<?xml")) return {};
  const std::string_view declaration = start.substr(0, start.find("?>"));
  std::size_t place = declaration.find("encoding");
  if (place == std::string_view::npos) return {};
  place = declaration.find_first_of("\"'", place);
  if (place == std::string_view::npos) return {};
  const std::size_t end = declaration.find(declaration[place], place + 1);
  if (end == std::string_view::npos) return {};
  return declaration.substr(place + 1, end - place - 1);
}

XmlText::XmlText(std::string_view octets) : octets_(octets) {
  const std::string declared = ascii::to_lower(declared_xml_encoding(octets));
  const bool is_utf8 = declared.empty() || declared == "utf-8" || declared == "us-ascii";
  // UTF-16 begins with a byte order mark, or has an octet 0 among the first two.
  const bool is_wide = octets.starts_with("\xFE\xFF") || octets.starts_with("\xFF\xFE") ||
                       octets.substr(0, 2).find('\0') != std::string_view::npos;
  if (is_utf8 && !is_wide) return;
  is_decoded_ = true;
  decoded_ = decode_text(octets, "", declared_xml_encoding(octets)).text;
}

XmlScanner::XmlScanner(std::string_view text) : all_(text) {
  if (!check_characters()) return;
  if (starts("\xEF\xBB\xBF")) position_ += 3;
  if (!starts("<?xml") || position_ + 5 >= all_.size() || !is_xml_space(all_[position_ + 5]))
    return;
  const std::size_t end = all_.find("?>", position_);
  position_ = end == std::string_view::npos ? position_ : end + 2;
}

bool XmlScanner::check_characters() {
  for (std::size_t i = 0; i < all_.size();) {
    constexpr std::size_t block = 32;
    if (i + block <= all_.size()) {
      // No way out of the loop: the compiler looks at many octets at once.
      bool is_plain = true;
      for (std::size_t k = 0; k < block; ++k) {
        const auto octet = static_cast<signed char>(all_[i + k]);
        is_plain &= octet >= 0x20 || octet == '\n';
      }
      if (is_plain) {
        i += block;
        continue;
      }
    }
    const utf8::Decoded decoded = utf8::decode(all_, i);
    if (!decoded.valid || !is_xml_character(decoded.code_point)) {
      position_ = i;
      fail("there is an octet that can be no part of XML text");
      return false;
    }
    i += decoded.size;
  }
  return true;
}

std::size_t XmlScanner::line() const {
  const std::string_view before = all_.substr(0, event_position_);
  return 1 + static_cast<std::size_t>(std::ranges::count(before, '\n'));
}

XmlScanner::Event XmlScanner::fail(std::string_view reason) {
  if (failure_.empty()) {
    event_position_ = std::min(position_, all_.size());
    failure_ = "line " + std::to_string(line()) + ": " + std::string(reason);
  }
  return Event::failed;
}

const std::string_view* XmlScanner::attribute(std::string_view name) const {
  for (const Attribute& attribute : attributes_) {
    if (attribute.name == name && attribute.name_space.empty()) return &attribute.value;
  }
  return nullptr;
}

bool XmlScanner::starts(std::string_view words) const {
  return all_.substr(position_).starts_with(words);
}

void XmlScanner::skip_space() {
  while (position_ < all_.size() && is_xml_space(all_[position_])) ++position_;
}

// A name with or without a prefix; empty where there is none.
std::string_view XmlScanner::scan_name() {
  const std::size_t start = position_;
  position_ += xml_name_length(all_.substr(position_));
  if (position_ == start || position_ >= all_.size() || all_[position_] != ':') {
    return all_.substr(start, position_ - start);
  }
  const std::size_t local = xml_name_length(all_.substr(position_ + 1));
  if (local == 0) return {};
  position_ += 1 + local;
  return all_.substr(start, position_ - start);
}

bool XmlScanner::split_name(std::string_view qualified, std::string_view& prefix,
                            std::string_view& local) {
  const std::size_t colon = qualified.find(':');
  prefix = colon == std::string_view::npos ? std::string_view() : qualified.substr(0, colon);
  local = colon == std::string_view::npos ? qualified : qualified.substr(colon + 1);
  return !local.empty();
}

XmlScanner::Event XmlScanner::next() {
  if (!failure_.empty()) return Event::failed;
  if (is_empty_element_) return close();
  for (;;) {
    event_position_ = position_;
    if (position_ >= all_.size()) {
      if (open_.empty() && has_root_) return Event::finished;
      return fail(has_root_ ? "an element is not closed" : "there is no element");
    }
    if (all_[position_] != '<') {
      const Event event = scan_run();
      if (event == Event::finished) continue;  // white space outside of the root
      return event;
    }
    if (starts("<!--")) {
      if (!skip_comment()) return fail("a comment does not end, or has '--' inside");
    } else if (starts("<?")) {
      if (!skip_instruction()) return fail("a processing instruction is damaged");
    } else if (starts("<!DOCTYPE")) {
      if (!skip_document_type()) return fail("declarations of a document type are not read");
    } else {
      return scan_markup();
    }
  }
}

XmlScanner::Event XmlScanner::scan_markup() {
  constexpr std::string_view cdata = "<![CDATA[";
  if (starts(cdata)) {
    const std::size_t end = all_.find("]]>", position_);
    if (open_.empty() || end == std::string_view::npos) return fail("a CDATA section is damaged");
    text_ = all_.substr(position_ + cdata.size(), end - position_ - cdata.size());
    position_ = end + 3;
    return Event::text;
  }
  ++position_;
  if (position_ < all_.size() && all_[position_] == '/') {
    ++position_;
    return scan_end();
  }
  return scan_start();
}

// Event::finished stands for white space outside of the root.
XmlScanner::Event XmlScanner::scan_run() {
  const std::size_t end = std::min(all_.find('<', position_), all_.size());
  const std::string_view raw = all_.substr(position_, end - position_);
  if (open_.empty()) {
    if (!std::ranges::all_of(raw, is_xml_space)) return fail("there is text outside of the root");
    position_ = end;
    return Event::finished;
  }
  if (raw.find("]]>") != std::string_view::npos) return fail("']]>' stands in text");
  replaced_.clear();
  text_ = settled(raw, false);
  if (!failure_.empty()) return Event::failed;
  position_ = end;
  return Event::text;
}

XmlScanner::Event XmlScanner::scan_end() {
  const std::string_view qualified = scan_name();
  skip_space();
  if (position_ >= all_.size() || all_[position_] != '>') return fail("an end tag is damaged");
  if (open_.empty() || open_.back().qualified_name != qualified) {
    return fail("the end tag '" + std::string(qualified) + "' closes no element");
  }
  ++position_;
  return close();
}

XmlScanner::Event XmlScanner::close() {
  is_empty_element_ = false;
  name_ = open_.back().name;
  name_space_ = open_.back().name_space;
  bindings_.resize(open_.back().bindings);
  open_.pop_back();
  return Event::end;
}

XmlScanner::Event XmlScanner::scan_start() {
  if (open_.empty() && has_root_) return fail("there is a second root element");
  if (open_.size() >= deepest_element) return fail("elements nest too deep");
  const std::string_view qualified = scan_name();
  if (qualified.empty()) return fail("a tag has no name");
  replaced_.clear();
  attributes_.clear();
  const std::size_t bindings = bindings_.size();
  for (;;) {
    const std::size_t before = position_;
    skip_space();
    if (position_ >= all_.size()) return fail("a tag does not end");
    if (all_[position_] == '>' || all_[position_] == '/') break;
    if (position_ == before) return fail("there is no space before an attribute");
    if (!scan_attribute()) return fail("an attribute is damaged");
  }
  if (all_[position_] == '/') {
    is_empty_element_ = true;
    if (++position_ >= all_.size() || all_[position_] != '>') return fail("a tag does not end");
  }
  ++position_;
  if (!bind_attributes())
    return fail("an attribute is there twice, or its prefix is of no name space");
  std::string_view prefix;
  split_name(qualified, prefix, name_);
  if (!find_name_space(prefix, name_space_)) {
    return fail("the prefix '" + std::string(prefix) + "' is of no name space");
  }
  has_root_ = true;
  open_.push_back({qualified, name_, name_space_, bindings});
  return Event::start;
}

bool XmlScanner::scan_attribute() {
  const std::string_view qualified = scan_name();
  if (qualified.empty() || attributes_.size() >= most_attributes) return false;
  skip_space();
  if (position_ >= all_.size() || all_[position_] != '=') return false;
  ++position_;
  skip_space();
  if (position_ >= all_.size() || (all_[position_] != '"' && all_[position_] != '\'')) return false;
  const std::size_t start = position_ + 1;
  const std::size_t end = all_.find(all_[position_], start);
  if (end == std::string_view::npos) return false;
  const std::string_view raw = all_.substr(start, end - start);
  if (raw.find('<') != std::string_view::npos) return false;
  const std::string_view value = settled(raw, true);
  if (!failure_.empty()) return false;
  position_ = end + 1;
  std::string_view prefix;
  std::string_view local;
  split_name(qualified, prefix, local);
  if (qualified != "xmlns" && prefix != "xmlns") {
    attributes_.push_back({prefix, local, {}, value});
    return true;
  }
  // Names of name spaces outlive their tag: they have to be as they are written.
  if (bindings_.size() >= most_bindings || value.data() != raw.data()) return false;
  if (prefix == "xmlns" && value.empty()) return false;
  bindings_.push_back({prefix.empty() ? std::string_view() : local, value});
  return true;
}

bool XmlScanner::bind_attributes() {
  for (Attribute& attribute : attributes_) {
    if (!attribute.prefix.empty() && !find_name_space(attribute.prefix, attribute.name_space)) {
      return false;
    }
  }
  for (std::size_t i = 1; i < attributes_.size(); ++i) {
    for (std::size_t k = 0; k < i; ++k) {
      if (attributes_[i].name == attributes_[k].name &&
          attributes_[i].name_space == attributes_[k].name_space) {
        return false;
      }
    }
  }
  return true;
}

bool XmlScanner::find_name_space(std::string_view prefix, std::string_view& name_space) const {
  for (auto binding = bindings_.rbegin(); binding != bindings_.rend(); ++binding) {
    if (binding->prefix != prefix) continue;
    name_space = binding->name_space;
    return true;
  }
  name_space = prefix == "xml" ? xml_name_space : std::string_view();
  return prefix.empty() || prefix == "xml";
}

bool XmlScanner::skip_comment() {
  const std::size_t end = all_.find("--", position_ + 4);
  if (end == std::string_view::npos || all_.substr(end, 3) != "-->") return false;
  position_ = end + 3;
  return true;
}

bool XmlScanner::skip_instruction() {
  position_ += 2;
  const std::string_view target = scan_name();
  const std::size_t end = all_.find("?>", position_);
  if (target.empty() || end == std::string_view::npos) return false;
  if (target.size() == 3 && (target[0] | 0x20) == 'x' && (target[1] | 0x20) == 'm' &&
      (target[2] | 0x20) == 'l') {
    return false;
  }
  if (end != position_ && !is_xml_space(all_[position_])) return false;
  position_ = end + 2;
  return true;
}

// One that only names what there is: <!DOCTYPE mets SYSTEM "mets.dtd">.
bool XmlScanner::skip_document_type() {
  if (has_root_) return false;
  char quote = 0;
  for (std::size_t i = position_; i < all_.size(); ++i) {
    const char c = all_[i];
    if (quote != 0) {
      if (c == quote) quote = 0;
    } else if (c == '"' || c == '\'') {
      quote = c;
    } else if (c == '[') {
      return false;
    } else if (c == '>') {
      position_ = i + 1;
      return true;
    }
  }
  return false;
}

std::string_view XmlScanner::settled(std::string_view raw, bool is_value) {
  const bool is_plain = std::ranges::none_of(raw, [is_value](char c) {
    return c == '&' || c == '\r' || (is_value && (c == '\t' || c == '\n'));
  });
  if (is_plain) return raw;
  std::string out;
  out.reserve(raw.size());
  for (std::size_t i = 0; i < raw.size();) {
    const char c = raw[i];
    if (c == '&') {
      if (!replace_reference(raw, i, out)) return {};
      continue;
    }
    ++i;
    if (c == '\r') {
      if (i < raw.size() && raw[i] == '\n') ++i;
      out += is_value ? ' ' : '\n';
    } else {
      out += is_value && (c == '\t' || c == '\n') ? ' ' : c;
    }
  }
  return replaced_.emplace_back(std::move(out));
}

bool XmlScanner::replace_reference(std::string_view raw, std::size_t& position, std::string& out) {
  constexpr std::array<std::pair<std::string_view, char>, 5> predefined = {
      {{"amp", '&'}, {"lt", '<'}, {"gt", '>'}, {"quot", '"'}, {"apos", '\''}}};
  const std::size_t end = raw.find(';', position);
  const std::string_view name = end == std::string_view::npos
                                    ? std::string_view()
                                    : raw.substr(position + 1, end - position - 1);
  position = end + 1;
  for (const auto& [entity, character] : predefined) {
    if (name != entity) continue;
    out += character;
    return true;
  }
  if (name.size() > 1 && name[0] == '#') {
    const bool is_hexadecimal = name[1] == 'x';
    const std::string_view digits = name.substr(is_hexadecimal ? 2 : 1);
    unsigned value = 0;
    const auto [stop, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value,
                                               is_hexadecimal ? 16 : 10);
    if (error == std::errc() && stop == digits.data() + digits.size() && is_xml_character(value)) {
      utf8::append(out, value);
      return true;
    }
  }
  fail("there is a reference to what XML does not predefine");
  return false;
}

}  // namespace pressmark
