#include <algorithm>
#include <utility>

#include "converters/exporters/tei/attributes.h"
#include "converters/exporters/tei/text_writer.h"
#include "core/base/match.h"

namespace pressmark::tei {
namespace {

const char* name_type(NameKind kind) {
  switch (kind) {
    case NameKind::person:
      return "person";
    case NameKind::organisation:
      return "org";
    case NameKind::place:
      return "place";
    case NameKind::work:
      return "work";
  }
  return "person";
}

}  // namespace

void TextWriter::inlines(const Inlines& list, Content content) {
  for (const Inline& item : list) inline_node(item, content);
}

void TextWriter::inline_node(const Inline& item, Content content) {
  std::visit(match{[&](const Text& node) { text(item, node); },
                   [&](const Styled& node) { styled(item, node); },
                   [&](const Named& node) {
                     if (!is_article()) return neutral(item, node.children, content);
                     xml_.start("name").attribute("type", name_type(node.kind));
                     wrapper(item);
                     inlines(node.children, Content::phrase);
                     xml_.end();
                   },
                   [&](const Dated& node) {
                     if (!is_article()) return neutral(item, node.children, content);
                     xml_.start("date");
                     write_date_attributes(xml_, node.when);
                     wrapper(item);
                     inlines(node.children, Content::phrase);
                     xml_.end();
                   },
                   [&](const Abbreviation& node) {
                     if (!node.expansion.empty()) xml_.start("choice");
                     wrapped("abbr", item, node.children, Content::phrase);
                     if (node.expansion.empty()) return;
                     xml_.element("expan", node.expansion).end();
                   },
                   [&](const Quoted& node) { quoted(item, node, content); },
                   [&](const Code& node) { code(item, node); },
                   [&](const Link& node) { link(item, node); },
                   [&](const Image& node) { image(item, node); },
                   [&](const Note& node) { note(item, node); },
                   [&](const Formula& node) { formula(item, node); },
                   [&](const Ruby& node) { ruby(item, node); },
                   [&](const LineBreak&) {
                     xml_.start("lb");
                     wrapper(item);
                     xml_.end();
                   },
                   [&](const PageMark& node) {
                     xml_.start("pb").attribute_if("n", node.label);
                     wrapper(item);
                     xml_.end();
                   }},
             item.node);
}

void TextWriter::wrapped(const char* element, const Inline& item, const Inlines& children,
                         Content content) {
  xml_.start(element);
  wrapper(item);
  inlines(children, content);
  xml_.end();
}

// Where the profile has no element: only the children, in a hi where a language, direction or id
// must be kept.
void TextWriter::neutral(const Inline& item, const Inlines& children, Content content) {
  const bool bare =
      item.id.empty() && item.language.empty() && item.direction == Direction::inherit;
  if (bare) return inlines(children, content);
  xml_.start("hi").attribute("rend", "span");
  wrapper(item);
  inlines(children, content);
  xml_.end();
}

void TextWriter::text(const Inline& item, const Text& node) {
  const bool bare =
      item.id.empty() && item.language.empty() && item.direction == Direction::inherit;
  if (bare) {
    xml_.text(node.text);
    return;
  }
  if (!item.language.empty()) {
    xml_.start("foreign");
  } else if (is_article()) {
    xml_.start("seg");
  } else {
    xml_.start("hi").attribute("rend", "span");
  }
  wrapper(item);
  xml_.text(node.text).end();
}

// emph tells a meaning; hi with a rendition tells a look, which the header defines.
void TextWriter::styled(const Inline& item, const Styled& node) {
  const auto element = [&](const char* name, const char* rend) {
    const bool edit = node.style == Style::deleted || node.style == Style::inserted;
    if (edit && !is_article()) {
      xml_.start("hi").attribute("rend", node.style == Style::deleted ? "deleted" : "inserted");
    } else {
      xml_.start(name).attribute_if("rend", rend);
    }
    wrapper(item);
    inlines(node.children, Content::paragraph);
    xml_.end();
  };
  switch (node.style) {
    case Style::emphasis:
      return element("emph", "");
    case Style::strong:
      return element("emph", "strong");
    case Style::italic:
      return element("hi", "italic");
    case Style::bold:
      return element("hi", "bold");
    case Style::underline:
      return element("hi", "underline");
    case Style::superscript:
      return element("hi", "sup");
    case Style::subscript:
      return element("hi", "sub");
    case Style::small_caps:
      return element("hi", "smallcaps");
    case Style::deleted:
      return element("del", "");
    case Style::inserted:
      return element("add", "");
    case Style::highlighted:
      return element("hi", "highlight");
  }
}

void TextWriter::quoted(const Inline& item, const Quoted& node, Content content) {
  const bool framed = content == Content::phrase;
  if (framed) {
    xml_.start(is_article() ? "seg" : "hi");
    if (!is_article()) xml_.attribute("rend", "span");
  }
  wrapped("q", item, node.children, Content::paragraph);
  if (framed) xml_.end();
}

void TextWriter::code(const Inline& item, const Code& node) {
  if (is_article()) {
    xml_.start("code");
    if (!node.code_language.empty()) {
      xml_.attribute(is_word(node.code_language) ? "lang" : "n", node.code_language);
    }
  } else {
    xml_.start("hi").attribute("rend", "code");
  }
  wrapper(item);
  xml_.text(node.text).end();
}

void TextWriter::link(const Inline& item, const Link& node) {
  const std::optional<std::string> target = pointer(node.target);
  xml_.start("ref");
  if (target) xml_.attribute("target", *target);
  if (target != node.target) {
    xml_.attribute("n", node.target);
    diagnostics_.report(target ? repaired_target : left_out_target, item.from, node.target);
  }
  wrapper(item);
  inlines(node.children, Content::paragraph);
  xml_.end();
}

void TextWriter::image(const Inline& item, const Image& node) {
  xml_.start("figure").attribute("rend", "inline");
  wrapper(item);
  graphic(node);
  if (node.alt) description(*node.alt);
  xml_.end();
}

void TextWriter::note(const Inline& item, const Note& node) {
  ++notes_;
  xml_.start("note").attribute("place", "bottom");
  xml_.attribute("n", node.label.empty() ? std::to_string(notes_) : node.label);
  if (!node.label.empty()) xml_.attribute("rend", "labelled");
  wrapper(item);
  const bool outer = std::exchange(in_note_, true);
  // A note in a line of verse takes paragraphs; what may hold deeper ones needs a text of its own
  // (the Schematron rules p-in-l and ab-in-l).
  const bool framed = in_verse_ && !std::ranges::all_of(node.children, [](const Block& child) {
                        return std::holds_alternative<Paragraph>(child.node);
                      });
  if (framed) start_frame();
  blocks(node.children, Inside::block);
  if (framed) end_frame();
  in_note_ = outer;
  xml_.end();
}

// tei_all takes no MathML elements, so they are text in a formula of that notation. Several forms
// of one formula are a choice.
void TextWriter::formula(const Inline& item, const Formula& node) {
  if (!is_article()) {
    reduced("formula", item.from);
    xml_.start("hi").attribute("rend", "formula");
    wrapper(item);
    xml_.text(!node.plain.empty() ? node.plain : !node.tex.empty() ? node.tex : node.mathml).end();
    return;
  }
  struct Form {
    const char* notation;
    const std::string& content;
  };
  const Form forms[] = {{"TeX", node.tex}, {"MathML", node.mathml}, {"plain", node.plain}};
  int count = 0;
  for (const Form& form : forms) count += form.content.empty() ? 0 : 1;
  const auto attributes = [&] {
    if (node.display) xml_.attribute("rend", "display");
    wrapper(item);
  };
  if (count > 1) {
    xml_.start("choice");
    attributes();
  }
  for (const Form& form : forms) {
    if (form.content.empty()) continue;
    if (count > 1) xml_.start("seg").attribute("type", form.notation);
    xml_.start("formula").attribute("notation", form.notation);
    if (count == 1) attributes();
    xml_.text(form.content).end();
    if (count > 1) xml_.end();
  }
  if (count > 1) xml_.end();
}

void TextWriter::ruby(const Inline& item, const Ruby& node) {
  xml_.start("ruby");
  wrapper(item);
  xml_.start("rb");
  inlines(node.base, Content::phrase);
  xml_.end().element("rt", node.reading).end();
}

}  // namespace pressmark::tei
