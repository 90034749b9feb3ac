#include "converters/exporters/markdown/markdown.h"

#include <algorithm>
#include <map>
#include <utility>

#include "converters/common/line_writer.h"
#include "converters/common/title_block.h"
#include "converters/exporters/markdown/escape.h"
#include "converters/exporters/markdown/inline_writer.h"
#include "core/base/match.h"
#include "core/model/grid.h"
#include "core/model/walk.h"

namespace pressmark::markdown {
namespace {

// For the places that are one line in Markdown: headings and cells.
std::string with_break_elements(const std::string& line) {
  std::string out;
  for (const char c : line) {
    if (c == '\n') {
      out += "<br />";
    } else {
      out += c;
    }
  }
  return out;
}

// Calls `use` for each line of a text.
template <class Use>
void for_each_line(std::string_view text, Use use) {
  for (std::size_t start = 0; start <= text.size();) {
    const std::size_t end = std::min(text.find('\n', start), text.size());
    use(text.substr(start, end - start));
    start = end + 1;
  }
}

// A box at the beginning of a list's item makes it a task (GFM 5.3).
std::string with_task_box(const std::string& line) {
  if (line.starts_with("☐ ")) return "[ ] " + line.substr(std::string_view("☐ ").size());
  if (line.starts_with("☑ ")) return "[x] " + line.substr(std::string_view("☑ ").size());
  return line;
}

bool has_words(const Paragraph& paragraph) {
  return text_of(paragraph.children).find_first_not_of(" \t\n") != std::string::npos;
}

// Whether blank lines between items are not needed: each is a line, with such lists below it.
bool is_tight(const List& list) {
  return std::all_of(list.items.begin(), list.items.end(), [](const Blocks& item) {
    const auto* line = item.empty() ? nullptr : std::get_if<Paragraph>(&item.front().node);
    if (line == nullptr || !has_words(*line)) return false;
    return std::all_of(item.begin() + 1, item.end(), [](const Block& block) {
      const auto* inner = std::get_if<List>(&block.node);
      // Other numbers than 1 cannot follow the line of a paragraph (CommonMark 5.3).
      return inner != nullptr && (inner->numbering == Numbering::none || inner->start == 1) &&
             is_tight(*inner);
    });
  });
}

const char* delimiter_cell(Alignment alignment) {
  switch (alignment) {
    case Alignment::none:
      return "---";
    case Alignment::start:
      return ":--";
    case Alignment::centre:
      return ":-:";
    case Alignment::end:
      return "--:";
  }
  return "---";
}

class MarkdownWriter {
 public:
  MarkdownWriter(const Document& article, const Options& options, Diagnostics& diagnostics)
      : article_(article),
        options_(options),
        diagnostics_(diagnostics),
        inlines_(article, diagnostics),
        language_(article.language) {}

  Bytes run() {
    if (options_.front == Front::shown) front();
    body();
    for (std::size_t i = 0; i < inlines_.notes().size(); ++i) {
      indented("[^" + std::to_string(i + 1) + "]: ", "    ", inlines_.notes()[i]->children);
    }
    return lines_.take();
  }

 private:
  void front() {
    const FrontMatter& matter = article_.front;
    paragraph(inlines_.line(matter.kicker));
    const std::string headline =
        matter.headline.empty() ? escape_text(title_of(article_)) : inlines_.line(matter.headline);
    heading(1, headline);
    paragraph(inlines_.line(matter.deck));
    for (const Inlines& byline : matter.bylines) paragraph(inlines_.line(byline));
    paragraph(escape_text(byline_of_authors(article_)));
  }

  void body() {
    std::string dateline = inlines_.line(article_.front.dateline);
    const Blocks& blocks = article_.body;
    std::size_t first = 0;
    if (!dateline.empty()) {
      if (const auto* line = blocks.empty() ? nullptr : std::get_if<Paragraph>(&blocks[0].node)) {
        dateline += " " + inlines_.anchor(blocks[0].id) + inlines_.line(line->children);
        first = 1;
      }
      paragraph(dateline);
    }
    for (std::size_t i = first; i < blocks.size(); ++i) block(blocks[i]);
  }

  void blocks(const Blocks& list) {
    for (const Block& item : list) block(item);
  }

  void indented(std::string_view first, std::string_view rest, const Blocks& children) {
    const LineWriter::Saved saved = open(first, rest);
    blocks(children);
    lines_.close(saved);
  }

  LineWriter::Saved open(std::string_view first, std::string_view rest) {
    last_list_ = '\0';
    return lines_.open(first, rest);
  }

  void paragraph(const std::string& line) {
    if (line.find_first_not_of(" \n") == std::string::npos) return;
    std::string text;
    for_each_line(line, [&](std::string_view part) {
      const std::string escaped = escape_line(part);
      // A break before nothing is none; lines without anything would end the paragraph.
      if (escaped.empty()) return;
      if (!text.empty()) text += "\\\n";
      text += escaped;
    });
    last_list_ = '\0';
    lines_.paragraph(text);
  }

  void verbatim(const std::string& text) {
    last_list_ = '\0';
    lines_.verbatim(text);
  }

  void heading(int level, const std::string& line) {
    if (line.empty()) return;
    std::string text = with_break_elements(line);
    if (text.ends_with('#')) text.insert(text.size() - 1, 1, '\\');
    verbatim(std::string(static_cast<std::size_t>(std::clamp(level, 1, 6)), '#') + " " + text);
  }

  void block(const Block& item) {
    std::string outer = language_;
    if (!item.language.empty()) language_ = item.language;
    inlines_.set_language(language_);
    anchor_ = inlines_.anchor(item.id);
    std::visit(match{[&](const Paragraph& node) {
                       const std::string anchor = std::exchange(anchor_, {});
                       const bool task = std::exchange(begins_item_, false);
                       if (display_formula(node)) return;
                       const std::string line = inlines_.line(node.children);
                       paragraph(anchor + (task ? with_task_box(line) : line));
                     },
                     [&](const Heading& node) {
                       const std::string anchor = std::exchange(anchor_, {});
                       heading(node.level, anchor + inlines_.line(node.children));
                     },
                     [&](const Quotation& node) {
                       write_anchor();
                       const LineWriter::Saved saved = open("> ", "> ");
                       blocks(node.children);
                       if (!node.attribution.empty()) {
                         paragraph("— " + inlines_.line(node.attribution));
                       }
                       lines_.close(saved);
                     },
                     [&](const List& node) {
                       write_anchor();
                       list(node, item.from);
                     },
                     [&](const DefinitionList& node) {
                       write_anchor();
                       definitions(node);
                     },
                     [&](const Speech& node) {
                       write_anchor();
                       speech(node);
                     },
                     [&](const Figure& node) {
                       write_anchor();
                       blocks(node.content);
                       std::string caption = inlines_.line(node.caption);
                       if (!caption.empty() && !node.credit.empty()) caption += ' ';
                       paragraph(caption + inlines_.line(node.credit));
                     },
                     [&](const Aside& node) {
                       write_anchor();
                       const LineWriter::Saved saved = open("> ", "> ");
                       const std::string title = inlines_.line(node.title);
                       if (!title.empty()) paragraph(bold(title));
                       blocks(node.children);
                       lines_.close(saved);
                     },
                     [&](const Preformatted& node) {
                       write_anchor();
                       const std::string fence = fence_for(node.text);
                       verbatim(fence + info_string(node.code_language));
                       lines_.no_gap();
                       verbatim(node.text);
                       lines_.no_gap();
                       verbatim(fence);
                     },
                     [&](const Verse& node) {
                       write_anchor();
                       verse(node);
                     },
                     [&](const Table& node) {
                       write_anchor();
                       table(node, item.from);
                     },
                     [&](const Break&) { verbatim("***"); }},
               item.node);
    language_ = std::move(outer);
    inlines_.set_language(language_);
  }

  // The anchor of a block that has no line of its own to put it into.
  void write_anchor() {
    if (!anchor_.empty()) verbatim(std::exchange(anchor_, {}));
  }

  // The language behind a fence: one word, without what an info string cannot hold.
  static std::string info_string(const std::string& language) {
    const bool usable = language.find_first_of(" \t\n`\\&") == std::string::npos;
    return usable ? language : "";
  }

  // A formula on a line of its own is a block of the language "math".
  bool display_formula(const Paragraph& node) {
    if (node.children.size() != 1) return false;
    const auto* formula = std::get_if<Formula>(&node.children.front().node);
    if (formula == nullptr || !formula->display || formula->tex.empty()) return false;
    const std::string fence = fence_for(formula->tex);
    verbatim(fence + "math");
    lines_.no_gap();
    verbatim(formula->tex);
    lines_.no_gap();
    verbatim(fence);
    return true;
  }

  // A list beside a list of the same kind has another mark: else they would be one (5.3).
  void list(const List& node, const Location& from) {
    const bool tight = is_tight(node);
    const bool bulleted = node.numbering == Numbering::none;
    constexpr int most = 999'999'999;  // nine figures (5.2)
    const bool fits =
        node.start >= 0 &&
        node.start <= most - static_cast<int>(std::min<std::size_t>(node.items.size(), most));
    if (!bulleted && (node.numbering != Numbering::decimal || !fits)) {
      diagnostics_.report(numbering_changed, from, "");
    }
    const char usual = bulleted ? '-' : '.';
    const char mark = last_list_ == usual ? (bulleted ? '+' : ')') : usual;
    int number = fits ? node.start : 1;
    bool first = true;
    for (const Blocks& item : node.items) {
      const std::string marker =
          (bulleted ? std::string(1, mark) : std::to_string(number++) + mark) + " ";
      if (tight && !first) lines_.no_gap();
      first = false;
      const LineWriter::Saved saved = open(marker, std::string(marker.size(), ' '));
      for (std::size_t i = 0; i < item.size(); ++i) {
        if (tight && i > 0) lines_.no_gap();
        begins_item_ = i == 0;
        block(item[i]);
        begins_item_ = false;
      }
      lines_.close(saved);
    }
    last_list_ = mark;
  }

  // CommonMark has no lists of definitions: the terms are bold, their definitions a list.
  void definitions(const DefinitionList& node) {
    for (const DefinitionEntry& entry : node.entries) {
      for (const Inlines& term : entry.terms) {
        const std::string line = inlines_.line(term);
        if (!line.empty()) paragraph(bold(line));
      }
      for (const Blocks& definition : entry.definitions) indented("- ", "  ", definition);
      last_list_ = '-';
    }
  }

  void speech(const Speech& node) {
    std::string label = inlines_.line(node.speaker);
    if (label.empty()) return blocks(node.children);
    if (std::string_view(":.?!").find(label.back()) == std::string_view::npos) label += ':';
    const auto* first =
        node.children.empty() ? nullptr : std::get_if<Paragraph>(&node.children[0].node);
    std::string line = bold(label);
    if (first != nullptr) {
      line += " " + inlines_.anchor(node.children[0].id) + inlines_.line(first->children);
    }
    paragraph(line);
    for (std::size_t i = first != nullptr ? 1 : 0; i < node.children.size(); ++i) {
      block(node.children[i]);
    }
  }

  void verse(const Verse& node) {
    for (const std::vector<VerseLine>& stanza : node.stanzas) {
      std::string text;
      for (const VerseLine& line : stanza) {
        if (&line != stanza.data()) text += '\n';
        for (int i = 0; i < std::clamp(line.indent, 0, 20); ++i) text += "&emsp;";
        text += inlines_.line(line.children);
      }
      paragraph(text);
    }
  }

  void table(const Table& node, const Location& from) {
    paragraph(inlines_.line(node.caption));
    const Grid grid = layout_grid(node);
    bool simplified = grid.repaired || node.header_rows > 1;
    inlines_.set_in_cell(true);
    std::vector<std::string> rows;
    std::string delimiters = "|";
    std::vector<Alignment> alignments(static_cast<std::size_t>(grid.columns), Alignment::none);
    for (const std::vector<PlacedCell>& cells : grid.cells) {
      std::string row = "|";
      int column = 0;
      for (const PlacedCell& place : cells) {
        for (; column < place.column; ++column) row += "  |";
        row += " " + cell(*place.cell, simplified) + " |";
        ++column;
        simplified = simplified || place.rows > 1 || place.columns > 1;
        Alignment& alignment = alignments[static_cast<std::size_t>(place.column)];
        if (alignment == Alignment::none) alignment = place.cell->alignment;
      }
      rows.push_back(std::move(row));
    }
    inlines_.set_in_cell(false);
    if (simplified) diagnostics_.report(table_simplified, from, text_of(node.caption));
    for (const Alignment alignment : alignments) {
      delimiters += std::string(" ") + delimiter_cell(alignment) + " |";
    }
    std::string header = "|";
    std::size_t first = 0;
    if (node.header_rows > 0 && !rows.empty()) {
      header = rows.front();
      first = 1;
    }
    // The header has as many cells as the line below it; other rows may have less.
    for (auto cells =
             std::count(header.begin(), header.end(), '|') - count_escaped_bars(header) - 1;
         cells < grid.columns; ++cells) {
      header += "  |";
    }
    std::string text = header + "\n" + delimiters;
    for (std::size_t i = first; i < rows.size(); ++i) text += "\n" + rows[i];
    verbatim(text);
  }

  static std::ptrdiff_t count_escaped_bars(std::string_view row) {
    std::ptrdiff_t count = 0;
    for (std::size_t at = row.find("\\|"); at != std::string_view::npos;
         at = row.find("\\|", at + 2)) {
      ++count;
    }
    return count;
  }

  std::string cell(const Cell& node, bool& simplified) {
    const bool plain =
        node.children.empty() ||
        (node.children.size() == 1 && std::holds_alternative<Paragraph>(node.children[0].node));
    simplified = simplified || !plain;
    std::vector<std::string> lines;
    flatten(node.children, lines);
    std::string text;
    for (const std::string& line : lines) {
      if (line.empty()) continue;
      if (!text.empty()) text += "<br />";
      text += with_break_elements(line);
    }
    return text;
  }

  void flatten_line(const Inlines& inlines, std::vector<std::string>& lines) {
    lines.push_back(inlines_.line(inlines));
  }

  // The blocks of a cell as lines of text.
  void flatten(const Blocks& list, std::vector<std::string>& lines) {
    for (const Block& block : list) {
      if (const std::string anchor = inlines_.anchor(block.id); !anchor.empty()) {
        lines.push_back(anchor);
      }
      std::visit(match{[&](const Paragraph& node) { flatten_line(node.children, lines); },
                       [&](const Heading& node) { flatten_line(node.children, lines); },
                       [&](const Quotation& node) {
                         flatten(node.children, lines);
                         flatten_line(node.attribution, lines);
                       },
                       [&](const List& node) { flatten_list(node, lines); },
                       [&](const DefinitionList& node) {
                         for (const DefinitionEntry& entry : node.entries) {
                           for (const Inlines& term : entry.terms) flatten_line(term, lines);
                           for (const Blocks& definition : entry.definitions)
                             flatten(definition, lines);
                         }
                       },
                       [&](const Speech& node) {
                         flatten_line(node.speaker, lines);
                         flatten(node.children, lines);
                       },
                       [&](const Figure& node) {
                         flatten(node.content, lines);
                         flatten_line(node.caption, lines);
                         flatten_line(node.credit, lines);
                       },
                       [&](const Aside& node) {
                         flatten_line(node.title, lines);
                         flatten(node.children, lines);
                       },
                       [&](const Preformatted& node) {
                         for_each_line(node.text, [&](std::string_view part) {
                           lines.push_back(inlines_.code(part));
                         });
                       },
                       [&](const Verse& node) {
                         for (const auto& stanza : node.stanzas) {
                           for (const VerseLine& line : stanza) flatten_line(line.children, lines);
                         }
                       },
                       [&](const Table& node) {
                         flatten_line(node.caption, lines);
                         for (const Row& row : node.rows) {
                           for (const Cell& inner : row.cells) flatten(inner.children, lines);
                         }
                       },
                       [&](const Break&) {}},
                 block.node);
    }
  }

  void flatten_list(const List& node, std::vector<std::string>& lines) {
    long long number = node.start;
    for (const Blocks& item : node.items) {
      const std::string marker =
          node.numbering == Numbering::none ? "• " : std::to_string(number++) + ". ";
      const std::size_t start = lines.size();
      flatten(item, lines);
      if (lines.size() == start) lines.emplace_back();
      lines[start].insert(0, marker);
    }
  }

  const Document& article_;
  const Options& options_;
  Diagnostics& diagnostics_;
  InlineWriter inlines_;
  LineWriter lines_{0};
  std::string language_;
  bool begins_item_ = false;  // the next block is the first of a list's item
  std::string anchor_;        // of the block at work, until it is written
  char last_list_ = '\0';  // the mark of the list that has just ended; none: something else ended
};

}  // namespace

Result<Bytes> export_markdown(const Document& article, const Options& options, Context& context) {
  return MarkdownWriter(article, options, context.diagnostics).run();
}

}  // namespace pressmark::markdown
