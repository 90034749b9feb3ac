#include "converters/common/babel_names.h"

#include <array>
#include <utility>

#include "core/base/ascii.h"

namespace pressmark {
namespace {

using Pair = std::pair<std::string_view, std::string_view>;

// Regions before their language: the first that fits counts.
constexpr std::array<Pair, 30> names = {
    Pair{"en-GB", "british"}, Pair{"en-US", "american"}, Pair{"pt-BR", "brazilian"},
    Pair{"en", "english"},    Pair{"de", "ngerman"},     Pair{"fr", "french"},
    Pair{"es", "spanish"},    Pair{"it", "italian"},     Pair{"pt", "portuguese"},
    Pair{"nl", "dutch"},      Pair{"pl", "polish"},      Pair{"ru", "russian"},
    Pair{"uk", "ukrainian"},  Pair{"bg", "bulgarian"},   Pair{"cs", "czech"},
    Pair{"sk", "slovak"},     Pair{"sl", "slovene"},     Pair{"hr", "croatian"},
    Pair{"sr", "serbian"},    Pair{"hu", "magyar"},      Pair{"ro", "romanian"},
    Pair{"el", "greek"},      Pair{"tr", "turkish"},     Pair{"da", "danish"},
    Pair{"sv", "swedish"},    Pair{"nb", "norsk"},       Pair{"fi", "finnish"},
    Pair{"he", "hebrew"},     Pair{"ar", "arabic"},      Pair{"la", "latin"}};

constexpr std::array<Pair, 12> further = {
    Pair{"en-US", "usenglish"}, Pair{"en-GB", "ukenglish"}, Pair{"de", "german"},
    Pair{"de-AT", "naustrian"}, Pair{"hu", "hungarian"},    Pair{"fr", "francais"},
    Pair{"pt-BR", "brazil"},    Pair{"nb", "norwegian"},    Pair{"sl", "slovenian"},
    Pair{"zh", "chinese"},      Pair{"ja", "japanese"},     Pair{"ko", "korean"}};

}  // namespace

std::string babel_name(std::string_view tag) {
  const std::string_view primary = tag.substr(0, tag.find('-'));
  for (const auto& [code, name] : names) {
    if (code == tag || code == primary) return std::string(name);
  }
  return {};
}

std::optional<std::string> language_of_babel_name(std::string_view name) {
  const std::string lower = ascii::to_lower(name);
  for (const auto& [code, listed] : names) {
    if (listed == lower) return std::string(code);
  }
  for (const auto& [code, listed] : further) {
    if (listed == lower) return std::string(code);
  }
  return {};
}

}  // namespace pressmark
