// The dateline of a story.
#include <algorithm>
#include <utility>

#include "converters/importers/text/byline.h"
#include "converters/importers/text/codes.h"
#include "converters/importers/text/front_reader.h"

namespace pressmark::plain_text {

namespace {

Inline named(const DatelineSpan& span, const Dateline& found, Inlines words) {
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

// The words for "reporter" before the names of a dateline.
std::size_t reporter_word(std::string_view words) {
  for (const std::string_view marker : {"记者：", "记者:", "記者：", "记者", "記者"}) {
    if (words.starts_with(marker)) return marker.size();
  }
  return 0;
}

void name_reporters(std::string_view words, Inlines& inlines) {
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

}  // namespace

void FrontReader::take_dateline(FrontResult& result) {
  if (!has(Rule::datelines) || next_ >= units_.size()) return;
  const Unit& unit = units_[next_];
  const auto dateline = find_dateline(unit.text, DatelineForms::all, document_.language);
  if (dateline) {
    if (!story_ && dateline->form == "place-dash" && unit.text.size() < 60) return;
    if (!result.unread.empty()) {
      // It stays where it is, below the lines that no rule took.
      record_dateline(unit.text, *dateline, line_of(unit));
    } else if (cut_dateline(unit, *dateline, result)) {
      show_dateline(unit.text, *dateline);
      record_dateline(unit.text, *dateline, line_of(unit));
    }
  } else if (story_ && *story_ > next_) {
    const Unit& story = units_[*story_];
    const auto below =
        find_dateline(story.text, DatelineForms::with_agency_only, document_.language);
    if (below) record_dateline(story.text, *below, line_of(story));
  }
}

// The dateline stands in the first line of its unit, or runs into the next ones.
bool FrontReader::cut_dateline(const Unit& unit, const Dateline& found, FrontResult& result) {
  std::size_t done = 0;  // octets of the unit's text before the line
  for (std::size_t i = unit.start; i < unit.end; ++i) {
    const std::string_view line = lines_[i].text;
    // A word that was divided at the line's end has no place in the lines any more.
    if (!std::string_view(unit.text).substr(done).starts_with(line)) return false;
    if (found.length <= done + line.size()) {
      result.lines = i;
      result.dateline = found.length - done;
      builder_.found(Rule::datelines, lines_.subspan(unit.start, i + 1 - unit.start),
                     std::string_view(unit.text).substr(0, found.length), found.confidence);
      return true;
    }
    done += line.size() + 1;
  }
  return false;
}

void FrontReader::show_dateline(std::string_view line, const Dateline& found) {
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
}

void FrontReader::record_dateline(std::string_view line, const Dateline& found, const Line& at) {
  Metadata& record = document_.metadata;
  const std::string raw(line.substr(0, found.length));
  const auto because = [&] { return evidence_of("text:dateline", at, found.confidence, raw); };
  record.offer(Variable::publisher_place, std::string(found.places(line)), because());
  const std::string_view agency = found.words(line, DatelinePart::agency);
  record.offer(Variable::source, std::string(agency), because());
  if (found.date) record_date(*found.date, because());
  for (const DatelineSpan& span : found.spans) {
    if (span.part == DatelinePart::reporters) {
      add_reporters(line.substr(span.start, span.length), at);
    }
  }
  if (found.press_release && !press_release_) {
    press_release_ = true;
    record.offer(Variable::genre, "press release", because());
  }
}

// A date without a year stays so, unless the day of capture is known: then it is the last such
// day before it, at most eleven months back, and marked as inferred.
void FrontReader::record_date(Date date, Evidence because) {
  Metadata& record = document_.metadata;
  const DatePart& day = retrieved_.start;
  if (!date.start.year && day.year && day.month != 0) {
    const bool later = date.start.month > day.month ||
                       (date.start.month == day.month && day.day != 0 && date.start.day > day.day);
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

void FrontReader::add_reporters(std::string_view words, const Line& at) {
  const auto byline = find_byline(words.substr(reporter_word(words)), BylineForms::all);
  if (!byline) return;
  for (const BylineName& name : byline->names) {
    Contributor contributor = name.contributor;
    contributor.evidence = evidence_of("text:dateline", at, 0.9, words);
    add_contributor(std::move(contributor));
  }
}

}  // namespace pressmark::plain_text
