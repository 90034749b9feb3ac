#include "converters/importers/text/front.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "converters/importers/text/agencies.h"
#include "converters/importers/text/characters.h"
#include "converters/importers/text/codes.h"
#include "converters/importers/text/front_reader.h"
#include "converters/importers/text/links.h"
#include "converters/importers/text/readers.h"
#include "converters/importers/text/wire_marks.h"

namespace pressmark::plain_text {
namespace {

constexpr std::size_t most_units = 14;  // that are looked at
constexpr std::size_t most_unread = 4;  // of them, those that no rule takes

}  // namespace

Location location_of(const Line& line) {
  return Location{static_cast<int>(line.number), line.indent + 1};
}

Evidence evidence_of(std::string_view source, const Line& line, double confidence,
                     std::string_view raw) {
  return Evidence{std::string(source), std::string(raw), location_of(line), confidence, false};
}

bool is_known(const Document& document, const Contributor& contributor) {
  return std::ranges::any_of(document.metadata.contributors, [&](const Contributor& other) {
    return other.role == contributor.role && other.name == contributor.name;
  });
}

FrontResult FrontReader::read() {
  FrontResult result;
  make_units();
  find_story_start();
  while (next_ < units_.size()) {
    const Unit& unit = units_[next_];
    taken_ = Taken::nothing;
    if (!take(unit)) {
      if (!goes_on_below(unit) || result.unread.size() == most_unread) break;
      result.unread.emplace_back(unit.start, unit.end);
      ++next_;
      continue;
    }
    last_taken_ = taken_;
    if (unit.end - unit.start > 1) builder_.found(Rule::unwrap, lines_of(unit), unit.text);
    builder_.place_inlines(lines_of(unit));
    ++next_;
  }
  result.lines = next_ < units_.size() ? units_[next_].start : last_line_;
  take_dateline(result);
  record_issuer();
  result.press_release = press_release_;
  return result;
}

// Wrapped lines of one group are a unit; else each line is.
void FrontReader::make_units() {
  std::size_t i = 0;
  while (i < lines_.size() && units_.size() < most_units) {
    std::size_t end = i + 1;
    while (end < lines_.size() && !lines_[end].begins_group() &&
           joins(lines_[end - 1], lines_[end])) {
      ++end;
      if (end - i > 60) break;
    }
    units_.push_back({i, end, builder_.preview(lines_.subspan(i, end - i))});
    i = end;
  }
  last_line_ = i;
}

// Whether two lines above the story belong together: a headline over several lines is broken
// anywhere, but no name, date or underline is part of it.
bool FrontReader::joins(const Line& line, const Line& next) const {
  // A headline that goes on behind a comma, whatever the rest of the text is like.
  constexpr std::size_t widest = 100;
  if (line.text.ends_with(',') && starts_lower(next.text) && columns(line.text) <= widest &&
      columns(next.text) <= widest && !ends_sentence(next.text)) {
    return has(Rule::unwrap);
  }
  if (!builder_.shape().wrapped || !has(Rule::unwrap)) return false;
  if (is_break_line(next.text) || is_break_line(line.text)) return false;
  if (line.text.find("    ") != line.text.npos) return false;  // two columns
  for (const Line* one : {&line, &next}) {
    if (is_byline_text(one->text) || is_date_text(one->text)) return false;
  }
  if (slug_kind(line.text) != SlugKind::none || has_dateline(next.text)) return false;
  if (is_forced_break(line, next, builder_.shape()) || starts_lower(next.text)) return true;
  // A headline of several lines is broken where it looks best: both parts are written alike.
  return (is_capitals(line.text) && is_capitals(next.text)) ||
         (is_title_case(line.text) && is_title_case(next.text));
}

bool FrontReader::is_byline_text(std::string_view text) const {
  return has(Rule::bylines) && find_byline(text, BylineForms::marked_only).has_value();
}
bool FrontReader::is_date_text(std::string_view text) const {
  return has(Rule::date_lines) && find_date_line(text, document_.language).has_value();
}
bool FrontReader::is_front_line_text(std::string_view text) const {
  return has(Rule::date_lines) && has(Rule::bylines) &&
         find_front_line(text, document_.language).has_value();
}
bool FrontReader::has_dateline(std::string_view text) const {
  return has(Rule::datelines) &&
         find_dateline(text, DatelineForms::with_agency_only, document_.language).has_value();
}

// The first unit with a dateline, which is the story's first paragraph.
void FrontReader::find_story_start() {
  if (!has(Rule::datelines)) return;
  for (std::size_t i = 0; i < units_.size(); ++i) {
    const std::string& text = units_[i].text;
    if (!has_dateline(text)) continue;
    // The dateline of a second story does not make the first one front matter.
    for (std::size_t before = 0; before < i; ++before) {
      if (units_[before].text.size() > 2 * longest_deck) return;
    }
    story_ = i;
    return;
  }
}

// Takes a unit as front matter; false where the body begins.
bool FrontReader::take(const Unit& unit) {
  if (is_story(unit)) return false;
  if (has(Rule::slugs) && (take_embargo_day(unit) || take_slug(unit))) return true;
  if (has(Rule::slugs) && has(Rule::date_lines) && take_dated_release(unit)) return true;
  if (has(Rule::header_fields) && (take_columns(unit) || take_contact(unit))) return true;
  if (has(Rule::breaks) && is_break_line(unit.text) && !document_.front.headline.empty() &&
      document_.front.deck.empty()) {
    builder_.found(Rule::breaks, lines_of(unit), unit.text);
    return true;  // the underline of the headline, or a rule below it
  }
  if (has(Rule::links) && take_address(unit)) return true;
  if (has(Rule::date_lines) && take_date(unit)) return true;
  if (has(Rule::datelines) && take_agency_line(unit)) return true;
  if (has(Rule::bylines)) {
    if (take_byline(unit) || take_position(unit) || take_issuer(unit)) return true;
    if (has(Rule::date_lines) && take_front_line(unit)) return true;
  }
  if (has(Rule::headline) && take_headline(unit)) return true;
  return has(Rule::deck) && take_deck(unit);
}

// "FOR IMMEDIATE RELEASE: October 12, 2024".
bool FrontReader::take_dated_release(const Unit& unit) {
  const std::size_t prefix = press_release_prefix(unit.text);
  if (prefix == 0 || next_ + 1 == units_.size()) return false;
  const auto date = find_date_line(std::string_view(unit.text).substr(prefix), document_.language);
  if (!date) return false;
  press_release_ = true;
  taken_ = Taken::slug;
  found(Rule::slugs, unit, 0.95);
  document_.metadata.offer(Variable::genre, "press release",
                           evidence_of("text:slug", line_of(unit), 0.95, unit.text));
  record_dates(date->values, unit);
  return true;
}

bool FrontReader::take_slug(const Unit& unit) {
  const SlugKind kind = slug_kind(unit.text);
  // A routing word may be all there is of a headline: "URGENT" above nothing.
  if (kind == SlugKind::none || next_ + 1 == units_.size()) return false;
  // In small letters "Press release" may be what the text is called.
  const bool may_be_title = kind == SlugKind::routing_word ||
                            (kind == SlugKind::press_release && !is_capitals(unit.text));
  if (may_be_title && !is_above_story(unit)) return false;
  const bool embargo = kind == SlugKind::embargo || kind == SlugKind::embargo_label;
  if (kind == SlugKind::embargo_label && !is_date_text(units_[next_ + 1].text)) return false;
  const Line& line = line_of(unit);
  Metadata& record = document_.metadata;
  if (kind == SlugKind::press_release) {
    press_release_ = true;
    record.offer(Variable::genre, "press release", evidence_of("text:slug", line, 0.95, unit.text));
  } else if (embargo) {
    std::string words = unit.text;
    if (kind == SlugKind::embargo_label) words += ' ' + units_[next_ + 1].text;
    record.offer(Variable::status, std::move(words), evidence_of("text:slug", line, 0.9));
  }
  taken_ = kind == SlugKind::embargo_label ? Taken::embargo_label : Taken::slug;
  found(Rule::slugs, unit, embargo ? 0.9 : 0.95);
  builder_.diagnostics().report(line_left_out, location_of(line), unit.text);
  return true;
}

// The day below "EMBARGOED UNTIL", which is not when the text was published.
bool FrontReader::take_embargo_day(const Unit& unit) {
  if (last_taken_ != Taken::embargo_label || next_ + 1 == units_.size()) return false;
  taken_ = Taken::slug;
  found(Rule::slugs, unit, 0.9);
  builder_.diagnostics().report(line_left_out, location_of(line_of(unit)), unit.text);
  return true;
}

// Whether a word that may be a headline is none: another slug stands above it or a headline below,
// or it is in capitals right above an agency's story.
bool FrontReader::is_above_story(const Unit& unit) const {
  if (last_taken_ == Taken::slug || has_headline_behind(next_)) return true;
  return is_capitals(unit.text) && is_story(units_[next_ + 1]);
}

// Whether a line that can be a headline stands between a unit and the story.
bool FrontReader::has_headline_behind(std::size_t index) const {
  constexpr std::size_t longest = 160;  // columns
  for (std::size_t i = index + 1; i + 1 < units_.size(); ++i) {
    const std::string& text = units_[i].text;
    if (is_story(units_[i])) return false;
    if (slug_kind(text) != SlugKind::none || is_date_text(text) || is_byline_text(text)) continue;
    return columns(text) <= longest && has_letter(text) && !ends_sentence(text) &&
           !begins_list(lines_.subspan(units_[i].start), builder_);
  }
  return false;
}

// An address by itself is where the text was.
bool FrontReader::take_address(const Unit& unit) {
  const auto link = find_link_at(unit.text, 0);
  if (!link || link->length != unit.text.size() || next_ + 1 == units_.size()) return false;
  if (!link->target.starts_with("http") || document_.metadata.find(Variable::url) != nullptr) {
    return false;
  }
  taken_ = Taken::label;
  found(Rule::links, unit, 0.85);
  document_.metadata.offer(Variable::url, link->target,
                           evidence_of("text:address", line_of(unit), 0.85, unit.text));
  return true;
}

// "/ritzau/", "STT, Helsinki": the agency, and the place, on a line of their own.
bool FrontReader::take_agency_line(const Unit& unit) {
  if (document_.front.headline.empty() || next_ + 1 == units_.size()) return false;
  std::string_view words = trim(unit.text);
  if (columns(words) > 40) return false;
  for (const char* frame : {"//", "()", "[]"}) {
    if (words.size() > 2 && words.front() == frame[0] && words.back() == frame[1]) {
      words = trim(words.substr(1, words.size() - 2));
    }
  }
  std::string_view place;
  const std::size_t comma = words.find(", ");
  if (comma != words.npos && is_agency(words.substr(0, comma))) {
    place = words.substr(comma + 2);
    words = words.substr(0, comma);
    if (!is_upper(first_of(place)) || split_words(place).size() > 3) return false;
  }
  const bool framed = words.size() + 2 <= unit.text.size() || !place.empty();
  if (!is_agency(words) || (!framed && !is_capitals(words))) return false;
  taken_ = Taken::label;
  found(Rule::datelines, unit, 0.85);
  const auto because = [&] {
    return evidence_of("text:agency-line", line_of(unit), 0.85, unit.text);
  };
  document_.front.bylines.push_back({text(unit.text)});
  document_.metadata.offer(Variable::source, std::string(words), because());
  if (!place.empty())
    document_.metadata.offer(Variable::publisher_place, std::string(place), because());
  return true;
}

bool FrontReader::take_date(const Unit& unit) {
  const auto date_line = find_date_line(unit.text, document_.language);
  if (!date_line || is_date_of_entry(unit)) return false;
  // A month, or a day without its year, may be what the text is called, where no other line is.
  const DatePart& day = date_line->values[0].date.start;
  const bool whole = day.year && day.day != 0;
  if (!whole && document_.front.headline.empty() && (next_ > 0 || !has_headline_behind(next_))) {
    return false;
  }
  taken_ = Taken::date;
  found(Rule::date_lines, unit, 0.95);
  record_dates(date_line->values, unit);
  if (!date_line->place.empty()) {
    document_.metadata.offer(Variable::publisher_place, std::string(date_line->place),
                             evidence_of("text:date-line", line_of(unit), 0.7, unit.text));
  }
  return true;
}

// Whether a date alone stands above one of several parts of the text, as in diaries.
bool FrontReader::is_date_of_entry(const Unit& unit) const {
  constexpr std::size_t look_ahead = 2000;  // lines
  if (unit.end - unit.start > 1 || !is_date_alone(unit.text, document_.language)) return false;
  for (std::size_t i = unit.end; i + 1 < std::min(lines_.size(), look_ahead); ++i) {
    const Line& line = lines_[i];
    if (!line.begins_group() || !is_date_alone(line.text, document_.language)) continue;
    // Text stands between the two.
    if (i > unit.end + 1 || columns(lines_[unit.end].text) > longest_unread) return true;
  }
  return false;
}

void FrontReader::record_dates(const std::vector<DateLineValue>& values, const Unit& unit) {
  Metadata& record = document_.metadata;
  const auto because = [&](double confidence) {
    return evidence_of("text:date-line", line_of(unit), confidence, unit.text);
  };
  for (const DateLineValue& value : values) {
    // Beside "First published on ..." the line that only has a date says when it was changed.
    const Date known = record.date(DateVariable::issued);
    if (value.is_first && !known.empty()) {
      record.offer(DateVariable::modified, known, because(0.8));
      record.set(DateVariable::issued, value.date, because(0.97));
      continue;
    }
    record.offer(value.variable, value.date, because(0.95));
  }
}

// Whether the front matter goes on, or the story begins, right behind a unit.
bool FrontReader::is_followed_by_front(std::size_t index) const {
  if (index + 1 >= units_.size()) return false;
  const Unit& next = units_[index + 1];
  return is_story(next) || is_date_text(next.text) || is_byline_text(next.text) ||
         is_front_line_text(next.text) ||
         (has(Rule::datelines) &&
          find_dateline(next.text, DatelineForms::all, document_.language).has_value());
}

FrontResult read_front(LinesLeft lines, Builder& builder, const Date& retrieved,
                       Document& document) {
  return FrontReader(lines, builder, retrieved, document).read();
}

}  // namespace pressmark::plain_text
