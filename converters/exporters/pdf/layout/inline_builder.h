// converters/exporters/pdf/layout/inline_builder.h: from the model's inlines to the text of a
// paragraph with styles, structure and marks.
#pragma once

#include <string>

#include "converters/common/math_line.h"
#include "converters/exporters/pdf/layout/notes.h"
#include "converters/exporters/pdf/layout/page_style.h"
#include "converters/exporters/pdf/layout/structure.h"
#include "converters/exporters/pdf/layout/text.h"
#include "core/base/diagnostics.h"
#include "core/model/document.h"

namespace pressmark::pdf {

struct InlineContext {
  TextStyle style;
  std::string language;
  ElementId element = 0;
  int link = -1;
  TextSpan::Wrap wrap = TextSpan::Wrap::by_words;
};

class InlineBuilder {
 public:
  InlineBuilder(const Document& article, const PageStyle& style, Structure& structure,
                NoteList& notes, Diagnostics& diagnostics)
      : article_(article),
        style_(style),
        structure_(structure),
        notes_(notes),
        diagnostics_(diagnostics) {}

  // The measure that images in a line are scaled to.
  void set_measure(Length measure) { measure_ = measure; }
  void append(ParagraphText& out, const Inlines& inlines, const InlineContext& context);
  void append_text(ParagraphText& out, std::string_view text, const InlineContext& context);

  // The size of an image on the page: 96 pixels an inch, scaled down to the measure and to most of
  // the text's height; absent where the image is not at hand.
  struct Size {
    Length width = 0;
    Length height = 0;
  };
  std::optional<Size> image_size(const Image& image, Length measure) const;
  // What stands in the place of an image that is not at hand: its description, as a link to where
  // it is.
  Inlines image_placeholder(const Image& image) const;
  // Alternative text by the policy: the source's own, else `caption`; reported where both lack.
  void describe_image(ElementId figure, const Image& image, const std::string& caption,
                      Location from);

 private:
  void append_one(ParagraphText& out, const Inline& item, const InlineContext& context);
  void end_display(ParagraphText& out, std::string_view text, const InlineContext& context);
  void append_styled(ParagraphText& out, const Styled& node, InlineContext context);
  void append_quoted(ParagraphText& out, const Quoted& node, InlineContext context);
  void append_link(ParagraphText& out, const Link& node, InlineContext context, Location from);
  void append_image(ParagraphText& out, const Image& node, const InlineContext& context,
                    Location from);
  void append_note(ParagraphText& out, const Note& node, const InlineContext& context);
  void append_formula(ParagraphText& out, const Formula& node, InlineContext context);
  void append_math(ParagraphText& out, const MathPiece& piece, InlineContext context);
  void append_ruby(ParagraphText& out, const Ruby& node, const InlineContext& context);
  void append_object(ParagraphText& out, InlineObject object, const InlineContext& context,
                     ContentId content);
  ContentId content_for(const ParagraphText& out, ElementId element);

  const Document& article_;
  const PageStyle& style_;
  Structure& structure_;
  NoteList& notes_;
  Diagnostics& diagnostics_;
  Length measure_ = 0;
  int quote_depth_ = 0;
};

// Whether text of the language runs from right to left, by its script.
bool is_right_to_left(std::string_view language);

}  // namespace pressmark::pdf
