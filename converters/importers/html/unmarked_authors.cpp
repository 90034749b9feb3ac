#include "converters/importers/html/unmarked_authors.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <string>
#include <system_error>

#include "converters/importers/html/bylines.h"
#include "converters/importers/html/date_words.h"
#include "converters/importers/html/person_names.h"
#include "converters/importers/html/plain_text.h"
#include "converters/importers/html/text_measure.h"

namespace pressmark::html {
namespace {

constexpr int longest_line_words = 14;
constexpr int most_blocks_behind = 6;
constexpr int most_name_words = 4;

// The parts of a line that marks divide: "Ann Lee | Senior Writer | 2 July 2026" has three.
std::vector<std::string> parts_of_line(std::string_view line) {
  std::vector<std::string> parts;
  while (true) {
    std::size_t at = std::string_view::npos;
    std::size_t size = 0;
    for (const std::string_view mark :
         {"|", "\u00B7", "\u2022", " \u2013 ", " \u2014 ", " - ", " / ", "\u2219"}) {
      const std::size_t found = line.find(mark);
      if (found < at) {
        at = found;
        size = mark.size();
      }
    }
    parts.push_back(plain_text(line.substr(0, at)));
    if (at == std::string_view::npos) return parts;
    line.remove_prefix(at + size);
  }
}

bool has_date(std::string_view text) { return !find_dates(text, DayOrder::day_first).empty(); }

bool is_short_name(const std::string& text) {
  return looks_like_person(text) && split_at_spaces(text).size() <= most_name_words &&
         !names_role(text) && !names_common_thing(text) && !has_date(text);
}

// Words around the name in the description of a portrait.
bool describes_image(std::string_view word) {
  constexpr std::array<std::string_view, 21> words = {
      "picture",    "photo",  "image", "portrait",     "headshot", "avatar",     "profile",
      "profilbild", "foto",   "bild",  "of",           "von",      "photograph", "imagen",
      "immagine",   "author", "autor", "portr\u00E4t", "by",       "for",        "the"};
  const std::string folded = fold_text(word);
  const std::string_view plain = std::string_view(folded).substr(0, folded.find(':'));
  return std::ranges::find(words, plain) != words.end();
}

// Whether an image has the size of a portrait in a byline, by its attributes.
bool is_small_square(const Node& image) {
  constexpr int largest = 200;
  const auto pixels = [&](std::string_view name) {
    int value = 0;
    const std::string_view text = image.attribute(name);
    const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
    return read.ec == std::errc() ? value : 0;
  };
  const int width = pixels("width");
  const int height = pixels("height");
  return width > 0 && height > 0 && width <= largest && height <= largest &&
         4 * width <= 5 * height && 4 * height <= 5 * width;
}

bool is_in_figure(const Node& image) {
  for (const Node* node = &image; node != nullptr; node = node->parent) {
    if (node->is("figure")) return true;
  }
  return false;
}

// Whether the line before or behind the block, and in the box around it, is a writer's profession.
bool has_profession_beside(const std::vector<TextBlock>& blocks, int at) {
  for (const int i : {at - 1, at + 1}) {
    if (i < 0 || i >= static_cast<int>(blocks.size())) continue;
    const TextBlock& beside = blocks[static_cast<std::size_t>(i)];
    const bool same_box =
        beside.owner->parent == blocks[static_cast<std::size_t>(at)].owner->parent;
    if (same_box && beside.measure.words <= longest_line_words && names_profession(beside.text)) {
      return true;
    }
  }
  return false;
}

// "Ann Lee" of "Picture of Ann Lee" or "Ann Lee headshot".
std::string described_person(std::string_view description) {
  const std::string plain = plain_text(description);
  auto words = split_at_spaces(plain);
  while (!words.empty() && describes_image(words.back())) words.pop_back();
  const auto first = std::ranges::find_if_not(words, describes_image);
  std::string name;
  for (auto word = first; word != words.end(); ++word) {
    if (!name.empty()) name += ' ';
    name += *word;
  }
  return name;
}

}  // namespace

std::vector<Statement> names_beside_roles(const Article& article, const ArticleZone& zone) {
  std::vector<Statement> names;
  if (zone.first() < 0 || zone.heading() >= zone.first()) return names;
  const auto& blocks = article.blocks->all();
  for (int i = zone.heading() + 1; i <= zone.first() && names.empty(); ++i) {
    const TextBlock& block = blocks[static_cast<std::size_t>(i)];
    if (block.measure.words > longest_line_words || block.measure.words < 2) continue;
    const auto parts = parts_of_line(block.text);
    bool spoken_for = false;
    for (const std::string& part : parts) {
      spoken_for = spoken_for || (parts.size() > 1 && names_profession(part));
    }
    if (!spoken_for) continue;
    for (const std::string& part : parts) {
      const auto read = read_byline(part, BylineKind::marked);
      if (read.size() != 1 || !is_short_name(read.front().name)) continue;
      names.push_back({read.front().name, "text:beside-role", block.owner->from, block.owner});
      break;
    }
  }
  return names;
}

std::vector<Statement> names_beside_portraits(const PageSignals& signals, const Article& article,
                                              const ArticleZone& zone) {
  std::vector<Statement> names;
  if (zone.first() < 0) return names;
  const auto& blocks = article.blocks->all();
  const int count = static_cast<int>(blocks.size());
  const Dom& dom = signals.dom();
  for (const Node* node = dom.root(); node != nullptr; node = next_in_order(node, dom.root())) {
    if (!node->is("img") || !is_small_square(*node) || is_in_figure(*node)) continue;
    const std::string_view description = node->attribute("alt");
    if (description.size() < 4 || description.size() > 80) continue;
    const int at = zone.facts(*node).begin;
    const bool between = at >= zone.heading() && at <= zone.first();
    const bool behind = at >= zone.last() && at <= zone.last() + most_blocks_behind;
    if (!between && !behind) continue;
    const std::string name = described_person(description);
    if (!is_short_name(name)) continue;
    const std::string plain = comparable(name);
    for (int i = std::max(0, at - 1); i < std::min(count, at + 3); ++i) {
      const TextBlock& block = blocks[static_cast<std::size_t>(i)];
      if (block.measure.words > longest_line_words || comparable(block.text) != plain) continue;
      if (!has_profession_beside(blocks, i)) continue;
      names.push_back({name, "text:beside-portrait", block.owner->from, block.owner});
      return names;
    }
  }
  return names;
}

}  // namespace pressmark::html
