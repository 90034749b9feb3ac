// Notes as XHTML: the mark in the text, the note behind it, and the links between them.
#include <utility>

#include "converters/common/language.h"
#include "converters/common/xhtml_body.h"

namespace pressmark::xhtml {

void BodyWriter::note_mark(const Inline& item, const Note& node) {
  const std::string number = std::to_string(++counts_.notes);
  // The document's id is that of the note: links to it lead there, not to the mark.
  Waiting waiting{&item, &node, node.label.empty() ? number : node.label,
                  item.id.empty() ? make_id("fn-" + number) : item.id, make_id("fnref-" + number)};
  marked_notes_.insert(waiting.id);
  // A mark is a link: inside of another one it would be invalid, so it follows that.
  if (in_link_) {
    marks_in_link_.push_back(waiting);
  } else {
    write_mark(waiting);
  }
  waiting_.push_back(std::move(waiting));
}

void BodyWriter::write_mark(const Waiting& waiting) {
  out_->start("sup").start("a");
  out_->attribute("id", waiting.mark_id).attribute("href", "#" + waiting.id);
  semantics("noteref", "doc-noteref");
  out_->text(waiting.label);
  end();
  end();
}

void BodyWriter::notes() {
  if (waiting_.empty()) return;
  // Headings inside of notes rank below all of the text's.
  const std::vector<int> outer_levels = std::exchange(levels_, {0});
  const std::size_t outer_base = std::exchange(base_, 1);
  out_->start("section").attribute("class", "notes");
  semantics("footnotes", {});
  out_->attribute("aria-label", label(Label::notes, language_));
  new_line();
  out_->start("hr").end();
  new_line();
  // By index: writing a note may add one, where a document is not as validate() wants it.
  for (std::size_t i = 0; i < waiting_.size(); ++i) note(Waiting(waiting_[i]));
  waiting_.clear();
  end();
  new_line();
  levels_ = outer_levels;
  base_ = outer_base;
}

void BodyWriter::back_link(const Waiting& waiting) {
  out_->start("a").attribute("href", "#" + waiting.mark_id).attribute("role", "doc-backlink");
  out_->attribute("title", label(Label::back, language_));
  out_->text(waiting.label);
  end();
}

void BodyWriter::note(const Waiting& waiting) {
  out_->start("aside");
  attributes(waiting.id, waiting.inline_node->language, waiting.inline_node->direction);
  semantics("footnote", "doc-footnote");
  const Blocks& blocks = waiting.note->children;
  const auto* first = blocks.empty() ? nullptr : std::get_if<Paragraph>(&blocks[0].node);
  if (first != nullptr) {
    start("p", blocks[0]);
  } else {
    out_->start("p");
  }
  back_link(waiting);
  if (first != nullptr) {
    out_->text(" ");
    inlines(first->children);
  }
  end();
  for (std::size_t i = first != nullptr ? 1 : 0; i < blocks.size(); ++i) {
    block_node(blocks[i], Place::inside);
  }
  end();
  new_line();
}

}  // namespace pressmark::xhtml
