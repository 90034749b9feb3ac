#include "converters/importers/html/leftovers.h"

#include <algorithm>
#include <array>
#include <span>
#include <string>
#include <vector>

#include "converters/importers/html/article_zone.h"
#include "converters/importers/html/elements.h"
#include "converters/importers/html/front_lines.h"
#include "converters/importers/html/page_signals.h"
#include "converters/importers/html/word_lists.h"

namespace pressmark::html {
namespace {

constexpr std::size_t longest_line = 120;
constexpr std::size_t most_words = 10;
constexpr std::size_t most_words_of_notice = 14;
constexpr int most_words_of_menu_line = 6;
constexpr int most_items_of_page_list = 8;
// The model's verdict below which a block of a bare page is not taken for text.
constexpr float doubtful = 0.5F;
constexpr double mostly_links = 0.9;

using Words = std::span<const std::string_view>;

bool has(Words list, std::string_view word) { return std::ranges::find(list, word) != list.end(); }

bool is_number(std::string_view word) {
  return word.find_first_not_of("0123456789") == std::string_view::npos;
}

constexpr std::array<std::string_view, 13> minute_units = {
    "min",    "mins",  "minute",  "minutes",  "minuten", "minuto", "minutos",
    "minuti", "minut", "minuter", "minutter", "минут",   "минуты"};

// "5 min read", "Reading time: 5 minutes", "Lesezeit: ca. 5 Minuten", "Tempo di lettura: 3 minuti".
bool is_reading_time(const std::vector<std::string_view>& words) {
  constexpr std::array<std::string_view, 13> reading = {
      "read",     "reading", "lesezeit", "lecture", "lectura",  "leitura", "lettura",
      "leestijd", "lesetid", "lästid",   "læsetid", "czytania", "чтения"};
  constexpr std::array<std::string_view, 17> around = {
      "time", "estimated", "est", "about", "approx", "ca",   "temps", "tiempo", "tempo",
      "de",   "di",        "da",  "of",    "in",     "czas", "время", "to"};
  bool number = false;
  bool unit = false;
  bool read = false;
  for (const std::string_view word : words) {
    if (is_number(word)) {
      number = true;
    } else if (has(minute_units, word)) {
      unit = true;
    } else if (has(reading, word)) {
      read = true;
    } else if (!has(around, word)) {
      return false;
    }
  }
  return number && unit && read;
}

// "4 min", "12 Minuten".
bool is_minutes(std::string_view text) {
  const std::string plain = comparable(text);
  const auto words = words_of(plain);
  return words.size() == 2 && is_number(words.front()) && has(minute_units, words.back());
}

constexpr std::array<std::string_view, 9> verbs_for_sharing = {
    "share",        "tweet",     "teilen",     "partager",  "compartir",
    "compartilhar", "condividi", "udostępnij", "поделиться"};

bool is_word_for_sharing(std::string_view text) { return has(verbs_for_sharing, comparable(text)); }

// "Share this article", "Share on WhatsApp", "Facebook Twitter Share": a verb, and all else the
// names of services and what is shared.
bool is_call_to_share(const std::vector<std::string_view>& words) {
  constexpr std::array<std::string_view, 42> rest = {
      "this",     "the",      "article",   "story",     "post",     "page",     "on",      "via",
      "with",     "to",       "by",        "and",       "or",       "sur",      "en",      "su",
      "auf",      "cet",      "artikel",   "artículo",  "articolo", "facebook", "twitter", "x",
      "linkedin", "whatsapp", "pinterest", "reddit",    "telegram", "email",    "e",       "mail",
      "print",    "copy",     "link",      "flipboard", "threads",  "bluesky",  "pin",     "it"};
  bool verb = false;
  for (const std::string_view word : words) {
    if (has(verbs_for_sharing, word)) {
      verb = true;
    } else if (!has(rest, word)) {
      return false;
    }
  }
  return verb && words.size() > 1;
}

bool is_mark_of_page(std::string_view plain) {
  constexpr std::array<std::string_view, 22> lines = {"advertisement",
                                                      "advertisement scroll to continue",
                                                      "advertisement continue reading below",
                                                      "anzeige",
                                                      "article continues after advertisement",
                                                      "article continues below",
                                                      "article continues below advertisement",
                                                      "back to top",
                                                      "continue reading below",
                                                      "continue reading below advertisement",
                                                      "leave a comment",
                                                      "loading",
                                                      "nach oben",
                                                      "publicidad",
                                                      "publicité",
                                                      "pubblicità",
                                                      "scroll to continue",
                                                      "skip to content",
                                                      "skip to main content",
                                                      "story continues below advertisement",
                                                      "werbung",
                                                      "реклама"};
  return has(lines, plain);
}

// "© 2026 Example Media. All rights reserved."
bool is_notice_of_rights(std::string_view text, bool dated) {
  const bool opens = text.starts_with("©") || text.starts_with("(c)") || text.starts_with("(C)") ||
                     comparable(text).starts_with("copyright");
  if (!opens) return false;
  const std::string plain = comparable(text);
  const auto words = words_of(plain);
  if (words.size() > most_words_of_notice) return false;
  const bool year = std::ranges::any_of(
      words, [](std::string_view word) { return word.size() == 4 && is_number(word); });
  return !dated || year || plain.find("all rights reserved") != std::string::npos;
}

bool has_cue(std::string_view plain, Cue cue) {
  const std::string framed = " " + std::string(plain) + " ";
  return std::ranges::any_of(cue_phrases(), [&](const CuePhrase& phrase) {
    return phrase.cue == cue &&
           framed.find(" " + std::string(phrase.phrase) + " ") != std::string::npos;
  });
}

// Figures and players are content whatever they stand in; a cell without text has its place.
bool holds_media(const Node* node) {
  if (node->is("td") || node->is("th")) return true;
  constexpr std::array<std::string_view, 6> names = {"figure", "iframe", "video",
                                                     "audio",  "object", "embed"};
  return std::ranges::any_of(names, [&](std::string_view name) {
    return node->is(name) || find_descendant(node, name) != nullptr;
  });
}

class Leftovers {
 public:
  explicit Leftovers(Article& article) : article_(article), blocks_(*article.blocks) {}

  void run() {
    const int count = static_cast<int>(blocks_.all().size());
    int last_prose = count;
    for (int i = 0; i < count; ++i) {
      if (kept(i) && at(i).is_prose() && !is_notice_of_rights(at(i).text, false)) last_prose = i;
    }
    const bool whole = article_.strategy == "whole";
    for (int i = 0; i < count; ++i) {
      if (!kept(i)) continue;
      const bool button = at(i).link_density() >= 1 && is_word_for_sharing(at(i).text);
      const bool line = !is_part_of_structure(i) && (button || is_leftover_line(at(i).text));
      const bool notice = i > last_prose && is_notice_of_rights(at(i).text, i + 1 < count);
      if (line || notice || (whole && is_around_text(i))) leave_out_block(article_, i);
    }
    drop_lists_of_page(last_prose);
    drop_teasers();
    drop_last_headings();
    drop_icons();
  }

 private:
  const TextBlock& at(int i) const { return blocks_.all()[static_cast<std::size_t>(i)]; }
  bool kept(int i) const { return article_.kept[static_cast<std::size_t>(i)]; }

  // Words of an interface may be what a list, a table or code of an article is about.
  bool is_part_of_structure(int i) const {
    const Node* owner = at(i).owner;
    return closest(owner, "li") != nullptr || closest(owner, "pre") != nullptr ||
           closest(owner, "td") != nullptr || closest(owner, "dd") != nullptr ||
           closest(owner, "blockquote") != nullptr;
  }

  bool is_around_text(int i) const {
    if (article_.verdicts[static_cast<std::size_t>(i)] >= doubtful) return false;
    const NodeFacts& facts = blocks_.facts(*at(i).owner);
    const auto is_in = [&](Trait trait) {
      return facts.nearest[static_cast<std::size_t>(trait)] != 0;
    };
    if (is_in(Trait::advertisement) || is_in(Trait::share) || is_in(Trait::tag_nav)) return true;
    return article_.headline != nullptr && i < blocks_.facts(*article_.headline).begin &&
           at(i).link_density() > mostly_links && at(i).measure.words <= most_words_of_menu_line;
  }

  // Lists of the page's machinery around the text: the way from the site's front page to this one,
  // and lists of nothing but reading time, date and calls to share.
  void drop_lists_of_page(int last_prose) {
    int first_prose = 0;
    const int count = static_cast<int>(blocks_.all().size());
    while (first_prose < count && !(kept(first_prose) && at(first_prose).is_prose())) ++first_prose;
    for (const Node* part : article_.parts) {
      for (const Node* node = next_in_order(part, part); node != nullptr;
           node = next_in_order(node, part)) {
        if (!node->is("ul") && !node->is("ol")) continue;
        const NodeFacts& facts = blocks_.facts(*node);
        if (facts.end - facts.begin < 2 || facts.end - facts.begin > most_items_of_page_list)
          continue;
        const bool above = facts.end <= first_prose;
        const bool below = facts.begin > last_prose;
        if (!(above && is_path_to_page(facts)) &&
            !((above || below) && is_list_of_machinery(facts))) {
          continue;
        }
        for (int i = facts.begin; i < facts.end; ++i) {
          if (kept(i)) leave_out_block(article_, i);
        }
      }
    }
  }

  bool is_path_to_page(const NodeFacts& list) const {
    const Node* item = closest(at(list.begin).owner, "li");
    const Node* home = item != nullptr ? find_descendant(item, "a") : nullptr;
    if (home == nullptr || home->attribute("href") != "/") return false;
    for (int i = list.begin; i < list.end - 1; ++i) {
      if (at(i).link_density() < mostly_links || at(i).measure.words > most_words_of_menu_line) {
        return false;
      }
    }
    return at(list.end - 1).link_density() < mostly_links;
  }

  // In a list with a date or a call to share, "4 min" and "Share" alone are machinery, too.
  bool is_list_of_machinery(const NodeFacts& list) const {
    bool machinery = false;
    int dates = 0;
    int words = 0;
    for (int i = list.begin; i < list.end; ++i) {
      const std::string& text = at(i).text;
      if (is_leftover_line(text)) {
        machinery = true;
      } else if (is_date_line(text)) {
        ++dates;
      } else if (is_word_for_sharing(text) || is_minutes(text)) {
        ++words;
      } else {
        return false;
      }
    }
    return machinery || (words > 0 && dates + words > 1);
  }

  // Whether an element is an article of its own with nothing but links to show.
  bool is_teaser(const Node* node) const {
    if (!node->is("article")) return false;
    const NodeFacts& facts = blocks_.facts(*node);
    int words = 0;
    for (int i = facts.begin; i < facts.end; ++i) {
      if (at(i).measure.words > 0 && at(i).link_density() < mostly_links) return false;
      words += at(i).measure.words;
    }
    return words > 0;
  }

  // Links to other articles, two and more in a row, with the heading of the box they stand in.
  void drop_teasers() {
    for (const Node* part : article_.parts) {
      for (const Node* node = next_in_order(part, part); node != nullptr;
           node = next_in_order(node, part)) {
        const Node* next = next_element(node);
        if (next == nullptr || !is_teaser(node) || !is_teaser(next)) continue;
        drop_box_of(node->parent, part);
      }
    }
  }

  // Leaves out all teasers of a box, and what heads it where it holds nothing else.
  void drop_box_of(const Node* box, const Node* part) {
    for (const Node* child = box->first_child; child != nullptr; child = child->next) {
      if (child->type != NodeType::element || !is_teaser(child)) continue;
      const NodeFacts& facts = blocks_.facts(*child);
      for (int i = facts.begin; i < facts.end; ++i) {
        if (kept(i)) leave_out_block(article_, i);
      }
      article_.left_out[static_cast<std::size_t>(child->index)] = true;
    }
    for (int level = 0; level < 2 && box != part; ++level, box = box->parent) {
      const NodeFacts& facts = blocks_.facts(*box);
      int heading = -1;
      int others = 0;
      for (int i = facts.begin; i < facts.end; ++i) {
        if (!kept(i)) continue;
        if (heading_level(at(i).owner) > 0) {
          heading = i;
        } else {
          ++others;
        }
      }
      if (others > 0) return;
      if (heading >= 0) leave_out_block(article_, heading);
    }
  }

  // Headings at the end head nothing any more: "Related articles".
  void drop_last_headings() {
    for (int i = static_cast<int>(blocks_.all().size()) - 1; i >= 0; --i) {
      if (!kept(i)) continue;
      const std::string plain = comparable(at(i).text);
      if (heading_level(at(i).owner) == 0 || plain.size() > longest_line ||
          !has_cue(plain, Cue::related)) {
        return;
      }
      leave_out_block(article_, i);
    }
  }

  // Buttons for sharing that are images, and places for advertisements that stayed empty.
  void drop_icons() {
    for (const Node* part : article_.parts) {
      for (const Node* node = next_in_order(part, part); node != nullptr;
           node = next_in_order(node, part)) {
        const NodeFacts& facts = blocks_.facts(*node);
        if (node->type != NodeType::element || facts.depth == 0 || facts.begin != facts.end) {
          continue;
        }
        const bool named =
            facts.nearest[static_cast<std::size_t>(Trait::share)] == facts.depth ||
            facts.nearest[static_cast<std::size_t>(Trait::advertisement)] == facts.depth;
        if (named && !holds_media(node)) {
          article_.left_out[static_cast<std::size_t>(node->index)] = true;
        }
      }
    }
  }

  Article& article_;
  const TextBlocks& blocks_;
};

}  // namespace

bool is_leftover_line(std::string_view text) {
  if (text.size() > longest_line) return false;
  const std::string plain = comparable(text);
  const auto words = words_of(plain);
  if (words.empty() || words.size() > most_words) return false;
  return is_mark_of_page(plain) || is_reading_time(words) || is_call_to_share(words);
}

void drop_leftovers(Article& article) { Leftovers(article).run(); }

}  // namespace pressmark::html
