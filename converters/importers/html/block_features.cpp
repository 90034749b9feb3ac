#include "converters/importers/html/block_features.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <span>
#include <string>
#include <unordered_map>
#include <unordered_set>

#include "converters/importers/html/word_lists.h"

namespace pressmark::html {
namespace {

// The number of a trait's distance where no element above has it.
constexpr float no_trait = 30;
// Beyond this the position of a block relative to a landmark says nothing more.
constexpr float far_away = 60;
// Phrases tell what a short text is about; in a long one they are just words.
constexpr int longest_cue_words = 40;
constexpr std::array<double, 3> core_shares = {0.35, 0.6, 0.85};

using Ratio = float;
Ratio ratio(double part, double whole) { return whole <= 0 ? 0 : static_cast<Ratio>(part / whole); }
float amount(double value) { return static_cast<float>(std::log2(1 + std::max(0.0, value))); }

// Collects the numbers of one row, and their names where these are asked for.
class Row {
 public:
  Row(std::vector<float>& values, std::vector<std::string>* names)
      : values_(values), names_(names) {}
  void add(std::string_view name, double value) {
    values_.push_back(static_cast<float>(value));
    if (names_ != nullptr) names_->emplace_back(name);
  }
  void add(std::string_view name, std::size_t number, double value) {
    values_.push_back(static_cast<float>(value));
    if (names_ != nullptr) names_->push_back(std::string(name) + "." + std::to_string(number));
  }

 private:
  std::vector<float>& values_;
  std::vector<std::string>* names_;
};

std::uint64_t hash_words(std::span<const std::string_view> words) {
  std::uint64_t hash = 1469598103934665603ULL;  // FNV-1a
  for (const std::string_view word : words) {
    for (const char c : word) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211ULL;
    hash = (hash ^ 0x20) * 1099511628211ULL;
  }
  return hash;
}

constexpr std::size_t shingle = 3;

// All runs of three words of a text.
std::unordered_set<std::uint64_t> shingles_of(std::string_view folded) {
  std::unordered_set<std::uint64_t> found;
  const auto words = words_of(folded);
  for (std::size_t i = 0; i + shingle <= words.size(); ++i) {
    found.insert(hash_words(std::span(words).subspan(i, shingle)));
  }
  return found;
}

// A kind of element as a number that grows, roughly, with how typical it is of running text.
int kind_of(const Node& owner) {
  constexpr std::array<std::string_view, 18> kinds = {
      "button", "label",   "nav",     "li",   "dt",         "dd",         "td",  "th", "span",
      "div",    "section", "article", "main", "figcaption", "blockquote", "pre", "h",  "p"};
  const std::string_view name =
      owner.name.size() == 2 && owner.name[0] == 'h' && owner.name[1] >= '1' && owner.name[1] <= '6'
          ? std::string_view("h")
          : owner.name;
  const auto found = std::ranges::find(kinds, name);
  return static_cast<int>(found - kinds.begin());
}

class Describer {
 public:
  Describer(const TextBlocks& blocks, const PageHints& hints);
  FeatureTable describe(std::vector<std::string>* names);

 private:
  struct BlockFacts {
    std::array<float, cue_count> cues{};
    std::string folded;
    int words = 0;
    float title_overlap = 0;
    float body_overlap = -1;
    float description_overlap = 0;
    int repeats = 0;
  };

  void prepare();
  void find_cues(const TextBlock& block, BlockFacts& facts) const;
  void find_landmarks();
  void own_text(const TextBlock& block, const BlockFacts& facts, Row& row) const;
  void elements_around(const TextBlock& block, Row& row) const;
  void boxes_around(int index, const TextBlock& block, Row& row) const;
  void place(int index, const TextBlock& block, Row& row) const;
  void neighbours(int index, Row& row) const;
  void page(Row& row) const;
  const TextBlock* at(int index) const;

  const TextBlocks& blocks_;
  const PageHints& hints_;
  std::vector<BlockFacts> facts_;
  std::array<const Node*, core_shares.size()> cores_{};
  int first_heading_ = -1;
  int first_prose_ = -1;  // within the middle core
  int last_prose_ = -1;
  std::vector<int> previous_prose_, next_prose_;  // by block: index of the nearest one, or -1
  std::unordered_map<const Node*, std::unordered_map<std::string_view, int>> siblings_;
  std::unordered_map<std::string, int> looks_;  // prose mass by element name and class
  double comment_share_ = 0;
};

std::string look_of(const Node& owner) {
  return std::string(owner.name) + "." + std::string(owner.attribute("class").substr(0, 80));
}

Describer::Describer(const TextBlocks& blocks, const PageHints& hints)
    : blocks_(blocks), hints_(hints) {
  prepare();
  find_landmarks();
}

void Describer::find_cues(const TextBlock& block, BlockFacts& facts) const {
  if (facts.words > longest_cue_words) return;
  const auto phrases = cue_phrases();
  const std::string_view text = facts.folded;
  bool at_start = true;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (at_start) {
      auto phrase = std::ranges::lower_bound(phrases, text.substr(i, 1), {}, &CuePhrase::phrase);
      for (; phrase != phrases.end() && phrase->phrase.front() == text[i]; ++phrase) {
        if (!text.substr(i).starts_with(phrase->phrase)) continue;
        const std::size_t end = i + phrase->phrase.size();
        // A phrase ends with its word, but for scripts without spaces.
        const bool whole = end == text.size() || !(static_cast<unsigned char>(text[end]) < 0x80 &&
                                                   is_letter(static_cast<char32_t>(text[end])));
        if (whole) facts.cues[static_cast<std::size_t>(phrase->cue)] += 1;
      }
    }
    const auto octet = static_cast<unsigned char>(text[i]);
    at_start = octet < 0x80 ? !is_letter(char32_t{octet})
                            : (octet & 0xC0) == 0x80 && octet >= 0x80 && i + 1 < text.size() &&
                                  static_cast<unsigned char>(text[i + 1]) >= 0xE3;
  }
  static_cast<void>(block);
}

void Describer::prepare() {
  std::unordered_set<std::string> title_words;
  for (const std::string& title : hints_.titles) {
    const std::string folded = fold_text(title);
    for (const auto word : words_of(folded)) title_words.emplace(word);
  }
  const auto description = shingles_of(fold_text(hints_.description));
  const auto body = shingles_of(fold_text(hints_.article_body));
  std::unordered_map<std::string_view, int> repeats;
  facts_.resize(blocks_.all().size());
  for (std::size_t i = 0; i < facts_.size(); ++i) {
    const TextBlock& block = blocks_.all()[i];
    BlockFacts& facts = facts_[i];
    facts.folded = fold_text(block.text);
    const auto words = words_of(facts.folded);
    facts.words = static_cast<int>(words.size());
    find_cues(block, facts);
    if (!words.empty() && words.size() <= 30) {
      const auto hits = std::ranges::count_if(
          words, [&](std::string_view word) { return title_words.contains(std::string(word)); });
      facts.title_overlap = ratio(static_cast<double>(hits), static_cast<double>(words.size()));
    }
    int described = 0;
    int in_body = 0;
    const std::size_t runs = words.size() >= shingle ? words.size() - shingle + 1 : 0;
    if (!description.empty() || !body.empty()) {
      for (std::size_t k = 0; k < runs; ++k) {
        const auto hash = hash_words(std::span(words).subspan(k, shingle));
        if (description.contains(hash)) ++described;
        if (body.contains(hash)) ++in_body;
      }
    }
    facts.description_overlap = ratio(described, static_cast<double>(runs));
    if (!body.empty()) {
      facts.body_overlap = runs == 0 ? -0.5F : ratio(in_body, static_cast<double>(runs));
    }
    ++repeats[facts.folded];
    if (block.is_prose()) {
      siblings_[block.owner->parent][block.owner->name] += block.measure.mass;
      looks_[look_of(*block.owner)] += block.measure.mass;
    }
  }
  for (BlockFacts& facts : facts_) facts.repeats = repeats[facts.folded] - 1;
}

void Describer::find_landmarks() {
  for (std::size_t i = 0; i < core_shares.size(); ++i) cores_[i] = blocks_.core(core_shares[i]);
  const int count = static_cast<int>(blocks_.all().size());
  const NodeFacts& core = blocks_.facts(*cores_[1]);
  previous_prose_.assign(static_cast<std::size_t>(count), -1);
  next_prose_.assign(static_cast<std::size_t>(count), -1);
  int latest = -1;
  double comments = 0;
  for (int i = 0; i < count; ++i) {
    const TextBlock& block = *at(i);
    previous_prose_[static_cast<std::size_t>(i)] = latest;
    if (first_heading_ < 0 && block.owner->is("h1")) first_heading_ = i;
    if (!block.is_prose()) continue;
    latest = i;
    if (blocks_.facts(*block.owner).nearest[static_cast<std::size_t>(Trait::comment)] != 0) {
      comments += block.measure.mass;
    }
    if (i < core.begin || i >= core.end) continue;
    if (first_prose_ < 0) first_prose_ = i;
    last_prose_ = i;
  }
  latest = -1;
  for (int i = count - 1; i >= 0; --i) {
    next_prose_[static_cast<std::size_t>(i)] = latest;
    if (at(i)->is_prose()) latest = i;
  }
  comment_share_ = ratio(comments, blocks_.total_prose_mass());
}

const TextBlock* Describer::at(int index) const {
  if (index < 0 || index >= static_cast<int>(blocks_.all().size())) return nullptr;
  return &blocks_.all()[static_cast<std::size_t>(index)];
}

void Describer::own_text(const TextBlock& block, const BlockFacts& facts, Row& row) const {
  const TextMeasure& measure = block.measure;
  row.add("mass", amount(measure.mass));
  row.add("words", amount(measure.words));
  row.add("link-density", block.link_density());
  row.add("commas", ratio(measure.commas, measure.words));
  row.add("sentences", std::min(measure.sentences, 10));
  row.add("sentence-length", ratio(measure.words, std::max(1, measure.sentences)));
  row.add("ends-sentence", measure.ends_sentence() ? 1 : 0);
  row.add("ends-colon", measure.last == ':' ? 1 : 0);
  row.add("digits", ratio(measure.digits, measure.mass));
  row.add("capitals", ratio(measure.capitals, measure.words));
  row.add("word-length", ratio(measure.mass, measure.words));
  row.add("starts-capital", is_capital(measure.first) ? 1 : 0);
  row.add("starts-letter", is_letter(measure.first) ? 1 : 0);
  row.add("marks", static_cast<double>(std::ranges::count_if(block.text, [](char c) {
            return c == '|' || c == '/' || c == '@' || c == '#' || c == '_' || c == '=' || c == '{';
          })));
  row.add("kind", kind_of(*block.owner));
  row.add("heading-level",
          kind_of(*block.owner) == 16 ? static_cast<double>(block.owner->name[1] - '0') : 0.0);
  row.add("title-overlap", facts.title_overlap);
  row.add("description-overlap", facts.description_overlap);
  row.add("body-overlap", facts.body_overlap);
  row.add("repeats", std::min(facts.repeats, 20));
  for (std::size_t i = 0; i < facts.cues.size(); ++i) {
    row.add("cue", i, ratio(facts.cues[i] * 10, facts.words));
  }
}

void Describer::elements_around(const TextBlock& block, Row& row) const {
  const NodeFacts& facts = blocks_.facts(*block.owner);
  for (std::size_t i = 0; i < trait_count; ++i) {
    const bool own = (block.own_traits & (Traits{1} << i)) != 0;
    const int depth = facts.nearest[i];
    row.add("trait", i,
            own          ? -1
            : depth == 0 ? no_trait
                         : std::min<float>(no_trait - 1, static_cast<float>(facts.depth - depth)));
  }
}

void Describer::boxes_around(int index, const TextBlock& block, Row& row) const {
  // Ancestors that hold more than the ones below them do.
  int begin = index;
  int end = index + 1;
  const Node* node = block.owner;
  for (std::size_t level = 1; level <= 4; ++level) {
    while (node->parent != nullptr) {
      const NodeFacts& facts = blocks_.facts(*node);
      if (facts.begin < begin || facts.end > end) break;
      node = node->parent;
    }
    const NodeFacts& facts = blocks_.facts(*node);
    begin = facts.begin;
    end = facts.end;
    const double mass = blocks_.mass(begin, end);
    const double prose = blocks_.prose_mass(begin, end);
    row.add("box-blocks", level, amount(end - begin));
    row.add("box-mass", level, ratio(mass, blocks_.total_mass()));
    row.add("box-prose", level, ratio(prose, blocks_.total_prose_mass()));
    row.add("box-prose-density", level, ratio(prose, mass));
    row.add("box-links", level, ratio(blocks_.link_mass(begin, end), mass));
    row.add("box-mean", level, amount(mass / std::max(1, end - begin)));
    row.add("box-place", level, ratio(index - begin, end - begin));
  }
}

void Describer::place(int index, const TextBlock& block, Row& row) const {
  const NodeFacts& own = blocks_.facts(*block.owner);
  for (std::size_t i = 0; i < cores_.size(); ++i) {
    const NodeFacts& core = blocks_.facts(*cores_[i]);
    const bool inside = index >= core.begin && index < core.end;
    int rise = 0;
    int drop = 0;
    if (!inside) {
      // To the nearest element that holds the core as well.
      const Node* node = block.owner;
      while (node->parent != nullptr) {
        const NodeFacts& facts = blocks_.facts(*node);
        if (facts.begin <= core.begin && facts.end >= core.end && facts.end > facts.begin) break;
        node = node->parent;
        ++rise;
      }
      drop = core.depth - blocks_.facts(*node).depth;
    }
    row.add("core-inside", i, inside ? 1 : 0);
    row.add("core-rise", i, inside ? 0 : rise);
    row.add("core-drop", i, inside ? core.depth - own.depth : drop);
  }
  const auto distance = [&](int landmark) {
    return landmark < 0 ? -far_away - 1
                        : std::clamp(static_cast<float>(index - landmark), -far_away, far_away);
  };
  row.add("from-heading", distance(first_heading_));
  row.add("from-first-prose", distance(first_prose_));
  row.add("from-last-prose", distance(last_prose_));
  const auto slot = static_cast<std::size_t>(index);
  const int previous = previous_prose_[slot];
  const int next = next_prose_[slot];
  row.add(
      "to-previous-prose",
      previous < 0 ? far_away : std::min<float>(far_away, static_cast<float>(index - previous)));
  row.add("to-next-prose",
          next < 0 ? far_away : std::min<float>(far_away, static_cast<float>(next - index)));
  row.add("gap-previous", previous < 0 ? 15.0 : amount(blocks_.mass(previous + 1, index)));
  row.add("gap-next", next < 0 ? 15.0 : amount(blocks_.mass(index + 1, next)));
  row.add("before", ratio(blocks_.mass(0, index), blocks_.total_mass()));
  row.add("prose-before", ratio(blocks_.prose_mass(0, index), blocks_.total_prose_mass()));
  const auto family = siblings_.find(block.owner->parent);
  double like = 0;
  if (family != siblings_.end()) {
    const auto same = family->second.find(block.owner->name);
    if (same != family->second.end()) like = same->second;
  }
  row.add("siblings-prose", ratio(like, blocks_.total_prose_mass()));
  const auto look = looks_.find(look_of(*block.owner));
  row.add("look-prose", ratio(look == looks_.end() ? 0 : look->second, blocks_.total_prose_mass()));
  row.add("depth", own.depth);
}

void Describer::neighbours(int index, Row& row) const {
  constexpr std::array<int, 6> steps = {-3, -2, -1, 1, 2, 3};
  for (std::size_t i = 0; i < steps.size(); ++i) {
    const TextBlock* block = at(index + steps[i]);
    row.add("near-mass", i, block == nullptr ? -1 : amount(block->measure.mass));
    row.add("near-links", i, block == nullptr ? -1 : block->link_density());
    row.add("near-ends", i, block != nullptr && block->measure.ends_sentence() ? 1 : 0);
    row.add("near-kind", i, block == nullptr ? -1 : kind_of(*block->owner));
    if (i >= 1 && i <= 4) {
      row.add("near-same", i,
              block != nullptr && block->owner->parent == at(index)->owner->parent ? 1 : 0);
    }
  }
  // What the heading before the block promises.
  int heading = index - 1;
  while (heading >= 0 && heading > index - 8 && kind_of(*at(heading)->owner) != 16) --heading;
  const bool found = heading >= 0 && heading > index - 8;
  row.add("heading-distance", found ? index - heading : 9);
  constexpr std::array<Cue, 4> telling = {Cue::related, Cue::comment, Cue::subscribe, Cue::share};
  for (std::size_t i = 0; i < telling.size(); ++i) {
    row.add(
        "heading-cue", i,
        found ? facts_[static_cast<std::size_t>(heading)].cues[static_cast<std::size_t>(telling[i])]
              : 0);
  }
}

void Describer::page(Row& row) const {
  row.add("page-mass", amount(blocks_.total_mass()));
  row.add("page-prose", amount(blocks_.total_prose_mass()));
  row.add("page-prose-density", ratio(blocks_.total_prose_mass(), blocks_.total_mass()));
  row.add("page-blocks", amount(static_cast<double>(blocks_.all().size())));
  row.add("page-comments", comment_share_);
  row.add("page-core", ratio(blocks_.mass(*cores_[1]), blocks_.total_mass()));
  row.add("page-article", hints_.says_article ? 1 : 0);
  row.add("page-thread", hints_.says_thread ? 1 : 0);
}

FeatureTable Describer::describe(std::vector<std::string>* names) {
  FeatureTable table;
  const auto& all = blocks_.all();
  for (std::size_t i = 0; i < all.size(); ++i) {
    Row row(table.values, i == 0 ? names : nullptr);
    const int index = static_cast<int>(i);
    own_text(all[i], facts_[i], row);
    elements_around(all[i], row);
    boxes_around(index, all[i], row);
    place(index, all[i], row);
    neighbours(index, row);
    page(row);
    if (i == 0) {
      table.width = table.values.size();
      table.values.reserve(table.width * all.size());
    }
  }
  return table;
}

}  // namespace

FeatureTable describe_blocks(const TextBlocks& blocks, const PageHints& hints,
                             std::vector<std::string>* names) {
  return Describer(blocks, hints).describe(names);
}

}  // namespace pressmark::html
