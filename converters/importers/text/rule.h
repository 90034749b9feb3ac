// converters/importers/text/rule.h: the rules that turn lines of plain text into an article.
//
// Plain text has no markup: everything but the words is concluded. Each conclusion is a rule with a
// name, and each can be switched off alone. The table of rule_table.cpp says what each finds;
// docs/formats/text.md shows the same table, and a test holds the two together.
#pragma once

#include <bitset>
#include <optional>
#include <span>
#include <string_view>

#include "core/base/result.h"

namespace pressmark::plain_text {

// In the order in which they work.
enum class Rule {
  mail,
  gutenberg,
  header_fields,
  end_marks,
  notes,
  language,
  slugs,
  headline,
  deck,
  bylines,
  date_lines,
  datelines,
  unwrap,
  hyphens,
  interviews,
  headings,
  tables,
  breaks,
  lists,
  code,
  quotations,
  definitions,
  verse,
  line_breaks,
  links,
  emphasis,
  credits,
};

// A row of the table of rules.
struct RuleDescription {
  Rule rule;
  std::string_view name;   // as options and documentation spell it: "header-fields"
  std::string_view finds;  // what it looks for, one sentence without a full stop
  std::string_view makes;  // what becomes of it
  // How sure the rule is of what it finds, from 0 to 1: our estimate, not a measurement. Where a
  // rule knows forms that differ, that of the surest; each finding has its own.
  double confidence;
  std::string_view example;  // lines that it takes, in a text where it works
};

// All rules in the order of the enumeration.
std::span<const RuleDescription> all_rules();
const RuleDescription& describe(Rule rule);

inline std::string_view to_string(Rule rule) { return describe(rule).name; }
std::optional<Rule> parse_rule(std::string_view name);

class Rules {
 public:
  static Rules all() { return Rules(~Bits{}); }
  static Rules none() { return Rules(Bits{}); }

  bool has(Rule rule) const { return bits_.test(static_cast<std::size_t>(rule)); }
  void add(Rule rule) { bits_.set(static_cast<std::size_t>(rule)); }
  void remove(Rule rule) { bits_.reset(static_cast<std::size_t>(rule)); }

 private:
  using Bits = std::bitset<32>;
  explicit Rules(Bits bits) : bits_(bits) {}
  Bits bits_;
};

// Rules as an option's value has them: names with "-" (off) or "+" (on) before each, from all on;
// "none" and "all" as the first word set the start: "-headings,-lists", "none,+links". Fails with
// ErrorKind::usage for a word that is no rule; the error names them all.
Result<Rules> parse_rules(std::string_view value);

}  // namespace pressmark::plain_text
