#include "converters/importers/text/links.h"

#include <algorithm>

#include "converters/importers/text/characters.h"
#include "core/base/ascii.h"
#include "core/base/utf8.h"

namespace pressmark::plain_text {
namespace {

constexpr std::size_t longest_link = 2000;
constexpr std::size_t longest_address = 254;

bool is_alphanumeric(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

bool is_url_character(char c) {
  return is_alphanumeric(c) ||
         std::string_view("-._~:/?#[]@!$&'()*+,;=%").find(c) != std::string_view::npos;
}

// The end of a URL's characters from `start`: ASCII ones and letters of scripts with word spaces.
std::size_t url_end(std::string_view text, std::size_t start) {
  std::size_t end = start;
  while (end < text.size() && end - start < longest_link) {
    if (static_cast<unsigned char>(text[end]) < 0x80) {
      if (!is_url_character(text[end])) break;
      ++end;
      continue;
    }
    const utf8::Decoded c = utf8::decode(text, end);
    if (!is_letter(c.code_point) || is_ideograph(c.code_point)) break;
    end += static_cast<std::size_t>(c.size);
  }
  return end;
}

// Without final punctuation, and closing brackets that were not opened inside.
std::string_view without_final_marks(std::string_view url) {
  while (!url.empty()) {
    const char last = url.back();
    if (std::string_view(".,;:!?'*").find(last) != std::string_view::npos) {
      url.remove_suffix(1);
      continue;
    }
    const char open = last == ')' ? '(' : last == ']' ? '[' : '\0';
    if (open == '\0' || std::ranges::count(url, open) >= std::ranges::count(url, last)) {
      break;
    }
    url.remove_suffix(1);
  }
  return url;
}

std::string percent_encoded(std::string_view url) {
  constexpr char digits[] = "0123456789ABCDEF";
  std::string encoded;
  for (const char c : url) {
    const auto octet = static_cast<unsigned char>(c);
    if (octet < 0x80) {
      encoded += c;
    } else {
      encoded += '%';
      encoded += digits[octet >> 4];
      encoded += digits[octet & 0xF];
    }
  }
  return encoded;
}

bool starts_with_folded(std::string_view text, std::string_view prefix) {
  if (text.size() < prefix.size()) return false;
  return std::ranges::equal(text.substr(0, prefix.size()), prefix,
                            [](char a, char b) { return ascii::to_lower(a) == b; });
}

// A host has a full stop with something on both sides.
bool has_host(std::string_view after_scheme) {
  const std::string_view part = after_scheme.substr(0, 253);
  const std::string_view host = part.substr(0, part.find_first_of("/?# \n"));
  const std::size_t dot = host.find('.');
  return dot != std::string_view::npos && dot > 0 && dot + 1 < host.size();
}

std::optional<FoundLink> find_url(std::string_view text, std::size_t position) {
  const std::string_view rest = text.substr(position);
  for (const std::string_view scheme : {"https://", "http://", "ftp://", "www."}) {
    if (!starts_with_folded(rest, scheme)) continue;
    if (!has_host(rest.substr(scheme.size()))) return {};
    const std::string_view url =
        without_final_marks(text.substr(position, url_end(text, position) - position));
    if (url.size() <= scheme.size() || !has_host(url.substr(scheme.size()))) return {};
    const bool bare = scheme == "www.";
    return FoundLink{position, url.size(), (bare ? "https://" : "") + percent_encoded(url)};
  }
  return {};
}

// "doi:10.1000/182", "DOI 10.1000/182", "10.1000/182".
std::optional<FoundLink> find_doi(std::string_view text, std::size_t position) {
  std::size_t start = position;
  const std::string_view rest = text.substr(position, 300);
  if (!starts_with_folded(rest, "doi") && !rest.starts_with("10.")) return {};
  if (starts_with_folded(rest, "doi")) {
    start += 3;
    if (start < text.size() && text[start] == ':') ++start;
    while (start < text.size() && text[start] == ' ' && start < position + 6) ++start;
  }
  const std::string_view name = without_final_marks(
      text.substr(start, std::min<std::size_t>(url_end(text, start) - start, 250)));
  if (doi_of(name) != name || name.empty()) return {};
  return FoundLink{position, start - position + name.size(),
                   "https://doi.org/" + percent_encoded(name)};
}

bool is_local_character(char c) {
  return is_alphanumeric(c) || std::string_view("._%+-").find(c) != std::string_view::npos;
}

std::optional<FoundLink> find_address(std::string_view text, std::size_t position) {
  std::size_t at = position;
  while (at < text.size() && at - position < 64 && is_local_character(text[at])) ++at;
  if (at == position || at >= text.size() || text[at] != '@' || text[position] == '.') return {};
  std::size_t end = at + 1;
  std::size_t dots = 0;
  while (end < text.size() && end - position < longest_address &&
         (is_alphanumeric(text[end]) || text[end] == '-' || text[end] == '.')) {
    dots += text[end] == '.';
    ++end;
  }
  while (end > at + 1 && (text[end - 1] == '.' || text[end - 1] == '-')) {
    dots -= text[end - 1] == '.';
    --end;
  }
  if (dots == 0 || end <= at + 3) return {};
  const std::string_view address = text.substr(position, end - position);
  return FoundLink{position, address.size(), "mailto:" + std::string(address)};
}

}  // namespace

std::string_view doi_of(std::string_view words) {
  // DOI handbook, 2.2: "10.", a registrant of four or more digits, a slash, a suffix.
  const std::size_t start = words.find("10.");
  if (start == std::string_view::npos) return {};
  const std::string_view name = words.substr(start);
  std::size_t digits = 3;
  while (digits < name.size() && is_ascii_digit(static_cast<unsigned char>(name[digits]))) ++digits;
  if (digits < 7 || digits > 12 || digits + 1 >= name.size() || name[digits] != '/') return {};
  return name;
}

std::optional<FoundLink> find_link_at(std::string_view text, std::size_t position) {
  if (text[position] == '<') {
    auto inner = position + 1 < text.size() ? find_link_at(text, position + 1) : std::nullopt;
    if (!inner || text[position + 1] == '<') return {};
    const std::size_t end = inner->start + inner->length;
    if (end >= text.size() || text[end] != '>') return {};
    return FoundLink{position, end + 1 - position, std::move(inner->target)};
  }
  if (auto found = find_url(text, position)) return found;
  if (auto found = find_doi(text, position)) return found;
  return find_address(text, position);
}

bool is_address_or_handle(std::string_view words) {
  if (words.starts_with('@')) return words.find(' ') == words.npos;
  const auto link = find_link_at(words, 0);
  return link && link->length == words.size();
}

}  // namespace pressmark::plain_text
