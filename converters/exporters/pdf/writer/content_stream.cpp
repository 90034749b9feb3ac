#include "converters/exporters/pdf/writer/content_stream.h"

#include <optional>

#include "converters/exporters/pdf/writer/text_operators.h"
#include "core/base/match.h"

namespace pressmark::pdf {
namespace {

// The one table of colours; contrast on white is at least 4.5:1 for all that is read (WCAG 1.4.3).
std::string_view fill_operator(Colour colour) {
  switch (colour) {
    case Colour::muted:
      return "0.36 g\n";
    case Colour::link:
      return "0.05 0.25 0.5 rg\n";
    case Colour::rule:
      return "0.65 g\n";
    case Colour::tint:
      return "0.95 g\n";
    case Colour::text:
      break;
  }
  return "0 g\n";
}

// The matrix from the unit square of an image's pixels to its place, for each EXIF orientation, as
// signs: a b c d e f in units of the place's width and height.
struct Turn {
  int a, b, c, d, e, f;
};
Turn turn_of(int orientation) {
  switch (orientation) {
    case 2:
      return {-1, 0, 0, 1, 1, 0};
    case 3:
      return {-1, 0, 0, -1, 1, 1};
    case 4:
      return {1, 0, 0, -1, 0, 1};
    case 5:
      return {0, -1, -1, 0, 1, 1};
    case 6:
      return {0, -1, 1, 0, 0, 1};
    case 7:
      return {0, 1, 1, 0, 0, 0};
    case 8:
      return {0, 1, -1, 0, 1, 0};
    default:
      return {1, 0, 0, 1, 0, 0};
  }
}

class Painter {
 public:
  Painter(const Page& page, const EmbeddedFonts& fonts,
          const std::map<ResourceId, ImageUse, std::less<>>& images,
          const std::vector<std::string_view>& types)
      : page_(page),
        fonts_(fonts),
        images_(images),
        types_(types),
        text_(stream_.operators, fonts, page.height) {}

  ContentStream paint() {
    for (const Item& item : page_.items) {
      std::visit(match{[this](const GlyphRun& run) { paint_run(run); },
                       [this](const FilledRectangle& area) { paint_rectangle(area); },
                       [this](const PlacedImage& image) { paint_image(image); }},
                 item);
    }
    close();
    text_.end();
    stream_.missing_glyphs = text_.missing_glyphs();
    return std::move(stream_);
  }

 private:
  Bytes& out() { return stream_.operators; }

  enum class Kind { text, graphics };

  // Opens the sequence of `content`, unless it is the open one already. A text object holds whole
  // sequences, and many of them, so that positions in one can follow from those in the last: one
  // with graphics in it is outside of text objects (ISO 32000-1, 14.6.1 forbids to mix the two).
  void open(ContentId content, Kind kind) {
    if (content != artifact && types_[static_cast<std::size_t>(content)].empty())
      content = artifact;
    if (open_ == content && text_.is_open() == (kind == Kind::text)) return;
    close();
    if (kind == Kind::text) {
      text_.begin();
    } else {
      text_.end();
    }
    if (content == artifact) {
      out() += "/Artifact BMC\n";
    } else {
      begin_sequence(types_[static_cast<std::size_t>(content)], content);
      out() += ">>BDC\n";
    }
    open_ = content;
  }

  // Opens a sequence whose content is to be read as `text`. It is a sequence of its own and not one
  // inside the content's: structure views end the outer one with the inner. Its tag is Span,
  // because readers look for ActualText there only; the element it belongs to is told by the
  // identifier.
  void open_replaced(ContentId content, std::string_view text) {
    close();
    text_.begin();
    begin_sequence("Span", content);
    out() += "/ActualText";
    out() += actual_text_operand(text);
    out() += ">>BDC\n";
    open_ = content;
  }

  void begin_sequence(std::string_view tag, ContentId content) {
    out() += '/';
    out() += tag;
    out() += "<</MCID ";
    append_number(out(), static_cast<std::int64_t>(stream_.marked.size()));
    stream_.marked.push_back(content);
  }

  void close() {
    if (open_) out() += "EMC\n";
    open_.reset();
  }

  void fill_with(Colour colour) {
    if (colour == colour_) return;
    out() += fill_operator(colour);
    colour_ = colour;
  }

  void paint_run(const GlyphRun& run) {
    const GlyphTexts& texts = fonts_.fonts[static_cast<std::size_t>(run.font)].texts;
    for (const TextSegment& segment : text_segments(run, texts)) {
      if (segment.actual_text) {
        open_replaced(run.content, *segment.actual_text);
      } else {
        open(run.content, Kind::text);
      }
      fill_with(run.colour);
      text_.show(run, segment);
      if (segment.actual_text) close();
    }
  }

  void paint_rectangle(const FilledRectangle& area) {
    open(area.content, Kind::graphics);
    fill_with(area.colour);
    append_rectangle(area.x, area.y, area.width, area.height);
    out() += "f\n";
  }

  void append_rectangle(Length x, Length y, Length width, Length height) {
    append_points(out(), x);
    append_points(out(), page_.height - y - height);
    append_points(out(), width);
    append_points(out(), height);
    out() += "re\n";
  }

  void paint_image(const PlacedImage& image) {
    open(image.content, Kind::graphics);
    const auto use = images_.find(image.resource);
    if (use == images_.end()) {
      out() += "q 0.65 G 0.5 w\n";
      append_rectangle(image.x, image.y, image.width, image.height);
      out() += "S Q\n";
      return;
    }
    const Turn turn = turn_of(use->second.orientation);
    out() += "q ";
    append_points(out(), turn.a * image.width);
    append_points(out(), turn.b * image.height);
    append_points(out(), turn.c * image.width);
    append_points(out(), turn.d * image.height);
    append_points(out(), image.x + turn.e * image.width);
    append_points(out(), page_.height - image.y - image.height + turn.f * image.height);
    out() += "cm /" + use->second.resource + " Do Q\n";
  }

  const Page& page_;
  const EmbeddedFonts& fonts_;
  const std::map<ResourceId, ImageUse, std::less<>>& images_;
  const std::vector<std::string_view>& types_;
  ContentStream stream_;
  TextOperators text_;
  std::optional<ContentId> open_;
  Colour colour_ = Colour::text;  // black is a page's initial colour
};

}  // namespace

ContentStream write_content(const Page& page, const EmbeddedFonts& fonts,
                            const std::map<ResourceId, ImageUse, std::less<>>& images,
                            const std::vector<std::string_view>& types) {
  return Painter(page, fonts, images, types).paint();
}

}  // namespace pressmark::pdf
