#include "converters/exporters/pdf/layout/inline_builder.h"

#include <algorithm>
#include <array>

#include "converters/common/image.h"
#include "converters/common/tex_math.h"
#include "converters/exporters/pdf/layout/codes.h"
#include "core/base/match.h"
#include "core/model/walk.h"

namespace pressmark::pdf {

namespace {

constexpr std::string_view object_character = "\xEF\xBF\xBC";  // U+FFFC
constexpr int picture_lines = 3;  // an image higher than these is no sign within a line

struct Marks {
  std::string_view language;
  std::array<std::string_view, 4> marks;  // outer pair, inner pair
};
// CLDR's quotation marks of the languages that differ from English.
constexpr Marks quotation_marks[] = {
    {"de", {"„", "“", "‚", "‘"}},
    {"cs", {"„", "“", "‚", "‘"}},
    {"sk", {"„", "“", "‚", "‘"}},
    {"bg", {"„", "“", "‚", "‘"}},
    {"fr", {"«\u00A0", "\u00A0»", "“", "”"}},
    {"ru", {"«", "»", "„", "“"}},
    {"uk", {"«", "»", "„", "“"}},
    {"es", {"«", "»", "“", "”"}},
    {"it", {"«", "»", "“", "”"}},
    {"el", {"«", "»", "“", "”"}},
    {"pl", {"„", "”", "«", "»"}},
    {"hu", {"„", "”", "»", "«"}},
    {"sv", {"”", "”", "’", "’"}},
    {"fi", {"”", "”", "’", "’"}},
    {"ja", {"「", "」", "『", "』"}},
    {"zh-Hant", {"「", "」", "『", "』"}},
    {"fa", {"«", "»", "‹", "›"}},
};
constexpr std::array<std::string_view, 4> english_marks = {"“", "”", "‘", "’"};

const std::array<std::string_view, 4>& marks_for(std::string_view language) {
  for (const Marks& entry : quotation_marks) {
    if (language.substr(0, entry.language.size()) == entry.language &&
        (language.size() == entry.language.size() || language[entry.language.size()] == '-')) {
      return entry.marks;
    }
  }
  return english_marks;
}

// UAX 9, isolates: the text keeps its own direction and does not turn what is beside it.
std::string_view isolate_for(Direction direction) {
  return direction == Direction::right_to_left ? "\u2067" : "\u2066";
}

}  // namespace

bool is_right_to_left(std::string_view language) {
  constexpr std::string_view primary[] = {"ar", "he", "iw",  "fa",  "ur",  "yi",  "ps", "sd",
                                          "ug", "dv", "syr", "ckb", "arc", "nqo", "ji"};
  if (language.find("-Latn") != std::string_view::npos) return false;
  if (language.find("-Arab") != std::string_view::npos ||
      language.find("-Hebr") != std::string_view::npos) {
    return true;
  }
  const std::string_view first = language.substr(0, language.find('-'));
  return std::find(std::begin(primary), std::end(primary), first) != std::end(primary);
}

// Content goes on in the piece that the same element has begun, unless another came between.
ContentId InlineBuilder::content_for(const ParagraphText& out, ElementId element) {
  const auto& kids = structure_.at(element).kids;
  if (!out.spans.empty() && !kids.empty() && !kids.back().element &&
      out.spans.back().content == kids.back().content) {
    return kids.back().content;
  }
  return structure_.add_content(element);
}

void InlineBuilder::append_text(ParagraphText& out, std::string_view text,
                                const InlineContext& context) {
  if (text.empty()) return;
  if (!out.displays.empty() && out.displays.back().end == out.text.size() &&
      out.displays.back().begin < out.text.size()) {
    end_display(out, text, context);
    return;
  }
  const ContentId content = content_for(out, context.element);
  out.text += text;
  if (!out.spans.empty()) {
    TextSpan& last = out.spans.back();
    if (last.style == context.style && last.content == content && last.link == context.link &&
        last.language == context.language && last.wrap == context.wrap) {
      last.end = out.text.size();
      return;
    }
  }
  TextSpan span;
  span.end = out.text.size();
  span.style = context.style;
  span.language = context.language;
  span.content = content;
  span.link = context.link;
  span.wrap = context.wrap;
  out.spans.push_back(std::move(span));
}

// The full stop or comma behind a formula stands on its line; what follows begins a new one.
void InlineBuilder::end_display(ParagraphText& out, std::string_view text,
                                const InlineContext& context) {
  const std::size_t marks = std::min(text.find_first_not_of(".,;:!?"), text.size());
  const DisplayLine display = out.displays.back();
  out.displays.pop_back();
  append_text(out, text.substr(0, marks), context);
  text.remove_prefix(marks);
  const std::size_t end = out.text.size();
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  if (!text.empty()) {
    if (text.front() != '\n') append_text(out, "\n", context);
    append_text(out, text, context);
  }
  out.displays.push_back({display.begin, end});
}

void InlineBuilder::append(ParagraphText& out, const Inlines& inlines,
                           const InlineContext& context) {
  for (const Inline& item : inlines) append_one(out, item, context);
}

void InlineBuilder::append_one(ParagraphText& out, const Inline& item, const InlineContext& outer) {
  InlineContext context = outer;
  const bool other_language = !item.language.empty() && item.language != outer.language;
  if (other_language) {
    context.language = item.language;
    context.element = structure_.add(Tag::span, outer.element, item.language, item.from);
  }
  if (!item.id.empty()) out.anchors.push_back({out.text.size(), item.id, context.element});
  const bool isolated = item.direction != Direction::inherit;
  if (isolated) append_text(out, isolate_for(item.direction), context);
  std::visit(match{[&](const Text& node) { append_text(out, node.text, context); },
                   [&](const Styled& node) { append_styled(out, node, context); },
                   [&](const Named& node) {
                     InlineContext inner = context;
                     // Titles of works are set as HTML sets its cite element.
                     if (node.kind == NameKind::work) inner.style.face.slant = Slant::italic;
                     append(out, node.children, inner);
                   },
                   [&](const Dated& node) { append(out, node.children, context); },
                   [&](const Abbreviation& node) {
                     InlineContext inner = context;
                     inner.element = structure_.add(Tag::span, context.element, {}, item.from);
                     if (!node.expansion.empty())
                       structure_.at(inner.element).expansion = node.expansion;
                     append(out, node.children, inner);
                   },
                   [&](const Quoted& node) { append_quoted(out, node, context); },
                   [&](const Code& node) {
                     InlineContext inner = context;
                     inner.element = structure_.add(Tag::code, context.element, {}, item.from);
                     inner.style.face.genre = Genre::mono;
                     inner.style.size = context.style.size * 9 / 10;
                     inner.wrap = TextSpan::Wrap::anywhere;
                     append_text(out, node.text, inner);
                   },
                   [&](const Link& node) { append_link(out, node, context, item.from); },
                   [&](const Image& node) { append_image(out, node, context, item.from); },
                   [&](const Note& node) { append_note(out, node, context); },
                   [&](const Formula& node) { append_formula(out, node, context); },
                   [&](const Ruby& node) { append_ruby(out, node, context); },
                   [&](const LineBreak&) { append_text(out, "\n", context); },
                   [&](const PageMark& node) {
                     if (node.label.empty()) return;
                     InlineContext inner = context;
                     inner.element = structure_.add(Tag::span, context.element, {}, item.from);
                     inner.style.size = context.style.size * 7 / 10;
                     inner.style.colour = Colour::muted;
                     append_text(out, "[" + node.label + "]", inner);
                   }},
             item.node);
  if (isolated) append_text(out, "\u2069", context);
}

void InlineBuilder::append_styled(ParagraphText& out, const Styled& node, InlineContext context) {
  TextStyle& style = context.style;
  switch (node.style) {
    case Style::emphasis:
    case Style::italic:
      // Emphasis within italics is upright.
      style.face.slant = style.face.slant == Slant::italic ? Slant::upright : Slant::italic;
      break;
    case Style::strong:
    case Style::bold:
      style.face.weight = Weight::bold;
      break;
    case Style::underline:
    case Style::inserted:
      style.decoration.underline = true;
      break;
    case Style::deleted:
      style.decoration.strike = true;
      break;
    case Style::highlighted:
      style.decoration.highlight = true;
      break;
    case Style::small_caps:
      style.capitals = Capitals::small;
      break;
    case Style::superscript:
      style.rise += style.size * 35 / 100;
      style.size = style.size * 65 / 100;
      break;
    case Style::subscript:
      style.rise -= style.size * 15 / 100;
      style.size = style.size * 65 / 100;
      break;
  }
  // Nested superscripts must stay readable.
  style.size = std::max(style.size, 4 * point);
  append(out, node.children, context);
}

void InlineBuilder::append_quoted(ParagraphText& out, const Quoted& node, InlineContext context) {
  const auto& marks = marks_for(context.language);
  const std::size_t pair = static_cast<std::size_t>(quote_depth_ % 2) * 2;
  context.element = structure_.add(Tag::quote, context.element);
  append_text(out, marks[pair], context);
  ++quote_depth_;
  append(out, node.children, context);
  --quote_depth_;
  append_text(out, marks[pair + 1], context);
}

void InlineBuilder::append_link(ParagraphText& out, const Link& node, InlineContext context,
                                Location from) {
  context.element = structure_.add(Tag::link, context.element, {}, from);
  std::string contents = text_of(node.children);
  std::replace(contents.begin(), contents.end(), '\n', ' ');
  const bool blank = contents.find_first_not_of(' ') == std::string::npos;
  context.link = static_cast<int>(out.links.size());
  out.links.push_back({context.element, node.target, blank ? node.target : contents});
  context.style.colour = Colour::link;
  append(out, node.children, context);
  if (node.children.empty()) append_text(out, node.target, context);
}

std::optional<InlineBuilder::Size> InlineBuilder::image_size(const Image& image,
                                                             Length measure) const {
  const Resource* resource = article_.resources.find(image.resource);
  if (resource == nullptr) return std::nullopt;
  std::int64_t width = resource->width;
  std::int64_t height = resource->height;
  const std::optional<ImageInfo> info = inspect_image(resource->data);
  if (info && (width <= 0 || height <= 0)) {
    width = info->width;
    height = info->height;
  }
  if (info && info->orientation >= 5) std::swap(width, height);
  if (width <= 0 || height <= 0) {
    width = 480;
    height = 320;
  }
  width = std::min<std::int64_t>(width, 1'000'000);
  height = std::min<std::int64_t>(height, 1'000'000);
  Size size = {width * point * 3 / 4, height * point * 3 / 4};
  const Length highest = std::max(style_.text_height() * 3 / 4, point);
  if (size.width > measure) size = {measure, std::max<Length>(measure * height / width, 1)};
  if (size.height > highest) size = {std::max<Length>(highest * width / height, 1), highest};
  return size;
}

Inlines InlineBuilder::image_placeholder(const Image& image) const {
  std::string words = "[";
  words += image.alt && !image.alt->empty() ? *image.alt : "image";
  if (!image.source.empty()) words += ": " + image.source;
  words += "]";
  if (image.source.empty()) return {text(words)};
  return {Inline{Link{image.source, {text(words)}}}};
}

void InlineBuilder::describe_image(ElementId figure, const Image& image, const std::string& caption,
                                   Location from) {
  if (image.alt && !image.alt->empty()) {
    structure_.at(figure).alternative_text = *image.alt;
  } else if (!caption.empty()) {
    structure_.at(figure).alternative_text = caption;
  } else {
    diagnostics_.report(no_alternative_text, from,
                        image.source.empty() ? image.resource : image.source);
  }
}

void InlineBuilder::append_image(ParagraphText& out, const Image& node,
                                 const InlineContext& context, Location from) {
  const Length measure = measure_ > 0 ? measure_ : style_.column_width();
  const std::optional<Size> size = image_size(node, measure);
  if (!size) {
    diagnostics_.report(missing_image, from, node.source.empty() ? node.resource : node.source);
    append(out, image_placeholder(node), context);
    return;
  }
  ContentId content = artifact;
  if (!(node.alt && node.alt->empty())) {
    const ElementId figure = structure_.add(Tag::figure, context.element, {}, from);
    describe_image(figure, node, {}, from);
    content = structure_.add_content(figure);
  }
  // A picture, unlike a sign, has a line of its own, as a display formula has.
  const bool is_picture = size->height > picture_lines * style_.leading;
  if (is_picture && !out.text.empty() && out.text.back() != '\n') append_text(out, "\n", context);
  const std::size_t begin = out.text.size();
  append_object(out, {0, InlineImage{node.resource, size->width, size->height, content}}, context,
                content);
  if (is_picture) out.displays.push_back({begin, out.text.size()});
}

void InlineBuilder::append_object(ParagraphText& out, InlineObject object,
                                  const InlineContext& context, ContentId content) {
  object.at = out.text.size();
  out.objects.push_back(std::move(object));
  out.text += object_character;
  TextSpan span;
  span.end = out.text.size();
  span.style = context.style;
  span.language = context.language;
  span.content = content;
  span.link = context.link;
  out.spans.push_back(std::move(span));
}

// ISO 14289-1, 7.9 and ISO 32000-1, 14.8.4.4: a Reference with a link to the Note.
void InlineBuilder::append_note(ParagraphText& out, const Note& node,
                                const InlineContext& context) {
  const int index = notes_.count++;
  const std::string label = node.label.empty() ? std::to_string(index + 1) : node.label;
  notes_.pending.push_back({&node, label, index, context.language});
  const ElementId reference = structure_.add(Tag::reference, context.element);
  structure_.at(reference).note = index;
  InlineContext inner = context;
  inner.element = structure_.add(Tag::link, reference);
  out.anchors.push_back({out.text.size(), mark_destination(index), inner.element});
  out.notes.push_back({out.text.size(), index});
  inner.link = static_cast<int>(out.links.size());
  out.links.push_back({inner.element, "#" + note_destination(index), "Note " + label});
  if (inner.style.rise == 0) {
    inner.style.rise = inner.style.size * 33 / 100;
    inner.style.size = inner.style.size * 65 / 100;
  }
  inner.style.face.slant = Slant::upright;
  append_text(out, label, inner);
}

void InlineBuilder::append_formula(ParagraphText& out, const Formula& node, InlineContext context) {
  context.element = structure_.add(Tag::formula, context.element);
  std::vector<MathPiece> line = math_line(node.mathml);
  if (line.empty() && !node.tex.empty()) {
    if (const auto mathml = tex_to_mathml(node.tex)) line = math_line(*mathml);
  }
  const std::string& shown = !node.plain.empty() ? node.plain
                             : !node.tex.empty() ? node.tex
                                                 : node.mathml;
  structure_.at(context.element).alternative_text = !node.tex.empty() ? node.tex
                                                    : !line.empty()   ? math_text(line)
                                                                      : shown;
  context.style.figures = Figures::lining;
  if (node.plain.empty() && line.empty()) {
    context.style.face.genre = Genre::mono;
    context.style.size = context.style.size * 9 / 10;
    context.wrap = TextSpan::Wrap::anywhere;
  }
  const auto append_formula_text = [&] {
    if (line.empty()) append_text(out, shown, context);
    for (const MathPiece& piece : line) append_math(out, piece, context);
  };
  if (!node.display) return append_formula_text();
  if (!out.text.empty() && out.text.back() != '\n') append_text(out, "\n", context);
  const std::size_t begin = out.text.size();
  append_formula_text();
  out.displays.push_back({begin, out.text.size()});
}

void InlineBuilder::append_math(ParagraphText& out, const MathPiece& piece, InlineContext context) {
  TextStyle& style = context.style;
  if (piece.is_variable) style.face.slant = Slant::italic;
  for (const int direction : piece.scripts) {
    style.rise += direction > 0 ? style.size * 35 / 100 : -style.size * 15 / 100;
    style.size = std::max(style.size * 70 / 100, 5 * point);
  }
  append_text(out, piece.text, context);
}

void InlineBuilder::append_ruby(ParagraphText& out, const Ruby& node,
                                const InlineContext& context) {
  constexpr std::size_t longest_base = 36;  // bytes: a word, not a phrase that lines must divide
  const bool plain = std::all_of(node.base.begin(), node.base.end(), [](const Inline& item) {
    return std::holds_alternative<Text>(item.node);
  });
  InlineContext inner = context;
  inner.element = structure_.add(Tag::span, context.element);
  const std::string base = text_of(node.base);
  if (!plain || base.size() > longest_base || base.empty() || node.reading.empty()) {
    append(out, node.base, inner);
    if (!node.reading.empty()) append_text(out, "(" + node.reading + ")", inner);
    return;
  }
  const ContentId content = structure_.add_content(inner.element);
  const ElementId reading = structure_.add(Tag::span, inner.element);
  append_object(out, {0, InlineRuby{base, node.reading, structure_.add_content(reading)}}, inner,
                content);
}

}  // namespace pressmark::pdf
