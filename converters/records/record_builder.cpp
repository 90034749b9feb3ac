#include "converters/records/record_builder.h"

#include <algorithm>
#include <vector>

#include "converters/records/records.h"
#include "core/base/utf8.h"
#include "core/model/doi.h"
#include "core/model/validate.h"

namespace pressmark::records {

RecordBuilder::RecordBuilder(std::string_view source, Diagnostics& diagnostics)
    : source_(source), diagnostics_(diagnostics) {
  record_.type = ItemType::document;
}

void RecordBuilder::type(ItemType type) {
  record_.type = type;
  record_.type_evidence = evidence();
}

void RecordBuilder::text(Variable variable, std::string value, std::string_view field) {
  value = trimmed(value);
  if (value.empty()) return;
  if (variable == Variable::language && !is_language_tag(value)) return ignore(field);
  if (record_.find(variable) == nullptr) {
    record_.set(variable, std::move(value), evidence());
  } else if (record_.text(variable) != value) {
    unknown(field, std::move(value));
  }
}

void RecordBuilder::date(DateVariable variable, std::string_view written, std::string_view field) {
  const std::string words = trimmed(written);
  if (words.empty()) return;
  const auto parsed = parse_date(words);
  date(variable, parsed ? *parsed : Date{.start = {}, .literal = words}, field);
}

void RecordBuilder::date(DateVariable variable, Date value, std::string_view field) {
  if (value.empty()) return;
  if (!is_valid(value)) return ignore(field);
  if (record_.find(variable) == nullptr) record_.set(variable, std::move(value), evidence());
}

void RecordBuilder::name(Role role, Name name, std::string position) {
  if (name.empty()) return;
  record_.contributors.push_back({role, std::move(name), std::move(position), evidence()});
}

void RecordBuilder::keyword(std::string value) {
  value = trimmed(value);
  if (!value.empty()) record_.keywords.push_back({std::move(value), evidence()});
}

void RecordBuilder::unknown(std::string_view field, std::string value) {
  value = trimmed(value);
  if (value.empty()) return;
  diagnostics_.report(unknown_field, utf8::to_text(field));
  std::string& kept = record_.extra[utf8::to_text(field)];
  if (!kept.empty()) kept += '\n';
  kept += value;
}

void RecordBuilder::ignore(std::string_view field) {
  diagnostics_.report(ignored_field, utf8::to_text(field));
}

void RecordBuilder::doi(std::string value, std::string_view field) {
  value = trimmed(value);
  std::string name = doi_name(value);
  text(Variable::doi, name.empty() ? std::move(value) : std::move(name), field);
}

std::string trimmed(std::string_view text) {
  const std::size_t first = text.find_first_not_of(" \t\n");
  if (first == std::string_view::npos) return {};
  return std::string(text.substr(first, text.find_last_not_of(" \t\n") - first + 1));
}

Name name_by_commas(std::string_view text) {
  const std::size_t comma = text.find(',');
  if (comma == std::string_view::npos) return literal_name(trimmed(text));
  const std::string_view rest = text.substr(comma + 1);
  const std::size_t second = rest.find(',');
  Name name = person_name(trimmed(rest.substr(0, second)), trimmed(text.substr(0, comma)));
  if (second != std::string_view::npos) name.suffix = trimmed(rest.substr(second + 1));
  if (name.given.empty() && name.suffix.empty()) return literal_name(name.family);
  return name;
}

Name name_by_order(std::string_view text) {
  if (text.find(',') != std::string_view::npos) return name_by_commas(text);
  const std::string all = trimmed(text);
  const std::size_t space = all.rfind(' ');
  if (space == std::string::npos) return literal_name(all);
  return person_name(trimmed(std::string_view(all).substr(0, space)), all.substr(space + 1));
}

}  // namespace pressmark::records
