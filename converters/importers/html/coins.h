// converters/importers/html/coins.h: COinS, the OpenURL in a span's title that citation managers
// read (ANSI/NISO Z39.88-2004, key/encoded-value format).
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace pressmark::html {

// The keys and values of a ContextObject in its order, percent signs and "+" decoded: {"rft.au",
// "Ann Lee"}. Values that are no UTF-8 text and keys without value are left out.
std::vector<std::pair<std::string, std::string>> read_coins(std::string_view title);

}  // namespace pressmark::html
