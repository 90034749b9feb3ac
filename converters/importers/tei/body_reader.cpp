// Divisions, paragraphs and quotations, and which reader an element goes to.
#include <algorithm>
#include <array>

#include "converters/importers/tei/body_reader.h"

namespace pressmark::tei {

bool is_space(const XmlNode& node) {
  return node.is_text() && node.text.find_first_not_of(" \n\t") == std::string::npos;
}

// The number behind `prefix` in a word ("level-3"); the default where there is none.
int number_behind(std::string_view word, std::string_view prefix, int otherwise) {
  if (!word.starts_with(prefix)) return otherwise;
  int number = 0;
  for (const char c : word.substr(prefix.size())) {
    if (c < '0' || c > '9' || number > 10'000'000) return otherwise;
    number = number * 10 + (c - '0');
  }
  return word.size() == prefix.size() ? otherwise : number;
}

int whole(const std::string& digits, int otherwise) {
  const bool negative = digits.starts_with('-');
  const int number = number_behind(digits, negative ? "-" : "", -1);
  return number < 0 ? otherwise : negative ? -number : number;
}

void BodyReader::read(const XmlNodes& nodes, Blocks& out, int section_depth) {
  XmlNodes line;  // inlines between blocks, which form a paragraph
  const auto blank = [&] {
    return std::ranges::all_of(line, [&](const XmlNode* node) { return is_layout(*node); });
  };
  const auto flush = [&] {
    if (!blank()) loose_line(line, out);
    line.clear();
  };
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    const XmlNode& node = *nodes[i];
    if (state_.moved_notes.contains(&node)) continue;
    if (node.name == "l" && !state_.own) {
      flush();
      i = loose_verse(nodes, i, out);
    } else if (stands_alone(node)) {
      flush();
      block(node, out, section_depth);
    } else if (!state_.own && between_blocks(node) && blank() && ends_line(nodes, i + 1)) {
      flush();
      lone(node, next_element(nodes, i + 1), out);
    } else {
      line.push_back(&node);
    }
  }
  flush();
}

void BodyReader::finish(Blocks& out) {
  if (!pending_.empty()) out.push_back(paragraph(std::move(pending_)));
  pending_.clear();
}

Blocks BodyReader::mixed(const XmlNode& element) {
  Blocks out;
  if (std::ranges::any_of(element.children, is_block)) {
    read(children_of(element), out, 2);
  } else if (!element.children.empty()) {
    out.push_back(paragraph(inlines(element)));
  }
  return out;
}

void BodyReader::section(const XmlNode& div, Blocks& out, int depth) {
  const int level = std::clamp(number_behind(div.attribute("subtype"), "level-", depth + 1), 2, 6);
  bool headed = false;
  const std::size_t first = out.size();
  XmlNodes rest;
  for (const XmlNode& child : div.children) {
    if (child.name == "head" && !headed) {
      Block heading{Heading{level, inlines(child)}};
      read_wrapper(state_, child, heading);
      out.push_back(std::move(heading));
      headed = true;
    } else {
      rest.push_back(&child);
    }
  }
  read(rest, out, headed ? depth + 1 : depth);
  if (!state_.own) hand_down(div, first, out);
}

void BodyReader::hand_down(const XmlNode& division, std::size_t first, Blocks& out) {
  for (const char* kind : {"type", "facs"}) {
    if (!division.has(kind)) continue;
    const std::string value = kind[0] == 't' ? " " + division.attribute(kind) : "";
    report_reduced(state_, division, division.name + " " + kind + value);
  }
  if (out.size() <= first) return;
  if (out[first].id.empty()) out[first].id = usable_id(state_, division);
  const std::string language = usable_language(state_, division);
  for (std::size_t i = first; i < out.size(); ++i) {
    if (out[i].language.empty()) out[i].language = language;
  }
}

bool BodyReader::stands_alone(const XmlNode& node) const {
  if (node.is_text()) return false;
  if (is_block(node) || node.name == "quote" || node.name == "body" || node.name == "front" ||
      node.name == "back" || numbered_div(node) || container(node)) {
    return true;
  }
  return !state_.own && (node.name == "cit" || node.name == "titlePart");
}

bool BodyReader::is_layout(const XmlNode& node) const {
  return is_space(node) || (state_.lineation && (node.name == "lb" || node.name == "cb"));
}

Inlines BodyReader::with_pages(Inlines line) {
  if (pending_.empty()) return line;
  Inlines whole = std::move(pending_);
  pending_.clear();
  for (Inline& item : line) whole.push_back(std::move(item));
  return whole;
}

void BodyReader::stray(const XmlNode& node) {
  if (is_layout(node)) return;
  if (node.name != "pb") return report_left_out(state_, node);
  for (Inline& item : read_inlines(state_, XmlNodes{&node})) {
    if (std::holds_alternative<PageMark>(item.node)) pending_.push_back(std::move(item));
  }
}

bool BodyReader::numbered_div(const XmlNode& node) {
  return node.name.size() == 4 && node.name.starts_with("div") && node.name[3] >= '0' &&
         node.name[3] <= '7';
}

bool BodyReader::container(const XmlNode& node) {
  constexpr std::array<std::string_view, 8> names = {"group", "text",     "titlePage", "docTitle",
                                                     "set",   "prologue", "epilogue",  "noteGrp"};
  return std::ranges::find(names, node.name) != names.end();
}

Inlines BodyReader::inlines(const XmlNode& element) {
  return with_pages(read_inlines(state_, element));
}

void BodyReader::add(Blocks& out, const XmlNode& element, BlockNode node) {
  Block block{std::move(node)};
  read_wrapper(state_, element, block);
  out.push_back(std::move(block));
}

void BodyReader::block(const XmlNode& element, Blocks& out, int depth) {
  const std::string& name = element.name;
  if (name == "div" || numbered_div(element)) return section(element, out, depth);
  if (name == "ab") return anonymous(element, out);
  if (name == "quote") return quotation(element, nullptr, element, out);
  if (name == "cit") return citation(element, out);
  if (name == "q" || name == "said") return quotation(element, nullptr, element, out);
  if (name == "epigraph") return epigraph(element, out, depth);
  if (name == "castList") return cast(element, out);
  if (name == "titlePage" && !state_.own && !member_) return title_page(element, out);
  if (name == "list" || name == "listBibl") return list(element, out);
  if (name == "sp" || name == "u") return speech(element, out);
  if (name == "figure") return figure(element, out);
  if (name == "floatingText") return aside(element, out);
  if (name == "lg" || name == "l") return verse(element, out);
  if (name == "table") return table(element, out);
  if (name == "milestone") return add(out, element, Break{});
  if (name == "eg") return add(out, element, Preformatted{element.all_text(), true, ""});
  if (name == "head") {
    return add(out, element, Heading{std::clamp(depth, 2, 6), inlines(element)});
  }
  const bool holds_blocks = std::ranges::any_of(element.children, is_block);
  const bool part = name == "front" || name == "body" || name == "back" || container(element);
  if (part || (holds_blocks && name != "p")) return read(children_of(element), out, depth);
  if (holds_blocks) return divided_paragraph(element, out, depth);
  add(out, element, Paragraph{inlines(element)});
}

void BodyReader::divided_paragraph(const XmlNode& element, Blocks& out, int depth) {
  const std::size_t first = out.size();
  read(children_of(element), out, depth);
  if (out.size() == first) return;
  Block& start = out[first];
  if (start.id.empty()) start.id = usable_id(state_, element);
  if (start.language.empty()) start.language = usable_language(state_, element);
}

void BodyReader::anonymous(const XmlNode& element, Blocks& out) {
  const std::string& type = element.attribute("type");
  if (type == "heading") {
    const int level = number_behind(element.attribute("subtype"), "level-", 2);
    return add(out, element, Heading{std::clamp(level, 2, 6), inlines(element)});
  }
  if (type == "preformatted") {
    return add(out, element, Preformatted{element.all_text(), false, element.attribute("n")});
  }
  const XmlNode* code = type == "code" ? element.child("code") : nullptr;
  if (code != nullptr) {
    const std::string& language = code->attribute("lang");
    return add(
        out, element,
        Preformatted{code->all_text(), true, language.empty() ? code->attribute("n") : language});
  }
  if (std::ranges::any_of(element.children, is_block)) return read(children_of(element), out, 2);
  add(out, element, Paragraph{inlines(element)});
}

void BodyReader::quotation(const XmlNode& quote, const XmlNode* source, const XmlNode& outer,
                           Blocks& out) {
  Quotation node;
  node.pulled = quote.attribute("type") == "pulled";
  node.children = mixed(quote);
  if (source != nullptr) {
    const XmlNode* seg = source->child("seg");
    const bool wrapped = state_.own && seg != nullptr && source->children.size() == 1;
    node.attribution = inlines(wrapped ? *seg : *source);
  }
  add(out, outer, std::move(node));
}

void BodyReader::citation(const XmlNode& element, Blocks& out) {
  const XmlNode* quote = element.child("quote");
  const XmlNode* source = element.child("bibl");
  if (quote == nullptr) return read(children_of(element), out, 2);
  quotation(*quote, source, element, out);
  if (state_.own) return;
  XmlNodes rest;
  for (const XmlNode& child : element.children) {
    if (&child != quote && &child != source) rest.push_back(&child);
  }
  read(rest, out, 2);
}

void BodyReader::epigraph(const XmlNode& element, Blocks& out, int depth) {
  const bool quoted = std::ranges::any_of(element.children, [](const XmlNode& child) {
    return child.name == "quote" || child.name == "cit" || child.name == "q";
  });
  if (quoted || state_.own) return read(children_of(element), out, depth);
  quotation(element, nullptr, element, out);
}

}  // namespace pressmark::tei
