// The block of a press release that says whom to ask.
#include <algorithm>

#include "converters/importers/text/characters.h"
#include "converters/importers/text/front_reader.h"
#include "converters/importers/text/links.h"
#include "converters/importers/text/wire_marks.h"

namespace pressmark::plain_text {
namespace {

constexpr std::size_t longest_line = 80;  // columns

// An e-mail address or seven digits, as a telephone number has.
bool names_way_to_reach(std::string_view text) {
  const auto digits = std::ranges::count_if(
      text, [](char c) { return is_ascii_digit(static_cast<unsigned char>(c)); });
  if (digits >= 7) return true;
  return std::ranges::any_of(split_words(text), [](std::string_view word) {
    const auto link = find_link_at(word, 0);
    return link && link->target.starts_with("mailto:");
  });
}

// The label of "Media Contact: Ada Example", or of the words alone; empty for other lines.
std::string_view contact_label(std::string_view text) {
  const std::size_t colon = std::min(text.find(':'), text.size());
  const std::string_view label = trim(text.substr(0, colon));
  return kind_of_label(label) == FieldKind::contact ? label : std::string_view();
}

// The parts of a line with a gap of three columns and more between them.
std::vector<std::string_view> columns_of(std::string_view text) {
  constexpr std::string_view gap = "   ";
  std::vector<std::string_view> parts;
  for (std::size_t at = text.find(gap); at != text.npos; at = text.find(gap)) {
    parts.push_back(trim(text.substr(0, at)));
    text = trim(text.substr(at));
  }
  parts.push_back(text);
  return parts;
}

}  // namespace

// Only where a press release says that it is one, or the block names an address or a telephone
// number: "Contact" may be what a text is called.
bool FrontReader::begins_contact(const Unit& unit) const {
  if (contact_label(unit.text).empty() || columns(unit.text) > 2 * longest_line) return false;
  if (press_release_ && unit.text.find(':') != unit.text.npos) return true;
  if (names_way_to_reach(unit.text)) return true;
  for (std::size_t i = next_ + 1; i + 1 < units_.size(); ++i) {
    if (line_of(units_[i]).begins_group()) return false;
    if (names_way_to_reach(units_[i].text)) return true;
  }
  return false;
}

// "FOR IMMEDIATE RELEASE      Contact: Ada Example": two things that stand side by side.
bool FrontReader::take_columns(const Unit& unit) {
  const auto parts = columns_of(unit.text);
  if (parts.size() < 2 || next_ + 1 == units_.size()) return false;
  const bool all_known = std::ranges::all_of(parts, [&](std::string_view part) {
    return slug_kind(part) == SlugKind::press_release || is_date_text(part) ||
           !contact_label(part).empty() || names_way_to_reach(part);
  });
  if (!all_known || !(press_release_ || slug_kind(parts[0]) == SlugKind::press_release))
    return false;
  for (const std::string_view part : parts) {
    const Unit column{unit.start, unit.end, std::string(part)};
    if (take_slug(column) || take_date(column)) continue;
    if (contact_label(part).empty()) last_taken_ = Taken::contact;
    take_contact(column);
  }
  return true;
}

bool FrontReader::take_contact(const Unit& unit) {
  if (next_ + 1 == units_.size()) return false;
  std::string_view words = unit.text;
  if (begins_contact(unit)) {
    contact_label_ = contact_label(words);
    words = trim(words.substr(std::min(words.find(':'), words.size() - 1) + 1));
  } else if (last_taken_ != Taken::contact || line_of(unit).begins_group() ||
             columns(words) > longest_line || is_date_text(words)) {
    return false;
  }
  taken_ = Taken::contact;
  found(Rule::header_fields, unit, 0.85);
  std::string& held = document_.metadata.extra[contact_label_];
  if (!held.empty() && !words.empty()) held += "; ";
  held += words;
  return true;
}

}  // namespace pressmark::plain_text
