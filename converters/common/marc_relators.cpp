#include "converters/common/marc_relators.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "core/base/ascii.h"

namespace pressmark {
namespace {

struct RelatorOfRole {
  MarcRelator relator;
  Role role;
};

// The first row of a role is what it is written as.
constexpr std::array rows = {
    RelatorOfRole{{"aut", "author"}, Role::author},
    RelatorOfRole{{"com", "compiler"}, Role::compiler},
    RelatorOfRole{{"cmp", "composer"}, Role::composer},
    RelatorOfRole{{"ctb", "contributor"}, Role::contributor},
    RelatorOfRole{{"cur", "curator"}, Role::curator},
    RelatorOfRole{{"drt", "director"}, Role::director},
    RelatorOfRole{{"edt", "editor"}, Role::editor},
    RelatorOfRole{{"pbd", "publisher director"}, Role::editorial_director},
    RelatorOfRole{{"hst", "host"}, Role::host},
    RelatorOfRole{{"ill", "illustrator"}, Role::illustrator},
    RelatorOfRole{{"ivr", "interviewer"}, Role::interviewer},
    RelatorOfRole{{"nrt", "narrator"}, Role::narrator},
    RelatorOfRole{{"orm", "organizer"}, Role::organizer},
    RelatorOfRole{{"prf", "performer"}, Role::performer},
    RelatorOfRole{{"pro", "producer"}, Role::producer},
    RelatorOfRole{{"rcp", "addressee"}, Role::recipient},
    RelatorOfRole{{"aus", "screenwriter"}, Role::script_writer},
    RelatorOfRole{{"cre", "creator"}, Role::series_creator},
    RelatorOfRole{{"trl", "translator"}, Role::translator},
    RelatorOfRole{{"mod", "moderator"}, Role::chair},
    // Read only.
    RelatorOfRole{{"pht", "photographer"}, Role::contributor},
    RelatorOfRole{{"rpt", "reporter"}, Role::contributor},
    RelatorOfRole{{"art", "artist"}, Role::author},
    RelatorOfRole{{"pdr", "project director"}, Role::director},
    RelatorOfRole{{"fmd", "film director"}, Role::director},
    RelatorOfRole{{"fmp", "film producer"}, Role::producer},
    RelatorOfRole{{"red", "redaktor"}, Role::editor},
};

// Beginnings of words for what a contributor did, in the languages of bylines, without accents.
struct Stem {
  std::string_view start;
  MarcRelator relator;
};

constexpr std::array stems = {
    Stem{"photo", {"pht", "photographer"}},    Stem{"foto", {"pht", "photographer"}},
    Stem{"picture", {"pht", "photographer"}},  Stem{"report", {"rpt", "reporter"}},
    Stem{"correspond", {"rpt", "reporter"}},   Stem{"korrespond", {"rpt", "reporter"}},
    Stem{"corrispond", {"rpt", "reporter"}},   Stem{"translat", {"trl", "translator"}},
    Stem{"illustrat", {"ill", "illustrator"}}, Stem{"edit", {"edt", "editor"}},
};

const MarcRelator* relator_of_position(std::string_view position) {
  const std::string words = ascii::to_lower(position);
  for (std::size_t at = 0; at < words.size(); ++at) {
    if (at > 0 && words[at - 1] != ' ') continue;
    const std::string_view word = std::string_view(words).substr(at);
    const auto found =
        std::ranges::find_if(stems, [&](const Stem& stem) { return word.starts_with(stem.start); });
    if (found != stems.end()) return &found->relator;
  }
  return nullptr;
}

}  // namespace

MarcRelator marc_relator(const Contributor& contributor) {
  if (contributor.role == Role::contributor) {
    if (const MarcRelator* did = relator_of_position(contributor.position)) return *did;
  }
  switch (contributor.role) {
    case Role::container_author:
      return {"aut", "author"};
    case Role::collection_editor:
      return {"edt", "editor"};
    case Role::executive_producer:
      return {"pro", "producer"};
    case Role::original_author:
      return {"ant", "bibliographic antecedent"};
    default:
      break;
  }
  const auto found = std::ranges::find(rows, contributor.role, &RelatorOfRole::role);
  return found == rows.end() ? MarcRelator{"oth", "other"} : found->relator;
}

std::optional<Role> role_of_relator(std::string_view code_or_term) {
  const std::string name = ascii::to_lower(code_or_term);
  // Without a role of its own in the record, "creator" is the author.
  if (name == "cre" || name == "creator") return Role::author;
  const auto found = std::ranges::find_if(rows, [&](const RelatorOfRole& row) {
    return row.relator.code == name || row.relator.term == name;
  });
  if (found == rows.end()) return {};
  return found->role;
}

}  // namespace pressmark
