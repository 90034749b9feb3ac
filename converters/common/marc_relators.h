// converters/common/marc_relators.h: MARC's code list for relators (Library of Congress), by which
// MARC, MODS and EPUB say what a contributor did.
#pragma once

#include <optional>
#include <string_view>

#include "core/model/metadata.h"

namespace pressmark {

struct MarcRelator {
  std::string_view code;  // "aut"
  std::string_view term;  // "author": the list's term, in lower case
};

// The relator of a contributor's role, and of a contributor without a closer role that of the
// position: "photo by" is pht, "additional reporting" rpt. "oth" (other) for roles that the list
// has no relator for.
MarcRelator marc_relator(const Contributor& contributor);

// That of an agency whose copy an article is: provider.
inline constexpr MarcRelator provider_relator{"prv", "provider"};

// The role of a code or term of the list, as cataloguers and other programs use them; absent for
// others. What has no role of its own in CSL (a photographer, an editor's assistant) is a
// contributor.
std::optional<Role> role_of_relator(std::string_view code_or_term);

}  // namespace pressmark
