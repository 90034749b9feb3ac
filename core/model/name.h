// core/model/name.h: names of persons and organisations, and the roles they have.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace pressmark {

// A person in CSL's parts, or a literal: an agency, a desk, a name that cannot be divided. Exactly
// one of `literal` and (`family` or `given`) is in use; a literal is never pressed into a family
// name.
struct Name {
  std::string family = {};
  std::string given = {};
  std::string dropping_particle = {};      // "de" in "Jean de La Fontaine"
  std::string non_dropping_particle = {};  // "van" in "Vincent van Gogh"
  std::string suffix = {};                 // "Jr.", "III"
  std::string literal = {};
  std::string uri = {};  // ORCID, ISNI, VIAF or home page, as a URL

  bool is_person() const { return literal.empty(); }
  bool empty() const { return literal.empty() && family.empty() && given.empty(); }
  bool operator==(const Name&) const = default;
};

Name literal_name(std::string literal);
Name person_name(std::string given, std::string family);

// "Vincent van Gogh", "Sammy Davis Jr.": as a byline says it.
std::string display_name(const Name& name);
// "Gogh, Vincent van", "Davis, Sammy, Jr.": for sorting and file-as.
std::string sort_name(const Name& name);

// The name variables of CSL 1.0.2 (appendix IV).
enum class Role {
  author,
  chair,
  collection_editor,
  compiler,
  composer,
  container_author,
  contributor,
  curator,
  director,
  editor,
  editorial_director,
  executive_producer,
  guest,
  host,
  illustrator,
  interviewer,
  narrator,
  organizer,
  original_author,
  performer,
  producer,
  recipient,
  reviewed_author,
  script_writer,
  series_creator,
  translator,
};

// CSL's name of the role ("container-author") and back.
std::string_view to_string(Role role);
std::optional<Role> parse_role(std::string_view csl_name);

}  // namespace pressmark
