#include "converters/exporters/tei/attributes.h"

#include <algorithm>

#include "core/base/utf8.h"

namespace pressmark::tei {
namespace {

std::string two_digits(int number) {
  return number < 10 ? "0" + std::to_string(number) : std::to_string(number);
}

// xs:date, xs:gYearMonth, xs:gYear, xs:gMonthDay or xs:gMonth. XML Schema 1.0 has no year 0.
std::optional<std::string> w3c_form(const DatePart& part) {
  if (part.season != 0 || part.year == 0 || part.empty()) return {};
  std::string form;
  if (part.year) {
    std::string digits = std::to_string(*part.year < 0 ? -*part.year : *part.year);
    digits.insert(0, digits.size() < 4 ? 4 - digits.size() : 0, '0');
    form = (*part.year < 0 ? "-" : "") + digits;
  } else {
    form = "-";
  }
  if (part.month != 0) form += "-" + two_digits(part.month);
  if (part.day != 0) form += "-" + two_digits(part.day);
  return form;
}

bool has_seconds(const std::string& time) { return time.size() > 5 && time[5] == ':'; }

// xs:dateTime needs seconds.
std::string w3c_time(const std::string& time) {
  return has_seconds(time) ? time : time.substr(0, 5) + ":00" + time.substr(5);
}

bool is_hexadecimal(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

bool is_scheme(std::string_view name) {
  const auto letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
  return !name.empty() && letter(name.front()) && std::ranges::all_of(name, [&](char c) {
    return letter(c) || (c >= '0' && c <= '9') || c == '+' || c == '-' || c == '.';
  });
}

void encode(std::string& out, char c) {
  constexpr char digits[] = "0123456789ABCDEF";
  const auto octet = static_cast<unsigned char>(c);
  out += '%';
  out += digits[octet >> 4];
  out += digits[octet & 15];
}

// The authority of a URI (RFC 3986, 3.2) in it, and which of its delimiters stand as they are.
struct Authority {
  static constexpr std::size_t none = std::string_view::npos;
  std::size_t host = none;  // where it begins, behind the '@'; none: there is no authority
  std::size_t end = 0;
  std::size_t open = none;  // the brackets around an IP literal
  std::size_t close = none;
  std::size_t port = none;  // the ':' before it

  // A ':' stands before the host, in an IP literal and before a port; an '@' before the host.
  bool may_hold(char c, std::size_t place) const {
    if (host == none || place >= end) return true;
    if (c == '@') return place + 1 >= host;
    const bool in_literal = open != none && place > open && place < close;
    return c != ':' || place < host || in_literal || place == port;
  }
};

Authority authority_of(std::string_view target) {
  const std::size_t slashes = target.find("//");
  const bool begins = slashes == 0 || (slashes != std::string_view::npos && slashes > 1 &&
                                       target.find_first_of(":/?#") == slashes - 1);
  if (!begins) return {};
  Authority authority;
  const std::size_t begin = slashes + 2;
  authority.end = std::min(target.find_first_of("/?#", begin), target.size());
  const std::string_view text = target.substr(begin, authority.end - begin);
  const std::size_t at = text.rfind('@');
  authority.host = begin + (at == std::string_view::npos ? 0 : at + 1);
  const std::string_view host = target.substr(authority.host, authority.end - authority.host);
  const std::size_t open = host.find('[');
  const std::size_t close = host.find(']');
  const bool literal = open == 0 && close != std::string_view::npos && close > 2 &&
                       (close + 1 == host.size() || host[close + 1] == ':') &&
                       std::ranges::all_of(host.substr(1, close - 1), [](char c) {
                         return is_hexadecimal(c) || c == ':' || c == '.';
                       });
  if (literal) {
    authority.open = authority.host;
    authority.close = authority.host + close;
  }
  const std::size_t colon = host.rfind(':');
  constexpr std::size_t most_digits = 5;
  const bool port = colon != std::string_view::npos && (!literal || colon == close + 1) &&
                    host.size() - colon - 1 <= most_digits &&
                    host.find_first_not_of("0123456789", colon + 1) == std::string_view::npos;
  if (port) authority.port = authority.host + colon;
  return authority;
}

}  // namespace

void write_date_attributes(XmlWriter& xml, const Date& date) {
  const std::optional<std::string> start = w3c_form(date.start);
  const std::optional<std::string> end = date.end ? w3c_form(*date.end) : std::nullopt;
  bool exact = start && (!date.end || end);
  if (exact && date.end) {
    xml.attribute("from", *start).attribute("to", *end);
    exact = date.time.empty();
  } else if (exact && date.time.empty()) {
    xml.attribute("when", *start);
  } else if (exact && date.start.day != 0 && date.start.year && date.time.size() >= 5) {
    xml.attribute("when", *start + "T" + w3c_time(date.time));
    exact = has_seconds(date.time);
  } else {
    exact = false;
  }
  if (date.circa) xml.attribute("precision", "medium");
  if (!exact && !date.start.empty()) {
    Date parts = date;
    parts.literal.clear();
    xml.attribute("when-custom", to_string(parts));
  }
  xml.attribute_if("n", date.literal);
}

std::string shown_date(const Date& date) {
  return date.literal.empty() ? day_string(date) : date.literal;
}

std::optional<std::string> pointer(std::string_view target) {
  const std::size_t colon = target.find(':');
  const std::size_t path = target.find_first_of("/?#");
  if (colon != std::string_view::npos && colon < path && !is_scheme(target.substr(0, colon))) {
    return {};
  }
  const Authority authority = authority_of(target);
  std::string out;
  bool in_fragment = false;
  for (std::size_t i = 0; i < target.size(); ++i) {
    const char c = target[i];
    const bool bracket = c == '[' || c == ']';
    if (c == '%') {
      const bool escaped =
          i + 2 < target.size() && is_hexadecimal(target[i + 1]) && is_hexadecimal(target[i + 2]);
      out += escaped ? "%" : "%25";
    } else if (static_cast<unsigned char>(c) <= 0x20 || c == 0x7F ||
               std::string_view("\"<>\\^`{|}").find(c) != std::string_view::npos ||
               (bracket && i != authority.open && i != authority.close) ||
               !authority.may_hold(c, i) || (c == '#' && in_fragment)) {
      encode(out, c);
    } else {
      out += c;
    }
    if (c == '#') in_fragment = true;
  }
  return out;
}

bool is_word(std::string_view value) {
  if (value.empty()) return false;
  for (std::size_t i = 0; i < value.size();) {
    const utf8::Decoded decoded = utf8::decode(value, i);
    const char32_t c = decoded.code_point;
    const bool space = c <= 0x20 || c == 0x7F || c == 0xA0 || c == 0x1680 || c == 0x180E ||
                       (c >= 0x2000 && c <= 0x200F) || (c >= 0x2028 && c <= 0x202F) ||
                       (c >= 0x205F && c <= 0x206F) || c == 0x3000 || c == 0xFEFF || c == 0xAD ||
                       (c >= 0xE000 && c <= 0xF8FF) || c >= 0xE0000;
    if (space) return false;
    i += static_cast<std::size_t>(decoded.size);
  }
  return true;
}

}  // namespace pressmark::tei
