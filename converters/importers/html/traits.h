// converters/importers/html/traits.h: what an element's name, classes, ids and roles say it is.
#pragma once

#include <cstdint>
#include <string_view>
#include <unordered_map>

#include "converters/importers/html/dom.h"

namespace pressmark::html {

// One hint about the purpose of an element. The first group is told by words in class, id and
// similar attributes (word_lists.h), the second by elements and ARIA roles.
enum class Trait : std::uint8_t {
  body_word,     // "body", "content", "text"
  article_word,  // "article", "post", "story"
  comment,       // readers' comments
  share,         // share bars, follow buttons
  related,       // related, popular and recommended pages
  navigation,    // menus, breadcrumbs, paging
  footer,
  header,
  sidebar,
  promotion,  // newsletters, subscriptions, donations, calls to action
  byline,     // authors, dates, author boxes
  advertisement,
  consent,       // cookie notices, pop-ups
  media,         // galleries, players, captions
  tags,          // tags and categories of the article
  title,         // headline, deck, summary
  thread,        // forum messages, questions, answers
  hidden,        // not shown, or shown to screen readers only
  form,          // forms, buttons, search
  listing,       // grids, cards and feeds of teasers
  notes,         // footnotes, references
  article_body,  // itemprop=articleBody and the classes that say the same
  tag_article,
  tag_main,
  tag_nav,
  tag_aside,
  tag_footer,
  tag_header,
  tag_section,
  tag_form,
  tag_figure,
  tag_table,
  tag_list,
  tag_quote,
  tag_control,  // button, select, label, summary
  tag_link,
  tag_heading,
  tag_paragraph,
};
inline constexpr int trait_count = static_cast<int>(Trait::tag_paragraph) + 1;

using Traits = std::uint64_t;  // a bit for each Trait
constexpr Traits bit(Trait trait) { return Traits{1} << static_cast<int>(trait); }

// Tells the traits of elements and remembers those of each attribute value, of which a page has
// few different ones.
class TraitReader {
 public:
  // Of the element alone, without its ancestors.
  Traits of(const Node& element);

 private:
  Traits of_words(std::string_view value);
  std::unordered_map<std::string_view, Traits> known_;
};

}  // namespace pressmark::html
