#include "converters/exporters/text/text.h"

#include <algorithm>

#include "converters/common/language.h"
#include "converters/common/line_writer.h"
#include "converters/common/mathml.h"
#include "converters/common/title_block.h"
#include "converters/exporters/text/numbering.h"
#include "core/base/match.h"
#include "core/model/grid.h"
#include "core/model/walk.h"

namespace pressmark::text_output {
namespace {

std::string on_one_line(std::string text) {
  std::replace(text.begin(), text.end(), '\n', ' ');
  return text;
}

bool ends_a_label(std::string_view text) {
  return text.ends_with(':') || text.ends_with('.') || text.ends_with('?') || text.ends_with('!') ||
         text.ends_with("：") || text.ends_with("—");
}

// Whether nothing of it is seen where images are left out: links around images and their kin.
bool is_images_only(const Blocks& content) {
  bool seen = std::any_of(content.begin(), content.end(), [](const Block& block) {
    return !std::holds_alternative<Paragraph>(block.node);
  });
  for_each_inline(content, [&](const Inline& item) {
    const auto* words = std::get_if<Text>(&item.node);
    const bool blank =
        words != nullptr && words->text.find_first_not_of(" \t\n") == std::string::npos;
    seen = seen ||
           !(blank || std::holds_alternative<Image>(item.node) ||
             std::holds_alternative<Link>(item.node) || std::holds_alternative<Styled>(item.node) ||
             std::holds_alternative<LineBreak>(item.node));
  });
  return !seen;
}

class TextWriter {
 public:
  TextWriter(const Document& article, const Options& options, Diagnostics& diagnostics)
      : article_(article), options_(options), diagnostics_(diagnostics), lines_(options.width) {}

  Bytes run() {
    language_ = article_.language;
    if (options_.front == Front::shown) front();
    body();
    notes();
    return lines_.take();
  }

 private:
  void front() {
    const FrontMatter& matter = article_.front;
    line_of(matter.kicker);
    if (matter.headline.empty()) {
      line_of({Inline{Text{title_of(article_)}}});
    } else {
      line_of(matter.headline);
    }
    line_of(matter.deck);
    for (std::size_t i = 0; i < matter.bylines.size(); ++i) {
      if (i > 0) lines_.no_gap();
      line_of(matter.bylines[i]);
    }
    line_of({Inline{Text{byline_of_authors(article_)}}});
  }

  void body() {
    std::string dateline = text_of_line(article_.front.dateline);
    const Blocks& blocks = article_.body;
    std::size_t first = 0;
    if (!dateline.empty()) {
      const auto* paragraph = blocks.empty() ? nullptr : std::get_if<Paragraph>(&blocks[0].node);
      if (paragraph != nullptr) {
        dateline += " " + text_of_line(paragraph->children);
        first = 1;
      }
      lines_.paragraph(dateline);
    }
    for (std::size_t i = first; i < blocks.size(); ++i) block(blocks[i]);
  }

  void notes() {
    // Notes hold no notes, so the list does not grow here.
    for (std::size_t i = 0; i < notes_.size(); ++i) {
      const std::string mark = "[" + notes_[i].first + "] ";
      indented(mark, std::string(4, ' '), notes_[i].second->children);
    }
  }

  void indented(std::string_view first, std::string_view rest, const Blocks& children) {
    const LineWriter::Saved saved = lines_.open(first, rest);
    blocks(children);
    lines_.close(saved);
  }

  void line_of(const Inlines& inlines) {
    if (const std::string text = text_of_line(inlines); !text.empty()) lines_.paragraph(text);
  }

  void blocks(const Blocks& list) {
    for (const Block& item : list) block(item);
  }

  void block(const Block& item) {
    const std::string outer = language_;
    if (!item.language.empty()) language_ = item.language;
    std::visit(
        match{[&](const Paragraph& node) { line_of(node.children); },
              [&](const Heading& node) { line_of(node.children); },
              [&](const Quotation& node) {
                indented("> ", "> ", node.children);
                if (node.attribution.empty()) return;
                lines_.no_gap();
                const LineWriter::Saved saved = lines_.open("> ", "> ");
                lines_.paragraph("— " + text_of_line(node.attribution));
                lines_.close(saved);
              },
              [&](const List& node) { list(node); },
              [&](const DefinitionList& node) { definitions(node); },
              [&](const Speech& node) { speech(node); },
              [&](const Figure& node) {
                blocks(node.content);
                std::string caption = text_of_line(node.caption);
                if (!caption.empty() && !node.credit.empty()) caption += ' ';
                caption += text_of_line(node.credit);
                if (caption.empty()) return;
                if (options_.pictures == Pictures::left_out && is_images_only(node.content)) {
                  diagnostics_.report(caption_left_out, item.from, caption);
                } else {
                  lines_.paragraph(caption);
                }
              },
              [&](const Aside& node) {
                line_of(node.title);
                blocks(node.children);
              },
              [&](const Preformatted& node) { lines_.verbatim(node.text); },
              [&](const Verse& node) { verse(node); }, [&](const Table& node) { table(node); },
              [&](const Break&) { lines_.paragraph("* * *"); }},
        item.node);
    language_ = outer;
  }

  // Items of one line each stand close together.
  void list(const List& node) {
    const bool close = std::all_of(node.items.begin(), node.items.end(), [](const Blocks& item) {
      return item.empty() || (std::holds_alternative<Paragraph>(item[0].node) &&
                              std::all_of(item.begin() + 1, item.end(), [](const Block& block) {
                                return std::holds_alternative<List>(block.node);
                              }));
    });
    int number = node.start;
    bool first = true;
    for (const Blocks& item : node.items) {
      const std::string marker =
          node.numbering == Numbering::none ? "- " : numeral(node.numbering, number++) + ". ";
      if (close && !first) lines_.no_gap();
      first = false;
      const LineWriter::Saved saved = lines_.open(marker, std::string(marker.size(), ' '));
      for (std::size_t i = 0; i < item.size(); ++i) {
        if (close && i > 0) lines_.no_gap();
        block(item[i]);
      }
      lines_.close(saved);
    }
  }

  void definitions(const DefinitionList& node) {
    for (const DefinitionEntry& entry : node.entries) {
      bool first = true;
      for (const Inlines& term : entry.terms) {
        if (!std::exchange(first, false)) lines_.no_gap();
        line_of(term);
      }
      for (const Blocks& definition : entry.definitions) {
        if (!std::exchange(first, false)) lines_.no_gap();
        indented("    ", "    ", definition);
      }
    }
  }

  void speech(const Speech& node) {
    std::string label = text_of_line(node.speaker);
    if (label.empty()) return blocks(node.children);
    label += ends_a_label(label) ? " " : ": ";
    const auto* first =
        node.children.empty() ? nullptr : std::get_if<Paragraph>(&node.children[0].node);
    lines_.paragraph(label + (first != nullptr ? text_of_line(first->children) : ""));
    for (std::size_t i = first != nullptr ? 1 : 0; i < node.children.size(); ++i) {
      block(node.children[i]);
    }
  }

  void verse(const Verse& node) {
    for (const std::vector<VerseLine>& stanza : node.stanzas) {
      std::string text;
      for (const VerseLine& line : stanza) {
        if (!text.empty()) text += '\n';
        text += std::string(static_cast<std::size_t>(std::clamp(line.indent, 0, 20)) * 2, ' ');
        text += on_one_line(text_of_line(line.children));
      }
      lines_.verbatim(text);
    }
  }

  // A line for each row, with bars between the cells. A cell that spans is written once.
  void table(const Table& node) {
    line_of(node.caption);
    bool first = true;
    for (const Row& row : node.rows) {
      std::string line;
      for (const Cell& cell : row.cells) {
        if (&cell != row.cells.data()) line += " | ";
        line += on_one_line(text_of_cell(cell.children));
      }
      if (!std::exchange(first, false)) lines_.no_gap();
      lines_.verbatim(line);
    }
  }

  // The blocks of a cell as they would stand by themselves, without wrapping.
  std::string text_of_cell(const Blocks& children) {
    LineWriter outer = std::exchange(lines_, LineWriter(0));
    blocks(children);
    std::string text = std::exchange(lines_, std::move(outer)).take();
    while (text.ends_with('\n')) text.pop_back();
    return text;
  }

  std::string text_of_line(const Inlines& inlines) {
    std::string text;
    append(inlines, text);
    const std::size_t end = text.find_last_not_of(" \n");
    text.erase(end == std::string::npos ? 0 : end + 1);
    text.erase(0, std::min(text.find_first_not_of(" \n"), text.size()));
    return text;
  }

  void append(const Inlines& inlines, std::string& out) {
    for (const Inline& item : inlines) {
      const std::string outer = language_;
      if (!item.language.empty()) language_ = item.language;
      append(item, out);
      language_ = outer;
    }
  }

  void append(const Inline& item, std::string& out) {
    std::visit(match{[&](const Text& node) { out += node.text; },
                     [&](const Styled& node) { append(node.children, out); },
                     [&](const Named& node) { append(node.children, out); },
                     [&](const Dated& node) { append(node.children, out); },
                     [&](const Abbreviation& node) { append(node.children, out); },
                     [&](const Quoted& node) { quoted(node, out); },
                     [&](const Code& node) { out += node.text; },
                     [&](const Link& node) { append(node.children, out); },
                     [&](const Image& node) { picture(item, node, out); },
                     [&](const Note& node) {
                       std::string mark =
                           node.label.empty() ? std::to_string(notes_.size() + 1) : node.label;
                       out += "[" + mark + "]";
                       notes_.emplace_back(std::move(mark), &node);
                     },
                     [&](const Formula& node) { formula(node, out); },
                     [&](const Ruby& node) {
                       append(node.base, out);
                       if (!node.reading.empty()) out += "(" + node.reading + ")";
                     },
                     [&](const LineBreak&) { out += '\n'; }, [&](const PageMark&) {}},
               item.node);
  }

  void quoted(const Quoted& node, std::string& out) {
    const QuotationMarks marks = quotation_marks(language_);
    const bool inner = quotation_depth_++ % 2 != 0;
    out += inner ? marks.inner_open : marks.open;
    append(node.children, out);
    out += inner ? marks.inner_close : marks.close;
    --quotation_depth_;
  }

  void picture(const Inline& item, const Image& node, std::string& out) {
    if (node.alt && node.alt->empty()) return;  // decorative
    if (options_.pictures == Pictures::left_out) {
      diagnostics_.report(image_left_out, item.from, node.alt.value_or(node.source));
      return;
    }
    out += '[';
    out += node.alt ? std::string_view(*node.alt) : label(Label::image, article_.language);
    out += ']';
  }

  static void formula(const Formula& node, std::string& out) {
    if (!node.plain.empty()) {
      out += node.plain;
    } else if (!node.tex.empty()) {
      out += node.tex;
    } else if (const auto clean = clean_mathml(node.mathml)) {
      out += clean->text;
    }
  }

  const Document& article_;
  const Options& options_;
  Diagnostics& diagnostics_;
  LineWriter lines_;
  std::string language_;
  int quotation_depth_ = 0;
  std::vector<std::pair<std::string, const Note*>> notes_;  // with their marks
};

}  // namespace

Result<Bytes> export_text(const Document& article, const Options& options, Context& context) {
  return TextWriter(article, options, context.diagnostics).run();
}

}  // namespace pressmark::text_output
