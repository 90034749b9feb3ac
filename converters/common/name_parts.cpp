#include "converters/common/name_parts.h"

namespace pressmark {

std::string family_with_particle(const Name& name) {
  return display_name({.family = name.family, .non_dropping_particle = name.non_dropping_particle});
}

std::string given_with_particle(const Name& name) {
  return display_name({.given = name.given, .dropping_particle = name.dropping_particle});
}

}  // namespace pressmark
