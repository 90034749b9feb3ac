#include "core/model/doi.h"

#include <algorithm>
#include <array>
#include <utility>

#include "core/base/ascii.h"

namespace pressmark {
namespace {

constexpr std::array<std::string_view, 4> resolvers = {"https://doi.org/", "http://doi.org/",
                                                       "https://dx.doi.org/", "http://dx.doi.org/"};
constexpr std::array<std::string_view, 5> prefixes = {"doi:", "doi ", "info:doi/", "doi.org/",
                                                      "dx.doi.org/"};

int hex_digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  const char lower = ascii::to_lower(c);
  return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

std::string percent_decoded(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool encoded = text[i] == '%' && i + 2 < text.size() && hex_digit(text[i + 1]) >= 0 &&
                         hex_digit(text[i + 2]) >= 0;
    out +=
        encoded ? static_cast<char>(16 * hex_digit(text[i + 1]) + hex_digit(text[i + 2])) : text[i];
    if (encoded) i += 2;
  }
  return out;
}

// "10.", the registrant's number, a stroke and something.
bool is_name(std::string_view text) {
  if (!text.starts_with("10.")) return false;
  const std::size_t stroke = text.find('/');
  return stroke != std::string_view::npos && stroke > 3 && stroke + 1 < text.size() &&
         text.find_first_of(" \t\n") == std::string_view::npos;
}

}  // namespace

bool is_doi_address(std::string_view url) {
  const std::string lower = ascii::to_lower(url);
  return std::ranges::any_of(resolvers, [&](std::string_view start) {
    return lower.starts_with(start) && is_name(url.substr(start.size()));
  });
}

void settle_doi(Metadata& record) {
  const Sourced<std::string>* own = record.find(Variable::doi);
  const Sourced<std::string>* url = record.find(Variable::url);
  if (own == nullptr && (url == nullptr || !is_doi_address(url->value))) return;
  const Sourced<std::string> written = own != nullptr ? *own : *url;
  std::string name = doi_name(written.value);
  if (!name.empty() && name != record.text(Variable::doi)) {
    record.set(Variable::doi, std::move(name), written.evidence);
  }
}

std::string doi_name(std::string_view written) {
  if (is_name(written)) return std::string(written);
  const std::string lower = ascii::to_lower(written);
  for (const std::string_view start : resolvers) {
    if (!lower.starts_with(start)) continue;
    const std::string name = percent_decoded(written.substr(start.size()));
    return is_name(name) ? name : std::string();
  }
  for (const std::string_view start : prefixes) {
    if (!lower.starts_with(start)) continue;
    std::string_view name = written.substr(start.size());
    while (name.starts_with(' ')) name.remove_prefix(1);
    return is_name(name) ? std::string(name) : std::string();
  }
  return {};
}

}  // namespace pressmark
