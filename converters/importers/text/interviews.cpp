#include <algorithm>
#include <array>
#include <unordered_map>
#include <utility>
#include <vector>

#include "converters/importers/text/characters.h"
#include "converters/importers/text/readers.h"

namespace pressmark::plain_text {
namespace {

constexpr std::size_t longest_label = 60;  // octets
constexpr std::size_t most_label_words = 4;
constexpr std::size_t most_labels = 10000;
constexpr std::size_t least_turns = 4;
constexpr std::size_t most_speakers = 12;

// Labels of questions and answers that need no capitals or second word to be one, lower case.
constexpr std::array<std::string_view, 22> question_labels = {
    "q",  "a",        "question",  "answer", "frage", "antwort", "f", "r",
    "p",  "pregunta", "respuesta", "вопрос", "ответ", "в",       "о", "問",
    "答", "问",       "記者",      "记者",   "س",     "ج"};

bool is_question_label(std::string_view label) {
  const std::string folded = fold(label);
  return std::ranges::find(question_labels, std::string_view(folded)) != question_labels.end();
}

// The label before the colon (or the full stop of "Q."), without it; empty where there is none.
std::string_view label_of(std::string_view text, std::size_t& length) {
  // "Q. ", "Pregunta. ", "P.- ", "R.– "
  constexpr std::size_t longest_question_label = 24;  // octets
  const std::size_t full_stop = text.substr(0, longest_question_label).find('.');
  if (full_stop != std::string_view::npos && is_question_label(text.substr(0, full_stop))) {
    Scanner scanner(text);
    scanner.move_to(full_stop + 1);
    scanner.skip_dash();
    if (scanner.skip_spaces()) {
      length = scanner.position();
      return text.substr(0, full_stop);
    }
  }
  const std::size_t ascii = text.substr(0, longest_label).find(':');
  const std::size_t wide = text.substr(0, longest_label).find("：");
  const std::size_t colon = std::min(ascii, wide);
  if (colon == std::string_view::npos || colon == 0) return {};
  length = colon + (ascii < wide ? 1 : 3);
  const std::string_view rest = text.substr(length);
  // A colon inside "10:30" or "http://" labels nothing.
  if (ascii < wide && !rest.empty() && rest[0] != ' ') return {};
  return trim(text.substr(0, colon));
}

// A name or title that can stand before what somebody says.
bool may_be_speaker(std::string_view label) {
  if (is_question_label(label)) return true;
  const auto words = split_words(label);
  if (words.empty() || words.size() > most_label_words) return false;
  if (is_mostly_ideographs(label)) return columns(label) <= 12;
  for (const std::string_view word : words) {
    const bool initial = word.ends_with('.') && word.size() <= 5;
    if (!is_upper(first_of(word)) && !initial) return false;
    if (word.find_first_of("0123456789()\"/") != std::string_view::npos) return false;
  }
  return true;
}

// What a label stands before.
struct Turns {
  std::size_t count = 0;
  std::size_t sentences = 0;  // turns that end as sentences do
  std::size_t questions = 0;
  bool certain = false;  // the label is "Q" or in capitals

  // Fields of a table ("Price: 4") are no sentences.
  bool speaks() const { return count >= 2 && sentences * 3 >= count * 2; }
};

// The last line of what is said behind a label of so many octets.
std::string_view end_of_turn(LinesLeft lines, std::size_t length) {
  constexpr std::size_t most_lines = 40;
  const std::string_view words = trim(lines.front().text.substr(length));
  std::size_t last = 0;
  while (last + 1 < std::min(lines.size(), most_lines)) {
    const Line& next = lines[last + 1];
    std::size_t other = 0;
    const bool blank = next.begins_group() && !(last == 0 && words.empty());
    if (blank || !label_of(next.text, other).empty()) break;
    ++last;
  }
  return last == 0 ? words : lines[last].text;
}

}  // namespace

void find_speakers(LinesLeft lines, Builder& builder) {
  if (!builder.rules().has(Rule::interviews)) return;
  std::unordered_map<std::string, Turns> labels;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    std::size_t length = 0;
    const std::string_view label = label_of(lines[i].text, length);
    if (label.empty() || !may_be_speaker(label)) continue;
    const std::string folded = fold(label);
    if (labels.size() >= most_labels && !labels.contains(folded)) continue;
    Turns& turns = labels[folded];
    ++turns.count;
    turns.certain = is_question_label(label) || is_capitals(label);
    const std::string_view end = end_of_turn(lines.subspan(i), length);
    turns.sentences += ends_sentence(end);
    turns.questions += last_of(end) == '?' || last_of(end) == U'？' || last_of(end) == U'؟';
  }
  std::vector<std::string> speakers;
  Turns all;
  std::size_t certain = 0;
  for (const auto& [label, turns] : labels) {
    if (!turns.speaks()) continue;
    speakers.push_back(label);
    certain += turns.certain;
    all.count += turns.count;
    all.questions += turns.questions;
  }
  // Speakers take turns: at least two of them speak twice, and not everybody does; they are marked
  // as speakers are, or ask each other.
  const bool marked = certain * 2 > speakers.size() || all.questions * 6 >= all.count;
  if (speakers.size() < 2 || speakers.size() > most_speakers || all.count < least_turns ||
      !marked) {
    return;
  }
  builder.speakers_.insert(speakers.begin(), speakers.end());
  // Who speaks only once is marked as the others are: "Pregunta" before "P", a witness in capitals.
  const bool asked = std::ranges::any_of(
      speakers, [](const std::string& label) { return is_question_label(label); });
  for (const auto& [label, turns] : labels) {
    const bool alike =
        is_question_label(label) ? asked : certain * 2 > speakers.size() && turns.certain;
    if (alike && turns.sentences == turns.count) builder.speakers_.insert(label);
  }
}

bool begins_speech(const Line& line, const Builder& builder) {
  std::size_t length = 0;
  const std::string_view label = label_of(line.text, length);
  return !label.empty() && builder.is_speaker(label);
}

std::size_t read_speech(LinesLeft lines, Builder& builder, Blocks& blocks) {
  std::size_t length = 0;
  const std::string_view label = label_of(lines.front().text, length);
  if (label.empty() || builder.is_nested() || !builder.is_speaker(label)) return 0;
  // What is said goes on to the next speaker or blank line; a label alone speaks the next group.
  const std::string_view words = trim(lines.front().text.substr(length));
  std::size_t end = 1;
  while (end < lines.size() && !begins_speech(lines[end], builder)) {
    const bool blank = lines[end].begins_group() && !(end == 1 && words.empty());
    if (blank || (!builder.shape().wrapped && !words.empty())) break;
    ++end;
  }
  Lines inside(lines.begin(), lines.begin() + static_cast<std::ptrdiff_t>(end));
  inside.front().text = words;
  if (words.empty()) inside.erase(inside.begin());
  Speech speech;
  speech.speaker = builder.inlines(label);
  if (!inside.empty()) {
    inside.front().blanks = 1;
    speech.children = builder.build(inside);
  }
  blocks.push_back(Builder::block(std::move(speech), lines.front()));
  return end;
}

}  // namespace pressmark::plain_text
