// converters/common/check_report.h: what the checkers of finished files say.
#pragma once

#include <string>
#include <vector>

namespace pressmark {

// One rule that a file breaks.
struct CheckFinding {
  std::string code;  // the rule: its standard and clause, as the checker's page in docs/ lists them
  std::string
      place;         // where in the file: "page 3", "object 12", "line 7"; empty for the whole file
  std::string text;  // what is wrong, one sentence without a final full stop
};

struct CheckReport {
  std::vector<std::string> standards;  // what the file was checked for: "PDF/A-3a"
  std::vector<CheckFinding> findings;  // in the order of the file; none: no rule is broken
};

}  // namespace pressmark
