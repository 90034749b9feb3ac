// Headline, kicker and deck.
#include <algorithm>

#include "converters/importers/text/characters.h"
#include "converters/importers/text/credit.h"
#include "converters/importers/text/front_reader.h"
#include "converters/importers/text/readers.h"
#include "converters/importers/text/wire_marks.h"
#include "core/base/utf8.h"
#include "core/model/walk.h"

namespace pressmark::plain_text {
namespace {

constexpr std::size_t longest_headline = 200;  // characters
constexpr std::size_t most_headline_lines = 3;

char32_t second_of(std::string_view text) {
  Scanner scanner(text);
  scanner.next();
  return scanner.peek();
}

// The words as a record holds them: without marks of emphasis and without what only says where a
// word may be divided.
std::string plain_words(const Inlines& inlines) {
  std::string words;
  const std::string all = text_of(inlines);
  for (std::size_t i = 0; i < all.size();) {
    const utf8::Decoded c = utf8::decode(all, i);
    const auto size = static_cast<std::size_t>(c.size);
    if (c.code_point != 0xAD && c.code_point != 0x200B && c.code_point != 0xFEFF) {
      words.append(all, i, size);
    }
    i += size;
  }
  return words;
}

// Whether a text begins with a word, in quotation marks or not: "(412 words)" and "*** exclusive"
// do not.
bool begins_words(std::string_view text) {
  constexpr std::u32string_view openers = U"\"'“‘„«‹¿¡「『…";
  const char32_t first = first_of(text);
  return is_letter(first) || is_ascii_digit(first) || openers.find(first) != openers.npos;
}

// "The goat on the deck. Photo: Ben Sample": the words below a picture.
bool names_picture(std::string_view text) {
  for (const std::string_view start : {". ", " (", " / ", " | ", " — ", " – "}) {
    for (std::size_t at = text.find(start); at != text.npos; at = text.find(start, at + 1)) {
      std::size_t length = 0;
      const CreditRole* role = find_credit_role(text.substr(at + start.size()), length);
      if (role != nullptr && role->role == Role::contributor) return true;
    }
  }
  return false;
}

}  // namespace

bool FrontReader::take_headline(const Unit& unit) {
  if (!document_.front.headline.empty()) return false;
  // A short line in capitals above another headline is the kicker.
  if (is_kicker(unit)) {
    document_.front.kicker = builder_.inlines(unit.text);
    found(Rule::headline, unit, 0.6);
    std::string section = plain_words(document_.front.kicker);
    while (section.ends_with('|') || section.ends_with(' ')) section.pop_back();
    document_.metadata.offer(Variable::section, std::move(section),
                             evidence_of("text:kicker", line_of(unit), 0.6));
    return true;
  }
  if (!looks_like_headline(unit)) return false;
  std::string_view words = unit.text;
  while (words.starts_with('#')) words.remove_prefix(1);
  words = trim(words);
  document_.front.headline = builder_.inlines(words);
  taken_ = Taken::headline;
  const double confidence = story_.has_value() || is_followed_by_front(next_) ? 0.95 : 0.75;
  found(Rule::headline, unit, confidence);
  const std::string title = plain_words(document_.front.headline);
  document_.metadata.offer(Variable::title, title.substr(routing_prefix(title)),
                           evidence_of("text:headline", line_of(unit), confidence));
  return true;
}

bool FrontReader::looks_like_headline(const Unit& unit) const {
  const std::string_view text = unit.text;
  if (text.size() > 4 * longest_headline || columns(text) > longest_headline) return false;
  if (unit.end - unit.start > most_headline_lines || !has_letter(text)) return false;
  const bool marked = text.starts_with('#') || is_underlined(unit);
  if (next_ + 1 >= units_.size()) return marked && unit.end < lines_.size();
  if (marked) return true;
  const char32_t last = last_of(text);
  if (last == ',' || last == ';' || last == ':' || last == U'：' || last == U'，') return false;
  if (starts_lower(text) && !is_upper(second_of(text))) return false;
  if (is_trail(text) || (is_bar_of_two(text) && has_headline_behind(next_))) return false;
  if (begins_list(lines_.subspan(unit.start), builder_) || text.starts_with('>')) return false;
  // "Karin Holm: ..." above a byline is a headline, whoever speaks below.
  const bool titled = next_ == 0 && is_followed_by_front(next_);
  if ((begins_speech(line_of(unit), builder_) && !titled) ||
      begins_table(lines_.subspan(unit.start)))
    return false;
  if (is_followed_by_front(next_)) return true;
  // A sentence is a headline only with such company.
  if ((last == '.' && !text.ends_with("...")) || last == U'。') return story_ && next_ == 0;
  if (story_) return true;
  return has_body_behind(unit);
}
bool FrontReader::is_underlined(const Unit& unit) const {
  return unit.end - unit.start == 1 && unit.end < lines_.size() &&
         !lines_[unit.end].begins_group() && is_underline(lines_[unit.start], lines_[unit.end]);
}

// Without other signs a headline stands apart: by a blank line, or by being much shorter than
// what follows.
bool FrontReader::has_body_behind(const Unit& unit) const {
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
bool FrontReader::is_kicker(const Unit& unit) const {
  if (!document_.front.kicker.empty() || columns(unit.text) > 30) return false;
  const bool barred = unit.text.ends_with('|');  // "Opinion |"
  if ((!is_capitals(unit.text) && !barred) || split_words(unit.text).size() > 4) return false;
  if (next_ + 2 >= units_.size()) return false;
  const Unit& next = units_[next_ + 1];
  if (is_story(next) || is_byline_text(next.text) || is_date_text(next.text) ||
      is_break_line(next.text)) {
    return false;
  }
  return columns(next.text) > columns(unit.text) && columns(next.text) <= 120 &&
         !ends_sentence(next.text) && (story_ || lines_[units_[next_ + 2].start].begins_group());
}

bool FrontReader::take_deck(const Unit& unit) {
  if (document_.front.headline.empty() || !document_.front.deck.empty() ||
      !document_.front.bylines.empty()) {
    return false;
  }
  if (columns(unit.text) > longest_deck || count_sentences(unit.text) > 2) return false;
  if (begins_list(lines_.subspan(unit.start), builder_) || unit.text.starts_with('>')) return false;
  if (next_ + 1 >= units_.size() || unit.text.ends_with(':')) return false;
  if (!begins_words(unit.text) || is_trail(unit.text) || names_picture(unit.text)) return false;
  if (split_words(unit.text).size() < 3 && !is_mostly_ideographs(unit.text)) return false;
  const bool followed = is_followed_by_front(next_) || is_followed_by_names();
  if (!followed && !reads_like_deck(unit)) return false;
  document_.front.deck = builder_.inlines(unit.text);
  const double confidence = followed ? 0.9 : 0.65;
  found(Rule::deck, unit, confidence);
  document_.metadata.offer(Variable::subtitle, plain_words(document_.front.deck),
                           evidence_of("text:deck", line_of(unit), confidence));
  return true;
}

// Names alone between the deck and the story.
bool FrontReader::is_followed_by_names() const {
  if (next_ + 2 >= units_.size() || !has(Rule::bylines)) return false;
  return find_byline(units_[next_ + 1].text, BylineForms::all).has_value() &&
         (is_story(units_[next_ + 2]) || is_date_text(units_[next_ + 2].text));
}

// Without a byline or dateline behind it: a long line, right below the headline, that is neither
// a finished sentence nor short enough for a heading.
bool FrontReader::reads_like_deck(const Unit& unit) const {
  if (next_ == 0 || ends_sentence(unit.text) || columns(unit.text) < 45) return false;
  const Unit& next = units_[next_ + 1];
  const bool close = !lines_[unit.start].begins_group() || lines_[next.start].begins_group();
  return close && columns(next.text) > columns(unit.text);
}

}  // namespace pressmark::plain_text
