// converters/importers/text/front_reader.h: the reading of what stands above the body, for the
// files front*.cpp only.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "converters/importers/text/builder.h"
#include "converters/importers/text/byline.h"
#include "converters/importers/text/dateline.h"
#include "converters/importers/text/front.h"
#include "converters/importers/text/front_line.h"
#include "core/model/document.h"

namespace pressmark::plain_text {

// A paragraph's worth of lines near the top, joined.
struct Unit {
  std::size_t start;  // index of its first line
  std::size_t end;
  std::string text;
};

inline constexpr std::size_t longest_deck = 320;    // characters
inline constexpr std::size_t longest_unread = 120;  // columns of a line that no rule takes

// "Home > News > River", "Share | Print | Mail": what stands around articles on pages and is no
// headline.
bool is_trail(std::string_view text);
// "Log in | Subscribe", which may be a headline and its site as well.
bool is_bar_of_two(std::string_view text);

// Asks the units one by one what they are, from the top, until one is none of the front matter.
class FrontReader {
 public:
  FrontReader(LinesLeft lines, Builder& builder, const Date& retrieved, Document& document)
      : lines_(lines), builder_(builder), retrieved_(retrieved), document_(document) {}

  FrontResult read();

 private:
  // What the unit before the one that is asked was taken as.
  enum class Taken {
    nothing,
    slug,
    embargo_label,
    contact,
    headline,
    date,
    byline,
    label,
    issuer,
  };

  bool has(Rule rule) const { return builder_.rules().has(rule); }
  const Line& line_of(const Unit& unit) const { return lines_[unit.start]; }
  LinesLeft lines_of(const Unit& unit) const {
    return lines_.subspan(unit.start, unit.end - unit.start);
  }
  // Puts into the trace that a rule took a unit.
  void found(Rule rule, const Unit& unit, double confidence) const {
    builder_.found(rule, lines_of(unit), unit.text, confidence);
  }

  // ---- Units and what they are (front.cpp) ----

  void make_units();
  bool joins(const Line& line, const Line& next) const;
  void find_story_start();
  bool is_story(const Unit& unit) const { return story_ && units_[*story_].start == unit.start; }
  bool is_byline_text(std::string_view text) const;
  bool is_date_text(std::string_view text) const;
  bool is_front_line_text(std::string_view text) const;
  bool has_dateline(std::string_view text) const;
  // Whether the front matter goes on, or the story begins, right behind a unit.
  bool is_followed_by_front(std::size_t index) const;
  // Takes a unit as front matter; false where the body begins.
  bool take(const Unit& unit);
  // Whether surer front matter stands below a unit that no rule took (front_unread.cpp).
  bool goes_on_below(const Unit& unit) const;
  bool is_sure_front(const Unit& unit) const;
  bool take_slug(const Unit& unit);
  bool take_dated_release(const Unit& unit);
  bool take_embargo_day(const Unit& unit);
  bool is_above_story(const Unit& unit) const;
  bool has_headline_behind(std::size_t index) const;
  bool take_address(const Unit& unit);
  bool take_agency_line(const Unit& unit);
  bool take_date(const Unit& unit);
  bool is_date_of_entry(const Unit& unit) const;
  void record_dates(const std::vector<DateLineValue>& values, const Unit& unit);

  // ---- Whom to ask about a press release (front_contact.cpp) ----

  // The lines below "Media Contact:" with the label; they go to the fields without a variable.
  bool take_contact(const Unit& unit);
  bool take_columns(const Unit& unit);
  bool begins_contact(const Unit& unit) const;

  // ---- Who wrote it (front_bylines.cpp) ----

  bool take_byline(const Unit& unit);
  bool is_among_front(const Unit& unit) const;
  bool is_above_verse(const Unit& unit) const;
  bool take_front_line(const Unit& unit);
  bool take_position(const Unit& unit);
  bool take_issuer(const Unit& unit);
  void add_byline(const Byline& byline, const Unit& unit);
  void add_contributor(Contributor contributor);
  // The source that lines above the story name; for a press release without another author, it is
  // the author.
  void record_issuer();

  // ---- What it is called (front_headline.cpp) ----

  bool take_headline(const Unit& unit);
  bool looks_like_headline(const Unit& unit) const;
  bool is_underlined(const Unit& unit) const;
  bool has_body_behind(const Unit& unit) const;
  bool is_kicker(const Unit& unit) const;
  bool take_deck(const Unit& unit);
  bool is_followed_by_names() const;
  bool reads_like_deck(const Unit& unit) const;

  // ---- Where and when (front_dateline.cpp) ----

  // Takes the dateline at the start of the body out of it; one that stands further below stays
  // where it is, and the record has it all the same.
  void take_dateline(FrontResult& result);
  bool cut_dateline(const Unit& unit, const Dateline& found, FrontResult& result);
  void show_dateline(std::string_view line, const Dateline& found);
  void record_dateline(std::string_view line, const Dateline& found, const Line& at);
  void record_date(Date date, Evidence because);
  void add_reporters(std::string_view words, const Line& at);

  LinesLeft lines_;
  Builder& builder_;
  const Date& retrieved_;
  Document& document_;
  std::vector<Unit> units_;
  std::size_t last_line_ = 0;  // behind the last unit
  std::size_t next_ = 0;       // the unit that is asked
  Taken last_taken_ = Taken::nothing;
  Taken taken_ = Taken::nothing;  // what take() takes the unit as
  std::optional<std::size_t> story_;
  std::size_t first_of_byline_ = 0;  // the first contributor of the last byline
  bool press_release_ = false;
  std::string contact_label_;
  std::string issuer_;
  // Sources that lines above the story name: they count where the dateline names no agency.
  std::vector<std::pair<std::string, Evidence>> sources_;
};

// Where a line stands in the source, and evidence that was read from it.
Location location_of(const Line& line);
Evidence evidence_of(std::string_view source, const Line& line, double confidence,
                     std::string_view raw = {});
// Whether the record has the name in the same role.
bool is_known(const Document& document, const Contributor& contributor);

}  // namespace pressmark::plain_text
