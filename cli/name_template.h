// cli/name_template.h: names of outputs made of what is known of an article:
// "{year}/{date}-{name}".
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/model/document.h"

namespace pressmark::cli {

// The fields: {name} the name of the input's outputs, a number behind equal ones; {id} eight
// hexadecimal digits of SHA-256 of the item's id; {title} the words of the title with '-' between
// them, ASCII letters in lower case, at most 60 octets; {key} the citation key
// ("perez2026harbour"); {date} and {year} of issue; {lang} the language tag. A '/' outside a field
// makes a folder.
class NameTemplate {
 public:
  // Fails with ErrorKind::usage for an unknown field, for braces that do not match, for a part of
  // the path that is empty or begins with '.', and where neither {name} nor {id} is there, which
  // tell the outputs of two articles of one title apart.
  static Result<NameTemplate> parse(std::string_view text);

  // The name, without extension, '/' between folders. What the article lacks is "unknown".
  std::string name_of(const Document& document, const std::string& item_name,
                      const std::string& item_id) const;

 private:
  struct Part {
    std::string text;  // of a field: its name
    bool is_field = false;
  };
  std::vector<Part> parts_;
};

}  // namespace pressmark::cli
