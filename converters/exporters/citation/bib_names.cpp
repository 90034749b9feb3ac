#include "converters/exporters/citation/bib_names.h"

#include <algorithm>
#include <string_view>

#include "converters/exporters/citation/bibtex.h"
#include "converters/exporters/citation/record_view.h"

namespace pressmark::citation {
namespace {

std::string braced(std::string_view value) { return "{" + latex_escape(value) + "}"; }

bool has_any_of(std::string_view value, std::initializer_list<std::string_view> marks) {
  return std::ranges::any_of(
      marks, [value](std::string_view mark) { return value.find(mark) != std::string_view::npos; });
}

// A comma divides a name into parts, "and" ends it, and biblatex takes "=" for the sign between a
// part's name and the part.
std::string part(std::string_view value) {
  const bool divides =
      has_any_of(value, {",", "="}) || has_any_of(" " + std::string(value) + " ", {" and "});
  return divides ? braced(value) : latex_escape(value);
}

// Of several words, those up to the last one in small letters would be the particle.
std::string family_part(std::string_view value) {
  return has_any_of(value, {" ", "\u00A0"}) ? braced(value) : part(value);
}

bool joins_next(std::string_view particle) {
  return particle.ends_with('\'') || particle.ends_with("\u2019") || particle.ends_with('-');
}

std::string bib_name(const Name& name) {
  if (!name.is_person()) return braced(one_line(name.literal));
  const std::string given = one_line(name.given);
  std::string family = family_part(one_line(name.family));
  if (family.empty()) return braced(given);
  std::string particles;
  for (const std::string* value : {&name.dropping_particle, &name.non_dropping_particle}) {
    if (value->empty()) continue;
    particles += part(one_line(*value));
    if (!joins_next(*value)) particles += ' ';
  }
  // "d'{Alembert}": the braces show where the particle ends.
  if (joins_next(particles) && !family.starts_with('{')) family = "{" + family + "}";
  std::string all = particles + family;
  if (!name.suffix.empty()) all += ", " + part(one_line(name.suffix));
  // A single word without a comma would be an organisation.
  return all + ", " + (given.empty() ? "{}" : part(given));
}

}  // namespace

std::string bib_name_list(const std::vector<Contributor>& contributors) {
  std::string all;
  for (const Contributor& contributor : contributors) {
    if (!all.empty()) all += " and ";
    all += bib_name(contributor.name);
  }
  return all;
}

std::string use_prefix(const std::vector<Contributor>& contributors) {
  const auto any = [&](std::string Name::*particle) {
    return std::ranges::any_of(
        contributors, [particle](const Contributor& one) { return !(one.name.*particle).empty(); });
  };
  if (any(&Name::non_dropping_particle)) return "true";
  return any(&Name::dropping_particle) ? "false" : "";
}

}  // namespace pressmark::citation
