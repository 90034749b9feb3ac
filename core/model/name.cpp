#include "core/model/name.h"

#include <array>
#include <utility>

namespace pressmark {
namespace {

constexpr std::array<std::string_view, 26> role_names = {"author",
                                                         "chair",
                                                         "collection-editor",
                                                         "compiler",
                                                         "composer",
                                                         "container-author",
                                                         "contributor",
                                                         "curator",
                                                         "director",
                                                         "editor",
                                                         "editorial-director",
                                                         "executive-producer",
                                                         "guest",
                                                         "host",
                                                         "illustrator",
                                                         "interviewer",
                                                         "narrator",
                                                         "organizer",
                                                         "original-author",
                                                         "performer",
                                                         "producer",
                                                         "recipient",
                                                         "reviewed-author",
                                                         "script-writer",
                                                         "series-creator",
                                                         "translator"};

void append_word(std::string& line, std::string_view word) {
  if (word.empty()) return;
  // A particle that ends in an apostrophe or hyphen joins the name: d'Alembert, al-Biruni.
  const bool joins = !line.empty() && (line.back() == '\'' || line.back() == '-' ||
                                       std::string_view(line).ends_with("\u2019"));
  if (!line.empty() && !joins) line += ' ';
  line += word;
}

}  // namespace

Name literal_name(std::string literal) {
  Name name;
  name.literal = std::move(literal);
  return name;
}

Name person_name(std::string given, std::string family) {
  Name name;
  name.given = std::move(given);
  name.family = std::move(family);
  return name;
}

std::string display_name(const Name& name) {
  if (!name.is_person()) return name.literal;
  std::string line;
  append_word(line, name.given);
  append_word(line, name.dropping_particle);
  append_word(line, name.non_dropping_particle);
  append_word(line, name.family);
  append_word(line, name.suffix);
  return line;
}

std::string sort_name(const Name& name) {
  if (!name.is_person()) return name.literal;
  if (name.family.empty()) return display_name(name);
  std::string line = name.family;
  std::string rest;
  append_word(rest, name.given);
  append_word(rest, name.dropping_particle);
  append_word(rest, name.non_dropping_particle);
  if (!rest.empty()) line += ", " + rest;
  if (!name.suffix.empty()) line += ", " + name.suffix;
  return line;
}

std::string_view to_string(Role role) { return role_names[static_cast<std::size_t>(role)]; }

std::optional<Role> parse_role(std::string_view csl_name) {
  for (std::size_t i = 0; i < role_names.size(); ++i) {
    if (role_names[i] == csl_name) return static_cast<Role>(i);
  }
  return {};
}

}  // namespace pressmark
