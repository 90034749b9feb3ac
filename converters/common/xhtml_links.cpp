// Which link targets a document may carry, and how they are written.
#include <algorithm>
#include <array>

#include "converters/common/xhtml_body.h"
#include "core/base/ascii.h"

namespace pressmark::xhtml {
namespace {

bool is_alphanumeric(char c) {
  return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}
bool is_hexadecimal(char c) {
  return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'F') || (c >= 'a' && c <= 'f');
}

// Schemes registered with IANA that lead to something a reader can use, and run nothing.
enum class SchemeKind { none, hierarchical, opaque };

SchemeKind kind_of(std::string_view scheme) {
  constexpr std::array<std::string_view, 3> hierarchical = {"http", "https", "ftp"};
  constexpr std::array<std::string_view, 6> opaque = {"mailto", "tel", "news",
                                                      "xmpp",   "urn", "sip"};
  if (std::find(hierarchical.begin(), hierarchical.end(), scheme) != hierarchical.end()) {
    return SchemeKind::hierarchical;
  }
  return std::find(opaque.begin(), opaque.end(), scheme) != opaque.end() ? SchemeKind::opaque
                                                                         : SchemeKind::none;
}

// Percent-encodes what is no URL code point (WHATWG URL 4.3), and percent signs that encode
// nothing. Of several number signs only the first divides.
std::string encode(std::string_view text) {
  constexpr std::string_view unwanted = " \"<>\\^`{|}[]";
  constexpr std::string_view digits = "0123456789ABCDEF";
  std::string out;
  bool in_fragment = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    const auto octet = static_cast<unsigned char>(c);
    const bool stray = c == '%' && !(i + 2 < text.size() && is_hexadecimal(text[i + 1]) &&
                                     is_hexadecimal(text[i + 2]));
    const bool second = c == '#' && in_fragment;
    in_fragment = in_fragment || c == '#';
    if (octet <= 0x20 || octet == 0x7F || stray || second ||
        unwanted.find(c) != std::string_view::npos) {
      out += '%';
      out += digits[octet >> 4];
      out += digits[octet & 0xF];
    } else {
      out += c;
    }
  }
  return out;
}

// Whether the last label of a host makes it an IPv4 address (WHATWG URL 3.5); then all must be
// right.
bool is_sound_if_numeric(std::string_view host) {
  const std::string_view last = host.substr(host.rfind('.') + 1);
  if (last.empty() || last.find_first_not_of("0123456789") != std::string_view::npos) return true;
  int parts = 0;
  for (std::size_t start = 0; start <= host.size();) {
    const std::size_t end = std::min(host.find('.', start), host.size());
    const std::string_view part = host.substr(start, end - start);
    int value = 0;
    for (const char c : part) {
      if (c < '0' || c > '9' || part.size() > 3) return false;
      value = value * 10 + (c - '0');
    }
    if (part.empty() || value > 255) return false;
    ++parts;
    start = end + 1;
  }
  return parts == 4;
}

bool is_host(std::string_view host) {
  if (host.empty() || host.starts_with('.') || host.find("..") != std::string_view::npos ||
      host.size() > 253) {
    return false;
  }
  if (host.starts_with('[')) {
    return host.ends_with(']') && host.size() > 3 &&
           host.substr(1, host.size() - 2).find_first_not_of("0123456789abcdefABCDEF:.") ==
               std::string_view::npos &&
           host.find(':') != std::string_view::npos;
  }
  return std::all_of(host.begin(), host.end(),
                     [](char c) {
                       return is_alphanumeric(c) || c == '-' || c == '.' || c == '_' ||
                              static_cast<unsigned char>(c) >= 0x80;
                     }) &&
         is_sound_if_numeric(host);
}

bool is_port(std::string_view port) {
  if (port.size() > 5 || port.find_first_not_of("0123456789") != std::string_view::npos) {
    return false;
  }
  int value = 0;
  for (const char c : port) value = value * 10 + (c - '0');
  return value <= 65535;
}

// user:password@host:port
bool is_authority(std::string_view authority) {
  const std::size_t at = authority.rfind('@');
  if (at != std::string_view::npos) authority.remove_prefix(at + 1);
  const std::size_t colon = authority.rfind(':');
  const std::size_t bracket = authority.rfind(']');
  const bool has_port =
      colon != std::string_view::npos && (bracket == std::string_view::npos || colon > bracket);
  return is_host(has_port ? authority.substr(0, colon) : authority) &&
         (!has_port || is_port(authority.substr(colon + 1)));
}

}  // namespace

std::optional<std::string> clean_href(std::string_view target) {
  const std::size_t colon = target.find(':');
  if (colon == std::string_view::npos || colon == 0) return {};
  const std::string scheme = ascii::to_lower(target.substr(0, colon));
  const std::string_view rest = target.substr(colon + 1);
  switch (kind_of(scheme)) {
    case SchemeKind::none:
      return {};
    case SchemeKind::opaque:
      if (rest.empty()) return {};
      return scheme + ":" + encode(rest);
    case SchemeKind::hierarchical:
      break;
  }
  if (!rest.starts_with("//")) return {};
  const std::size_t end = std::min(rest.find_first_of("/?#\\", 2), rest.size());
  const std::string_view authority = rest.substr(2, end - 2);
  if (!is_authority(authority)) return {};
  const std::size_t at = authority.rfind('@');
  // User names are for servers; what they hold is encoded like a path, the host is as it is.
  const std::string user =
      at == std::string_view::npos ? std::string{} : encode(authority.substr(0, at)) + "@";
  const std::string_view host = at == std::string_view::npos ? authority : authority.substr(at + 1);
  return scheme + "://" + user + std::string(host) + encode(rest.substr(end));
}

}  // namespace pressmark::xhtml
