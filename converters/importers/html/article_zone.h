// converters/importers/html/article_zone.h: what stands by the article, where bylines and dates
// are.
#pragma once

#include <initializer_list>
#include <span>
#include <vector>

#include "converters/importers/html/article_finder.h"
#include "converters/importers/html/dom.h"
#include "converters/importers/html/traits.h"

namespace pressmark::html {

// Places of the article in the sequence of text blocks; -1: none.
class ArticleZone {
 public:
  explicit ArticleZone(const Article& article);

  int first() const { return first_; }      // the first block that is kept
  int last() const { return last_; }        // the last one
  int heading() const { return heading_; }  // the headline's block; `first` where it is none

  // The facts of an element, or of the block element around an inline one.
  const NodeFacts& facts(const Node& node) const;
  // Whether the element is inside one of these traits that holds nothing of the article, or
  // next to nothing where it is one for comments: its own byline may stand in an element whose
  // class says "sidebar", that of another text does.
  bool is_apart(const Node& node, std::initializer_list<Trait> traits) const;

 private:
  const Article& article_;
  std::vector<int> kept_before_;
  int first_ = -1;
  int last_ = -1;
  int heading_ = -1;
};

// Leaves text blocks out of the article, with the elements around them that hold nothing else (but
// not figures, and images only where they stand in a line of its own): changes `article.left_out`
// and `article.kept`. Takes time linear in the page: many blocks are best left out at once.
void leave_out_blocks(Article& article, std::span<const int> blocks);
void leave_out_block(Article& article, int block);

}  // namespace pressmark::html
