#include "converters/importers/html/inline_text.h"

#include <iterator>
#include <utility>

#include "converters/importers/html/words.h"
#include "core/base/match.h"
#include "core/base/utf8.h"

namespace pressmark::html {
namespace {

// Characters between which East Asian writing has no spaces: Han, Kana, CJK punctuation, full-width
// forms (UAX #11, W and F, without Hangul).
bool is_spaceless_script(char32_t c) {
  return (c >= 0x2E80 && c <= 0x312F) || (c >= 0x3190 && c <= 0xA4CF) ||
         (c >= 0xF900 && c <= 0xFAFF) || (c >= 0xFE30 && c <= 0xFE4F) ||
         (c >= 0xFF00 && c <= 0xFF60) || (c >= 0x20000 && c <= 0x3FFFF);
}

char32_t last_character(std::string_view text) {
  std::size_t start = text.size();
  while (start > 0) {
    --start;
    if ((static_cast<unsigned char>(text[start]) & 0xC0) != 0x80) break;
  }
  return start < text.size() ? utf8::decode(text, start).code_point : 0;
}

bool is_plain_text(const Inline& item) {
  return std::holds_alternative<Text>(item.node) && item.id.empty() && item.language.empty() &&
         item.direction == Direction::inherit;
}

Text& text_at_end(Inlines& out) {
  if (out.empty() || !is_plain_text(out.back())) out.push_back(text(""));
  return std::get<Text>(out.back().node);
}

// The children of inlines that only wrap others, for work on the ends of a run; null for the rest.
Inlines* wrapped_children(Inline& item) {
  return std::visit(
      match{[](Text&) -> Inlines* { return nullptr; },
            [](Styled& node) -> Inlines* { return &node.children; },
            [](Named& node) -> Inlines* { return &node.children; },
            [](Dated& node) -> Inlines* { return &node.children; },
            [](Abbreviation& node) -> Inlines* { return &node.children; },
            [](Quoted& node) -> Inlines* { return &node.children; },
            [](Code&) -> Inlines* { return nullptr; },
            [](Link& node) -> Inlines* { return &node.children; },
            [](Image&) -> Inlines* { return nullptr; }, [](Note&) -> Inlines* { return nullptr; },
            [](Formula&) -> Inlines* { return nullptr; }, [](Ruby&) -> Inlines* { return nullptr; },
            [](LineBreak&) -> Inlines* { return nullptr; },
            [](PageMark&) -> Inlines* { return nullptr; }},
      item.node);
}

enum class End { front, back };

void trim_end_of(Inlines& inlines, End end);

// Trims one inline at its end; whether nothing is left of it.
bool trim_item(Inline& item, End end) {
  if (auto* plain = std::get_if<Text>(&item.node)) {
    const std::string_view whole = plain->text;
    std::size_t from = 0;
    std::size_t to = whole.size();
    if (end == End::front) {
      while (from < to && is_space(whole[from])) ++from;
    } else {
      while (to > from && is_space(whole[to - 1])) --to;
    }
    if (to - from != whole.size()) plain->text = std::string(whole.substr(from, to - from));
    return plain->text.empty();
  }
  if (std::holds_alternative<LineBreak>(item.node)) return true;
  Inlines* children = wrapped_children(item);
  if (children == nullptr) return false;
  trim_end_of(*children, end);
  return children->empty();
}

// Counts first and erases once, so that a long run of line breaks takes linear time.
void trim_end_of(Inlines& inlines, End end) {
  if (end == End::back) {
    while (!inlines.empty() && trim_item(inlines.back(), end)) inlines.pop_back();
    return;
  }
  auto kept = inlines.begin();
  while (kept != inlines.end() && trim_item(*kept, end)) ++kept;
  inlines.erase(inlines.begin(), kept);
}

bool is_space_only(const Inline& item) {
  const auto* plain = std::get_if<Text>(&item.node);
  return plain != nullptr && plain->text == " ";
}

bool has_double_break(const Inlines& inlines);

bool holds_double_break(const Inline& item) {
  if (const auto* link = std::get_if<Link>(&item.node)) return has_double_break(link->children);
  if (const auto* style = std::get_if<Styled>(&item.node)) return has_double_break(style->children);
  return false;
}

bool has_double_break(const Inlines& inlines) {
  bool after_break = false;
  for (const Inline& item : inlines) {
    if (std::holds_alternative<LineBreak>(item.node)) {
      if (after_break) return true;
      after_break = true;
      continue;
    }
    if (is_space_only(item)) continue;
    after_break = false;
    if (holds_double_break(item)) return true;
  }
  return false;
}

// A copy of a link or style around other children.
Inline rewrapped(const Inline& wrapper, Inlines children) {
  Inline copy;
  copy.language = wrapper.language;
  copy.direction = wrapper.direction;
  copy.from = wrapper.from;
  if (const auto* link = std::get_if<Link>(&wrapper.node)) {
    copy.node = Link{link->target, std::move(children)};
  } else {
    copy.node = Styled{std::get<Styled>(wrapper.node).style, std::move(children)};
  }
  return copy;
}

// Splits at runs of two or more line breaks; parts may be blank.
std::vector<Inlines> split(Inlines inlines) {
  std::vector<Inlines> parts(1);
  int breaks = 0;
  for (Inline& item : inlines) {
    if (std::holds_alternative<LineBreak>(item.node)) {
      if (++breaks == 2) parts.emplace_back();
      if (breaks < 2) parts.back().push_back(std::move(item));
      continue;
    }
    if (breaks > 0 && is_space_only(item)) continue;
    breaks = 0;
    if (!holds_double_break(item)) {
      parts.back().push_back(std::move(item));
      continue;
    }
    const std::string id = item.id;
    std::vector<Inlines> inner = split(std::move(*wrapped_children(item)));
    for (std::size_t i = 0; i < inner.size(); ++i) {
      if (i > 0) parts.emplace_back();
      if (inner[i].empty()) continue;
      parts.back().push_back(rewrapped(item, std::move(inner[i])));
      if (i == 0) parts.back().back().id = id;
    }
  }
  return parts;
}

}  // namespace

void append_exact(Inlines& out, std::string_view text) {
  if (!text.empty()) text_at_end(out).text += text;
}

void append_text(Inlines& out, std::string_view text, Spaces& spaces) {
  std::string collapsed;
  collapsed.reserve(text.size());
  for (std::size_t i = 0; i < text.size();) {
    if (!is_space(text[i])) {
      const std::size_t start = i;
      while (i < text.size() && !is_space(text[i])) ++i;
      collapsed += text.substr(start, i - start);
      spaces.after_space = false;
      continue;
    }
    bool line_end = false;
    for (; i < text.size() && is_space(text[i]); ++i) line_end = line_end || text[i] == '\n';
    if (spaces.after_space) continue;
    if (line_end && i < text.size() && !collapsed.empty() &&
        is_spaceless_script(utf8::decode(text, i).code_point) &&
        is_spaceless_script(last_character(collapsed))) {
      continue;
    }
    collapsed += ' ';
    spaces.after_space = true;
  }
  append_exact(out, collapsed);
}

void append_line_break(Inlines& out, Spaces& spaces) {
  take_trailing_space(out);
  out.push_back(Inline{LineBreak{}});
  spaces.after_space = true;
}

void append_separator(Inlines& out, Spaces& spaces) {
  if (spaces.after_space) return;
  append_exact(out, " ");
  spaces.after_space = true;
}

bool take_leading_space(Inlines& inlines) {
  bool found = false;
  while (!inlines.empty()) {
    auto* plain = std::get_if<Text>(&inlines.front().node);
    if (plain == nullptr) break;
    if (plain->text.starts_with(' ')) {
      plain->text.erase(0, 1);
      found = true;
    }
    if (!plain->text.empty()) break;
    inlines.erase(inlines.begin());
  }
  return found;
}

bool take_trailing_space(Inlines& inlines) {
  bool found = false;
  while (!inlines.empty()) {
    auto* plain = std::get_if<Text>(&inlines.back().node);
    if (plain == nullptr) break;
    if (plain->text.ends_with(' ')) {
      plain->text.pop_back();
      found = true;
    }
    if (!plain->text.empty()) break;
    inlines.pop_back();
  }
  return found;
}

bool is_blank(const Inlines& inlines) {
  for (const Inline& item : inlines) {
    if (const auto* plain = std::get_if<Text>(&item.node)) {
      if (!is_blank(plain->text)) return false;
    } else if (!std::holds_alternative<LineBreak>(item.node)) {
      const Inlines* children = wrapped_children(const_cast<Inline&>(item));
      if (children == nullptr || !is_blank(*children)) return false;
    }
  }
  return true;
}

bool is_images_only(const Inlines& inlines) {
  bool any = false;
  for (const Inline& item : inlines) {
    if (const auto* plain = std::get_if<Text>(&item.node)) {
      if (!is_blank(plain->text)) return false;
    } else if (const auto* link = std::get_if<Link>(&item.node)) {
      if (!is_images_only(link->children)) return false;
      any = true;
    } else if (std::holds_alternative<Image>(item.node)) {
      any = true;
    } else if (!std::holds_alternative<LineBreak>(item.node)) {
      return false;
    }
  }
  return any;
}

bool holds_link(const Inlines& inlines) {
  for (const Inline& item : inlines) {
    if (std::holds_alternative<Link>(item.node)) return true;
    const Inlines* children = wrapped_children(const_cast<Inline&>(item));
    if (children != nullptr && holds_link(*children)) return true;
  }
  return false;
}

namespace {

std::string code_text(const Inlines& inlines) {
  std::string all;
  for (const Inline& item : inlines) {
    if (const auto* plain = std::get_if<Text>(&item.node)) all += plain->text;
    if (const auto* code = std::get_if<Code>(&item.node)) all += code->text;
    if (const auto* style = std::get_if<Styled>(&item.node)) all += code_text(style->children);
  }
  return all;
}

bool is_text_at_heart(const Inlines& inlines) {
  for (const Inline& item : inlines) {
    if (!item.id.empty()) return false;
    if (const auto* style = std::get_if<Styled>(&item.node)) {
      if (!is_text_at_heart(style->children)) return false;
    } else if (!std::holds_alternative<Text>(item.node) &&
               !std::holds_alternative<Code>(item.node)) {
      return false;
    }
  }
  return true;
}

void code_leaves(Inlines& inlines) {
  for (Inline& item : inlines) {
    if (const auto* plain = std::get_if<Text>(&item.node)) {
      if (!is_blank(plain->text)) item.node = Code{plain->text, {}};
    } else if (Inlines* children = wrapped_children(item)) {
      code_leaves(*children);
    }
  }
}

}  // namespace

Inlines as_code(Inlines inlines) {
  if (inlines.empty()) return inlines;
  if (!is_text_at_heart(inlines)) {
    code_leaves(inlines);
    return inlines;
  }
  Inline code;
  code.from = inlines.front().from;
  code.node = Code{code_text(inlines), {}};
  return {std::move(code)};
}

void trim(Inlines& inlines) {
  trim_end_of(inlines, End::front);
  trim_end_of(inlines, End::back);
}

std::vector<Inlines> split_paragraphs(Inlines inlines) {
  std::vector<Inlines> parts;
  if (has_double_break(inlines)) {
    parts = split(std::move(inlines));
  } else {
    parts.push_back(std::move(inlines));
  }
  std::vector<Inlines> kept;
  for (Inlines& part : parts) {
    trim(part);
    if (!is_blank(part)) kept.push_back(std::move(part));
  }
  return kept;
}

void append_all(Inlines& out, Inlines more) {
  for (Inline& item : more) {
    if (is_plain_text(item)) {
      append_exact(out, std::get<Text>(item.node).text);
    } else {
      out.push_back(std::move(item));
    }
  }
}

}  // namespace pressmark::html
