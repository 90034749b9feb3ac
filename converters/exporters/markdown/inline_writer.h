// converters/exporters/markdown/inline_writer.h: a list of inlines as one line of Markdown.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "converters/exporters/markdown/markdown.h"

namespace pressmark::markdown {

class InlineWriter {
 public:
  InlineWriter(const Document& article, Diagnostics& diagnostics);

  // The inlines as Markdown, without white space at the ends. A line feed stands for each line
  // break: the caller says what his block makes of it.
  std::string line(const Inlines& inlines);
  // The anchor that a link to the id leads to: "<a id=...></a>"; empty where no link does.
  std::string anchor(const std::string& id) const;
  // A code span, fit for where it stands.
  std::string code(std::string_view text) const;
  // The notes whose marks were written, in their order: note 1 is the first. Grows while the notes
  // themselves are written only where notes hold notes.
  const std::vector<const Note*>& notes() const { return notes_; }

  // The language that quotation marks follow, until the next one is set; returns the one before.
  std::string set_language(std::string language);
  // Whether what follows stands in a cell, where a bar needs a backslash even in code.
  void set_in_cell(bool in_cell) { in_cell_ = in_cell; }

 private:
  void append(const Inlines& inlines, std::string& out);
  void append(const Inline& item, std::string& out);
  void styled(const Styled& node, std::string& out);
  void quoted(const Quoted& node, std::string& out);
  void link(const Inline& item, const Link& node, std::string& out);
  void image(const Inline& item, const Image& node, std::string& out);
  void note(const Note& node, std::string& out);
  void formula(const Formula& node, std::string& out);
  void element(const char* name, const Inlines& children, std::string& out);
  std::string attribute(std::string_view value) const;

  const Document& article_;
  Diagnostics& diagnostics_;
  std::set<std::string> targets_;  // ids that links lead to
  std::string language_;
  std::vector<const Note*> notes_;
  std::string held_marks_;  // of notes inside a link: they follow it
  int quotation_depth_ = 0;
  bool in_link_ = false;
  bool in_cell_ = false;
};

// Bold text at the beginning of a line, followed by white space.
std::string bold(const std::string& line);

}  // namespace pressmark::markdown
