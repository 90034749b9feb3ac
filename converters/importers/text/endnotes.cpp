#include "converters/importers/text/endnotes.h"

#include <algorithm>
#include <array>
#include <unordered_set>
#include <utility>

#include "converters/importers/text/characters.h"
#include "converters/importers/text/codes.h"
#include "converters/importers/text/readers.h"

namespace pressmark::plain_text {
namespace {

constexpr std::size_t longest_label = 6;

constexpr std::array<std::string_view, 20> note_headings = {
    "notes",      "note",        "footnotes",   "endnotes",
    "references", "anmerkungen", "fußnoten",    "notes de bas de page",
    "références", "notas",       "referencias", "note a piè di pagina",
    "noten",      "przypisy",    "примечания",  "сноски",
    "notlar",     "注释",        "注",          "脚注"};

// "1" of "[1] ..." with text behind it; empty for other lines.
std::string_view note_label(std::string_view text) {
  if (!text.starts_with('[')) return {};
  const std::size_t close = text.substr(0, longest_label + 2).find(']');
  if (close == std::string_view::npos || close < 2) return {};
  const std::string_view label = text.substr(1, close - 1);
  for (const char c : label) {
    const bool fits = is_ascii_digit(static_cast<unsigned char>(c)) || (c >= 'a' && c <= 'z') ||
                      (c >= 'A' && c <= 'Z') || c == '*';
    if (!fits) return {};
  }
  return trim(text.substr(close + 1)).empty() ? std::string_view() : label;
}

std::string_view without_label(std::string_view text) {
  std::string_view words = trim(text.substr(text.find(']') + 1));
  if (words.starts_with(':')) words = trim(words.substr(1));  // "[1]: ..."
  return words;
}

// The first line of the notes at the end: groups that begin with a label, or the labelled lines at
// the end of the last group.
std::size_t find_start(const Lines& lines) {
  std::size_t start = lines.size();
  std::size_t labelled = lines.size();  // the first labelled line of the group that is looked at
  for (std::size_t i = lines.size(); i-- > 0;) {
    const bool label = !note_label(lines[i].text).empty();
    if (label) labelled = i;
    if (!lines[i].begins_group()) continue;
    if (label) {
      start = i;
      continue;
    }
    // A group that begins otherwise ends the notes; those at its own end count where none follow.
    if (start == lines.size() && labelled < lines.size() && labelled > i &&
        ends_sentence(lines[labelled - 1].text)) {
      start = labelled;
    }
    break;
  }
  return start;
}

// The labels in brackets that the text has.
std::unordered_set<std::string_view> marks_in(LinesLeft lines) {
  std::unordered_set<std::string_view> marks;
  for (const Line& line : lines) {
    for (std::size_t at = line.text.find('['); at != line.text.npos;
         at = line.text.find('[', at + 1)) {
      const std::size_t close = line.text.substr(at, longest_label + 2).find(']');
      if (close != std::string_view::npos && close > 1) {
        marks.insert(line.text.substr(at + 1, close - 1));
      }
    }
  }
  return marks;
}

bool is_note_heading(std::string_view text) {
  if (is_break_line(text)) return true;
  while (text.starts_with('#')) text.remove_prefix(1);
  if (text.ends_with(':')) text.remove_suffix(1);
  constexpr std::size_t longest = 40;
  return text.size() <= longest &&
         std::ranges::find(note_headings, std::string_view(fold(trim(text)))) !=
             note_headings.end();
}

}  // namespace

void take_endnotes(Lines& lines, Joiner& joiner, Notes& notes, Diagnostics& diagnostics) {
  const std::size_t start = find_start(lines);
  if (start == lines.size() || start == 0) return;
  const auto marks = marks_in(LinesLeft(lines).first(start));
  Lines kept;
  bool taken = false;
  NoteText* open = nullptr;  // the note that unlabelled lines go on with
  for (std::size_t i = start; i < lines.size(); ++i) {
    const Line& line = lines[i];
    const std::string_view label = note_label(line.text);
    if (label.empty()) {
      if (open == nullptr) {
        kept.push_back(line);
      } else {
        joiner.append(open->text, line.text);
        open->last_line = static_cast<int>(line.number);
      }
      continue;
    }
    const Location at{static_cast<int>(line.number), line.indent + 1};
    if (!marks.contains(label) || notes.contains(std::string(label))) {
      diagnostics.report(note_without_mark, at, line.text);
      kept.push_back(line);
      open = nullptr;
      continue;
    }
    taken = true;
    open = &notes[std::string(label)];
    *open = {std::string(without_label(line.text)), at, at.line};
  }
  if (!taken) return;
  lines.resize(start);
  while (kept.empty() && lines.size() > 1 && is_note_heading(lines.back().text)) {
    diagnostics.report(line_left_out, Location{static_cast<int>(lines.back().number), 1},
                       lines.back().text);
    lines.pop_back();
  }
  lines.insert(lines.end(), kept.begin(), kept.end());
}

}  // namespace pressmark::plain_text
