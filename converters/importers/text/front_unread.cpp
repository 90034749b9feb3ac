// Lines among the front matter that no rule knows: the rules go on behind them.
#include <algorithm>

#include "converters/importers/text/characters.h"
#include "converters/importers/text/front_reader.h"

namespace pressmark::plain_text {
namespace {

constexpr std::size_t most_units_ahead = 4;
constexpr std::size_t longest_sentence = 80;  // columns

// The parts of a text between a mark with spaces around it.
std::vector<std::string_view> parts_between(std::string_view text, std::string_view mark) {
  std::vector<std::string_view> parts;
  for (std::size_t at = text.find(mark); at != text.npos; at = text.find(mark)) {
    parts.push_back(trim(text.substr(0, at)));
    text.remove_prefix(at + mark.size());
  }
  parts.push_back(trim(text));
  return parts;
}

}  // namespace

bool is_trail(std::string_view text) {
  constexpr std::size_t most_words = 3;  // of a part
  if (columns(text) > longest_unread || ends_sentence(text)) return false;
  for (const std::string_view mark : {" > ", " » ", " › ", " → ", " | ", " / ", " · "}) {
    const auto parts = parts_between(text, mark);
    // A headline may have a bar before the name of its site, and a slash between two words.
    const bool arrow = mark != " | " && mark != " / " && mark != " · ";
    const std::size_t least = arrow ? 2 : 3;
    const auto is_short = [](std::string_view part) {
      return !part.empty() && split_words(part).size() <= most_words;
    };
    if (parts.size() >= least && std::ranges::all_of(parts, is_short)) return true;
  }
  // "<< back to all stories"
  return text.starts_with("<<") || text.starts_with("←") || text.ends_with(">>") ||
         text.ends_with("→");
}

bool is_bar_of_two(std::string_view text) {
  constexpr std::size_t most_words = 2;
  const auto parts = parts_between(text, " | ");
  return parts.size() == 2 && std::ranges::all_of(parts, [](std::string_view part) {
           return split_words(part).size() <= most_words;
         });
}

// A byline with its word, a date, a line with both, or the agency's story.
bool FrontReader::is_sure_front(const Unit& unit) const {
  if (is_story(unit) || is_byline_text(unit.text)) return true;
  if (has(Rule::date_lines) && has(Rule::bylines)) {
    const auto line = find_front_line(unit.text, document_.language);
    if (line && (line->byline || !line->dates.empty())) return true;
  }
  if (is_date_text(unit.text)) return !is_date_of_entry(unit);
  return last_taken_ == Taken::date && has(Rule::bylines) &&
         find_byline(unit.text, BylineForms::all).has_value();
}

// The line is short, and what is surely front matter stands right below, or below lines that are as
// short. Behind a sentence only what says who wrote it is sure enough: dates head parts of texts.
bool FrontReader::goes_on_below(const Unit& unit) const {
  if (unit.text.starts_with('>') || columns(unit.text) > longest_unread) return false;
  const bool sentence = ends_sentence(unit.text);
  if (sentence && columns(unit.text) > longest_sentence) return false;
  const std::size_t end = std::min(units_.size(), next_ + 1 + most_units_ahead);
  for (std::size_t i = next_ + 1; i < end; ++i) {
    const Unit& below = units_[i];
    if (i + 1 == units_.size() && !is_story(below)) break;  // nothing that it stands above
    if (is_sure_front(below)) return !sentence || is_story(below) || !is_date_text(below.text);
    if (columns(below.text) > longest_unread) break;
  }
  return document_.front.headline.empty() && is_trail(unit.text) && has_headline_behind(next_);
}

}  // namespace pressmark::plain_text
