#include "converters/citation/csl/reference.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <cstdlib>

#include "core/base/utf8.h"

namespace pressmark::csl {
namespace {

const std::string no_text;

bool begins_lower(std::string_view word) {
  if (word.empty()) return false;
  const char32_t c = utf8::decode(word, 0).code_point;
  return u_islower(static_cast<UChar32>(c)) != 0;
}

// "van der Berg" -> "van der" and "Berg"; "d'Aubigné" -> "d'" and "Aubigné".
void split_family(Name& name) {
  std::string& family = name.family;
  if (family.size() > 1 && family.front() == '"' && family.back() == '"') {
    family = family.substr(1, family.size() - 2);
    return;
  }
  if (!name.non_dropping_particle.empty() || !begins_lower(family)) return;
  std::size_t end = 0;
  for (;;) {
    const std::size_t space = family.find(' ', end);
    if (space == std::string::npos || !begins_lower(std::string_view(family).substr(end))) break;
    end = space + 1;
  }
  if (end == family.size()) return;
  std::string particle = family.substr(0, end == 0 ? 0 : end - 1);
  std::string rest = family.substr(end);
  for (const std::string_view mark : {"'", "\u2019", "-"}) {
    const std::size_t place = rest.find(mark);
    if (place == std::string::npos || place > 3 || place == 0 || !begins_lower(rest)) continue;
    const std::size_t after = place + mark.size();
    if (after >= rest.size() || begins_lower(std::string_view(rest).substr(after))) continue;
    particle += (particle.empty() ? "" : " ") + rest.substr(0, after);
    rest.erase(0, after);
    break;
  }
  if (particle.empty() || rest.empty()) return;
  name.non_dropping_particle = std::move(particle);
  family = std::move(rest);
}

// "Jean de" -> "Jean" and "de"; "Martin, Jr." -> "Martin" and "Jr."; and where a mark that citation
// programs share says that the comma stays in every order, "Martin,! Jr." -> "Martin" and ", Jr.".
void split_given(Name& name) {
  std::string& given = name.given;
  const std::size_t comma = std::min(given.find(", "), given.find(",! "));
  if (comma != std::string::npos && name.suffix.empty()) {
    const bool stays = given.compare(comma, 2, ",!") == 0;
    name.suffix = (stays ? ", " : "") + given.substr(comma + (stays ? 3 : 2));
    given.erase(comma);
  }
  if (!name.dropping_particle.empty() || name.family.empty()) return;
  std::size_t start = given.size();
  for (;;) {
    const std::size_t space = start == 0 ? std::string::npos : given.rfind(' ', start - 1);
    if (space == std::string::npos || space == 0) break;
    const std::string_view word = std::string_view(given).substr(space + 1, start - space - 1);
    if (!begins_lower(word)) break;
    start = space;
  }
  if (start == given.size()) return;
  name.dropping_particle = given.substr(start + 1);
  given.erase(start);
}

Name parted(Name name) {
  if (!name.is_person()) return name;
  split_family(name);
  split_given(name);
  if (name.family.empty() && !name.non_dropping_particle.empty()) {
    name.family = std::move(name.non_dropping_particle);
    name.non_dropping_particle.clear();
  }
  return name;
}

// The names that a label is made of: those of the first role that the record has.
const std::vector<Name>* names_of_label(const Reference& reference) {
  for (const std::string_view role : {"author", "editor", "translator", "director", "composer"}) {
    const std::vector<Name>* names = reference.names_of(role);
    if (names != nullptr && !names->empty()) return names;
  }
  return nullptr;
}

// The first letters of a text, spaces and punctuation left out.
std::string first_letters(std::string_view text, std::size_t most) {
  std::string letters;
  std::size_t count = 0;
  for (std::size_t i = 0; i < text.size() && count < most;) {
    const utf8::Decoded c = utf8::decode(text, i);
    const auto size = static_cast<std::size_t>(c.size);
    if (u_isalpha(static_cast<UChar32>(c.code_point)) != 0) {
      letters.append(text.substr(i, size));
      ++count;
    }
    i += size;
  }
  return letters;
}

// "Doe65", "RoNo78", "DEFG26": CSL leaves the making of labels to the processor; this is what
// others make: four letters of one name, two of each of two, two and one and one of three, one of
// each of the first four, and two digits of the year. Without names the title gives the letters.
std::string label_of(const Reference& reference) {
  std::string label;
  if (const std::vector<Name>* names = names_of_label(reference)) {
    const std::size_t count = std::min<std::size_t>(names->size(), 4);
    for (std::size_t i = 0; i < count; ++i) {
      const Name& name = (*names)[i];
      const std::size_t letters = count == 1 ? 4 : count == 2 || (count == 3 && i == 0) ? 2 : 1;
      label += first_letters(name.is_person() ? name.family : name.literal, letters);
    }
  } else {
    label = first_letters(reference.text("title"), 4);
  }
  const Date* issued = reference.date("issued");
  if (issued != nullptr && issued->start.year) {
    const int year = std::abs(*issued->start.year) % 100;
    label += static_cast<char>('0' + year / 10);
    label += static_cast<char>('0' + year % 10);
  }
  return label;
}

}  // namespace

const std::string& Reference::text(std::string_view variable) const {
  const auto found = texts.find(variable);
  return found == texts.end() ? no_text : found->second;
}
const Date* Reference::date(std::string_view variable) const {
  const auto found = dates.find(variable);
  return found == dates.end() ? nullptr : &found->second;
}
const std::vector<Name>* Reference::names_of(std::string_view variable) const {
  const auto found = names.find(variable);
  return found == names.end() ? nullptr : &found->second;
}

Reference reference_of(const Metadata& record) {
  Reference reference;
  reference.type = to_string(record.type);
  reference.language = record.text(Variable::language);
  for (const auto& [variable, value] : record.texts()) {
    if (is_csl(variable)) reference.texts[std::string(to_string(variable))] = value.value;
  }
  for (const auto& [variable, value] : record.dates()) {
    // CSL's dates have a year, or are words: styles test `variable="issued"` and then ask for the
    // year. A day without one is no date for them ("n.d.").
    const bool has_year = value.value.start.year || !value.value.literal.empty();
    if (is_csl(variable) && has_year) {
      reference.dates[std::string(to_string(variable))] = value.value;
    }
  }
  for (const Contributor& contributor : record.contributors) {
    if (contributor.name.empty()) continue;
    reference.names[std::string(to_string(contributor.role))].push_back(parted(contributor.name));
  }
  if (!record.keywords.empty() && !reference.texts.contains("keyword")) {
    std::string joined;
    for (const auto& keyword : record.keywords) {
      joined += (joined.empty() ? "" : ", ") + keyword.value;
    }
    reference.texts["keyword"] = std::move(joined);
  }
  // Names of CSL 1.0 that styles still use.
  const auto alias = [&](const char* name, const char* current) {
    const auto found = reference.texts.find(current);
    if (found != reference.texts.end()) reference.texts.try_emplace(name, found->second);
  };
  alias("event", "event-title");
  alias("journalAbbreviation", "container-title-short");
  alias("shortTitle", "title-short");
  const std::string& page = reference.text("page");
  if (!page.empty()) {
    std::size_t end = 0;
    while (end < page.size() &&
           (static_cast<unsigned char>(page[end]) >= 0x80
                ? page.compare(end, 3, "\u2013") != 0
                : page[end] != '-' && page[end] != ',' && page[end] != ' ' && page[end] != '&')) {
      ++end;
    }
    reference.texts.try_emplace("page-first", page.substr(0, end));
  }
  reference.texts.try_emplace("citation-label", label_of(reference));
  return reference;
}

}  // namespace pressmark::csl
