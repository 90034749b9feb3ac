#include "converters/importers/text/front.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "converters/importers/text/byline.h"
#include "converters/importers/text/characters.h"
#include "converters/importers/text/codes.h"
#include "converters/importers/text/date_line.h"
#include "converters/importers/text/dateline.h"
#include "converters/importers/text/readers.h"
#include "converters/importers/text/wire_marks.h"

namespace pressmark::plain_text {
namespace {

constexpr std::size_t most_units = 14;         // that are looked at
constexpr std::size_t longest_headline = 200;  // characters
constexpr std::size_t longest_deck = 320;
constexpr std::size_t most_headline_lines = 3;

// A paragraph's worth of lines near the top, joined.
struct Unit {
  std::size_t start;  // index of its first line
  std::size_t end;
  std::string text;
};

Location location(const Line& line) {
  return Location{static_cast<int>(line.number), line.indent + 1};
}

Evidence evidence(std::string_view source, const Line& line, double confidence,
                  std::string_view raw = {}) {
  return Evidence{std::string(source), std::string(raw), location(line), confidence, false};
}

// Whether the record has the name in the same role.
bool is_known(const Document& document, const Contributor& contributor) {
  return std::ranges::any_of(document.metadata.contributors, [&](const Contributor& other) {
    return other.role == contributor.role && other.name == contributor.name;
  });
}

class FrontReader {
 public:
  FrontReader(LinesLeft lines, Builder& builder, const Date& retrieved, Document& document)
      : lines_(lines), builder_(builder), retrieved_(retrieved), document_(document) {}

  FrontResult read() {
    make_units();
    find_story_start();
    while (next_ < units_.size() && take(units_[next_])) {
      const Unit& unit = units_[next_];
      if (unit.end - unit.start > 1) builder_.found(Rule::unwrap, lines_of(unit), unit.text);
      builder_.place_inlines(lines_of(unit));
      ++next_;
    }
    take_dateline();
    FrontResult result;
    result.lines = next_ < units_.size() ? units_[next_].start : last_line_;
    result.dateline = dateline_length_;
    result.press_release = press_release_;
    return result;
  }

 private:
  bool has(Rule rule) const { return builder_.rules().has(rule); }
  const Line& line_of(const Unit& unit) const { return lines_[unit.start]; }
  LinesLeft lines_of(const Unit& unit) const {
    return lines_.subspan(unit.start, unit.end - unit.start);
  }
  // Puts into the trace that a rule took a unit.
  void found(Rule rule, const Unit& unit, double confidence) const {
    builder_.found(rule, lines_of(unit), unit.text, confidence);
  }

  // Wrapped lines of one group are a unit; else each line is.
  void make_units() {
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
  bool joins(const Line& line, const Line& next) const {
    if (!builder_.shape().wrapped || !has(Rule::unwrap)) return false;
    if (is_break_line(next.text) || is_break_line(line.text)) return false;
    if (is_byline(line) || is_byline(next) || is_date(line) || is_date(next)) return false;
    if (slug_kind(line.text) != SlugKind::none || find(next)) return false;
    if (is_forced_break(line, next, builder_.shape()) || starts_lower(next.text)) return true;
    // A headline of several lines is broken where it looks best: both parts are written alike.
    return (is_capitals(line.text) && is_capitals(next.text)) ||
           (is_title_case(line.text) && is_title_case(next.text));
  }
  bool is_byline(const Line& line) const {
    return has(Rule::bylines) && find_byline(line.text, BylineForms::marked_only).has_value();
  }
  bool is_date(const Line& line) const {
    return has(Rule::date_lines) && find_date_line(line.text).has_value();
  }
  std::optional<Dateline> find(const Line& line) const {
    if (!has(Rule::datelines)) return {};
    return find_dateline(line.text, DatelineForms::with_agency_only);
  }

  // The first unit with a dateline, which is the story's first paragraph.
  void find_story_start() {
    if (!has(Rule::datelines)) return;
    for (std::size_t i = 0; i < units_.size(); ++i) {
      const std::string& text = units_[i].text;
      if (!find_dateline(text, DatelineForms::with_agency_only)) continue;
      // The dateline of a second story does not make the first one front matter.
      for (std::size_t before = 0; before < i; ++before) {
        if (units_[before].text.size() > 2 * longest_deck) return;
      }
      story_ = i;
      return;
    }
  }

  bool is_story(const Unit& unit) const { return story_ && units_[*story_].start == unit.start; }

  // Takes a unit as front matter; false where the body begins.
  bool take(const Unit& unit) {
    if (is_story(unit)) return false;
    if (has(Rule::slugs) && take_slug(unit)) return true;
    if (has(Rule::breaks) && is_break_line(unit.text) && !document_.front.headline.empty() &&
        document_.front.deck.empty()) {
      builder_.found(Rule::breaks, lines_of(unit), unit.text);
      return true;  // the underline of the headline, or a rule below it
    }
    if (has(Rule::date_lines) && take_date(unit)) return true;
    if (has(Rule::bylines) && take_byline(unit)) return true;
    if (has(Rule::headline) && take_headline(unit)) return true;
    return has(Rule::deck) && take_deck(unit);
  }

  bool take_slug(const Unit& unit) {
    const SlugKind kind = slug_kind(unit.text);
    if (kind == SlugKind::none) return false;
    // A routing word may be all there is of a headline: "URGENT" above nothing.
    if (next_ + 1 == units_.size()) return false;
    const Line& line = line_of(unit);
    Metadata& record = document_.metadata;
    if (kind == SlugKind::press_release) {
      press_release_ = true;
      record.offer(Variable::genre, "press release", evidence("text:slug", line, 0.95, unit.text));
    } else if (kind == SlugKind::embargo) {
      record.offer(Variable::status, unit.text, evidence("text:slug", line, 0.9));
    }
    found(Rule::slugs, unit, kind == SlugKind::embargo ? 0.9 : 0.95);
    builder_.diagnostics().report(line_left_out, location(line), unit.text);
    return true;
  }

  bool take_date(const Unit& unit) {
    const auto date_line = find_date_line(unit.text);
    if (!date_line) return false;
    found(Rule::date_lines, unit, 0.95);
    for (const DateLineValue& value : date_line->values) {
      document_.metadata.offer(value.variable, value.date,
                               evidence("text:date-line", line_of(unit), 0.95, unit.text));
    }
    if (!date_line->place.empty()) {
      document_.metadata.offer(Variable::publisher_place, std::string(date_line->place),
                               evidence("text:date-line", line_of(unit), 0.7, unit.text));
    }
    return true;
  }

  // Whether the front matter goes on, or the story begins, right behind a unit.
  bool is_followed_by_front(std::size_t index) const {
    if (index + 1 >= units_.size()) return false;
    const Unit& next = units_[index + 1];
    return is_story(next) || is_date_unit(next) || is_byline_unit(next) ||
           (has(Rule::datelines) && find_dateline(next.text, DatelineForms::all).has_value());
  }
  bool is_date_unit(const Unit& unit) const {
    return has(Rule::date_lines) && find_date_line(unit.text).has_value();
  }
  bool is_byline_unit(const Unit& unit) const {
    return has(Rule::bylines) && find_byline(unit.text, BylineForms::marked_only).has_value();
  }

  bool take_byline(const Unit& unit) {
    // Names without "by" are a byline only where the story or a date is sure to follow, or an
    // agency or position stands behind them.
    auto byline = find_byline(unit.text, BylineForms::marked_only);
    const bool below_headline = !document_.front.headline.empty();
    if (!byline && below_headline) {
      byline = find_byline(unit.text, BylineForms::all);
      if (byline && byline->agency.empty() && !has_position(*byline) &&
          !is_followed_by_front(next_)) {
        return false;
      }
      if (!byline) byline = find_credit(unit.text);  // "Photo: Ben Sample"
    }
    if (!byline || (!below_headline && next_ + 1 == units_.size())) return false;
    add_byline(*byline, unit);
    return true;
  }
  static bool has_position(const Byline& byline) {
    return std::ranges::any_of(
        byline.names, [](const BylineName& name) { return !name.contributor.position.empty(); });
  }

  void add_byline(const Byline& byline, const Unit& unit) {
    const Line& line = line_of(unit);
    found(Rule::bylines, unit, byline.confidence);
    Inlines inlines;
    std::size_t done = 0;
    const auto plain = [&](std::size_t end) {
      if (end > done) inlines.push_back(text(unit.text.substr(done, end - done)));
      done = end;
    };
    const bool person = std::ranges::any_of(
        byline.names, [](const BylineName& name) { return !name.organisation; });
    for (const BylineName& name : byline.names) {
      plain(name.start);
      const NameKind kind = name.organisation ? NameKind::organisation : NameKind::person;
      inlines.push_back(Inline{Named{kind, {text(unit.text.substr(name.start, name.length))}}});
      done = name.start + name.length;
      if (name.organisation && person) continue;  // an agency is no author beside a person
      Contributor contributor = name.contributor;
      contributor.evidence = evidence("text:byline", line, byline.confidence, unit.text);
      add_contributor(std::move(contributor));
    }
    plain(unit.text.size());
    document_.front.bylines.push_back(std::move(inlines));
    if (!byline.agency.empty()) {
      document_.metadata.offer(Variable::source, std::string(byline.agency),
                               evidence("text:byline", line, byline.confidence, unit.text));
    }
  }

  void add_contributor(Contributor contributor) {
    if (is_known(document_, contributor)) return;
    document_.metadata.contributors.push_back(std::move(contributor));
  }

  bool take_headline(const Unit& unit) {
    if (!document_.front.headline.empty()) return false;
    // A short line in capitals above another headline is the kicker.
    if (is_kicker(unit)) {
      document_.front.kicker = builder_.inlines(unit.text);
      found(Rule::headline, unit, 0.6);
      document_.metadata.offer(Variable::section, unit.text,
                               evidence("text:kicker", line_of(unit), 0.6));
      return true;
    }
    if (!looks_like_headline(unit)) return false;
    std::string_view words = unit.text;
    while (words.starts_with('#')) words.remove_prefix(1);
    words = trim(words);
    document_.front.headline = builder_.inlines(words);
    const double confidence = story_.has_value() || is_followed_by_front(next_) ? 0.95 : 0.75;
    found(Rule::headline, unit, confidence);
    document_.metadata.offer(Variable::title, std::string(words),
                             evidence("text:headline", line_of(unit), confidence));
    return true;
  }

  bool looks_like_headline(const Unit& unit) const {
    const std::string_view text = unit.text;
    if (text.size() > 4 * longest_headline || utf8_length(text) > longest_headline) return false;
    if (unit.end - unit.start > most_headline_lines || !has_letter(text)) return false;
    const bool marked = text.starts_with('#') || is_underlined(unit);
    if (next_ + 1 >= units_.size()) return marked && unit.end < lines_.size();
    if (marked) return true;
    const char32_t last = last_of(text);
    if (last == ',' || last == ';' || last == ':' || last == U'：' || last == U'，') return false;
    if (starts_lower(text) && !is_upper(second_of(text))) return false;
    if (begins_list(lines_.subspan(unit.start), builder_) || text.starts_with('>')) return false;
    if (begins_speech(line_of(unit), builder_) || begins_table(lines_.subspan(unit.start)))
      return false;
    if (is_followed_by_front(next_)) return true;
    // A sentence is a headline only with such company.
    if ((last == '.' && !text.ends_with("...")) || last == U'。') return story_ && next_ == 0;
    if (story_) return true;
    return has_body_behind(unit);
  }
  static char32_t second_of(std::string_view text) {
    Scanner scanner(text);
    scanner.next();
    return scanner.peek();
  }
  static std::size_t utf8_length(std::string_view text) { return columns(text); }

  bool is_underlined(const Unit& unit) const {
    return unit.end - unit.start == 1 && unit.end < lines_.size() &&
           !lines_[unit.end].begins_group() && is_underline(lines_[unit.start], lines_[unit.end]);
  }

  // Without other signs a headline stands apart: by a blank line, or by being much shorter than
  // what follows.
  bool has_body_behind(const Unit& unit) const {
    const Unit& next = units_[next_ + 1];
    const bool apart = lines_[next.start].begins_group() || is_underlined(unit);
    std::size_t longest = 0;
    for (std::size_t i = next_ + 1; i < units_.size(); ++i) {
      longest = std::max(longest, columns(units_[i].text));
    }
    if (apart) return longest > columns(unit.text) || next.end - next.start > 1;
    return longest > 2 * columns(unit.text) && longest > 100;
  }

  // "ANALYSIS", "Interview:" right above what can be a headline itself.
  bool is_kicker(const Unit& unit) const {
    if (!document_.front.kicker.empty() || columns(unit.text) > 30) return false;
    if (!is_capitals(unit.text) || split_words(unit.text).size() > 3) return false;
    if (next_ + 2 >= units_.size()) return false;
    const Unit& next = units_[next_ + 1];
    if (is_story(next) || is_byline_unit(next) || is_date_unit(next) || is_break_line(next.text)) {
      return false;
    }
    return columns(next.text) > columns(unit.text) && columns(next.text) <= 120 &&
           !ends_sentence(next.text) && (story_ || lines_[units_[next_ + 2].start].begins_group());
  }

  bool take_deck(const Unit& unit) {
    if (document_.front.headline.empty() || !document_.front.deck.empty() ||
        !document_.front.bylines.empty()) {
      return false;
    }
    if (columns(unit.text) > longest_deck || count_sentences(unit.text) > 2) return false;
    if (begins_list(lines_.subspan(unit.start), builder_) || unit.text.starts_with('>'))
      return false;
    if (next_ + 1 >= units_.size() || unit.text.ends_with(':')) return false;
    const bool followed = is_followed_by_front(next_) || is_followed_by_names();
    if (!followed && !reads_like_deck(unit)) return false;
    document_.front.deck = builder_.inlines(unit.text);
    const double confidence = followed ? 0.9 : 0.65;
    found(Rule::deck, unit, confidence);
    document_.metadata.offer(Variable::subtitle, unit.text,
                             evidence("text:deck", line_of(unit), confidence));
    return true;
  }

  // Names alone between the deck and the story.
  bool is_followed_by_names() const {
    if (next_ + 2 >= units_.size() || !has(Rule::bylines)) return false;
    return find_byline(units_[next_ + 1].text, BylineForms::all).has_value() &&
           (is_story(units_[next_ + 2]) || is_date_unit(units_[next_ + 2]));
  }

  // Without a byline or dateline behind it: a long line, right below the headline, that is neither
  // a finished sentence nor short enough for a heading.
  bool reads_like_deck(const Unit& unit) const {
    if (next_ == 0 || ends_sentence(unit.text) || columns(unit.text) < 45) return false;
    const Unit& next = units_[next_ + 1];
    const bool close = !lines_[unit.start].begins_group() || lines_[next.start].begins_group();
    return close && columns(next.text) > columns(unit.text);
  }

  void take_dateline() {
    if (!has(Rule::datelines) || next_ >= units_.size()) return;
    const Unit& unit = units_[next_];
    // The dateline stands in the first line as received; a date may run into the second.
    const std::string_view line = line_of(unit).text;
    const auto dateline = find_dateline(line, DatelineForms::all);
    if (!dateline) return;
    if (!story_ && dateline->form == "place-dash" && unit.text.size() < 60) return;
    const Line& at = line_of(unit);
    dateline_length_ = dateline->length;
    builder_.found(Rule::datelines, lines_of(unit).first(1), line.substr(0, dateline_length_),
                   dateline->confidence);
    add_dateline(line, *dateline, at);
  }

  void add_dateline(std::string_view line, const Dateline& found, const Line& at) {
    Inlines inlines;
    std::size_t done = 0;
    const auto plain = [&](std::size_t end) {
      if (end > done) inlines.push_back(text(std::string(line.substr(done, end - done))));
      done = end;
    };
    for (const DatelineSpan& span : found.spans) {
      plain(span.start);
      const std::string_view part = line.substr(span.start, span.length);
      if (span.part == DatelinePart::reporters) {
        name_reporters(part, inlines);
      } else {
        inlines.push_back(named(span, found, {text(std::string(part))}));
      }
      done = span.start + span.length;
    }
    plain(found.length);
    document_.front.dateline = std::move(inlines);

    Metadata& record = document_.metadata;
    const std::string raw(line.substr(0, found.length));
    const auto because = [&] { return evidence("text:dateline", at, found.confidence, raw); };
    record.offer(Variable::publisher_place, std::string(found.places(line)), because());
    const std::string_view agency = found.words(line, DatelinePart::agency);
    record.offer(Variable::source, std::string(agency), because());
    if (found.date) record_date(*found.date, because());
    add_reporters(found.words(line, DatelinePart::reporters), at);
    if (found.press_release && !press_release_) {
      press_release_ = true;
      record.offer(Variable::genre, "press release", because());
    }
  }

  static Inline named(const DatelineSpan& span, const Dateline& found, Inlines words) {
    switch (span.part) {
      case DatelinePart::place:
        return Inline{Named{NameKind::place, std::move(words)}};
      case DatelinePart::agency:
        return Inline{Named{NameKind::organisation, std::move(words)}};
      case DatelinePart::date:
        return Inline{Dated{found.date.value_or(Date{}), std::move(words)}};
      case DatelinePart::reporters:
        break;
    }
    return std::move(words.front());
  }

  // A date without a year stays so, unless the day of capture is known: then it is the last such
  // day before it, at most eleven months back, and marked as inferred.
  void record_date(Date date, Evidence because) {
    Metadata& record = document_.metadata;
    const DatePart& day = retrieved_.start;
    if (!date.start.year && day.year && day.month != 0) {
      const bool later = date.start.month > day.month || (date.start.month == day.month &&
                                                          day.day != 0 && date.start.day > day.day);
      const int year = *day.year - (later ? 1 : 0);
      const int months = (*day.year - year) * 12 + day.month - date.start.month;
      Date whole = date;
      whole.start.year = year;
      if (months <= 11 && is_valid(whole)) {
        builder_.diagnostics().report(year_inferred, because.from, to_string(whole));
        because.inferred = true;
        because.confidence = std::min(because.confidence, 0.8);
        date = whole;
      }
    }
    // A date line or header that names the year agrees with the dateline's day: nothing to reject.
    const Date& known = record.date(DateVariable::issued);
    if (!known.empty() && !date.start.year && known.start.month == date.start.month &&
        known.start.day == date.start.day) {
      return;
    }
    record.offer(DateVariable::issued, std::move(date), std::move(because));
  }

  // The words for "reporter" before the names of a dateline.
  static std::size_t reporter_word(std::string_view words) {
    for (const std::string_view marker : {"记者：", "记者:", "記者：", "记者", "記者"}) {
      if (words.starts_with(marker)) return marker.size();
    }
    return 0;
  }

  static void name_reporters(std::string_view words, Inlines& inlines) {
    const std::size_t start = reporter_word(words);
    const auto byline = find_byline(words.substr(start), BylineForms::all);
    std::size_t done = 0;
    const auto plain = [&](std::size_t end) {
      if (end > done) inlines.push_back(text(std::string(words.substr(done, end - done))));
      done = end;
    };
    for (const BylineName& name : byline ? byline->names : std::vector<BylineName>{}) {
      plain(start + name.start);
      inlines.push_back(Inline{Named{
          NameKind::person, {text(std::string(words.substr(start + name.start, name.length)))}}});
      done = start + name.start + name.length;
    }
    plain(words.size());
  }

  void add_reporters(std::string_view words, const Line& at) {
    const auto byline = find_byline(words.substr(reporter_word(words)), BylineForms::all);
    if (!byline) return;
    for (const BylineName& name : byline->names) {
      Contributor contributor = name.contributor;
      contributor.evidence = evidence("text:dateline", at, 0.9, words);
      add_contributor(std::move(contributor));
    }
  }

  LinesLeft lines_;
  Builder& builder_;
  const Date& retrieved_;
  Document& document_;
  std::vector<Unit> units_;
  std::size_t last_line_ = 0;  // behind the last unit
  std::size_t next_ = 0;       // the unit that is asked
  std::optional<std::size_t> story_;
  std::size_t dateline_length_ = 0;
  bool press_release_ = false;
};

}  // namespace

FrontResult read_front(LinesLeft lines, Builder& builder, const Date& retrieved,
                       Document& document) {
  return FrontReader(lines, builder, retrieved, document).read();
}

void apply_credit(const Byline& credit, std::string_view words, const Line& line,
                  Document& document) {
  const bool has_author = !document.metadata.with_role(Role::author).empty();
  for (const BylineName& name : credit.names) {
    Contributor contributor = name.contributor;
    if (is_known(document, contributor)) continue;
    // Beside the byline's authors, those who reported are contributors.
    if (has_author && contributor.role == Role::author) contributor.role = Role::contributor;
    contributor.evidence = evidence("text:credit", line, credit.confidence, words);
    document.metadata.contributors.push_back(std::move(contributor));
  }
}

}  // namespace pressmark::plain_text
