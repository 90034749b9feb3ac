// core/model/walk.h: the only general traversals of the article tree.
//
// for_each_* visit in document order, a node before its children. Blocks inside inlines (notes) are
// visited at the place of the note. Depth is bounded by Limits::depth, so recursion is safe.
#pragma once

#include <functional>
#include <string>

#include "core/model/document.h"

namespace pressmark {

using BlockVisitor = std::function<void(const Block&)>;
using InlineVisitor = std::function<void(const Inline&)>;

// Every block at every depth: of lists, cells, figures, asides, quotations and notes too.
void for_each_block(const Blocks& blocks, const BlockVisitor& visit);
void for_each_block(const Document& document, const BlockVisitor& visit);
// The block itself and all in it.
void for_each_block(const Block& block, const BlockVisitor& visit);

// Every inline at every depth, in captions, credits, terms, titles and notes too.
void for_each_inline(const Inlines& inlines, const InlineVisitor& visit);
void for_each_inline(const Blocks& blocks, const InlineVisitor& visit);
void for_each_inline(const Block& block, const InlineVisitor& visit);
// The same of the whole document: front matter (kicker, headline, deck, bylines, dateline), body.
void for_each_inline(const Document& document, const InlineVisitor& visit);

// The same with the right to change the inlines' own members; the children's vectors must not be
// changed by `visit` of a node that is inside them.
void for_each_inline(Document& document, const std::function<void(Inline&)>& visit);

// Every list of inlines at every depth, empty ones too, before the lists inside its items: `change`
// may replace its items.
void for_each_inline_list(Document& document, const std::function<void(Inlines&)>& change);

// Replaces each block, bottom up, by the blocks that `change` makes of it: none, one or more.
Blocks map_blocks(Blocks blocks, const std::function<Blocks(Block)>& change);

// The text of the inlines as a reader sees it, without notes: a line break is a line feed, an image
// its alternative text, a formula its plain text (else TeX), ruby its base.
std::string text_of(const Inlines& inlines);
// The texts of blocks, a line feed between any two; notes, captions and credits included.
std::string text_of(const Blocks& blocks);

// Number of words of a text: runs of letters, digits and marks; each Han, Hiragana and Katakana
// character counts as one, as catalogues do.
std::size_t count_words(std::string_view text);

}  // namespace pressmark
