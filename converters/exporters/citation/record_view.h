// converters/exporters/citation/record_view.h: reading a record field by field, and telling what a
// format had no field for.
#pragma once

#include <set>
#include <string>

#include "core/base/diagnostics.h"
#include "core/model/metadata.h"

namespace pressmark::citation {

// A value of the record that the format has no field for; CSL-JSON has them all.
inline constexpr DiagnosticCode left_out{
    "citation.left-out", Severity::note,
    "the format has no field for a value of the record, which was left out"};

// Remembers what was asked for. Texts come as one line: line feeds and tabs are spaces.
class RecordView {
 public:
  explicit RecordView(const Metadata& record) : record_(record) {}

  const Metadata& record() const { return record_; }
  ItemType type() const { return record_.type; }

  // The value on one line; empty where there is none.
  std::string text(Variable variable);
  const Date& date(DateVariable variable);
  std::vector<Contributor> with_role(Role role);

  // Reports each variable, date and role that has a value nobody asked for; the subject is the name
  // of the format, as -t takes it, and of the value: "ris: collection-title".
  void report_left_out(std::string_view format, Diagnostics& diagnostics) const;

 private:
  const Metadata& record_;
  std::set<Variable> texts_;
  std::set<DateVariable> dates_;
  std::set<Role> roles_;
};

// Line feeds and tabs become spaces.
std::string one_line(std::string_view text);

// "4" and "5" of "4-5" or "4–5"; the whole and nothing for anything else.
std::pair<std::string, std::string> page_range(const std::string& pages);

}  // namespace pressmark::citation
