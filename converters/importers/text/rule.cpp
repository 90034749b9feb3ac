#include "converters/importers/text/rule.h"

#include <algorithm>
#include <array>
#include <string>

namespace pressmark::plain_text {
namespace {

constexpr std::array<std::string_view, static_cast<std::size_t>(Rule::language) + 1> names = {
    "header-fields", "gutenberg",  "slugs",     "end-marks",   "credits",    "headline", "deck",
    "bylines",       "date-lines", "datelines", "unwrap",      "hyphens",    "headings", "lists",
    "definitions",   "quotations", "verse",     "line-breaks", "interviews", "tables",   "code",
    "breaks",        "notes",      "links",     "emphasis",    "language"};

Error unknown_rule(std::string_view word) {
  std::string known;
  for (const std::string_view name : names) {
    known += known.empty() ? "" : ", ";
    known += name;
  }
  return Error(ErrorKind::usage, "there is no rule '" + std::string(word) + "' for plain text",
               "write -NAME or +NAME, or begin with 'none' or 'all'; the rules are: " + known);
}

}  // namespace

std::string_view to_string(Rule rule) { return names[static_cast<std::size_t>(rule)]; }

std::optional<Rule> parse_rule(std::string_view name) {
  const auto found = std::ranges::find(names, name);
  if (found == names.end()) return {};
  return static_cast<Rule>(found - names.begin());
}

const std::vector<Rule>& all_rules() {
  static const std::vector<Rule> all = [] {
    std::vector<Rule> rules;
    for (std::size_t i = 0; i < names.size(); ++i) rules.push_back(static_cast<Rule>(i));
    return rules;
  }();
  return all;
}

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
