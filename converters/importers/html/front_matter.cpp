#include "converters/importers/html/front_matter.h"

#include <algorithm>
#include <utility>

#include "converters/importers/html/article_zone.h"
#include "converters/importers/html/elements.h"
#include "converters/importers/html/filing_lines.h"
#include "converters/importers/html/front_lines.h"
#include "converters/importers/html/page_signals.h"
#include "converters/importers/html/plain_text.h"
#include "core/model/walk.h"

namespace pressmark::html {
namespace {

// How many blocks below and above the headline are looked at.
constexpr int most_below = 40;
constexpr int most_above = 8;
constexpr int most_above_for_kicker = 3;
// How many blocks at the end of the text may hold the byline.
constexpr int most_at_end = 3;
constexpr int most_words_of_deck = 90;
constexpr int fewest_words_of_deck = 3;
constexpr int most_words_of_kicker = 8;
constexpr int most_words_of_byline = 40;
constexpr int most_words_of_date_line = 12;
constexpr std::size_t longest_prefix_of_description = 60;

KnownFront known_front(const PageSignals& signals, const Document& document) {
  KnownFront known;
  for (const Contributor& author : document.metadata.with_role(Role::author)) {
    std::string name = comparable(display_name(author.name));
    if (!name.empty()) known.authors.push_back(std::move(name));
  }
  known.description = comparable(document.metadata.text(Variable::abstract_text));
  if (const LinkedItem* item = signals.article_item()) {
    if (auto value = signals.linked(*item, "alternativeHeadline")) {
      known.alternative = comparable(value->value);
    }
    if (auto value = signals.linked(*item, "articleSection")) {
      known.section = comparable(value->value);
    }
  }
  if (auto value = signals.first_meta({"article:section"}); value && known.section.empty()) {
    known.section = comparable(value->value);
  }
  return known;
}

std::string byline_of(const TextBlock& block) {
  return clean_line(without_last_date(without_dated_parts(clean_line(spaced_text(block)))));
}

// "NORTHCAPE, May 3 (Agency) —": the place is what stands before the first mark.
Inlines dateline_of(const std::string& line) {
  std::size_t end = line.size();
  for (const std::string_view mark : {",", "(", "/", "—", "–", " -", "--", ":", "."}) {
    end = std::min(end, line.find(mark));
  }
  while (end > 0 && line[end - 1] == ' ') --end;
  const std::string place = line.substr(0, end);
  if (place.empty()) return {text(line)};
  Inlines parts = {Inline{Named{NameKind::place, {text(place)}}, {}, {}, {}, {}}};
  if (end < line.size()) parts.push_back(text(line.substr(end)));
  return parts;
}

class FrontReader {
 public:
  FrontReader(Article& article, Document& document)
      : article_(article),
        document_(document),
        blocks_(*article.blocks),
        zone_(article),
        known_(known_front(*article.signals, document)) {
    const auto count = static_cast<int>(blocks_.all().size());
    if (article.headline != nullptr) {
      const NodeFacts& facts = blocks_.facts(*article.headline);
      above_ = facts.begin;
      below_ = facts.end;
    } else {
      above_ = below_ = std::max(0, zone_.first());
    }
    end_ = std::min(below_ + most_below, count);
    for (int i = below_; i < end_; ++i) {
      if (opens_text(i)) end_ = i;
    }
  }

  void run() {
    std::vector<Inlines> stated = std::exchange(document_.front.bylines, {});
    read_deck();
    for (int i = std::max(0, above_ - most_above); i < end_; ++i) {
      if (i < above_ || i >= below_) read_line(i);
    }
    read_kicker();
    read_dateline();
    if (document_.front.bylines.empty()) read_end();
    if (document_.front.bylines.empty()) document_.front.bylines = std::move(stated);
  }

 private:
  const TextBlock& at(int i) const { return blocks_.all()[static_cast<std::size_t>(i)]; }
  bool kept(int i) const { return article_.kept[static_cast<std::size_t>(i)]; }
  bool opens_text(int i) const;
  bool is_of_article(int i) const;
  bool names_author(int i) const;
  bool is_deck(int i) const;
  bool equals_description(int i) const;
  bool stands_with_headline(int i) const;
  bool heads_text(int i) const;
  bool is_followed_by_front(int i) const;
  void read_deck();
  void read_line(int i);
  bool dates_follow(int i) const;
  void read_kicker();
  void read_dateline();
  void read_end();
  void add_byline(int i);

  Article& article_;
  Document& document_;
  const TextBlocks& blocks_;
  ArticleZone zone_;
  KnownFront known_;
  int above_ = 0;  // the block from which the headline starts
  int below_ = 0;  // the block behind the headline
  int end_ = 0;    // the block at which the text starts
};

// Whether a block is the beginning of the text: running text or a heading that is no front matter.
bool FrontReader::opens_text(int i) const {
  if (!kept(i)) return false;
  const TextBlock& block = at(i);
  if (!block.is_prose() && heading_level(block.owner) == 0) return false;
  // A heading of a date alone belongs to the headline, unless days head the parts of the text.
  if (heading_level(block.owner) > 0 && is_date_line(block.text) && !dates_follow(i)) return false;
  return !names_author(i) && !is_deck(i);
}

// Whether a block that is not kept stands by the article: not in a menu or a list of other texts.
bool FrontReader::is_of_article(int i) const {
  return kept(i) || !zone_.is_apart(*at(i).owner, {Trait::comment, Trait::related, Trait::tag_nav,
                                                   Trait::tag_aside, Trait::tag_footer,
                                                   Trait::sidebar, Trait::hidden});
}

bool FrontReader::names_author(int i) const {
  const TextBlock& block = at(i);
  return block.measure.words <= most_words_of_byline &&
         is_byline(spaced_text(block), is_marked_byline(block, blocks_), known_.authors);
}

// Whether a block says what the page says of itself; descriptions are often cut off.
bool FrontReader::equals_description(int i) const {
  const std::string plain = comparable(at(i).text);
  if (plain.empty()) return false;
  if (plain == known_.alternative || plain == known_.description) return true;
  return known_.description.size() >= longest_prefix_of_description &&
         plain.starts_with(known_.description);
}

// Whether some element holds the block and the headline, and none of the running text behind.
bool FrontReader::stands_with_headline(int i) const {
  if (article_.headline == nullptr) return false;
  int next = i + 1;
  const auto count = static_cast<int>(blocks_.all().size());
  while (next < count && !(kept(next) && at(next).is_prose())) ++next;
  for (const Node* node = at(i).owner; node != nullptr; node = node->parent) {
    const NodeFacts& facts = blocks_.facts(*node);
    if (facts.end > next) return false;
    if (facts.begin < below_) return true;
  }
  return false;
}

// Whether more running text follows than the block has: without it, it is the text.
bool FrontReader::heads_text(int i) const {
  int mass = 0;
  for (int next = i + 1; next <= zone_.last(); ++next) {
    if (kept(next) && at(next).is_prose()) mass += at(next).measure.mass;
  }
  return mass > at(i).measure.mass;
}

// Whether a byline or a date stands between a block and the running text behind it.
bool FrontReader::is_followed_by_front(int i) const {
  for (int next = i + 1; next < std::min(i + 12, static_cast<int>(blocks_.all().size())); ++next) {
    if (names_author(next) || is_date_line(at(next).text)) return true;
    if (kept(next) && at(next).is_prose()) return false;
  }
  return false;
}

bool FrontReader::is_deck(int i) const {
  const TextBlock& block = at(i);
  if (block.measure.words < fewest_words_of_deck || block.measure.words > most_words_of_deck) {
    return false;
  }
  const bool caption = closest(block.owner, "figure") != nullptr;
  if (caption || names_author(i) || is_date_line(block.text) || !heads_text(i)) return false;
  // A line that the finder refused may be a notice of the site, whatever its element is called.
  if (!kept(i) && is_notice_of_site(block.text)) return false;
  const DeckNaming naming = deck_naming(block, blocks_);
  if (naming == DeckNaming::surely) return true;
  if (naming == DeckNaming::perhaps) {
    return !kept(i) || stands_with_headline(i) || is_followed_by_front(i);
  }
  if (equals_description(i) && (!kept(i) || stands_with_headline(i))) return true;
  if (i != below_) return false;
  // What follows the headline at once: in one group with it, or as a lower heading.
  const Node* above = article_.headline == nullptr ? nullptr : article_.headline->parent;
  const bool grouped = above != nullptr && above->is("hgroup") && is_within(block.owner, above);
  return grouped || (heading_level(block.owner) > 0 && is_followed_by_front(i));
}

void FrontReader::read_deck() {
  for (int i = below_; i < end_; ++i) {
    if (!is_of_article(i) || !is_deck(i)) continue;
    const std::string line = plain_text(at(i).text);
    document_.front.deck = {text(line)};
    document_.metadata.offer(Variable::subtitle, line,
                             {.source = "html:deck", .from = at(i).owner->from, .confidence = 0.8});
    leave_out_block(article_, i);
    return;
  }
}

void FrontReader::read_line(int i) {
  if (!is_of_article(i)) return;
  if (names_author(i)) {
    add_byline(i);
  } else if (kept(i) && !dates_follow(i) &&
             (is_date_line(at(i).text) || filing_of(at(i)) == Filing::dated)) {
    leave_out_block(article_, i);
  }
}

// Whether days head parts of the text, too, as in a diary: the first one is text then.
bool FrontReader::dates_follow(int i) const {
  for (int next = std::max(i + 1, end_); next <= zone_.last(); ++next) {
    const TextBlock& block = at(next);
    if (kept(next) && block.measure.words <= most_words_of_date_line && is_date_line(block.text)) {
      return true;
    }
  }
  return false;
}

void FrontReader::add_byline(int i) {
  std::string line = byline_of(at(i));
  leave_out_block(article_, i);
  // "By" in a block of its own before the name, and "and" between two. "Interview" may be a
  // headline.
  const bool is_headline = i > above_ && i <= below_;
  const bool stands_before = i > 0 && !is_headline && heading_level(at(i - 1).owner) == 0;
  if (stands_before && is_byline_opener(at(i - 1).text)) {
    line = at(i - 1).text + " " + line;
    leave_out_block(article_, i - 1);
  } else if (stands_before && is_byline_joiner(at(i - 1).text)) {
    leave_out_block(article_, i - 1);
  }
  std::string before;
  for (const Inlines& byline : document_.front.bylines) before += text_of(byline) + " | ";
  std::vector<std::string> fresh;
  for (const std::string& author : known_.authors) {
    if (count_authors(before, {author}) == 0) fresh.push_back(author);
  }
  if (count_authors(line, fresh) > 0) document_.front.bylines.push_back({text(line)});
}

void FrontReader::read_kicker() {
  if (article_.headline == nullptr) return;
  for (int i = above_ - 1; i >= std::max(0, above_ - most_above_for_kicker); --i) {
    const TextBlock& block = at(i);
    if (block.measure.words == 0 || block.measure.words > most_words_of_kicker) return;
    const bool filed = comparable(block.text) == known_.section && !known_.section.empty() &&
                       is_within(block.owner, article_.headline->parent) && is_of_article(i);
    if (is_named_kicker(block, blocks_) || filed) {
      document_.front.kicker = {text(clean_line(plain_text(block.text)))};
      leave_out_block(article_, i);
      return;
    }
  }
}

// At the beginning of the first paragraph, where an element says so.
void FrontReader::read_dateline() {
  if (end_ >= static_cast<int>(blocks_.all().size()) || !kept(end_)) return;
  const Node* node = find_dateline(at(end_));
  if (node == nullptr) return;
  const std::string line = plain_text(collapsed_text(node));
  if (line.empty()) return;
  document_.front.dateline = dateline_of(line);
  article_.left_out[static_cast<std::size_t>(node->index)] = true;
}

// A byline below the text: the line itself, or the name above what is said of the author.
void FrontReader::read_end() {
  const int last = zone_.last();
  const auto count = static_cast<int>(blocks_.all().size());
  for (int i = std::max(end_, last - 1); i < std::min(last + 1 + most_at_end, count); ++i) {
    if (!is_of_article(i) || !names_author(i)) continue;
    const bool titles_box = i + 1 <= last && kept(i);
    std::string line = byline_of(at(i));
    document_.front.bylines.push_back({text(std::move(line))});
    if (!titles_box) leave_out_block(article_, i);
    return;
  }
}

}  // namespace

void take_front_matter(Article& article, Document& document) {
  FrontReader(article, document).run();
}

}  // namespace pressmark::html
