#include "converters/importers/html/front_lines.h"

#include <algorithm>
#include <array>
#include <span>

#include "converters/common/byline_words.h"
#include "converters/common/month_names.h"
#include "converters/importers/html/date_words.h"
#include "converters/importers/html/elements.h"
#include "converters/importers/html/name_tokens.h"
#include "converters/importers/html/page_signals.h"
#include "converters/importers/html/word_lists.h"
#include "converters/importers/html/words.h"

namespace pressmark::html {
namespace {

// An element that names its text has no more blocks than this, and no more mass than that.
constexpr int most_blocks_of_line = 6;
constexpr int most_mass_of_line = 600;
constexpr int most_levels = 3;
// Words of a byline beside names, openers and dates, where an element's name or "By" says what it
// is; without either it has none.
constexpr int most_words_beside = 12;
constexpr int most_words_beside_in_sentence = 3;
constexpr int most_words_beside_date = 6;

constexpr std::array<std::string_view, 14> deck_words = {
    "chapo",      "deck",        "dek",         "headlinedeck", "standfirst",
    "strapline",  "subheadline", "subhead",     "subheading",   "subtitle",
    "untertitel", "subtitulo",   "sottotitolo", "underrubrik"};
constexpr std::array<std::string_view, 8> possible_deck_words = {
    "excerpt", "intro", "lead", "lede", "leadin", "sub", "summary", "teasertext"};
constexpr std::array<std::string_view, 8> kicker_words = {"kicker",    "eyebrow",   "overline",
                                                          "dachzeile", "surtitle",  "pretitle",
                                                          "occhiello", "antetitulo"};

// The innermost element that holds the whole run of a block, an inline one where there is any.
const Node* innermost_of(const TextBlock& block) {
  const Node* node = block.owner;
  const auto is_space = [](const Node* at) {
    return at->type != NodeType::element && (at->type != NodeType::text || is_blank(at->text));
  };
  const Node* first = block.first;
  const Node* last = block.last;
  while (first != last && is_space(first)) first = first->next;
  while (first != last && is_space(last)) last = last->previous;
  const Node* inner = first == last ? first : nullptr;
  while (inner != nullptr && inner->type == NodeType::element) {
    node = inner;
    inner = only_child(inner);
  }
  return node;
}

// Whether `test` holds for the element of the block or one of the few around it that are no larger
// than a line of the front matter.
template <class Test>
bool around_line(const TextBlock& block, const TextBlocks& blocks, Test test) {
  int level = 0;
  for (const Node* node = innermost_of(block); node != nullptr; node = node->parent) {
    if (node->type != NodeType::element || node->is("body")) return false;
    const NodeFacts& facts = blocks.facts(*node);
    if (facts.end - facts.begin > most_blocks_of_line || blocks.mass(*node) > most_mass_of_line) {
      return false;
    }
    if (test(*node)) return true;
    // Inline elements count for no level: they are part of the line.
    if (node == block.owner || level > 0) ++level;
    if (level == most_levels) return false;
  }
  return false;
}

bool has_name(const Node& node, std::span<const std::string_view> words) {
  bool found = false;
  for (const std::string_view name : {"class", "id", "data-testid"}) {
    for_each_name_token(node.attribute(name), [&](std::string_view token) {
      found = found || std::ranges::find(words, token) != words.end();
    });
  }
  return found;
}

// The words of a text, with those that are an author's name taken out.
std::vector<std::string> words_beside_authors(std::string_view text,
                                              const std::vector<std::string>& authors) {
  std::string rest = " " + comparable(text) + " ";
  for (const std::string& author : authors) {
    if (author.empty()) continue;
    const std::size_t at = rest.find(" " + author + " ");
    if (at != std::string::npos) rest.replace(at, author.size() + 2, " ");
  }
  std::vector<std::string> words;
  for (const std::string_view word : words_of(rest)) words.emplace_back(word);
  return words;
}

// How many words at the beginning open a byline: 2 for "written by".
std::size_t opener_length(const std::vector<std::string>& words) {
  for (std::size_t count = std::min<std::size_t>(words.size(), 4); count > 0; --count) {
    std::string front;
    for (std::size_t i = 0; i < count; ++i) front += (i > 0 ? " " : "") + words[i];
    if (byline_openers().contains(front)) return count;
  }
  return 0;
}

bool is_number(std::string_view word) {
  return word.find_first_not_of("0123456789") == std::string_view::npos;
}

// "11am", of "11:00am".
bool is_clock_time(std::string_view word) {
  return (word.ends_with("am") || word.ends_with("pm")) && word.size() > 2 &&
         is_number(word.substr(0, word.size() - 2));
}

bool is_time_word(std::string_view word) {
  const auto phrases = cue_phrases();
  const auto found = std::ranges::lower_bound(phrases, word, {}, &CuePhrase::phrase);
  if (found != phrases.end() && found->phrase == word && found->cue == Cue::time) return true;
  constexpr std::array<std::string_view, 8> more = {"on",     "at", "last", "modified",
                                                    "posted", "le", "à",    "um"};
  return month_of_name(word) > 0 || std::ranges::find(more, word) != more.end();
}

// Names of weekdays that stand before a written date.
bool is_weekday(std::string_view word) {
  constexpr std::array<std::string_view, 49> names = {
      "monday",   "tuesday",  "wednesday", "thursday",   "friday",  "saturday", "sunday",
      "montag",   "dienstag", "mittwoch",  "donnerstag", "freitag", "samstag",  "sonnabend",
      "sonntag",  "lundi",    "mardi",     "mercredi",   "jeudi",   "vendredi", "samedi",
      "dimanche", "lunes",    "martes",    "miércoles",  "jueves",  "viernes",  "sábado",
      "domingo",  "lunedì",   "martedì",   "mercoledì",  "giovedì", "venerdì",  "sabato",
      "domenica", "segunda",  "terça",     "quarta",     "quinta",  "sexta",    "feira",
      "maandag",  "dinsdag",  "woensdag",  "donderdag",  "vrijdag", "zaterdag", "zondag"};
  return std::ranges::find(names, word) != names.end();
}

// "Anna Smith died in 1900." tells of a person and is no byline; "John Roe Jr." may be one.
bool ends_like_sentence(std::string_view text) {
  for (const std::string_view mark : {"!", "?", "\u2026", "\u3002"}) {
    if (text.ends_with(mark)) return true;
  }
  if (!text.ends_with('.')) return false;
  const std::string plain = comparable(text);
  const std::string_view last = std::string_view(plain).substr(plain.rfind(' ') + 1);
  return !name_suffixes().contains(last) && !name_titles().contains(last) && last != "m";
}

bool is_time_only(std::string_view text) {
  const std::string plain = comparable(text);
  return std::ranges::all_of(words_of(plain), [](std::string_view word) {
    return is_number(word) || is_time_word(word) || is_clock_time(word);
  });
}

std::string without_dates(std::string_view text) {
  std::string rest;
  std::size_t from = 0;
  for (const WrittenDate& date : find_dates(text, DayOrder::day_first)) {
    rest += std::string(text.substr(from, date.begin - from)) + " ";
    from = date.end;
  }
  return rest + std::string(text.substr(from));
}

}  // namespace

DeckNaming deck_naming(const TextBlock& block, const TextBlocks& blocks) {
  DeckNaming naming = DeckNaming::none;
  around_line(block, blocks, [&](const Node& node) {
    const std::string_view property = node.attribute("itemprop");
    if (has_name(node, deck_words) || property == "alternativeHeadline") {
      naming = DeckNaming::surely;
      return true;
    }
    if (has_name(node, possible_deck_words) || property == "description") {
      naming = DeckNaming::perhaps;
    }
    return false;
  });
  return naming;
}

bool is_named_kicker(const TextBlock& block, const TextBlocks& blocks) {
  return around_line(block, blocks, [](const Node& node) { return has_name(node, kicker_words); });
}

bool is_marked_byline(const TextBlock& block, const TextBlocks& blocks) {
  constexpr std::array<std::string_view, 10> words = {"byline", "bylines",  "author",    "authors",
                                                      "autor",  "auteur",   "verfasser", "writer",
                                                      "autore", "redakteur"};
  return around_line(block, blocks, [&](const Node& node) {
    return has_name(node, words) || node.attribute("itemprop") == "author" ||
           node.attribute("rel") == "author";
  });
}

int count_authors(std::string_view text, const std::vector<std::string>& authors) {
  const std::string plain = " " + comparable(text) + " ";
  return static_cast<int>(std::ranges::count_if(authors, [&](const std::string& author) {
    return !author.empty() && plain.find(" " + author + " ") != std::string::npos;
  }));
}

bool is_byline(std::string_view text, bool marked, const std::vector<std::string>& authors) {
  if (count_authors(text, authors) == 0) return false;
  if (!marked && ends_like_sentence(text)) return false;
  const std::string undated = without_dates(text);
  const auto words = words_beside_authors(undated, authors);
  const std::size_t opener = opener_length(words);
  int beside = 0;
  for (std::size_t i = opener; i < words.size(); ++i) {
    const std::string& word = words[i];
    const bool usual = is_number(word) || is_time_word(word) || byline_joiners().contains(word) ||
                       position_words().contains(word) || name_titles().contains(word) ||
                       name_suffixes().contains(word);
    if (!usual) ++beside;
  }
  // What is said of the author in a sentence is no byline, whatever its box is called.
  if (opener == 0 && ends_like_sentence(text)) return beside <= most_words_beside_in_sentence;
  return beside <= (marked || opener > 0 ? most_words_beside : 0);
}

bool is_byline_opener(std::string_view text) { return byline_openers().contains(comparable(text)); }

bool is_byline_joiner(std::string_view text) {
  return text == "&" || byline_joiners().contains(comparable(text));
}

bool is_date_line(std::string_view text) {
  if (find_dates(text, DayOrder::day_first).empty()) return false;
  const std::string rest = comparable(without_dates(text));
  const auto words = words_of(rest);
  return words.size() <= most_words_beside_date &&
         std::ranges::all_of(words, [](std::string_view word) {
           return is_number(word) || is_time_word(word) || is_weekday(word);
         });
}

bool is_notice_of_site(std::string_view text) {
  if (text.find('@') != std::string_view::npos) return true;
  const std::string plain = " " + comparable(text) + " ";
  return std::ranges::any_of(cue_phrases(), [&](const CuePhrase& phrase) {
    const bool site = phrase.cue == Cue::advertisement || phrase.cue == Cue::consent;
    return site && plain.find(" " + std::string(phrase.phrase) + " ") != std::string::npos;
  });
}

std::string without_last_date(std::string_view text) {
  const auto dates = find_dates(text, DayOrder::day_first);
  if (dates.empty() || !is_time_only(text.substr(dates.back().end))) return std::string(text);
  const std::string_view before = text.substr(0, dates.back().begin);
  const std::string words = fold_text(before);
  const std::size_t space = words.rfind(' ');
  const std::string_view last = space == std::string::npos
                                    ? std::string_view(words)
                                    : std::string_view(words).substr(space + 1);
  return std::string(is_time_word(last) ? text : before);
}

std::string without_dated_parts(std::string_view text) {
  std::string rest;
  while (!text.empty()) {
    std::size_t end = text.size();
    std::size_t size = 0;
    for (const std::string_view mark : {" | ", " \u2022 ", " \u00B7 "}) {
      const std::size_t at = text.find(mark);
      if (at >= end) continue;
      end = at;
      size = mark.size();
    }
    const std::string_view part = text.substr(0, end);
    if (!is_date_line(part) && !is_time_only(part)) {
      if (!rest.empty()) rest += " | ";
      rest += part;
    }
    text.remove_prefix(end + size);
  }
  return rest;
}

const Node* find_dateline(const TextBlock& block) {
  const Node* node = block.first;
  while (node != nullptr && node->type == NodeType::text && is_blank(node->text) &&
         node != block.last) {
    node = node->next;
  }
  for (; node != nullptr && node->type == NodeType::element; node = node->first_child) {
    bool named = false;
    for_each_name_token(node->attribute("class"),
                        [&](std::string_view token) { named = named || token == "dateline"; });
    if (named) return collapsed_text(node).size() < block.text.size() ? node : nullptr;
  }
  return nullptr;
}

std::string spaced_text(const TextBlock& block) {
  std::string text;
  for (const Node* node = block.first; node != nullptr; node = node->next) {
    for (const Node* at = node; at != nullptr; at = next_in_order(at, node)) {
      const bool follows = at->previous != nullptr && at->type == NodeType::element &&
                           at->previous->type == NodeType::element;
      if (follows) text += ' ';
      if (at->type == NodeType::text) text += at->text;
    }
    if (node == block.last) break;
  }
  return collapse_space(text);
}

std::string clean_line(std::string_view text) {
  constexpr std::array<std::string_view, 11> marks = {" ", "|", "/", ",", "•",     "»",
                                                      "·", "–", "—", "-", "\u00A0"};
  for (bool changed = true; changed;) {
    changed = false;
    for (const std::string_view mark : marks) {
      if (text.starts_with(mark)) {
        text.remove_prefix(mark.size());
        changed = true;
      }
      if (text.ends_with(mark)) {
        text.remove_suffix(mark.size());
        changed = true;
      }
    }
  }
  std::string line = collapse_space(text);
  for (std::size_t at = line.find(" ,"); at != std::string::npos; at = line.find(" ,")) {
    line.erase(at, 1);
  }
  return line;
}

}  // namespace pressmark::html
