// converters/importers/text/rule.h: the rules that turn lines of plain text into an article.
//
// Plain text has no markup: everything but the words is concluded. Each conclusion is a rule with a
// name, and each can be switched off alone (docs/formats/text.md lists them with examples).
#pragma once

#include <bitset>
#include <optional>
#include <string_view>
#include <vector>

#include "core/base/result.h"

namespace pressmark::plain_text {

enum class Rule {
  header_fields,  // "Subject: ...", "Date: ..." above the text; front matter between "---" lines
  gutenberg,      // the frame around books of Project Gutenberg
  slugs,          // what wire services write above a story
  end_marks,      // "-30-", "###", "(END)", "(more)"
  credits,        // "(Reporting by A; Editing by B)"
  headline,
  deck,
  bylines,
  date_lines,  // a line that is a date, "Updated: ..."
  datelines,   // "MOSCOW, October 12. /TASS/."
  unwrap,      // lines that were broken at a width are joined
  hyphens,     // words divided at the end of such lines are joined
  headings,    // underlined, numbered, in capitals, "## ..."
  lists,
  definitions,  // a term, and below it an indented text
  quotations,   // "> ...", indented blocks
  verse,
  line_breaks,  // the short lines of an address
  interviews,   // "Q: ...", "NAME: ..."
  tables,       // columns, tabs, pipes
  code,         // indented or fenced
  breaks,       // "* * *"
  notes,        // "[1]" in the text and "[1] ..." below it
  links,        // URLs, e-mail addresses, DOIs
  emphasis,     // _so_ and *so*
  language,     // told by letters and frequent words
};

// The name as options and documentation spell it: "header-fields".
std::string_view to_string(Rule rule);
std::optional<Rule> parse_rule(std::string_view name);
const std::vector<Rule>& all_rules();

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
