#include <algorithm>
#include <iterator>

#include "converters/common/url.h"
#include "converters/importers/html/builder.h"
#include "converters/importers/html/codes.h"
#include "converters/importers/html/elements.h"
#include "converters/importers/html/figures.h"
#include "converters/importers/html/formulas.h"
#include "converters/importers/html/note_words.h"
#include "converters/importers/html/words.h"
#include "core/model/validate.h"
#include "core/model/walk.h"

namespace pressmark::html {
namespace {

// What style attributes and classes of span and font say about looks.
std::optional<Style> style_of_looks(const Node* node) {
  if (node->attribute("style").empty()) return std::nullopt;
  const std::string weight = style_property(node, "font-weight");
  if (weight == "bold" || weight == "bolder" || parse_integer(weight, 0, 1000, 0) >= 600) {
    return Style::bold;
  }
  const std::string slant = style_property(node, "font-style");
  if (slant == "italic" || slant == "oblique") return Style::italic;
  if (style_property(node, "font-variant").find("small-caps") != std::string::npos) {
    return Style::small_caps;
  }
  const std::string raised = style_property(node, "vertical-align");
  if (raised == "super") return Style::superscript;
  if (raised == "sub") return Style::subscript;
  const std::string line = style_property(node, "text-decoration");
  if (line.starts_with("line-through")) return Style::deleted;
  if (line.starts_with("underline")) return Style::underline;
  return std::nullopt;
}

std::optional<Style> style_of_name(std::string_view name) {
  if (name == "em") return Style::emphasis;
  if (name == "strong") return Style::strong;
  if (name == "b") return Style::bold;
  if (name == "i" || name == "cite" || name == "dfn" || name == "var") return Style::italic;
  if (name == "u") return Style::underline;
  if (name == "sup") return Style::superscript;
  if (name == "sub") return Style::subscript;
  if (name == "s" || name == "strike" || name == "del") return Style::deleted;
  if (name == "ins") return Style::inserted;
  if (name == "mark") return Style::highlighted;
  return std::nullopt;
}

// Whether a cite element is the title of a work (WHATWG HTML, 4.5.6): who is quoted, and whole
// references, stand in such elements as well.
bool is_work_title(const Node* node) {
  constexpr std::size_t longest_title = 200;
  if (!node->is("cite") || node->has_class("citation")) return false;
  for (const std::string_view name : {"blockquote", "footer", "figcaption"}) {
    if (closest(node, name) != nullptr) return false;
  }
  return collapsed_text(node).size() <= longest_title;
}

bool is_code_name(std::string_view name) {
  return name == "code" || name == "tt" || name == "kbd" || name == "samp";
}

// A link that only leads to its own heading: "#", "¶", a chain.
bool is_permalink(const Node* node) {
  if (!node->is("a")) return false;
  if (has_any_class(
          node, {"headerlink", "header-anchor", "anchor-link", "heading-anchor", "anchorjs-link",
                 "hash-link", "heading-link", "permalink", "direct-link"}) &&
      node->attribute("href").find('#') != std::string_view::npos) {
    const std::string text = collapsed_text(node);
    return text.size() <= 4 || heading_level(node->parent) == 0 || node->next != nullptr ||
           node->previous != nullptr;
  }
  const std::string_view href = trim(node->attribute("href"));
  if (!href.starts_with('#')) return false;
  const std::string text = collapsed_text(node);
  return text == "#" || text == "¶" || text == "§" || text == "🔗" || text == "⚓" ||
         text == "⚓︎";
}

// The start of a printed page (DPUB-ARIA, doc-pagebreak).
bool is_page_break(const Node* node) {
  return has_token(node->attribute("role"), "doc-pagebreak") ||
         has_token(node->attribute("epub:type"), "pagebreak");
}

// The cell, term or link of a note that has nothing but its mark.
bool is_note_mark_only(const Node* node, const NoteBody& body) {
  if (node->type != NodeType::element || body.mark.empty() || body.nodes.size() < 2) return false;
  const std::optional<std::string> mark = read_mark(collapsed_text(node));
  return mark && *mark == body.mark;
}

}  // namespace

Inlines Builder::inlines(const Node* parent) {
  Spaces spaces;
  Inlines list = inline_children(parent, spaces);
  trim(list);
  return list;
}

Inlines Builder::headline() {
  if (page_.article.headline == nullptr) return {};
  in_headline_ = true;
  Inlines words = inlines(page_.article.headline);
  in_headline_ = false;
  bool more = false;
  for_each_inline(words, [&](const Inline& item) {
    more = more || std::holds_alternative<Image>(item.node) ||
           std::holds_alternative<Note>(item.node) || std::holds_alternative<PageMark>(item.node);
  });
  return more ? Inlines{} : words;
}

Inlines Builder::inline_children(const Node* parent, Spaces& spaces) {
  Inlines list;
  for (const Node* child = parent->first_child; child != nullptr; child = child->next) {
    if (!page_.notes.taken[child->index]) add_inline(child, list, spaces);
  }
  return list;
}

void Builder::add_inline(const Node* node, Inlines& out, Spaces& spaces) {
  if (node->type == NodeType::comment || is_skipped(node)) return;
  if (node->type == NodeType::text) {
    add_text(node, out, spaces);
    return;
  }
  if (depth_ >= (in_note_ ? deepest_in_note : deepest)) {
    context_.diagnostics.report(codes::flattened, node->from, node->name);
    append_text(out, text_content(node), spaces);
    return;
  }
  ++depth_;
  add_inline_element(node, out, spaces);
  --depth_;
}

void Builder::add_text(const Node* node, Inlines& out, Spaces& spaces) {
  if (!last_image_.empty() && !is_blank(node->text)) last_image_.clear();
  if (!page_.tex_in_text || node->text.find_first_of("\\$") == std::string_view::npos) {
    append_text(out, node->text, spaces);
    return;
  }
  for (const TexPiece& piece : split_tex(node->text)) {
    if (!piece.formula) {
      append_text(out, piece.text, spaces);
      continue;
    }
    const std::string tex(piece.text);
    out.push_back(
        Inline{Formula{tex, {}, collapse_space(tex), piece.display}, {}, {}, {}, node->from});
    spaces.after_space = false;
  }
}

void Builder::add_inline_element(const Node* node, Inlines& out, Spaces& spaces) {
  const int note = page_.notes.reference[node->index];
  if (note >= 0) {
    add_note(page_.notes.bodies[note], out, spaces, node);
    return;
  }
  if (is_formula_duplicate(node)) return;
  if (std::optional<Formula> formula = read_formula(node)) {
    out.push_back(Inline{std::move(*formula), {}, {}, {}, node->from});
    spaces.after_space = false;
    return;
  }
  if (is_invisible(node) || is_script_notice(node)) return;
  if (is_page_break(node)) {
    std::string label = collapse_space(node->attribute("aria-label"));
    if (label.empty()) label = collapse_space(node->attribute("title"));
    if (label.empty()) label = collapsed_text(node);
    out.push_back(Inline{PageMark{std::move(label)}, {}, {}, {}, node->from});
    return;
  }
  // Built apart, so that its id and language can be set on what it became.
  const std::string_view id = node->has_attribute("id") ? node->attribute("id")
                              : node->is("a")           ? node->attribute("name")
                                                        : std::string_view();
  const bool wanted = !id.empty() && ids_.is_wanted(id);
  const std::string language(trim(node->attribute("lang")));
  const bool tagged = is_language_tag(language);
  const bool directed = node->has_attribute("dir");
  if (!wanted && !tagged && !directed) {
    add_named_inline(node, out, spaces);
    return;
  }
  Inlines made;
  add_named_inline(node, made, spaces);
  if (wanted) pending_ids_.emplace_back(id);
  if (made.empty()) return;
  for (const std::string& pending : pending_ids_) ids_.place(pending, made.front().id);
  pending_ids_.clear();
  const std::string_view direction = node->attribute("dir");
  for (Inline& item : made) {
    if (tagged && item.language.empty()) item.language = language;
    if (equals_ignoring_case(direction, "rtl")) item.direction = Direction::right_to_left;
    if (equals_ignoring_case(direction, "ltr")) item.direction = Direction::left_to_right;
  }
  append_all(out, std::move(made));
}

void Builder::add_named_inline(const Node* node, Inlines& out, Spaces& spaces) {
  const std::string_view name = node->name;
  if (node->space == Namespace::svg) {
    add_drawing(node, out, spaces);
  } else if (name == "br") {
    if (in_headline_) {
      append_separator(out, spaces);
    } else {
      append_line_break(out, spaces);
    }
  } else if (name == "a") {
    add_link(node, out, spaces);
  } else if (name == "img" || name == "picture") {
    add_image(node, out, spaces);
  } else if (is_code_name(name)) {
    add_code(node, out, spaces);
  } else if (name == "ruby") {
    add_ruby(node, out, spaces);
  } else if (name == "button") {
    return;
  } else if (name == "iframe" || name == "video" || name == "audio" || name == "object" ||
             name == "embed") {
    if (std::optional<Inline> link = embed_link(node)) {
      out.push_back(std::move(*link));
      spaces.after_space = false;
    } else if (name != "iframe" && !is_hidden_frame(node)) {
      append_all(out, inline_children(node, spaces));
    }
  } else if (std::function<Inline(Inlines)> wrap = wrapper_of(node)) {
    append_wrapped(out, inline_children(node, spaces), wrap);
  } else {
    const bool apart = is_block_element(node) || is_styled_as_block(node);
    if (apart) append_separator(out, spaces);
    append_all(out, inline_children(node, spaces));
    if (apart) append_separator(out, spaces);
  }
}

std::function<Inline(Inlines)> Builder::wrapper_of(const Node* node) {
  const Location from = node->from;
  if (node->space != Namespace::html) return nullptr;
  if (node->is("a")) {
    std::optional<std::string> target = link_target(node);
    if (!target) return nullptr;
    return [from, target = std::move(*target)](Inlines children) {
      return Inline{Link{target, std::move(children)}, {}, {}, {}, from};
    };
  }
  if (is_work_title(node)) {
    return [from](Inlines children) {
      return Inline{Named{NameKind::work, std::move(children)}, {}, {}, {}, from};
    };
  }
  // A whole reference is set as the text around it.
  if (node->is("cite") && node->has_class("citation")) return nullptr;
  std::optional<Style> style = style_of_name(node->name);
  if (!style && (node->is("span") || node->is("font"))) style = style_of_looks(node);
  // Pages use i and em without text for icons, and b with "normal" weight for nothing (pasted
  // from word processors).
  if (style && (*style == Style::bold || *style == Style::strong) &&
      style_property(node, "font-weight") == "normal") {
    return nullptr;
  }
  if (style) {
    return [from, style = *style](Inlines children) {
      return Inline{Styled{style, std::move(children)}, {}, {}, {}, from};
    };
  }
  if (node->is("q")) {
    return [from](Inlines children) {
      return Inline{Quoted{std::move(children)}, {}, {}, {}, from};
    };
  }
  if (node->is("abbr") || node->is("acronym")) {
    std::string expansion = collapse_space(node->attribute("title"));
    if (expansion.empty()) return nullptr;
    return [from, expansion = std::move(expansion)](Inlines children) {
      return Inline{Abbreviation{expansion, std::move(children)}, {}, {}, {}, from};
    };
  }
  if (node->is("time")) {
    const std::optional<Date> when = parse_date(trim(node->attribute("datetime")));
    if (!when) return nullptr;
    return [from, when = *when](Inlines children) {
      return Inline{Dated{when, std::move(children)}, {}, {}, {}, from};
    };
  }
  return nullptr;
}

std::optional<std::string> Builder::link_target(const Node* node) {
  const std::string_view href = trim(node->attribute("href"));
  if (href.empty()) return std::nullopt;
  const std::string fragment = own_fragment(href, page_.url);
  if (!fragment.empty()) {
    // Settled when all places are known; white space would break the target until then.
    return fragment.find_first_of(" \t\n") == std::string::npos ? "#" + fragment
                                                                : std::string("#!");
  }
  std::optional<std::string> target = clean_link_target(page_.base, href);
  if (!target || *target == "#") {
    if (!href.starts_with('#')) context_.diagnostics.report(codes::dropped_link, node->from, href);
    return std::nullopt;
  }
  // A relative link from a page of unknown address leads nowhere in an output.
  if (!split_url(*target).scheme) {
    context_.diagnostics.report(codes::relative_link, node->from, href);
    return std::nullopt;
  }
  return target;
}

void Builder::add_link(const Node* node, Inlines& out, Spaces& spaces) {
  if (is_permalink(node)) return;
  Inlines children = inline_children(node, spaces);
  if (in_headline_) {
    append_all(out, std::move(children));
    return;
  }
  const std::function<Inline(Inlines)> wrap = wrapper_of(node);
  if (!wrap || holds_link(children)) {
    append_all(out, std::move(children));
    return;
  }
  append_wrapped(out, std::move(children), wrap);
}

void Builder::add_code(const Node* node, Inlines& out, Spaces& spaces) {
  // Code is text only; where it holds links or notes, each run of its text is code.
  Inlines children = inline_children(node, spaces);
  const bool leading = take_leading_space(children);
  const bool trailing = take_trailing_space(children);
  if (leading) append_exact(out, " ");
  append_all(out, as_code(std::move(children)));
  if (trailing) append_exact(out, " ");
}

void Builder::add_ruby(const Node* node, Inlines& out, Spaces& spaces) {
  // Base texts and readings alternate, also inside rb, rbc and rtc of the older forms.
  Ruby pair;
  const auto flush = [&] {
    if (is_blank(pair.base)) {
      append_text(out, pair.reading, spaces);
    } else if (pair.reading.empty()) {
      append_all(out, std::move(pair.base));
    } else {
      trim(pair.base);
      out.push_back(Inline{std::move(pair), {}, {}, {}, node->from});
    }
    pair = Ruby{};
    spaces.after_space = false;
  };
  for (const Node* child = node->first_child; child != nullptr; child = child->next) {
    if (child->is("rp")) continue;
    if (child->is("rt") || child->is("rtc")) {
      pair.reading += collapsed_text(child);
      continue;
    }
    if (!pair.reading.empty()) flush();
    add_inline(child, pair.base, spaces);
  }
  flush();
}

void Builder::add_note(const NoteBody& body, Inlines& out, Spaces& spaces, const Node* node) {
  const std::size_t number = static_cast<std::size_t>(&body - page_.notes.bodies.data());
  if (in_note_ || placed_notes_[number]) {
    // A further mark of the same note, or one inside another note: a link to where it stands.
    if (body.mark.empty()) return;
    Inlines mark = {text(body.mark)};
    if (!body.fragment.empty() && body.fragment.find_first_of(" \t\n") == std::string::npos) {
      mark = {Inline{Link{"#" + body.fragment, std::move(mark)}, {}, {}, {}, node->from}};
    }
    out.push_back(Inline{Styled{Style::superscript, std::move(mark)}, {}, {}, {}, node->from});
    spaces.after_space = false;
    return;
  }
  placed_notes_[number] = true;
  take_trailing_space(out);
  Inline made{note(body), {}, {}, {}, node->from};
  if (ids_.is_wanted(body.fragment)) ids_.place(body.fragment, made.id);
  out.push_back(std::move(made));
  spaces.after_space = false;
}

Note Builder::note(const NoteBody& body) {
  Note result;
  in_note_ = true;
  std::vector<std::string> outer_ids = std::move(pending_ids_);
  pending_ids_.clear();
  Flow flow;
  for (const Node* node : body.nodes) {
    if (!is_note_mark_only(node, body)) add_node(node, flow);
  }
  close_run(flow);
  result.children = std::move(flow.blocks);
  strip_mark(result.children, body.mark);
  if (result.children.empty())
    result.children.push_back(paragraph({text(body.mark.empty() ? "*" : body.mark)}));
  pending_ids_ = std::move(outer_ids);
  in_note_ = false;
  ++notes_;
  // A number that is the note's place in the order is no label.
  if (body.mark != std::to_string(notes_)) result.label = body.mark;
  return result;
}

}  // namespace pressmark::html
