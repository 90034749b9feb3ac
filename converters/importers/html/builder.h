// converters/importers/html/builder.h: turns the article's elements into blocks and inlines.
//
// One class whose parts lie in files of one concept each: block_builder.cpp (flow of blocks),
// inline_builder.cpp, lists.cpp, tables.cpp, figures.cpp (figures, images, embeds), boxes.cpp
// (quotations, asides, details), verse.cpp. Pure questions to the tree (what is code, a formula, a
// note, which image source) are functions of their own files.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "converters/importers/html/article_finder.h"
#include "converters/importers/html/dom.h"
#include "converters/importers/html/html.h"
#include "converters/importers/html/ids.h"
#include "converters/importers/html/image_loader.h"
#include "converters/importers/html/inline_text.h"
#include "converters/importers/html/notes.h"
#include "core/model/document.h"
#include "core/pipeline/context.h"

namespace pressmark::html {

class VerseReader;

// What the builder knows of the page beside its elements.
struct Page {
  const Dom& dom;
  const Article& article;
  std::string base;  // of relative references; empty: unknown
  std::string url;   // of the page, to know links into itself; may be empty
  const NoteTable& notes;
  std::vector<bool> holds_blocks;  // find_block_holders()
  bool tex_in_text = false;        // renders_tex_in_text()
  ImageReading images = ImageReading::all;
};

// The model's depth that is built at most; deeper elements become their text. A note adds its own
// depth to that of its place. Both stay well below Limits::depth, as a node of the model takes up
// to two levels for an element.
inline constexpr int deepest = 60;
inline constexpr int deepest_in_note = 90;

class Builder {
 public:
  Builder(const Page& page, ImageLoader& images, Ids& ids, Context& context)
      : page_(page), images_(images), ids_(ids), context_(context) {}

  // The body: the article's parts one after the other, then notes that nothing refers to.
  Blocks article();
  // The headline's inlines without links and line breaks; none where the page has none, or one that
  // holds more than words (an image, a note).
  Inlines headline();

 private:
  // Blocks being built, with the run of inlines that is not yet a paragraph.
  struct Flow {
    Blocks blocks;
    Inlines run;
    Spaces spaces;
    Location run_from;
  };

  // block_builder.cpp
  Blocks blocks(const Node* parent);
  void add_children(const Node* parent, Flow& flow);
  void add_node(const Node* node, Flow& flow);
  void add_block(const Node* node, Flow& flow);
  void add_named_block(const Node* node, Flow& flow);
  void add_wrapped_blocks(const Node* node, Flow& flow);
  void add_heading(const Node* node, Flow& flow);
  void add_preformatted(Preformatted block, const Node* node, Flow& flow);
  void close_run(Flow& flow);
  void push(Flow& flow, BlockNode block, const Node* node);
  void mark(Flow& flow, std::size_t first, const Node* node);
  bool is_skipped(const Node* node) const;

  // inline_builder.cpp
  Inlines inlines(const Node* parent);
  Inlines inline_children(const Node* parent, Spaces& spaces);
  void add_inline(const Node* node, Inlines& out, Spaces& spaces);
  void add_inline_element(const Node* node, Inlines& out, Spaces& spaces);
  void add_named_inline(const Node* node, Inlines& out, Spaces& spaces);
  void add_text(const Node* node, Inlines& out, Spaces& spaces);
  void add_link(const Node* node, Inlines& out, Spaces& spaces);
  void add_code(const Node* node, Inlines& out, Spaces& spaces);
  void add_ruby(const Node* node, Inlines& out, Spaces& spaces);
  void add_note(const NoteBody& body, Inlines& out, Spaces& spaces, const Node* node);
  Note note(const NoteBody& body);
  std::optional<std::string> link_target(const Node* node);
  std::function<Inline(Inlines)> wrapper_of(const Node* node);

  // lists.cpp
  void add_list(const Node* node, Flow& flow);
  void add_definition_list(const Node* node, Flow& flow);

  // tables.cpp
  void add_table(const Node* node, Flow& flow);
  void unfold_table(const Node* node, Flow& flow);
  Cell cell(const Node* node);

  // figures.cpp
  void add_figure(const Node* node, Flow& flow);
  bool attach_caption(const Node* node, Flow& flow);
  void read_caption(const Node* caption, Figure& figure);
  void finish_figure(Figure figure, const Node* node, Flow& flow);
  void add_embed(const Node* node, Flow& flow);
  void add_image(const Node* node, Inlines& out, Spaces& spaces);
  void add_drawing(const Node* node, Inlines& out, Spaces& spaces);
  std::optional<Inline> embed_link(const Node* node);

  // boxes.cpp
  void add_quotation(const Node* node, Flow& flow);
  Inlines take_attribution(Blocks& children, const Node* node);
  void add_details(const Node* node, Flow& flow);
  void add_aside(const Node* node, AsideKind kind, Flow& flow);

  // verse.cpp
  friend class VerseReader;
  void add_verse(const Node* node, Flow& flow);

  const Page& page_;
  ImageLoader& images_;
  Ids& ids_;
  Context& context_;
  int depth_ = 0;
  bool in_note_ = false;
  bool in_headline_ = false;  // which the finder leaves out of the text
  int notes_ = 0;
  std::vector<const Node*>
      omitted_;             // built apart from where they stand: captions, titles, credits
  std::string last_image_;  // first address of the image directly before
  std::vector<std::string> pending_ids_;  // of empty anchors, for what comes next
  std::vector<bool> placed_notes_;        // by NoteTable::bodies
};

}  // namespace pressmark::html
