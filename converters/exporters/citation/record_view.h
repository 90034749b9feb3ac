// converters/exporters/citation/record_view.h: reading a record field by field, and telling what a
// format had no field for.
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/base/diagnostics.h"
#include "core/model/metadata.h"

namespace pressmark::citation {

// What the format has no place for, where CSL has a variable for it: CSL-JSON has them all.
inline constexpr DiagnosticCode value_lost{
    "citation.value-lost", Severity::warning,
    "the format has no field for a value of the record, which was left out"};
// The same for what is Pressmark's own: digests, headlines, fields without a variable.
inline constexpr DiagnosticCode left_out{
    "citation.left-out", Severity::note,
    "the format has no field for a detail of the record, which was left out"};

// What a format can say beside the values themselves. The rest is reported.
struct Carries {
  bool positions = false;       // what a contributor was: "staff writer"
  bool uris = false;            // a contributor's ORCID or page
  bool date_ranges = false;     // the end of a range
  bool date_certainty = false;  // "about"
};

// Remembers what was asked for. Texts come as one line: line feeds and tabs are spaces.
class RecordView {
 public:
  explicit RecordView(const Metadata& record, Carries carries = {})
      : record_(record), carries_(carries) {}

  const Metadata& record() const { return record_; }
  ItemType type() const { return record_.type; }

  // The value on one line; empty where there is none.
  std::string text(Variable variable);
  const Date& date(DateVariable variable);
  std::vector<Contributor> with_role(Role role);
  // The keywords, each on one line; where there is no list, what CSL's `keyword` has, as one.
  std::vector<std::string> keywords();

  // That a value was asked for and could not be written after all.
  void lose(std::string_view value) { lost_.emplace(value); }

  // Reports each variable, date and role that has a value nobody asked for, what was lost of those
  // that were asked for ("author.position", "issued.end"), and what lose() was told. The subject is
  // the name of the format, as -t takes it, and of the value: "ris: collection-title".
  void report_left_out(std::string_view format, Diagnostics& diagnostics) const;

 private:
  void lose_details(std::set<std::string>& lost, std::set<std::string>& details) const;

  const Metadata& record_;
  Carries carries_;
  bool keywords_ = false;
  std::set<Variable> texts_;
  std::set<DateVariable> dates_;
  std::set<Role> roles_;
  std::set<std::string, std::less<>> lost_;
};

// Line feeds become one space each, with the white space around them; tabs become spaces.
std::string one_line(std::string_view text);

// "4" and "5" of "4-5" or "4–5"; the whole and nothing for anything else.
std::pair<std::string, std::string> page_range(const std::string& pages);

}  // namespace pressmark::citation
