#include <algorithm>
#include <array>

#include "converters/importers/tei/state.h"
#include "converters/importers/tei/tei.h"

namespace pressmark::tei {
namespace {

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

class BodyReader {
 public:
  explicit BodyReader(State& state) : state_(state) {}

  void read(const XmlNodes& nodes, Blocks& out, int section_depth) {
    XmlNodes line;  // inlines between blocks, which form a paragraph
    const auto flush = [&] {
      const bool anything =
          std::ranges::any_of(line, [](const XmlNode* node) { return !is_space(*node); });
      if (anything) out.push_back(paragraph(read_inlines(state_, line)));
      line.clear();
    };
    for (const XmlNode* each : nodes) {
      const XmlNode& node = *each;
      const bool stands_alone =
          !node.is_text() &&
          (is_block(node) || node.name == "quote" || node.name == "body" || node.name == "front" ||
           node.name == "back" || numbered_div(node) || container(node));
      if (stands_alone) {
        flush();
        block(node, out, section_depth);
      } else {
        line.push_back(&node);
      }
    }
    flush();
  }

  // The blocks of an element that has either blocks or inlines.
  Blocks mixed(const XmlNode& element) {
    Blocks out;
    if (std::ranges::any_of(element.children, is_block)) {
      read(children_of(element), out, 2);
    } else if (!element.children.empty()) {
      out.push_back(paragraph(inlines(element)));
    }
    return out;
  }

  void section(const XmlNode& div, Blocks& out, int depth) {
    const int level =
        std::clamp(number_behind(div.attribute("subtype"), "level-", depth + 1), 2, 6);
    bool headed = false;
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
  }

 private:
  static bool numbered_div(const XmlNode& node) {
    return node.name.size() == 4 && node.name.starts_with("div") && node.name[3] >= '1' &&
           node.name[3] <= '7';
  }
  static bool container(const XmlNode& node) {
    constexpr std::array<std::string_view, 5> names = {"group", "text", "titlePage", "castList",
                                                       "docTitle"};
    return std::ranges::find(names, node.name) != names.end();
  }

  Inlines inlines(const XmlNode& element) { return read_inlines(state_, element); }

  void add(Blocks& out, const XmlNode& element, BlockNode node) {
    Block block{std::move(node)};
    read_wrapper(state_, element, block);
    out.push_back(std::move(block));
  }

  void block(const XmlNode& element, Blocks& out, int depth) {
    const std::string& name = element.name;
    if (name == "div" || numbered_div(element)) return section(element, out, depth);
    if (name == "ab") return anonymous(element, out);
    if (name == "quote") return quotation(element, nullptr, element, out);
    if (name == "cit") return citation(element, out);
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
    if (holds_blocks && name != "p") return read(children_of(element), out, depth);
    if (holds_blocks) return divided_paragraph(element, out, depth);
    add(out, element, Paragraph{inlines(element)});
  }

  // A p that holds lists or figures is several blocks of ours.
  void divided_paragraph(const XmlNode& element, Blocks& out, int depth) {
    const std::size_t first = out.size();
    read(children_of(element), out, depth);
    if (out.size() == first) return;
    Block& start = out[first];
    if (start.id.empty()) start.id = usable_id(state_, element);
    if (start.language.empty()) start.language = usable_language(state_, element);
  }

  void anonymous(const XmlNode& element, Blocks& out) {
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

  void quotation(const XmlNode& quote, const XmlNode* source, const XmlNode& outer, Blocks& out) {
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

  void citation(const XmlNode& element, Blocks& out) {
    const XmlNode* quote = element.child("quote");
    const XmlNode* source = element.child("bibl");
    if (quote == nullptr) return read(children_of(element), out, 2);
    quotation(*quote, source, element, out);
  }

  void list(const XmlNode& element, Blocks& out) {
    if (element.attribute("type") == "gloss" && element.child("label") != nullptr) {
      return definition_list(element, out);
    }
    List node;
    const std::string& rend = element.attribute("rend");
    const std::string& type = element.attribute("type");
    if (has_word(rend, "numbered") || has_word(rend, "ordered") || type == "ordered") {
      node.numbering = has_word(rend, "lower-alpha")   ? Numbering::lower_alpha
                       : has_word(rend, "upper-alpha") ? Numbering::upper_alpha
                       : has_word(rend, "lower-roman") ? Numbering::lower_roman
                       : has_word(rend, "upper-roman") ? Numbering::upper_roman
                                                       : Numbering::decimal;
    }
    for (const XmlNode& child : element.children) {
      if (child.is_text()) continue;
      if (child.name == "head") {
        out.push_back(paragraph(inlines(child)));
      } else if (child.name == "item" || child.name.starts_with("bibl")) {
        if (node.items.empty() && node.numbering != Numbering::none) {
          node.start = whole(child.attribute("n"), 1);
        }
        node.items.push_back(mixed(child));
      } else if (child.name == "label") {
        // A label of a plain list stands before its item.
        node.items.push_back(mixed(child));
      }
    }
    if (!node.items.empty()) add(out, element, std::move(node));
  }

  void definition_list(const XmlNode& element, Blocks& out) {
    DefinitionList node;
    for (const XmlNode& child : element.children) {
      if (child.name == "label") {
        node.entries.emplace_back();
        terms(child, node.entries.back());
      } else if (child.name == "item") {
        if (node.entries.empty()) node.entries.emplace_back();
        definitions(child, node.entries.back());
      } else if (child.name == "head") {
        out.push_back(paragraph(inlines(child)));
      }
    }
    std::erase_if(node.entries, [](const DefinitionEntry& entry) {
      return entry.terms.empty() && entry.definitions.empty();
    });
    if (!node.entries.empty()) add(out, element, std::move(node));
  }

  void terms(const XmlNode& label, DefinitionEntry& entry) {
    const std::string& rend = label.attribute("rend");
    if (rend == "none") return;
    if (rend != "terms") return entry.terms.push_back(inlines(label));
    for (const XmlNode& child : label.children) {
      if (child.name == "term") entry.terms.push_back(inlines(child));
    }
  }

  void definitions(const XmlNode& item, DefinitionEntry& entry) {
    const std::string& rend = item.attribute("rend");
    if (rend == "none") return;
    const XmlNode* list = rend == "definitions" ? item.child("list") : nullptr;
    if (list == nullptr) return entry.definitions.push_back(mixed(item));
    for (const XmlNode& child : list->children) {
      if (child.name == "item") entry.definitions.push_back(mixed(child));
    }
  }

  void speech(const XmlNode& element, Blocks& out) {
    Speech node;
    XmlNodes rest;
    for (const XmlNode& child : element.children) {
      if (child.name == "speaker") {
        node.speaker = inlines(child);
      } else {
        rest.push_back(&child);
      }
    }
    read(rest, node.children, 2);
    add(out, element, std::move(node));
  }

  void figure(const XmlNode& element, Blocks& out) {
    Figure node;
    XmlNodes rest;
    const XmlNode* words = element.child("figDesc");
    for (const XmlNode& child : element.children) {
      if (child.name == "head") {
        node.caption = inlines(child);
      } else if (child.name == "p" && child.attribute("rend") == "credit") {
        node.credit = inlines(child);
      } else if (child.name == "graphic") {
        // The description of the figure is that of its first image.
        XmlNode image;
        image.name = "figure";
        image.from = child.from;
        image.children.push_back(child);
        if (words != nullptr) image.children.push_back(*words);
        words = nullptr;
        image.attributes.emplace_back("rend", "inline");
        Inlines line = read_inlines(state_, XmlNodes{&image});
        if (!line.empty()) node.content.push_back(paragraph(std::move(line)));
      } else if (child.name != "figDesc") {
        rest.push_back(&child);
      }
    }
    read(rest, node.content, 2);
    add(out, element, std::move(node));
  }

  void aside(const XmlNode& element, Blocks& out) {
    const XmlNode* body = element.child("body");
    const XmlNode* div = body == nullptr ? nullptr : body->child("div");
    const XmlNode& inner = div != nullptr && body->children.size() <= 3 ? *div
                           : body != nullptr                            ? *body
                                                                        : element;
    const std::string& type = element.attribute("type");
    if (type == "frame") return read(children_of(inner), out, 2);
    Aside node;
    node.kind = type == "callout"      ? AsideKind::callout
                : type == "details"    ? AsideKind::details
                : type == "correction" ? AsideKind::correction
                                       : AsideKind::sidebar;
    XmlNodes rest;
    for (const XmlNode& child : inner.children) {
      if (child.name == "head" && node.title.empty()) {
        node.title = inlines(child);
      } else {
        rest.push_back(&child);
      }
    }
    read(rest, node.children, 1);
    add(out, element, std::move(node));
  }

  VerseLine verse_line(const XmlNode& line) {
    return {inlines(line), std::min(number_behind(line.attribute("rend"), "indent-", 0), 1000)};
  }

  void verse(const XmlNode& element, Blocks& out) {
    Verse node;
    if (element.name == "l") {
      node.stanzas = {{verse_line(element)}};
      return add(out, element, std::move(node));
    }
    std::vector<VerseLine> loose;
    const auto flush = [&] {
      if (!loose.empty()) node.stanzas.push_back(std::move(loose));
      loose.clear();
    };
    for (const XmlNode& child : element.children) {
      if (child.name == "lg") {
        flush();
        std::vector<VerseLine> stanza;
        lines_of(child, stanza);
        if (!stanza.empty()) node.stanzas.push_back(std::move(stanza));
      } else if (child.name == "l") {
        loose.push_back(verse_line(child));
      } else if (child.name == "head") {
        out.push_back(paragraph(inlines(child)));
      }
    }
    flush();
    if (!node.stanzas.empty()) add(out, element, std::move(node));
  }

  void lines_of(const XmlNode& group, std::vector<VerseLine>& lines) {
    for (const XmlNode& child : group.children) {
      if (child.name == "l") lines.push_back(verse_line(child));
      if (child.name == "lg") lines_of(child, lines);
    }
  }

  Cell cell_of(const XmlNode& element, bool in_header_row) {
    Cell cell;
    cell.children = mixed(element);
    cell.rows = std::max(1, whole(element.attribute("rows"), 1));
    cell.columns = std::max(1, whole(element.attribute("cols"), 1));
    if (element.attribute("role") == "label") {
      const bool row = has_word(element.attribute("rend"), "row-header");
      const bool column = has_word(element.attribute("rend"), "column-header");
      cell.header = row || (!column && !in_header_row) ? Scope::row : Scope::column;
    }
    const std::string& style = element.attribute("style");
    if (style.find("text-align: start") != std::string::npos) cell.alignment = Alignment::start;
    if (style.find("text-align: center") != std::string::npos) cell.alignment = Alignment::centre;
    if (style.find("text-align: end") != std::string::npos) cell.alignment = Alignment::end;
    return cell;
  }

  void table(const XmlNode& element, Blocks& out) {
    Table node;
    bool header = true;
    bool any = false;
    for (const XmlNode& child : element.children) {
      if (child.name == "head") node.caption = inlines(child);
      if (child.name != "row") continue;
      header = header && child.attribute("role") == "label";
      if (header) ++node.header_rows;
      Row row;
      for (const XmlNode& cell : child.children) {
        if (cell.name == "cell" && child.attribute("rend") != "covered") {
          row.cells.push_back(cell_of(cell, header));
        }
      }
      any = any || !row.cells.empty();
      node.rows.push_back(std::move(row));
    }
    if (any) add(out, element, std::move(node));
  }

  State& state_;
};

// Takes the lines above the article out of the nodes of its div.
XmlNodes take_front(State& state, const XmlNode& element) {
  FrontMatter& front = state.document.front;
  XmlNodes rest;
  bool in_front = true;
  for (const XmlNode& node : element.children) {
    const std::string& type = node.attribute("type");
    if (is_space(node)) continue;
    if (in_front && node.name == "head" && type == "kicker" && front.kicker.empty()) {
      front.kicker = read_inlines(state, node);
    } else if (in_front && node.name == "head" && type == "sub" && front.deck.empty()) {
      front.deck = read_inlines(state, node);
    } else if (in_front && node.name == "head" && front.headline.empty()) {
      front.headline = read_inlines(state, node);
    } else if (in_front && node.name == "byline") {
      front.bylines.push_back(read_inlines(state, node));
    } else if (in_front && node.name == "dateline" && front.dateline.empty()) {
      front.dateline = read_inlines(state, node);
    } else {
      in_front = false;
      rest.push_back(&node);
    }
  }
  return rest;
}

}  // namespace

Blocks read_blocks(State& state, const XmlNodes& nodes) {
  Blocks blocks;
  BodyReader(state).read(nodes, blocks, 2);
  return blocks;
}

void read_text(State& state, const XmlNode& text) {
  state.document.language = usable_language(state, text);
  state.document.direction = direction_of(text);
  BodyReader reader(state);
  Blocks& out = state.document.body;
  const auto whole_part = [&](const char* name) {
    if (const XmlNode* part = text.child(name)) reader.read(children_of(*part), out, 1);
  };
  const XmlNode* body = text.child("body");
  const XmlNode* article = body == nullptr ? nullptr : body->child("div");
  const bool one_div =
      article != nullptr && std::ranges::all_of(body->children, [&](const XmlNode& node) {
        return &node == article || is_space(node);
      });
  if (!state.own) whole_part("front");
  if (one_div) {
    reader.read(take_front(state, *article), out, 1);
  } else if (body != nullptr) {
    reader.read(take_front(state, *body), out, 1);
  }
  whole_part("group");
  whole_part("back");
}

}  // namespace pressmark::tei
