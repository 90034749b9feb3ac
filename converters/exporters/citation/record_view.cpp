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

std::vector<std::string> RecordView::keywords() {
  keywords_ = true;
  std::vector<std::string> words;
  for (const auto& keyword : record_.keywords) words.push_back(one_line(keyword.value));
  std::string all = text(Variable::keyword);
  if (words.empty() && !all.empty()) words.push_back(std::move(all));
  return words;
}

// What values that were written had beside them.
void RecordView::lose_details(std::set<std::string>& lost, std::set<std::string>& details) const {
  for (const Contributor& contributor : record_.contributors) {
    if (!roles_.contains(contributor.role)) continue;
    const std::string role(to_string(contributor.role));
    if (!carries_.positions && !contributor.position.empty()) details.insert(role + ".position");
    if (!carries_.uris && !contributor.name.uri.empty()) details.insert(role + ".uri");
  }
  for (const auto& [variable, date] : record_.dates()) {
    if (!dates_.contains(variable)) continue;
    const std::string name(to_string(variable));
    if (!carries_.date_ranges && date.value.end) lost.insert(name + ".end");
    if (!carries_.date_certainty && date.value.circa) lost.insert(name + ".circa");
  }
}

void RecordView::report_left_out(std::string_view format, Diagnostics& diagnostics) const {
  std::set<std::string> lost(lost_.begin(), lost_.end());
  std::set<std::string> details;
  for (const auto& [variable, value] : record_.texts()) {
    if (texts_.contains(variable)) continue;
    // The key is a handle of the list that it stands in, and says nothing of the work.
    const bool of_the_work = is_csl(variable) && variable != Variable::citation_key;
    (of_the_work ? lost : details).emplace(to_string(variable));
  }
  for (const auto& [variable, value] : record_.dates()) {
    if (dates_.contains(variable)) continue;
    (is_csl(variable) ? lost : details).emplace(to_string(variable));
  }
  for (const Contributor& contributor : record_.contributors) {
    if (!roles_.contains(contributor.role)) lost.emplace(to_string(contributor.role));
  }
  if (!keywords_ && !record_.keywords.empty()) lost.emplace(to_string(Variable::keyword));
  for (const auto& [key, value] : record_.extra) details.insert(key);
  lose_details(lost, details);
  const auto report = [&](const DiagnosticCode& code, const std::set<std::string>& values) {
    for (const std::string& value : values) {
      diagnostics.report(code, std::string(format) + ": " + value);
    }
  };
  report(value_lost, lost);
  report(left_out, details);
}

std::string one_line(std::string_view text) {
  std::string line;
  line.reserve(text.size());
  bool broken = false;  // white space with a line feed in it stands before what comes
  for (const char c : text) {
    if (c == '\n' || (broken && (c == ' ' || c == '\t'))) {
      while (line.ends_with(' ')) line.pop_back();
      broken = true;
      continue;
    }
    if (broken && !line.empty()) line += ' ';
    broken = false;
    line += c == '\t' ? ' ' : c;
  }
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
