#include <algorithm>

#include "converters/common/language.h"
#include "converters/common/mathml.h"
#include "converters/common/resource_names.h"
#include "converters/exporters/jats/article_writer.h"
#include "core/base/match.h"
#include "core/model/node_names.h"
#include "core/model/walk.h"

namespace pressmark::jats {
namespace {

bool is_bare(const Inline& item) { return item.id.empty() && item.language.empty(); }

bool is_words(const Inlines& inlines) {
  return std::all_of(inlines.begin(), inlines.end(), [](const Inline& item) {
    return std::holds_alternative<Text>(item.node) && is_bare(item);
  });
}

// JATS knows MathML by the prefix "mml" (the tag set's DTD has no other).
std::string with_prefix(std::string_view markup) {
  std::string out;
  for (std::size_t i = 0; i < markup.size(); ++i) {
    out += markup[i];
    if (markup[i] != '<') continue;
    if (i + 1 < markup.size() && markup[i + 1] == '/') out += markup[++i];
    out += "mml:";
  }
  return out;
}

std::string_view subtype(std::string_view media_type) {
  const std::size_t slash = media_type.find('/');
  return slash == std::string_view::npos ? std::string_view{} : media_type.substr(slash + 1);
}

}  // namespace

void ArticleWriter::identify(const Inline& item) {
  xml_.attribute_if("id", item.id);
  xml_.attribute_if("xml:lang", item.language);
}

void ArticleWriter::inlines(const Inlines& list, Content content) {
  for (const Inline& item : list) {
    if (item.language.empty()) {
      inline_node(item, content);
      continue;
    }
    std::string outer = std::exchange(language_, item.language);
    inline_node(item, content);
    language_ = std::move(outer);
  }
}

void ArticleWriter::wrapped(const char* element, const Inline& item, const Inlines& children,
                            Content content) {
  // Elements of emphasis have no language.
  if (!item.language.empty()) {
    xml_.start("styled-content").attribute("style-type", "language");
    xml_.attribute("xml:lang", item.language);
  }
  xml_.start(element).attribute_if("id", item.id);
  const bool all = content == Content::paragraph || content == Content::title;
  inlines(children, all ? Content::phrase : content);
  xml_.end();
  if (!item.language.empty()) xml_.end();
}

void ArticleWriter::marked(const char* type, const Inline& item, const Inlines& children,
                           Content content) {
  xml_.start("named-content").attribute("content-type", type);
  identify(item);
  inlines(children, content);
  xml_.end();
}

void ArticleWriter::inline_node(const Inline& item, Content content) {
  const auto neutral = [&](const Inlines& children) {
    if (is_bare(item)) return inlines(children, content);
    marked("span", item, children, content);
  };
  std::visit(
      match{
          [&](const Text& node) {
            if (is_bare(item)) {
              xml_.text(node.text);
            } else {
              neutral({Inline{node}});
            }
          },
          [&](const Styled& node) { styled(item, node, content); },
          [&](const Named& node) {
            marked(std::string(to_string(node.kind)).c_str(), item, node.children, content);
          },
          [&](const Dated& node) { marked("date", item, node.children, content); },
          [&](const Abbreviation& node) {
            if (node.expansion.empty()) return neutral(node.children);
            // The element for it takes words only.
            if (content == Content::link || !is_words(node.children))
              return marked("abbreviation", item, node.children, content);
            xml_.start("abbrev").attribute_if("id", item.id);
            xml_.text(text_of(node.children));
            xml_.start("def").element("p", node.expansion).end().end();
          },
          [&](const Quoted& node) { quoted(item, node, content); },
          [&](const Code& node) { wrapped("monospace", item, {Inline{Text{node.text}}}, content); },
          [&](const Link& node) { link(item, node, content); },
          [&](const Image& node) { image(item, node, content); },
          [&](const Note& node) { note(node, content); },
          [&](const Formula& node) { formula(item, node, content); },
          [&](const Ruby& node) {
            xml_.start("named-content").attribute("content-type", "ruby");
            identify(item);
            inlines(node.base, content);
            if (!node.reading.empty()) xml_.text("(" + node.reading + ")");
            xml_.end();
          },
          [&](const LineBreak&) {
            if (content == Content::title) {
              xml_.start("break").end();
            } else {
              marked("line-break", item, {text(" ")}, content);
            }
          },
          [&](const PageMark& node) {
            if (content == Content::link) return;
            xml_.start("milestone-start").attribute_if("id", item.id);
            xml_.attribute("rationale", node.label.empty() ? "page" : "page " + node.label).end();
          }},
      item.node);
}

void ArticleWriter::styled(const Inline& item, const Styled& node, Content content) {
  switch (node.style) {
    case Style::emphasis:
    case Style::italic:
      return wrapped("italic", item, node.children, content);
    case Style::strong:
    case Style::bold:
      return wrapped("bold", item, node.children, content);
    case Style::underline:
      return wrapped("underline", item, node.children, content);
    case Style::superscript:
      return wrapped("sup", item, node.children, content);
    case Style::subscript:
      return wrapped("sub", item, node.children, content);
    case Style::small_caps:
      return wrapped("sc", item, node.children, content);
    case Style::deleted:
      return wrapped("strike", item, node.children, content);
    case Style::inserted:
      return marked("inserted", item, node.children, content);
    case Style::highlighted:
      return marked("highlighted", item, node.children, content);
  }
}

// JATS has no element for a quotation in a line: its marks are those of the language.
void ArticleWriter::quoted(const Inline& item, const Quoted& node, Content content) {
  const QuotationMarks marks = quotation_marks(language_);
  const bool inner = quotation_depth_++ % 2 != 0;
  const bool bare = is_bare(item);
  if (!bare) {
    xml_.start("named-content").attribute("content-type", "quotation");
    identify(item);
  }
  xml_.text(inner ? marks.inner_open : marks.open);
  inlines(node.children, content);
  xml_.text(inner ? marks.inner_close : marks.close);
  if (!bare) xml_.end();
  --quotation_depth_;
}

void ArticleWriter::link(const Inline& item, const Link& node, Content content) {
  const bool inside = node.target.starts_with('#');
  const bool possible = inside ? ids_.contains(node.target.substr(1)) && content != Content::link
                               : content != Content::link && content != Content::verse;
  if (!possible) {
    diagnostics_.report(link_as_text, item.from, node.target);
    if (is_bare(item)) return inlines(node.children, content);
    return marked("span", item, node.children, content);
  }
  if (inside) {
    xml_.start("xref").attribute("ref-type", "other").attribute("rid", node.target.substr(1));
    xml_.attribute_if("id", item.id);
  } else {
    xml_.start("ext-link").attribute("ext-link-type", "uri");
    xml_.attribute("xlink:href", node.target).attribute_if("id", item.id);
  }
  inlines(node.children, Content::link);
  xml_.end();
  for (const std::size_t number : std::exchange(held_marks_, {})) {
    xml_.start("xref").attribute("ref-type", "fn").attribute("rid", note_id(number));
    xml_.element("sup", notes_[number - 1].second).end();
  }
}

void ArticleWriter::graphic(const char* element, const Inline& item, const Image& node) {
  const Resource* resource = article_.resources.find(node.resource);
  xml_.start(element).attribute_if("id", item.id);
  if (resource != nullptr) {
    xml_.attribute("mimetype", "image").attribute_if("mime-subtype", subtype(resource->media_type));
    xml_.attribute("xlink:href", std::string(image_folder) + resource_file_name(*resource));
  } else {
    xml_.attribute("xlink:href", node.source);
  }
  if (node.alt) xml_.element("alt-text", *node.alt);
  xml_.end();
}

void ArticleWriter::image(const Inline& item, const Image& node, Content content) {
  const bool there = article_.resources.find(node.resource) != nullptr || !node.source.empty();
  if (there && content != Content::link) return graphic("inline-graphic", item, node);
  diagnostics_.report(image_as_text, item.from, node.alt.value_or(""));
  const Inlines words = {text(node.alt.value_or(""))};
  if (is_bare(item)) return inlines(words, content);
  marked("span", item, words, content);
}

void ArticleWriter::note(const Note& node, Content content) {
  notes_.emplace_back(&node, node.label.empty() ? std::to_string(notes_.size() + 1) : node.label);
  const std::size_t number = notes_.size();
  if (content == Content::link) {
    held_marks_.push_back(number);
    return;
  }
  xml_.start("xref").attribute("ref-type", "fn").attribute("rid", note_id(number));
  xml_.element("sup", notes_.back().second).end();
}

void ArticleWriter::marks(const Inlines& line) {
  for_each_inline(line, [this](const Inline& item) {
    if (const auto* mark = std::get_if<Note>(&item.node)) note(*mark, Content::title);
  });
}

void ArticleWriter::formula(const Inline& item, const Formula& node, Content content) {
  const auto mathml = clean_mathml(node.mathml);
  if (content == Content::link || (node.tex.empty() && !mathml)) {
    const std::string& plain = !node.plain.empty() ? node.plain : node.tex;
    return marked("formula", item, {text(plain.empty() && mathml ? mathml->text : plain)}, content);
  }
  const bool display = node.display && content == Content::paragraph;
  xml_.start(display ? "disp-formula" : "inline-formula").attribute_if("id", item.id);
  const bool both = !node.tex.empty() && mathml;
  if (both) xml_.start("alternatives");
  if (!node.tex.empty()) xml_.element("tex-math", node.tex);
  if (mathml) xml_.start("mml:math").raw(with_prefix(mathml->content)).end();
  if (both) xml_.end();
  xml_.end();
}

}  // namespace pressmark::jats
