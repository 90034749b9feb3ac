// converters/exporters/pdf/layout/line_builder.h: paints one line of a paragraph: visual order,
// justification, hanging punctuation, decorations and link areas.
#pragma once

#include <vector>

#include "converters/exporters/pdf/layout/paragraph.h"
#include "converters/exporters/pdf/layout/paragraph_items.h"

namespace pressmark::pdf {

// For the lines of one paragraph, from first to last.
class LineBuilder {
 public:
  LineBuilder(const PreparedParagraph& paragraph, const ParagraphShape& shape, PieceCutter& cutter);

  Line build(const LineRange& range, Length indent, Line::Ending ending);

 private:
  // A piece or a part of one in the line.
  struct Part {
    const Piece* piece = nullptr;
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    const Shaped* shaped = nullptr;
    Length width = 0;
    Length stretch = 0;
    Length shrink = 0;
    Length added = 0;  // by justification, behind the part
    std::uint8_t level = 0;
    bool hyphen = false;    // the last glyph is a hyphen that is no part of the text
    bool trailing = false;  // space that hangs at the line's end
  };
  using Parts = std::vector<Part>;

  Parts collect(const LineRange& range);
  void add_line_feed(Parts& parts, std::size_t at);
  void justify(Parts& parts, Length gap) const;
  Length hanging_start(const Parts& parts) const;
  Length hanging_end(const Parts& parts) const;
  static void reorder(Parts& parts);
  void order_logically(Line& line) const;
  void paint(Line& line, const Part& part, Length x, Length baseline);
  void paint_glyphs(Line& line, const Part& part, Length x, Length baseline);
  void paint_hyphen(Line& line, const Part& part, Length x, Length baseline);
  void paint_object(Line& line, const Part& part, Length x, Length baseline);
  void paint_pieces(Line& line, const ParagraphText& text, const std::vector<Piece>& pieces,
                    Length x, Length baseline);
  void decorate(Line& line, const Parts& parts, const std::vector<Length>& places,
                Length baseline) const;
  void add_links(Line& line, const Parts& parts, const std::vector<Length>& places,
                 Length baseline) const;
  void add_marks(Line& line, std::uint32_t end);
  const DisplayLine* display_of(const LineRange& range) const;
  Length needed_above(const Part& part) const;
  Length needed_below(const Part& part) const;

  const PreparedParagraph& paragraph_;
  const ParagraphShape& shape_;
  PieceCutter& cutter_;
  // The paragraph's largest size, of which all its baselines are: those of scripts that are set
  // larger do not move their line.
  Length size_ = 0;
  // Of the line's items: where in the text each begins; of the last run: its end, too.
  std::vector<std::uint32_t> starts_;
  std::uint32_t run_end_ = 0;
  const DisplayLine* display_ = nullptr;  // of the line before
  std::size_t next_note_ = 0;
  std::size_t next_anchor_ = 0;
};

}  // namespace pressmark::pdf
