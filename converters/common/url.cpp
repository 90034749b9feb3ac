#include "converters/common/url.h"

#include <algorithm>
#include <cstdint>
#include <vector>

#include "converters/common/digest.h"
#include "core/base/ascii.h"

namespace pressmark {
namespace {

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_digit(char c) { return c >= '0' && c <= '9'; }
using ascii::to_lower;

int hex_value(char c) {
  if (is_digit(c)) return c - '0';
  const char lower = to_lower(c);
  return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

// WHATWG URL, 4.4: C0 controls and spaces at the ends are cut, tabs and line ends removed.
std::string strip(std::string_view reference) {
  const auto is_edge = [](char c) { return static_cast<unsigned char>(c) <= 0x20; };
  while (!reference.empty() && is_edge(reference.front())) reference.remove_prefix(1);
  while (!reference.empty() && is_edge(reference.back())) reference.remove_suffix(1);
  std::string stripped;
  stripped.reserve(reference.size());
  for (const char c : reference) {
    if (c != '\t' && c != '\n' && c != '\r') stripped += c;
  }
  return stripped;
}

// Length of "scheme:" at the beginning (RFC 3986, 3.1) without the colon; 0 where there is none.
std::size_t scheme_length(std::string_view reference) {
  if (reference.empty() || !is_letter(reference.front())) return 0;
  for (std::size_t i = 1; i < reference.size(); ++i) {
    const char c = reference[i];
    if (c == ':') return i;
    if (!is_letter(c) && !is_digit(c) && c != '+' && c != '-' && c != '.') return 0;
  }
  return 0;
}

bool is_web_scheme(std::string_view scheme) { return scheme == "http" || scheme == "https"; }

// RFC 3986, 5.2.4, on a list of segments, so that it takes linear time.
std::string remove_dot_segments(std::string_view path) {
  std::vector<std::string_view> kept;
  const bool absolute = path.starts_with('/');
  bool trailing = false;
  std::size_t start = absolute ? 1 : 0;
  while (start <= path.size()) {
    const std::size_t end = std::min(path.find('/', start), path.size());
    const std::string_view segment = path.substr(start, end - start);
    const bool last = end == path.size();
    if (segment == "..") {
      if (!kept.empty()) kept.pop_back();
      trailing = last;
    } else if (segment == ".") {
      trailing = last;
    } else {
      kept.push_back(segment);
      trailing = false;
    }
    start = end + 1;
  }
  std::string out = absolute ? "/" : "";
  for (std::size_t i = 0; i < kept.size(); ++i) {
    if (i > 0) out += '/';
    out += kept[i];
  }
  if (trailing && !out.ends_with('/')) out += '/';
  return out;
}

// RFC 3986, 5.2.3.
std::string merge_paths(const UrlParts& base, const std::string& path) {
  if (base.authority && base.path.empty()) return "/" + path;
  const std::size_t slash = base.path.rfind('/');
  return slash == std::string::npos ? path : base.path.substr(0, slash + 1) + path;
}

// What may not stand in a URL (RFC 3986, appendix A) and is not percent-encoded yet. Octets above
// 0x7F stay: the address is shown to people as an IRI (RFC 3987).
bool must_be_encoded(char c) {
  const auto octet = static_cast<unsigned char>(c);
  return octet <= 0x20 || octet == 0x7F || c == '"' || c == '<' || c == '>' || c == '\\' ||
         c == '^' || c == '`' || c == '{' || c == '|' || c == '}';
}

// U+0080 to U+00A0 and the spaces from U+2000 to U+200B, U+2028, U+2029, U+202F, U+3000 in UTF-8.
std::size_t wide_space(std::string_view text) {
  if (text.starts_with("\xC2") && text.size() > 1 && static_cast<unsigned char>(text[1]) <= 0xA0) {
    return 2;
  }
  if (text.size() < 3) return 0;
  const std::string_view three = text.substr(0, 3);
  if (three == "\xE3\x80\x80" || three == "\xE2\x80\xA8" || three == "\xE2\x80\xA9" ||
      three == "\xE2\x80\xAF") {
    return 3;
  }
  if (three[0] == '\xE2' && three[1] == '\x80') {
    const auto third = static_cast<unsigned char>(three[2]);
    if (third >= 0x80 && third <= 0x8B) return 3;
  }
  return 0;
}

void append_encoded(std::string& out, char c) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  const auto octet = static_cast<unsigned char>(c);
  out += '%';
  out += digits[octet >> 4];
  out += digits[octet & 15];
}

std::string encode_forbidden(std::string_view url) {
  std::string out;
  out.reserve(url.size());
  for (std::size_t i = 0; i < url.size();) {
    const std::size_t space = wide_space(url.substr(i));
    if (space > 0) {
      for (std::size_t k = 0; k < space; ++k) append_encoded(out, url[i + k]);
      i += space;
      continue;
    }
    if (must_be_encoded(url[i])) {
      append_encoded(out, url[i]);
    } else {
      out += url[i];
    }
    ++i;
  }
  return out;
}

}  // namespace

UrlParts split_url(std::string_view reference) {
  UrlParts parts;
  const std::size_t scheme = scheme_length(reference);
  if (scheme > 0) {
    parts.scheme = to_lower(reference.substr(0, scheme));
    reference.remove_prefix(scheme + 1);
  }
  const std::size_t hash = reference.find('#');
  if (hash != std::string_view::npos) {
    parts.fragment = std::string(reference.substr(hash + 1));
    reference = reference.substr(0, hash);
  }
  const std::size_t question = reference.find('?');
  if (question != std::string_view::npos) {
    parts.query = std::string(reference.substr(question + 1));
    reference = reference.substr(0, question);
  }
  if (reference.starts_with("//")) {
    const std::size_t slash = std::min(reference.find('/', 2), reference.size());
    parts.authority = std::string(reference.substr(2, slash - 2));
    reference = reference.substr(slash);
  }
  parts.path = std::string(reference);
  return parts;
}

std::string join_url(const UrlParts& parts) {
  std::string url;
  if (parts.scheme) url += *parts.scheme + ":";
  if (parts.authority) url += "//" + *parts.authority;
  url += parts.path;
  if (parts.query) url += "?" + *parts.query;
  if (parts.fragment) url += "#" + *parts.fragment;
  return url;
}

std::string resolve_url(std::string_view base, std::string_view reference) {
  const std::string stripped = strip(reference);
  UrlParts parts = split_url(stripped);
  const UrlParts from = split_url(strip(base));
  // Browsers take '\' for '/' in web addresses (WHATWG URL, 4.4, "special" schemes).
  if (is_web_scheme(parts.scheme.value_or(from.scheme.value_or("")))) {
    if (parts.path.starts_with("\\") || parts.path.starts_with("/\\")) {
      std::string flipped = stripped;
      std::replace(flipped.begin(), flipped.end(), '\\', '/');
      parts = split_url(flipped);
    }
  }
  if (parts.scheme) {
    if (parts.authority) parts.path = remove_dot_segments(parts.path);
    return join_url(parts);
  }
  if (!from.scheme) return stripped;
  UrlParts target;
  target.scheme = from.scheme;
  target.fragment = parts.fragment;
  if (parts.authority) {
    target.authority = parts.authority;
    target.path = remove_dot_segments(parts.path);
    target.query = parts.query;
    return join_url(target);
  }
  target.authority = from.authority;
  if (parts.path.empty()) {
    target.path = from.path;
    target.query = parts.query ? parts.query : from.query;
  } else {
    target.path = remove_dot_segments(parts.path.starts_with('/') ? parts.path
                                                                  : merge_paths(from, parts.path));
    if (target.authority && !target.path.starts_with('/')) target.path.insert(0, "/");
    target.query = parts.query;
  }
  return join_url(target);
}

std::optional<std::string> clean_link_target(std::string_view base, std::string_view reference) {
  std::string url = resolve_url(base, reference);
  if (url.empty()) return std::nullopt;
  UrlParts parts = split_url(url);
  // "//host/path" has the scheme of the page, which is secure on nearly every site.
  if (!parts.scheme && !parts.authority.value_or("").empty()) {
    url = "https:" + url;
    parts = split_url(url);
  }
  if (parts.scheme) {
    constexpr std::string_view nowhere[] = {"javascript", "data",      "blob",       "about",
                                            "vbscript",   "file",      "filesystem", "view-source",
                                            "mhtml",      "livescript"};
    if (std::find(std::begin(nowhere), std::end(nowhere), *parts.scheme) != std::end(nowhere)) {
      return std::nullopt;
    }
    if (is_web_scheme(*parts.scheme) && parts.authority.value_or("").empty()) return std::nullopt;
    // A scheme without anything behind it leads nowhere.
    if (url.size() == parts.scheme->size() + 1) return std::nullopt;
  }
  return encode_forbidden(url);
}

std::string percent_decode(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '%' && i + 2 < text.size()) {
      const int high = hex_value(text[i + 1]);
      const int low = hex_value(text[i + 2]);
      if (high >= 0 && low >= 0) {
        out += static_cast<char>(high * 16 + low);
        i += 2;
        continue;
      }
    }
    out += text[i];
  }
  return out;
}

std::string host_of(std::string_view url) {
  const UrlParts parts = split_url(url);
  if (!parts.authority) return {};
  std::string_view host = *parts.authority;
  const std::size_t at = host.rfind('@');
  if (at != std::string_view::npos) host.remove_prefix(at + 1);
  if (host.starts_with('[')) {  // an IPv6 address
    const std::size_t end = host.find(']');
    host = end == std::string_view::npos ? host : host.substr(0, end + 1);
  } else {
    host = host.substr(0, host.find(':'));
  }
  std::string lower = to_lower(host);
  if (lower.starts_with("www.")) lower.erase(0, 4);
  return lower;
}

bool has_user_information(std::string_view url) {
  return split_url(url).authority.value_or("").find('@') != std::string::npos;
}

bool is_absolute_uri(std::string_view text) {
  constexpr std::string_view letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
  constexpr std::string_view in_schemes =
      "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+-.";
  const std::size_t colon = text.find(':');
  if (colon == std::string_view::npos || colon + 1 == text.size()) return false;
  if (letters.find(text.front()) == std::string_view::npos) return false;
  if (text.substr(0, colon).find_first_not_of(in_schemes) != std::string_view::npos) return false;
  return text.find_first_not_of(
             "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~:/"
             "?#[]@!$&'()*+,;=%") == std::string_view::npos;
}

bool is_web_url(std::string_view url) {
  const std::string host = host_of(url);
  return is_web_scheme(split_url(url).scheme.value_or("")) && !host.empty() &&
         host.find_first_of(" \t\r\n") == std::string::npos;
}

std::optional<DataUrl> decode_data_url(std::string_view url) {
  while (!url.empty() && static_cast<unsigned char>(url.front()) <= 0x20) url.remove_prefix(1);
  if (url.size() < 5 || to_lower(url.substr(0, 5)) != "data:") return std::nullopt;
  url.remove_prefix(5);
  const std::size_t comma = url.find(',');
  if (comma == std::string_view::npos) return std::nullopt;
  std::string_view header = url.substr(0, comma);
  const std::string body = percent_decode(url.substr(comma + 1));
  DataUrl result;
  constexpr std::string_view base64 = ";base64";
  bool encoded = false;
  while (!header.empty() && header.back() == ' ') header.remove_suffix(1);
  if (header.size() >= base64.size() &&
      to_lower(header.substr(header.size() - base64.size())) == base64) {
    encoded = true;
    header.remove_suffix(base64.size());
  }
  result.media_type = to_lower(header.substr(0, header.find(';')));
  if (result.media_type.empty()) result.media_type = "text/plain";
  if (!encoded) {
    result.data = body;
    return result;
  }
  std::optional<Bytes> octets = base64_decode(body);
  if (!octets) return std::nullopt;
  result.data = std::move(*octets);
  return result;
}

}  // namespace pressmark
