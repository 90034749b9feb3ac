#include "converters/importers/html/coins.h"

#include <algorithm>

#include "converters/common/url.h"
#include "converters/importers/html/plain_text.h"
#include "core/base/utf8.h"

namespace pressmark::html {
namespace {

constexpr std::size_t most_pairs = 200;

std::string decoded(std::string_view text) {
  std::string spaced(text);
  std::ranges::replace(spaced, '+', ' ');
  return percent_decode(spaced);
}

}  // namespace

std::vector<std::pair<std::string, std::string>> read_coins(std::string_view title) {
  std::vector<std::pair<std::string, std::string>> pairs;
  while (!title.empty() && pairs.size() < most_pairs) {
    const std::size_t end = std::min(title.find('&'), title.size());
    const std::string_view pair = title.substr(0, end);
    title.remove_prefix(std::min(end + 1, title.size()));
    const std::size_t equals = pair.find('=');
    if (equals == std::string_view::npos || equals == 0) continue;
    const std::string value = decoded(pair.substr(equals + 1));
    if (!utf8::is_valid(value)) continue;
    std::string plain = plain_text(value);
    if (!plain.empty()) pairs.emplace_back(std::string(pair.substr(0, equals)), std::move(plain));
  }
  return pairs;
}

}  // namespace pressmark::html
