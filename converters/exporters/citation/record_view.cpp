#include "converters/exporters/citation/record_view.h"

#include <algorithm>

namespace pressmark::citation {

std::string RecordView::text(Variable variable) {
  texts_.insert(variable);
  return one_line(record_.text(variable));
}

const Date& RecordView::date(DateVariable variable) {
  dates_.insert(variable);
  return record_.date(variable);
}

std::vector<Contributor> RecordView::with_role(Role role) {
  roles_.insert(role);
  return record_.with_role(role);
}

void RecordView::report_left_out(std::string_view format, Diagnostics& diagnostics) const {
  const auto report = [&](std::string_view value) {
    diagnostics.report(left_out, std::string(format) + ": " + std::string(value));
  };
  for (const auto& [variable, value] : record_.texts()) {
    if (!texts_.contains(variable)) report(to_string(variable));
  }
  for (const auto& [variable, value] : record_.dates()) {
    if (!dates_.contains(variable)) report(to_string(variable));
  }
  std::set<Role> reported;
  for (const Contributor& contributor : record_.contributors) {
    if (!roles_.contains(contributor.role) && reported.insert(contributor.role).second) {
      report(to_string(contributor.role));
    }
  }
  for (const auto& [key, value] : record_.extra) report(key);
}

std::string one_line(std::string_view text) {
  std::string line(text);
  std::ranges::replace(line, '\n', ' ');
  std::ranges::replace(line, '\t', ' ');
  return line;
}

std::pair<std::string, std::string> page_range(const std::string& pages) {
  for (const std::string_view dash : {"–", "--", "-"}) {
    const std::size_t place = pages.find(dash);
    if (place == std::string::npos || place == 0) continue;
    std::string last = pages.substr(place + dash.size());
    if (last.empty() || last.find_first_of("-,;") != std::string::npos) break;
    return {pages.substr(0, place), std::move(last)};
  }
  return {pages, ""};
}

}  // namespace pressmark::citation
