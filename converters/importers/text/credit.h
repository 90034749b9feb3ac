// converters/importers/text/credit.h: the roles that credits above and below a story name.
#pragma once

#include <cstddef>
#include <string_view>

#include "core/model/name.h"

namespace pressmark::plain_text {

struct CreditRole {
  std::string_view words;  // before the name, lower case: "reporting by"
  Role role;
  std::string_view position;  // that the name gets: "reporting"
  bool needs_colon;           // the words are one a sentence may begin with
};

// The role that a part of a credit begins with; null for none. `length` gets the octets up to the
// name.
const CreditRole* find_credit_role(std::string_view part, std::size_t& length);

}  // namespace pressmark::plain_text
