#include "converters/importers/text/rule.h"

#include <algorithm>
#include <string>

namespace pressmark::plain_text {
namespace {

Error unknown_rule(std::string_view word) {
  std::string known;
  for (const RuleDescription& rule : all_rules()) {
    known += known.empty() ? "" : ", ";
    known += rule.name;
  }
  return Error(ErrorKind::usage, "there is no rule '" + std::string(word) + "' for plain text",
               "write -NAME or +NAME, or begin with 'none' or 'all'; the rules are: " + known);
}

}  // namespace

Result<Rules> parse_rules(std::string_view value) {
  Rules rules = Rules::all();
  while (!value.empty()) {
    const std::size_t comma = std::min(value.find(','), value.size());
    const std::string_view word = value.substr(0, comma);
    value.remove_prefix(std::min(comma + 1, value.size()));
    if (word == "all") {
      rules = Rules::all();
    } else if (word == "none") {
      rules = Rules::none();
    } else {
      const bool signed_word = word.starts_with('-') || word.starts_with('+');
      const auto rule = signed_word ? parse_rule(word.substr(1)) : std::nullopt;
      if (!rule) return unknown_rule(word);
      word.starts_with('-') ? rules.remove(*rule) : rules.add(*rule);
    }
  }
  return rules;
}

}  // namespace pressmark::plain_text
