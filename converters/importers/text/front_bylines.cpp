// Bylines, and lines that say more than who wrote it.
#include <algorithm>
#include <utility>

#include "converters/common/word_set.h"
#include "converters/importers/text/agencies.h"
#include "converters/importers/text/byline_markers.h"
#include "converters/importers/text/characters.h"
#include "converters/importers/text/codes.h"
#include "converters/importers/text/front_reader.h"
#include "converters/importers/text/readers.h"

namespace pressmark::plain_text {

namespace {

bool has_position(const Byline& byline) {
  return std::ranges::any_of(
      byline.names, [](const BylineName& name) { return !name.contributor.position.empty(); });
}

// "AP Business Writer", "Special to The Riverton Post", "BBC News, Riverton", "DE SÃO PAULO": what
// stands below names, by itself.
bool is_position_line(std::string_view text) {
  constexpr std::size_t longest = 60;
  if (columns(text) > longest || ends_sentence(text) || !is_upper(first_of(text))) return false;
  if (text.find_first_of("?!\"0123456789:") != text.npos) return false;
  const auto words = split_words(text);
  if (words.size() > 7) return false;
  if (is_agency(text)) return true;
  const std::string folded = fold(text);
  for (const std::string_view start : {"special to ", "special for ", "for the ", "de ", "da ",
                                       "do ", "enviad", "correspon", "envoyé"}) {
    if (folded.starts_with(start)) return true;
  }
  return words.size() <= 6 && names_press_trade(text);
}

// Whether the word for "by" begins titles as well: "Von Mainz nach Basel", "De Madrid al cielo".
bool begins_like_title(std::string_view text) {
  static const WordSet words("von, par, por, di, de, da, do, av, af, door, od");
  const std::size_t end = text.find(' ');
  return end != text.npos && words.contains(fold(text.substr(0, end)));
}

}  // namespace

bool FrontReader::take_byline(const Unit& unit) {
  // Names without "by" are a byline only where the story or a date is sure to follow, or an
  // agency or position stands behind them.
  auto byline = find_byline(unit.text, BylineForms::marked_only);
  const bool below_headline = !document_.front.headline.empty();
  if (!byline && below_headline) {
    byline = find_byline(unit.text, BylineForms::all);
    // Above a line that says "by", a name is of a picture.
    const bool above_byline = next_ + 1 < units_.size() && is_byline_text(units_[next_ + 1].text);
    if (byline && above_byline) return false;
    if (byline && byline->agency.empty() && !has_position(*byline) && !byline->has_note_marks &&
        !is_followed_by_front(next_) && !is_among_front(unit) && !is_above_verse(unit)) {
      return false;
    }
    if (!byline) byline = find_credit(unit.text);  // "Photo: Ben Sample"
  }
  if (!byline || (!below_headline && next_ + 1 == units_.size())) return false;
  if (!below_headline && begins_like_title(unit.text) && !is_followed_by_front(next_) &&
      !has_headline_behind(next_)) {
    return false;
  }
  taken_ = Taken::byline;
  add_byline(*byline, unit);
  return true;
}

// Whether a line of names stands right below a date, or right above a line that says what they are.
bool FrontReader::is_among_front(const Unit& unit) const {
  if (last_taken_ == Taken::date) return true;
  if (next_ + 2 >= units_.size()) return false;
  const Unit& next = units_[next_ + 1];
  return unit.end == next.start && !line_of(next).begins_group() && is_position_line(next.text);
}

// Whether a line of names stands alone between the headline and a poem.
bool FrontReader::is_above_verse(const Unit& unit) const {
  return last_taken_ == Taken::headline && unit.end < lines_.size() &&
         lines_[unit.end].begins_group() && begins_verse(lines_.subspan(unit.end), builder_);
}

bool FrontReader::take_front_line(const Unit& unit) {
  auto line = find_front_line(unit.text, document_.language);
  if (!line || next_ + 1 == units_.size()) return false;
  const bool below_headline = !document_.front.headline.empty();
  if (line->dates.empty() && !line->byline) {
    // A label alone may begin a text.
    if (!below_headline || (!is_followed_by_front(next_) && last_taken_ != Taken::label &&
                            last_taken_ != Taken::date && line->labelled.size() < 2)) {
      return false;
    }
  } else if (line->byline && line->byline->confidence < 0.9 && !below_headline) {
    return false;  // names without "by" that nothing stands above
  }
  taken_ = line->byline ? Taken::byline : Taken::label;
  if (!line->dates.empty()) found(Rule::date_lines, unit, 0.9);
  record_dates(line->dates, unit);
  if (!line->place.empty()) {
    document_.metadata.offer(Variable::publisher_place, std::string(line->place),
                             evidence_of("text:date-line", line_of(unit), 0.7, unit.text));
  }
  if (line->byline) {
    line->byline->confidence = std::min(line->byline->confidence + 0.15, 0.95);
    add_byline(*line->byline, unit);
  }
  HeaderFields fields;
  for (const LabelledWords& words : line->labelled) {
    if (words.kind == FieldKind::source) {
      issuer_ = words.value;
      sources_.push_back(
          {std::string(words.value),
           evidence_of("text:header." + std::string(words.label), line_of(unit), 0.9)});
      continue;
    }
    fields.fields.push_back(
        {words.kind, std::string(words.label), std::string(words.value), line_of(unit), 0.9});
  }
  if (!fields.fields.empty()) {
    if (line->dates.empty()) found(Rule::bylines, unit, 0.9);
    apply_header_fields(fields, builder_, document_.language, document_);
  }
  return true;
}

bool FrontReader::take_position(const Unit& unit) {
  if (last_taken_ != Taken::byline || document_.front.bylines.empty()) return false;
  if (next_ + 1 == units_.size() || !is_position_line(unit.text)) return false;
  taken_ = Taken::byline;
  found(Rule::bylines, unit, 0.85);
  document_.front.bylines.push_back({text(unit.text)});
  std::vector<Contributor>& all = document_.metadata.contributors;
  if (is_agency(unit.text) && !names_press_trade(unit.text)) {
    sources_.push_back({unit.text, evidence_of("text:byline", line_of(unit), 0.85)});
    return true;
  }
  for (std::size_t i = first_of_byline_; i < all.size(); ++i) {
    if (all[i].position.empty()) all[i].position = unit.text;
  }
  return true;
}

// "News provided by" and the organisation below it, as wires of press releases have.
bool FrontReader::take_issuer(const Unit& unit) {
  if (next_ + 2 >= units_.size()) return false;
  if (last_taken_ == Taken::issuer) {
    if (columns(unit.text) > 80) return false;
    issuer_ = unit.text;
  } else if (fold(unit.text) != "news provided by") {
    return false;
  } else {
    taken_ = Taken::issuer;
  }
  found(Rule::bylines, unit, 0.9);
  document_.front.bylines.push_back({text(unit.text)});
  return true;
}

void FrontReader::record_issuer() {
  for (auto& [words, because] : sources_) {
    document_.metadata.offer(Variable::source, words, because);
  }
  if (!press_release_ || issuer_.empty()) return;
  if (!document_.metadata.with_role(Role::author).empty()) return;
  add_contributor({Role::author, literal_name(issuer_), "",
                   Evidence{.source = "text:byline", .confidence = 0.85}});
}

void FrontReader::add_byline(const Byline& byline, const Unit& unit) {
  const Line& line = line_of(unit);
  found(Rule::bylines, unit, byline.confidence);
  Inlines inlines;
  std::size_t done = 0;
  const auto plain = [&](std::size_t end) {
    if (end > done) inlines.push_back(text(unit.text.substr(done, end - done)));
    done = end;
  };
  first_of_byline_ = document_.metadata.contributors.size();
  const bool person =
      std::ranges::any_of(byline.names, [](const BylineName& name) { return !name.organisation; });
  for (const BylineName& name : byline.names) {
    plain(name.start);
    const NameKind kind = name.organisation ? NameKind::organisation : NameKind::person;
    inlines.push_back(Inline{Named{kind, {text(unit.text.substr(name.start, name.length))}}});
    done = name.start + name.length;
    if (name.organisation && person) continue;  // an agency is no author beside a person
    Contributor contributor = name.contributor;
    contributor.evidence = evidence_of("text:byline", line, byline.confidence, unit.text);
    add_contributor(std::move(contributor));
  }
  plain(unit.text.size());
  document_.front.bylines.push_back(std::move(inlines));
  if (!byline.agency.empty()) {
    document_.metadata.offer(Variable::source, std::string(byline.agency),
                             evidence_of("text:byline", line, byline.confidence, unit.text));
  }
}

void FrontReader::add_contributor(Contributor contributor) {
  if (is_known(document_, contributor)) return;
  document_.metadata.contributors.push_back(std::move(contributor));
}

void apply_credit(const Byline& credit, std::string_view words, const Line& line,
                  Document& document) {
  const bool has_author = !document.metadata.with_role(Role::author).empty();
  for (const BylineName& name : credit.names) {
    Contributor contributor = name.contributor;
    if (is_known(document, contributor)) continue;
    // Beside the byline's authors, those who reported are contributors.
    if (has_author && contributor.role == Role::author) contributor.role = Role::contributor;
    contributor.evidence = evidence_of("text:credit", line, credit.confidence, words);
    document.metadata.contributors.push_back(std::move(contributor));
  }
}

}  // namespace pressmark::plain_text
