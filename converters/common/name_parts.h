// converters/common/name_parts.h: names for formats that know a family name and given names only.
#pragma once

#include <string>

#include "core/model/name.h"

namespace pressmark {

// "van Gogh", "al-Biruni": the non-dropping particle with the family name.
std::string family_with_particle(const Name& name);

// "Georges de": the given names with the dropping particle, as a list of names has them.
std::string given_with_particle(const Name& name);

}  // namespace pressmark
