// converters/importers/html/name_tokens.h: the words in a class, id or test name.
#pragma once

#include <functional>
#include <string_view>

namespace pressmark::html {

// Calls `use` with each word of an attribute value in lower case: names are divided at white space,
// hyphens, underscores and inner capitals ("articleBody" has "article" and "body"), and each whole
// name follows without its divisions ("articlebody"). Only the first 400 octets are read: longer
// values hold generated data. The views do not outlive the call.
void for_each_name_token(std::string_view value, const std::function<void(std::string_view)>& use);

}  // namespace pressmark::html
