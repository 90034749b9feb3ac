#include "converters/importers/html/note_words.h"

#include <algorithm>

#include "converters/importers/html/elements.h"
#include "converters/importers/html/words.h"
#include "core/base/utf8.h"

namespace pressmark::html {
namespace {

constexpr std::string_view symbols[] = {"*", "**", "***", "†", "††", "‡", "§", "¶", "‖", "#", "※"};
constexpr std::string_view arrows[] = {"↩",
                                       "↩︎",
                                       "↩️",
                                       "↵",
                                       "⏎",
                                       "↑",
                                       "^",
                                       "⤴",
                                       "⬆",
                                       "⬏",
                                       "«",
                                       "‹",
                                       "←",
                                       "⇑",
                                       "⇧",
                                       "↥",
                                       "[↩]",
                                       "⮌",
                                       "🔙",
                                       "[back]",
                                       "(back)",
                                       "back",
                                       "jump up",
                                       "return",
                                       "[return]",
                                       "return to text",
                                       "back to text",
                                       "back to top",
                                       "zurück",
                                       "retour",
                                       "volver",
                                       "назад"};
constexpr std::string_view titles[] = {"notes",
                                       "footnotes",
                                       "footnote",
                                       "endnotes",
                                       "references",
                                       "citations",
                                       "notes and references",
                                       "references and notes",
                                       "notes & references",
                                       "sources",
                                       "note",
                                       "reference",
                                       "fußnoten",
                                       "fussnoten",
                                       "anmerkungen",
                                       "einzelnachweise",
                                       "notes et références",
                                       "notes de bas de page",
                                       "références",
                                       "notas",
                                       "notas al pie",
                                       "referencias",
                                       "referências",
                                       "notas de rodapé",
                                       "riferimenti",
                                       "примечания",
                                       "сноски",
                                       "notities",
                                       "voetnoten",
                                       "referenties",
                                       "przypisy",
                                       "poznámky",
                                       "viitteet",
                                       "fotnoter",
                                       "fodnoter",
                                       "dipnotlar",
                                       "notlar",
                                       "脚注",
                                       "注释",
                                       "注釋",
                                       "註釋",
                                       "參考資料",
                                       "参考资料",
                                       "参考文献",
                                       "注",
                                       "각주",
                                       "الهوامش",
                                       "הערות שוליים"};

template <std::size_t N>
bool is_one_of(const std::string_view (&list)[N], std::string_view text) {
  return std::find(std::begin(list), std::end(list), text) != std::end(list);
}

bool is_number(std::string_view text) {
  return !text.empty() && text.size() <= 4 && std::all_of(text.begin(), text.end(), is_digit);
}

bool is_roman_or_letter(std::string_view text) {
  if (text.size() == 1) return is_letter(text.front());
  return text.size() <= 6 && !text.empty() && std::all_of(text.begin(), text.end(), [](char c) {
           return std::string_view("ivxlc").find(c) != std::string_view::npos;
         });
}

// "note 12", "n12", "fn. 3"
std::string_view without_note_word(std::string_view text) {
  constexpr std::string_view words[] = {"footnote", "note", "fn.", "fn", "nb", "n.", "n", "w"};
  for (const std::string_view word : words) {
    if (text.size() > word.size() && equals_ignoring_case(text.substr(0, word.size()), word)) {
      const std::string_view rest = trim(text.substr(word.size()));
      if (is_number(rest)) return rest;
    }
  }
  return text;
}

// Whether `id` is one of the beginnings followed by something with a digit, or by nothing but an
// identifier where `loose`.
template <std::size_t N>
bool begins_like(const std::string_view (&beginnings)[N], std::string_view id) {
  for (const std::string_view beginning : beginnings) {
    if (!id.starts_with(beginning)) continue;
    const std::string_view rest = id.substr(beginning.size());
    if (rest.empty()) continue;
    if (std::any_of(rest.begin(), rest.end(), is_digit)) return true;
    if (rest.size() > 1 && (rest.front() == '-' || rest.front() == ':' || rest.front() == '_')) {
      return true;
    }
  }
  return false;
}

bool has_role(const Node* node, std::string_view role) {
  return has_token(node->attribute("role"), role);
}

std::string type_of(const Node* node) { return to_lower(node->attribute("epub:type")); }

// The words of what may be the title of a list, in lower case; empty for other elements.
std::string title_words(const Node* node) {
  if (node->type != NodeType::element) return {};
  constexpr std::string_view elements[] = {"p", "div",  "summary", "strong",
                                           "b", "span", "header",  "legend"};
  if (heading_level(node) == 0 && !is_one_of(elements, node->name)) return {};
  std::string text = to_lower(collapsed_text(node));
  if (text.size() > 80) return {};
  // A wiki's "[edit]" and a full stop or colon are no part of the title.
  text = text.substr(0, text.find('['));
  std::string_view words = trim(text);
  while (!words.empty() && (words.back() == ':' || words.back() == '.')) words.remove_suffix(1);
  return std::string(trim(words));
}

}  // namespace

std::optional<std::string> read_mark(std::string_view text) {
  text = trim(text);
  if (text.empty() || text.size() > 24) return std::nullopt;
  while (text.size() > 1 && (text.front() == '[' || text.front() == '(' || text.front() == '{')) {
    text.remove_prefix(1);
  }
  while (text.size() > 1 && (text.back() == ']' || text.back() == ')' || text.back() == '}' ||
                             text.back() == '.' || text.back() == ':')) {
    text.remove_suffix(1);
  }
  text = without_note_word(trim(text));
  if (is_number(text) || is_one_of(symbols, text) || is_roman_or_letter(text)) {
    return std::string(text);
  }
  // Superscript digits as characters: U+00B9, U+00B2, U+00B3, U+2070 to U+2079.
  std::string digits;
  for (std::size_t i = 0; i < text.size();) {
    const utf8::Decoded decoded = utf8::decode(text, i);
    i += static_cast<std::size_t>(decoded.size);
    const char32_t c = decoded.code_point;
    const char32_t value = c == 0xB9                    ? 1
                           : c == 0xB2 || c == 0xB3     ? c - 0xB0
                           : c >= 0x2070 && c <= 0x2079 ? c - 0x2070
                                                        : 99;
    if (value > 9) return std::nullopt;
    digits += static_cast<char>('0' + value);
  }
  return digits;
}

bool is_note_id(std::string_view id) {
  constexpr std::string_view beginnings[] = {"fn",        "ftn",       "_ftn",
                                             "_edn",      "edn",       "footnote",
                                             "endnote",   "note",      "cite_note",
                                             "cite-note", "cite",      "sdfootnote",
                                             "sdendnote", "ref",       "rf",
                                             "bib",       "nt",        "en",
                                             "r",         "_bookmark", "user-content-fn",
                                             "reference", "sn",        "easy-footnote-bottom",
                                             "rn",        "n",         "b",
                                             "bibr",      "cr",        "note-"};
  const std::string lower = to_lower(id);
  return begins_like(beginnings, lower) && !is_back_reference_id(id);
}

bool is_back_reference_id(std::string_view id) {
  const std::string lower = to_lower(id);
  constexpr std::string_view parts[] = {"fnref",
                                        "ftnref",
                                        "ednref",
                                        "cite_ref",
                                        "cite-ref",
                                        "ftnt_ref",
                                        "footnote-anchor",
                                        "noteref",
                                        "footnoteref",
                                        "footnote-ref",
                                        "fn-ref",
                                        "fn-back",
                                        "-ref",
                                        "_ref",
                                        "backlink",
                                        "fr-",
                                        "footnote-reference",
                                        "returnto",
                                        "identifier",
                                        "anc"};
  return std::any_of(std::begin(parts), std::end(parts),
                     [&](std::string_view part) { return lower.find(part) != std::string::npos; });
}

bool is_named_reference(const Node* link) {
  if (has_role(link, "doc-noteref") || has_token(link->attribute("rel"), "footnote") ||
      type_of(link) == "noteref" || link->has_attribute("data-footnote-ref") ||
      link->has_attribute("data-footnote-id")) {
    return true;
  }
  const std::string classes =
      to_lower(link->attribute("class")) +
      (link->parent != nullptr ? " " + to_lower(link->parent->attribute("class")) : "");
  for (const std::string_view name : split_tokens(classes)) {
    if (name.find("footnote") != std::string_view::npos ||
        name.find("fnref") != std::string_view::npos ||
        name.find("noteref") != std::string_view::npos ||
        name.find("note-ref") != std::string_view::npos ||
        name.find("endnote") != std::string_view::npos || name == "fn" || name == "reference") {
      // Only marks: a link to "all footnotes" or a reference in words is none.
      return read_mark(collapsed_text(link)).has_value() || is_blank(collapsed_text(link));
    }
  }
  return false;
}

bool is_back_link(const Node* link) {
  if (has_role(link, "doc-backlink") || link->has_attribute("data-footnote-backref") ||
      has_token(link->attribute("rev"), "footnote")) {
    return true;
  }
  const std::string classes = to_lower(link->attribute("class"));
  for (const std::string_view part : {"backref", "backlink", "back-link", "footnote-back",
                                      "fn-back", "reversefootnote", "footnote-return"}) {
    if (classes.find(part) != std::string::npos) return true;
  }
  const std::string text = to_lower(collapsed_text(link));
  return !text.empty() && (is_one_of(arrows, text) || text.starts_with("↩"));
}

bool is_note_item(const Node* node) {
  if (node->type != NodeType::element) return false;
  if (node->is("li") || node->is("dd")) return true;
  if (!node->is("div") && !node->is("aside") && !node->is("section") && !node->is("p") &&
      !node->is("tr") && !node->is("td") && !node->is("span")) {
    return false;
  }
  if (has_role(node, "doc-footnote") || has_role(node, "doc-endnote") ||
      type_of(node) == "footnote" || type_of(node) == "endnote" || type_of(node) == "rearnote") {
    return true;
  }
  return has_any_class(node, {"footnote", "endnote", "fn", "note", "footnote-item",
                              "footnote-content", "footnote-body", "reference", "fn-item",
                              "noteentry", "footnotetext", "msofootnotetext", "citation"}) ||
         (!node->attribute("id").empty() && is_note_id(node->attribute("id")));
}

bool is_note_list(const Node* node) {
  if (node->type != NodeType::element) return false;
  if (has_role(node, "doc-endnotes") || has_role(node, "doc-footnotes")) return true;
  for (const std::string_view value : {node->attribute("class"), node->attribute("id")}) {
    const std::string lower = to_lower(value);
    for (const std::string_view part :
         {"footnotes", "endnotes", "references", "notes", "reflist"}) {
      if (lower.find(part) != std::string::npos) return true;
    }
  }
  return false;
}

bool is_inline_note(const Node* node) {
  if (node->type != NodeType::element || node->space != Namespace::html) return false;
  if (!node->is("span") && !node->is("small") && !node->is("aside") && !node->is("div")) {
    return false;
  }
  if (has_any_class(node, {"sidenote", "marginnote", "side-note", "margin-note", "sidenote-content",
                           "inline-footnote", "inlinefootnote"})) {
    return true;
  }
  if (!node->is("span") && !node->is("small")) return false;
  if (has_role(node, "doc-footnote")) return true;
  // A note that a control or mark before it opens.
  const Node* before = node->previous;
  while (before != nullptr && before->type != NodeType::element) before = before->previous;
  if (before == nullptr ||
      !(before->is("label") || before->is("input") || before->is("sup") || before->is("button"))) {
    return false;
  }
  // Plug-ins put their own name around the word: "modern-footnotes-footnote__note".
  if (has_any_class(node, {"footnote", "fn", "footnote-text", "note"})) return true;
  const std::string classes = to_lower(node->attribute("class"));
  return std::ranges::any_of(split_tokens(classes), [](std::string_view token) {
    return token.find("footnote") != std::string_view::npos &&
           (token.ends_with("note") || token.ends_with("text") || token.ends_with("content"));
  });
}

bool is_note_title(const Node* node) { return is_one_of(titles, title_words(node)); }

bool is_source_title(const Node* node) {
  constexpr std::string_view names[] = {"sources",
                                        "sources & links",
                                        "sources and links",
                                        "source",
                                        "works cited",
                                        "bibliography",
                                        "literature",
                                        "further reading",
                                        "quellen",
                                        "quellenangaben",
                                        "literatur",
                                        "bibliographie",
                                        "sources et liens",
                                        "fuentes",
                                        "bibliografía",
                                        "fonti",
                                        "bibliografia",
                                        "fontes",
                                        "bronnen",
                                        "źródła",
                                        "bibliografie",
                                        "källor",
                                        "kilder",
                                        "lähteet",
                                        "kaynaklar",
                                        "kaynakça",
                                        "источники",
                                        "литература",
                                        "джерела",
                                        "출처"};
  const std::string words = title_words(node);
  return is_one_of(names, words) || is_one_of(titles, words);
}

}  // namespace pressmark::html
