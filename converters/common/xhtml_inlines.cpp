// Inlines as XHTML.
#include <algorithm>

#include "converters/common/language.h"
#include "converters/common/xhtml_body.h"
#include "core/base/match.h"
#include "core/model/walk.h"

namespace pressmark::xhtml {
namespace {

std::string_view element_of(Style style) {
  switch (style) {
    case Style::emphasis:
      return "em";
    case Style::strong:
      return "strong";
    case Style::italic:
      return "i";
    case Style::bold:
      return "b";
    case Style::underline:
      return "u";
    case Style::superscript:
      return "sup";
    case Style::subscript:
      return "sub";
    case Style::small_caps:
      return "span";
    case Style::deleted:
      return "del";
    case Style::inserted:
      return "ins";
    case Style::highlighted:
      return "mark";
  }
  return "span";
}

std::string_view class_of(NameKind kind) {
  switch (kind) {
    case NameKind::person:
      return "person";
    case NameKind::organisation:
      return "organisation";
    case NameKind::place:
      return "place";
    case NameKind::work:
      return {};
  }
  return {};
}

bool has_attributes(const Inline& item) {
  return !item.id.empty() || !item.language.empty() || item.direction != Direction::inherit;
}

// What the inlines have that a reader can announce as the name of a link.
struct Names {
  bool text = false;   // characters, or an image's alternative text
  bool image = false;  // an image without one
};
Names names_in(const Inlines& inlines) {
  Names names;
  const auto words = [&](std::string_view text) {
    if (text.find_first_not_of(" \t\n") != std::string_view::npos) names.text = true;
  };
  for_each_inline(inlines, [&](const Inline& item) {
    std::visit(match{[&](const Text& node) { words(node.text); },
                     [&](const Code& node) { words(node.text); },
                     [&](const Image& node) {
                       words(node.alt.value_or(""));
                       names.image = true;
                     },
                     [&](const Formula&) { names.text = true; },
                     [&](const Ruby& node) { words(node.reading); }, [&](const Styled&) {},
                     [&](const Named&) {}, [&](const Dated&) {}, [&](const Abbreviation&) {},
                     [&](const Quoted&) {}, [&](const Link&) {}, [&](const Note&) {},
                     [&](const LineBreak&) {}, [&](const PageMark&) {}},
               item.node);
  });
  return names;
}

}  // namespace

void BodyWriter::start(std::string_view element, const Inline& item) {
  out_->start(element);
  attributes(item.id, item.language, item.direction);
}

void BodyWriter::inlines(const Inlines& inlines) {
  for (const Inline& item : inlines) inline_node(item);
}

void BodyWriter::wrapped(std::string_view element, const Inline& item, const Inlines& children,
                         std::string_view class_value) {
  start(element, item);
  out_->attribute_if("class", class_value);
  inlines(children);
  end();
}

void BodyWriter::inline_node(const Inline& item) {
  std::visit(match{[&](const Text& node) {
                     if (has_attributes(item)) start("span", item);
                     out_->text(node.text);
                     if (has_attributes(item)) end();
                   },
                   [&](const Styled& node) {
                     wrapped(element_of(node.style), item, node.children,
                             node.style == Style::small_caps ? "small-caps" : "");
                   },
                   [&](const Named& node) {
                     wrapped(node.kind == NameKind::work ? "cite" : "span", item, node.children,
                             class_of(node.kind));
                   },
                   [&](const Dated& node) { dated(item, node); },
                   [&](const Abbreviation& node) {
                     start("abbr", item);
                     out_->attribute_if("title", node.expansion);
                     inlines(node.children);
                     end();
                   },
                   [&](const Quoted& node) { wrapped("q", item, node.children); },
                   [&](const Code& node) { code(item, node); },
                   [&](const Link& node) { link(item, node); },
                   [&](const Image& node) { image(item, node); },
                   [&](const Note& node) { note_mark(item, node); },
                   [&](const Formula& node) { formula(item, node); },
                   [&](const Ruby& node) { ruby(item, node); },
                   [&](const LineBreak&) { out_->start("br").attribute_if("id", item.id).end(); },
                   [&](const PageMark& node) { page_mark(item, node); }},
             item.node);
}

void BodyWriter::dated(const Inline& item, const Dated& node) {
  const std::string value = datetime_of(node.when);
  start(value.empty() ? "span" : "time", item);
  out_->attribute_if("datetime", value);
  inlines(node.children);
  end();
}

void BodyWriter::code(const Inline& item, const Code& node) {
  start("code", item);
  if (!node.code_language.empty() &&
      node.code_language.find_first_of(" \t\n") == std::string::npos) {
    class_name("language-" + node.code_language);
  }
  out_->text(node.text);
  end();
}

void BodyWriter::link(const Inline& item, const Link& node) {
  std::optional<std::string> address;
  if (!in_link_) {
    address = host_.find_link(node.target);
    if (!address) host_.report(Finding::link_as_text, item.from, node.target);
  }
  if (!address) {
    if (has_attributes(item)) start("span", item);
    inlines(node.children);
    if (has_attributes(item)) end();
    return;
  }
  start("a", item);
  out_->attribute("href", *address);
  // A further mark of a note pops it up like the first one.
  if (node.target.starts_with('#') && marked_notes_.contains(node.target.substr(1))) {
    semantics("noteref", "doc-noteref");
  }
  in_link_ = true;
  link_content(node);
  end();
  in_link_ = false;
  for (const Waiting& mark : std::exchange(marks_in_link_, {})) write_mark(mark);
}

// A link needs a name (WCAG 2.2, 2.4.4): where its content gives none, an image is called one, and
// a link that would show nothing shows its address.
void BodyWriter::link_content(const Link& node) {
  const Names names = names_in(node.children);
  const bool image_alone = names.image && !names.text;
  if (image_alone) out_->attribute("aria-label", label(Label::image, language_));
  const int images = counts_.images;
  inlines(node.children);
  if (image_alone && counts_.images == images) {
    out_->start("span").attribute("class", "image").text(label(Label::image, language_));
    end();
  } else if (!names.image && !names.text) {
    out_->text(node.target);
  }
}

void BodyWriter::image(const Inline& item, const Image& node) {
  const std::optional<ShownImage> shown = host_.find_image(node, item.from);
  if (!shown) return image_text(item, node);
  ++counts_.images;
  if (node.alt) {
    ++counts_.images_described;
  } else {
    host_.report(Finding::image_without_alt, item.from, node.source);
  }
  start("img", item);
  out_->attribute("src", shown->address);
  if (node.alt) out_->attribute("alt", *node.alt);
  if (shown->width > 0 && shown->height > 0) {
    out_->attribute("width", std::to_string(shown->width));
    out_->attribute("height", std::to_string(shown->height));
  }
  out_->end();
}

void BodyWriter::image_text(const Inline& item, const Image& node) {
  if (node.source.empty()) {
    host_.report(Finding::image_as_text, item.from, node.alt.value_or(""));
  } else {
    host_.report(Finding::image_elsewhere, item.from, node.source);
  }
  const bool decorative = node.alt && node.alt->empty();
  std::optional<std::string> address;
  if (!decorative && !in_link_ && !node.source.empty()) address = host_.find_link(node.source);
  const std::string words = node.alt  ? *node.alt
                            : address ? std::string(label(Label::image, language_))
                                      : std::string{};
  if (address) {
    start("a", item);
    out_->attribute("href", *address);
  } else if (!words.empty() || has_attributes(item)) {
    start("span", item);
  } else {
    return;
  }
  class_name("image");
  out_->text(words);
  end();
}

void BodyWriter::ruby(const Inline& item, const Ruby& node) {
  if (in_ruby_) {  // ruby inside of ruby's base is no valid markup
    inlines(node.base);
    out_->text(" (" + node.reading + ")");
    return;
  }
  ++counts_.ruby;
  in_ruby_ = true;
  start("ruby", item);
  inlines(node.base);
  out_->element("rp", "(").element("rt", node.reading).element("rp", ")");
  end();
  in_ruby_ = false;
}

void BodyWriter::page_mark(const Inline& item, const PageMark& node) {
  ++counts_.pages;
  const std::string id =
      item.id.empty() ? make_id("page-" + std::to_string(page_marks_.size() + 1)) : item.id;
  out_->start("span").attribute("id", id);
  semantics("pagebreak", "doc-pagebreak");
  out_->attribute_if("aria-label", node.label);
  end();
  if (!node.label.empty()) page_marks_.push_back({id, node.label, 0});
}

}  // namespace pressmark::xhtml
