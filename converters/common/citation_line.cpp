#include "converters/common/citation_line.h"

#include <initializer_list>
#include <string_view>

namespace pressmark {
namespace {

std::string first_of(const Metadata& record, std::initializer_list<Variable> variables) {
  for (const Variable variable : variables) {
    if (!record.text(variable).empty()) return record.text(variable);
  }
  return {};
}

void append_part(std::string& line, const std::string& part, std::string_view separator) {
  if (part.empty()) return;
  if (!line.empty()) line += separator;
  line += part;
}

}  // namespace

std::string source_line(const Metadata& record) {
  std::string line = first_of(
      record, {Variable::container_title, Variable::site, Variable::source, Variable::publisher});
  std::string place;
  append_part(place, record.text(Variable::volume), "");
  if (!record.text(Variable::issue).empty()) place += "(" + record.text(Variable::issue) + ")";
  append_part(line, place, " ");
  // A day without its year stands in the dateline.
  const Date& issued = record.date(DateVariable::issued);
  if (issued.start.year) append_part(line, day_string(issued), " · ");
  if (!issued.literal.empty()) append_part(line, issued.literal, " · ");
  return line;
}

std::string citation_line(const Metadata& record) {
  std::string names;
  for (const Contributor& author : record.with_role(Role::author)) {
    append_part(names, display_name(author.name), ", ");
  }
  const std::string title = record.text(Variable::title);
  std::string line = names;
  append_part(line, title, ": ");
  const auto end_sentence = [&] {
    if (line.empty()) return;
    const char last = line.back();
    if (last != '.' && last != '?' && last != '!') line += '.';
  };
  end_sentence();
  const std::string source = source_line(record);
  append_part(line, source, " ");
  if (!source.empty()) end_sentence();
  return line;
}

}  // namespace pressmark
