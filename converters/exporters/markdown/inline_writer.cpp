#include "converters/exporters/markdown/inline_writer.h"

#include <utility>

#include "converters/common/language.h"
#include "converters/common/mathml.h"
#include "converters/common/resource_names.h"
#include "converters/common/xml_writer.h"
#include "converters/exporters/markdown/escape.h"
#include "core/base/match.h"
#include "core/model/walk.h"

namespace pressmark::markdown {
namespace {

// Whether it ends or has an asterisk that is a delimiter, or may be one (in code, in addresses).
bool ends_with_delimiter(std::string_view text) {
  return text.ends_with('*') && !text.ends_with("\\*");
}
bool has_delimiter(std::string_view text) {
  for (std::size_t at = text.find('*'); at != std::string_view::npos; at = text.find('*', at + 1)) {
    if (at == 0 || text[at - 1] != '\\') return true;
  }
  return false;
}

struct Marks {
  const char* delimiter;  // null: CommonMark has none
  const char* element;    // null: nothing says it
};

Marks marks_of(Style style) {
  switch (style) {
    case Style::emphasis:
      return {"*", "em"};
    case Style::strong:
      return {"**", "strong"};
    case Style::italic:
      return {"*", "i"};
    case Style::bold:
      return {"**", "b"};
    case Style::underline:
      return {nullptr, "u"};
    case Style::superscript:
      return {nullptr, "sup"};
    case Style::subscript:
      return {nullptr, "sub"};
    case Style::small_caps:
      return {nullptr, nullptr};
    case Style::deleted:
      return {nullptr, "del"};
    case Style::inserted:
      return {nullptr, "ins"};
    case Style::highlighted:
      return {nullptr, "mark"};
  }
  return {nullptr, nullptr};
}

}  // namespace

InlineWriter::InlineWriter(const Document& article, Diagnostics& diagnostics)
    : article_(article), diagnostics_(diagnostics), language_(article.language) {
  std::set<std::string> ids;
  for_each_block(article, [&](const Block& block) { ids.insert(block.id); });
  for_each_inline(article, [&](const Inline& item) { ids.insert(item.id); });
  for_each_inline(article, [&](const Inline& item) {
    const auto* link = std::get_if<Link>(&item.node);
    if (link == nullptr || !link->target.starts_with('#')) return;
    const std::string id = link->target.substr(1);
    if (!id.empty() && ids.contains(id)) targets_.insert(id);
  });
}

std::string InlineWriter::line(const Inlines& inlines) {
  std::string text;
  append(inlines, text);
  const std::size_t end = text.find_last_not_of(" \n");
  text.erase(end == std::string::npos ? 0 : end + 1);
  text.erase(0, std::min(text.find_first_not_of(" \n"), text.size()));
  return text;
}

std::string InlineWriter::anchor(const std::string& id) const {
  return targets_.contains(id) ? "<a id=\"" + id + "\"></a>" : "";
}

std::string InlineWriter::set_language(std::string language) {
  return std::exchange(language_, std::move(language));
}

void InlineWriter::append(const Inlines& inlines, std::string& out) {
  for (const Inline& item : inlines) {
    out += anchor(item.id);
    if (item.language.empty()) {
      append(item, out);
      continue;
    }
    std::string outer = set_language(item.language);
    append(item, out);
    set_language(std::move(outer));
  }
}

void InlineWriter::append(const Inline& item, std::string& out) {
  std::visit(match{[&](const Text& node) { out += escape_text(node.text); },
                   [&](const Styled& node) { styled(node, out); },
                   [&](const Named& node) { append(node.children, out); },
                   [&](const Dated& node) { append(node.children, out); },
                   [&](const Abbreviation& node) {
                     if (node.expansion.empty()) return append(node.children, out);
                     out += "<abbr title=\"" + attribute(node.expansion) + "\">";
                     append(node.children, out);
                     out += "</abbr>";
                   },
                   [&](const Quoted& node) { quoted(node, out); },
                   [&](const Code& node) { out += code(node.text); },
                   [&](const Link& node) { link(item, node, out); },
                   [&](const Image& node) { image(item, node, out); },
                   [&](const Note& node) { note(node, out); },
                   [&](const Formula& node) { formula(node, out); },
                   [&](const Ruby& node) {
                     if (node.reading.empty()) return append(node.base, out);
                     out += "<ruby>";
                     append(node.base, out);
                     out += "<rt>" + escape_text(node.reading) + "</rt></ruby>";
                   },
                   [&](const LineBreak&) { out += '\n'; }, [&](const PageMark&) {}},
             item.node);
}

void InlineWriter::element(const char* name, const Inlines& children, std::string& out) {
  out += '<';
  out += name;
  out += '>';
  append(children, out);
  out += "</";
  out += name;
  out += '>';
}

// Asterisks where they are delimiters without doubt: around text that begins and ends with a letter
// or digit, beside no other asterisk and around none. Elsewhere the element says it.
void InlineWriter::styled(const Styled& node, std::string& out) {
  const Marks marks = marks_of(node.style);
  if (marks.element == nullptr) return append(node.children, out);
  if (marks.delimiter == nullptr) return element(marks.element, node.children, out);
  std::string inner;
  append(node.children, inner);
  const std::size_t start = inner.find_first_not_of(" \n");
  if (start == std::string::npos) {
    out += inner;
    return;
  }
  const std::size_t end = inner.find_last_not_of(" \n") + 1;
  const std::string_view words = std::string_view(inner).substr(start, end - start);
  out.append(inner, 0, start);
  const bool plain = is_word_edge(words, Edge::first) && is_word_edge(words, Edge::last) &&
                     !has_delimiter(words) && !ends_with_delimiter(out);
  if (plain) {
    out.append(marks.delimiter).append(words).append(marks.delimiter);
  } else {
    out.append("<").append(marks.element).append(">").append(words);
    out.append("</").append(marks.element).append(">");
  }
  out.append(inner, end);
}

void InlineWriter::quoted(const Quoted& node, std::string& out) {
  const QuotationMarks marks = quotation_marks(language_);
  const bool inner = quotation_depth_++ % 2 != 0;
  out += inner ? marks.inner_open : marks.open;
  append(node.children, out);
  out += inner ? marks.inner_close : marks.close;
  --quotation_depth_;
}

void InlineWriter::link(const Inline& item, const Link& node, std::string& out) {
  const bool dead = node.target.starts_with('#') && !targets_.contains(node.target.substr(1));
  if (in_link_ || dead) {
    diagnostics_.report(link_as_text, item.from, node.target);
    return append(node.children, out);
  }
  in_link_ = true;
  std::string words;
  append(node.children, words);
  in_link_ = false;
  if (words.find_first_not_of(" \n") == std::string::npos) words = escape_text(node.target);
  out += "[" + words + "](" + destination(node.target) + ")" + std::exchange(held_marks_, {});
}

void InlineWriter::image(const Inline& item, const Image& node, std::string& out) {
  const Resource* resource = article_.resources.find(node.resource);
  const std::string alternative = escape_text(node.alt.value_or(""));
  if (resource == nullptr && node.source.empty()) {
    diagnostics_.report(image_as_text, item.from, node.alt.value_or(""));
    out += alternative;
    return;
  }
  const std::string target =
      resource != nullptr ? std::string(image_folder) + resource_file_name(*resource) : node.source;
  out += "![" + alternative + "](" + destination(target) + ")";
}

// A note's mark inside a link's text would be a link in a link.
void InlineWriter::note(const Note& node, std::string& out) {
  notes_.push_back(&node);
  (in_link_ ? held_marks_ : out) += "[^" + std::to_string(notes_.size()) + "]";
}

// GitHub's form for TeX in a line, which is a code span to other readers.
void InlineWriter::formula(const Formula& node, std::string& out) {
  if (!node.tex.empty()) {
    out += "$" + code(node.tex) + "$";
  } else if (!node.plain.empty()) {
    out += escape_text(node.plain);
  } else if (const auto clean = clean_mathml(node.mathml)) {
    out += escape_text(clean->text);
  }
}

std::string InlineWriter::code(std::string_view text) const {
  const std::string span = code_span(text);
  if (!in_cell_) return span;
  std::string escaped;
  for (const char c : span) {
    if (c == '|') escaped += '\\';
    escaped += c;
  }
  return escaped;
}

std::string InlineWriter::attribute(std::string_view value) const {
  std::string escaped;
  for (const char c : xml_escape_attribute(value)) {
    if (c == '|') {
      escaped += "&#124;";
    } else {
      escaped += c;
    }
  }
  return escaped;
}

std::string bold(const std::string& line) {
  return has_delimiter(line) ? "<strong>" + line + "</strong>" : "**" + line + "**";
}

}  // namespace pressmark::markdown
