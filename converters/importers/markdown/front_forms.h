// converters/importers/markdown/front_forms.h: records at the start of Markdown in other forms than
// YAML and TOML between marks.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace pressmark::markdown {

// The same as YAML between "---", and the octets it takes at the start of the text.
struct FrontForm {
  std::string yaml;
  std::size_t octets = 0;
};

// Pandoc's title block ("% Title", "% Author; Author", "% Date"), MultiMarkdown's fields ("Title:
// ..." and others up to a blank line, at least two of them known), or an object of JSON on lines of
// its own. Absent for any other text.
std::optional<FrontForm> find_front_form(std::string_view text);

// A YAML block between "---" with each value of a line in quotation marks that is no YAML as it
// stands: "title: The garden: a history", "tags: [a, b". Absent where there is no such block.
std::optional<FrontForm> mend_yaml(std::string_view text);

}  // namespace pressmark::markdown
