// converters/common/babel_names.h: babel's names of languages, which bibliography files have in the
// field `langid`.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace pressmark {

// "ngerman" for "de-AT"; empty where babel has no name for the language that is listed here.
std::string babel_name(std::string_view tag);

// "de" for "ngerman", whatever its case; also for other names in use ("german", "hungarian").
std::optional<std::string> language_of_babel_name(std::string_view name);

}  // namespace pressmark
