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
  // `member`: what is read is a section of a collection and has no front matter of its own.
  explicit BodyReader(State& state, bool member = false) : state_(state), member_(member) {}

  void read(const XmlNodes& nodes, Blocks& out, int section_depth) {
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

  // Page marks that no text followed.
  void finish(Blocks& out) {
    if (!pending_.empty()) out.push_back(paragraph(std::move(pending_)));
    pending_.clear();
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

  // Gives a division's id to its first block and its language to all.
  void hand_down(const XmlNode& division, std::size_t first, Blocks& out) {
    if (out.size() <= first) return;
    if (out[first].id.empty()) out[first].id = usable_id(state_, division);
    const std::string language = usable_language(state_, division);
    for (std::size_t i = first; i < out.size(); ++i) {
      if (out[i].language.empty()) out[i].language = language;
    }
  }

  // The title page of a text: what it says that the front matter has a place for, and the rest as
  // blocks.
  void title_page(const XmlNode& page, Blocks& out) {
    FrontMatter& front = state_.document.front;
    for (const XmlNode& child : page.children) {
      const std::string& type = child.attribute("type");
      const bool title = child.name == "titlePart";
      if (child.name == "docTitle") {
        title_page(child, out);
      } else if (title && (type.empty() || type == "main") && front.headline.empty()) {
        front.headline = read_inlines(state_, child);
      } else if (title && (type == "sub" || type == "desc") && front.deck.empty()) {
        front.deck = read_inlines(state_, child);
      } else if (child.name == "byline") {
        front.bylines.push_back(read_inlines(state_, child));
      } else {
        read({&child}, out, 2);
      }
    }
  }

 private:
  bool stands_alone(const XmlNode& node) const {
    if (node.is_text()) return false;
    if (is_block(node) || node.name == "quote" || node.name == "body" || node.name == "front" ||
        node.name == "back" || numbered_div(node) || container(node)) {
      return true;
    }
    return !state_.own && (node.name == "cit" || node.name == "titlePart");
  }

  // White space, and the ends of a page's lines.
  bool is_layout(const XmlNode& node) const {
    return is_space(node) || (state_.lineation && (node.name == "lb" || node.name == "cb"));
  }

  // Elements that are blocks where they stand between blocks, and inlines in a line.
  static bool between_blocks(const XmlNode& node) {
    constexpr std::array<std::string_view, 9> names = {
        "note", "stage", "kinesic", "vocal", "incident", "writing", "address", "docImprint", "q"};
    return std::ranges::find(names, node.name) != names.end();
  }

  // Whether a block, another of these elements or nothing follows.
  bool ends_line(const XmlNodes& nodes, std::size_t next) const {
    while (next < nodes.size() && is_space(*nodes[next])) ++next;
    return next == nodes.size() || stands_alone(*nodes[next]) || between_blocks(*nodes[next]) ||
           nodes[next]->name == "pb" || nodes[next]->name == "lb";
  }

  static const XmlNode* next_element(const XmlNodes& nodes, std::size_t next) {
    while (next < nodes.size() && is_space(*nodes[next])) ++next;
    return next == nodes.size() ? nullptr : nodes[next];
  }

  void lone(const XmlNode& node, const XmlNode* next, Blocks& out) {
    if (node.name != "note") {
      Inlines line = read_inlines(state_, XmlNodes{&node});
      if (!line.empty()) out.push_back(paragraph(with_pages(std::move(line))));
      return;
    }
    if (node.attribute("type") == "speaker" && next != nullptr && next->name == "u") {
      announced_ = inlines(node);
      return;
    }
    auto* before = out.empty() ? nullptr : std::get_if<Paragraph>(&out.back().node);
    if (!node.has("place")) {
      // The reporter's remark, as in the minutes of a debate.
      Blocks remark = mixed(node);
      for (Block& block : remark) out.push_back(in_italics(std::move(block)));
    } else if (before != nullptr && !before->children.empty()) {
      auto* words = std::get_if<Text>(&before->children.back().node);
      while (words != nullptr && words->text.ends_with(' ')) words->text.pop_back();
      for (Inline& item : read_inlines(state_, XmlNodes{&node})) {
        before->children.push_back(std::move(item));
      }
    } else {
      add(out, node, Aside{AsideKind::sidebar, {}, mixed(node)});
    }
  }

  static Block in_italics(Block block) {
    auto* node = std::get_if<Paragraph>(&block.node);
    if (node == nullptr || node->children.empty()) return block;
    node->children = {styled(Style::italic, std::move(node->children))};
    return block;
  }

  // A line of inlines between blocks. Page marks alone wait for the text that follows them.
  void loose_line(const XmlNodes& nodes, Blocks& out) {
    Inlines line = read_inlines(state_, nodes);
    if (state_.own) return out.push_back(paragraph(std::move(line)));
    const bool words = std::ranges::any_of(line, [](const Inline& item) {
      const auto* text = std::get_if<Text>(&item.node);
      if (text != nullptr) return text->text.find_first_not_of(' ') != std::string::npos;
      return !std::holds_alternative<PageMark>(item.node) &&
             !std::holds_alternative<LineBreak>(item.node);
    });
    if (words) return out.push_back(paragraph(with_pages(std::move(line))));
    for (Inline& item : line) {
      if (std::holds_alternative<PageMark>(item.node)) pending_.push_back(std::move(item));
    }
  }

  Inlines with_pages(Inlines line) {
    if (pending_.empty()) return line;
    Inlines whole = std::move(pending_);
    pending_.clear();
    for (Inline& item : line) whole.push_back(std::move(item));
    return whole;
  }

  // Lines of verse that no group holds; the place of the last one.
  std::size_t loose_verse(const XmlNodes& nodes, std::size_t first, Blocks& out) {
    std::vector<VerseLine> lines;
    std::size_t last = first;
    for (std::size_t i = first; i < nodes.size(); ++i) {
      if (is_space(*nodes[i])) continue;
      if (nodes[i]->name != "l") break;
      lines.push_back(verse_line(*nodes[i]));
      last = i;
    }
    out.push_back(Block{Verse{{std::move(lines)}}});
    return last;
  }

  // Names a child that its parent has no place for; a page mark waits for the next text.
  void stray(const XmlNode& node) {
    if (is_layout(node)) return;
    if (node.name != "pb") return report_left_out(state_, node);
    for (Inline& item : read_inlines(state_, XmlNodes{&node})) {
      if (std::holds_alternative<PageMark>(item.node)) pending_.push_back(std::move(item));
    }
  }

  static bool numbered_div(const XmlNode& node) {
    return node.name.size() == 4 && node.name.starts_with("div") && node.name[3] >= '0' &&
           node.name[3] <= '7';
  }
  static bool container(const XmlNode& node) {
    constexpr std::array<std::string_view, 8> names = {"group", "text",     "titlePage", "docTitle",
                                                       "set",   "prologue", "epilogue",  "noteGrp"};
    return std::ranges::find(names, node.name) != names.end();
  }

  Inlines inlines(const XmlNode& element) { return with_pages(read_inlines(state_, element)); }

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
    if (state_.own) return;
    XmlNodes rest;
    for (const XmlNode& child : element.children) {
      if (&child != quote && &child != source) rest.push_back(&child);
    }
    read(rest, out, 2);
  }

  // A motto is a quotation, marked as one or not.
  void epigraph(const XmlNode& element, Blocks& out, int depth) {
    const bool quoted = std::ranges::any_of(element.children, [](const XmlNode& child) {
      return child.name == "quote" || child.name == "cit" || child.name == "q";
    });
    if (quoted || state_.own) return read(children_of(element), out, depth);
    quotation(element, nullptr, element, out);
  }

  void cast(const XmlNode& element, Blocks& out) {
    List node;
    for (const XmlNode& child : element.children) {
      if (child.name == "head") {
        add(out, child, Paragraph{inlines(child)});
      } else if (child.name == "castItem") {
        node.items.push_back({paragraph(inlines(child))});
      } else if (child.name == "castGroup") {
        node.items.emplace_back();
        cast(child, node.items.back());
      } else {
        stray(child);
      }
    }
    std::erase_if(node.items, [](const Blocks& item) { return item.empty(); });
    if (!node.items.empty()) add(out, element, std::move(node));
  }

  void list(const XmlNode& element, Blocks& out) {
    if (element.child("label") != nullptr &&
        (!state_.own || element.attribute("type") == "gloss")) {
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
      if (child.name == "head") {
        out.push_back(paragraph(inlines(child)));
      } else if (child.name == "item" || child.name.starts_with("bibl")) {
        if (node.items.empty() && node.numbering != Numbering::none) {
          node.start = whole(child.attribute("n"), 1);
        }
        node.items.push_back(mixed(child));
      } else if (child.name == "listBibl" || child.name == "list") {
        node.items.emplace_back();
        list(child, node.items.back());
      } else {
        stray(child);
      }
    }
    std::erase_if(node.items, [&](const Blocks& item) { return item.empty() && !state_.own; });
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
      } else if (child.name == "headLabel" || child.name == "headItem") {
        out.push_back(paragraph(inlines(child)));
      } else {
        stray(child);
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
      if (child.name == "speaker" && node.speaker.empty()) {
        node.speaker = inlines(child);
      } else {
        rest.push_back(&child);
      }
    }
    if (element.name == "u") {
      utterance(rest, node.children);
      if (announced_) node.speaker = std::move(*announced_);
      announced_.reset();
    } else {
      read(rest, node.children, 2);
    }
    if (node.children.empty() && !state_.own) {
      if (node.speaker.empty()) return report_reduced(state_, element, element.name);
      return out.push_back(paragraph(std::move(node.speaker)));
    }
    if (node.speaker.empty() && !state_.own) node.speaker = speaker_of(element);
    add(out, element, std::move(node));
  }

  // The segments of an utterance are its paragraphs.
  void utterance(const XmlNodes& nodes, Blocks& out) {
    XmlNodes between;
    for (const XmlNode* node : nodes) {
      if (node->name != "seg") {
        between.push_back(node);
        continue;
      }
      read(between, out, 2);
      between.clear();
      add(out, *node, Paragraph{inlines(*node)});
    }
    read(between, out, 2);
  }

  // Who speaks by the attribute: the name that the file has for the reference, else the reference.
  Inlines speaker_of(const XmlNode& element) const {
    std::string who = element.attribute("who");
    who.resize(std::min(who.find(' '), who.size()));
    if (who.starts_with('#')) who.erase(0, 1);
    const auto known = state_.people.find(who);
    if (known != state_.people.end() && !known->second.empty()) who = known->second;
    return who.empty() ? Inlines{} : Inlines{text(who)};
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
    if (!state_.own) descriptions(element, words, node.content);
    if (node.content.empty() && node.caption.empty() && node.credit.empty() && !state_.own) {
      return report_reduced(state_, element, "figure");
    }
    add(out, element, std::move(node));
  }

  // The descriptions of a figure that no image has taken; `next` is the first of them.
  void descriptions(const XmlNode& figure, const XmlNode* next, Blocks& out) {
    bool taken = next == nullptr;
    for (const XmlNode& child : figure.children) {
      if (child.name != "figDesc") continue;
      if (taken) {
        taken = false;  // the image has the first one
        continue;
      }
      Blocks words = mixed(child);
      for (Block& block : words) out.push_back(std::move(block));
    }
  }

  void aside(const XmlNode& element, Blocks& out) {
    const XmlNode* body = element.child("body");
    const XmlNode* div = body == nullptr ? nullptr : body->child("div");
    const XmlNode& inner = div != nullptr && body->children.size() <= 3 ? *div
                           : body != nullptr                            ? *body
                                                                        : element;
    const std::string& type = element.attribute("type");
    if (type == "frame") return read(children_of(inner), out, 2);
    if (!state_.own) return foreign_aside(element, out);
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

  void foreign_aside(const XmlNode& element, Blocks& out) {
    Aside node;
    read(children_of(element), node.children, 1);
    add(out, element, std::move(node));
  }

  VerseLine verse_line(const XmlNode& line) {
    const std::string& rend = line.attribute("rend");
    const int steps = number_behind(rend, "indent-", 0);
    const int foreign = rend == "indent" ? 1 : number_behind(rend, "indent", 0);
    return {inlines(line), std::min(steps != 0 || state_.own ? steps : foreign, 1000)};
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
    const auto finish_verse = [&] {
      flush();
      if (!node.stanzas.empty()) add(out, element, std::move(node));
      node = Verse{};
    };
    for (const XmlNode& child : element.children) {
      if (child.name == "lg" && !state_.own && !only_lines(child)) {
        // A part of a poem with its own heading, page or stage direction.
        finish_verse();
        verse(child, out);
      } else if (child.name == "lg") {
        flush();
        std::vector<VerseLine> stanza;
        lines_of(child, stanza);
        if (!stanza.empty()) node.stanzas.push_back(std::move(stanza));
      } else if (child.name == "l") {
        loose.push_back(verse_line(child));
      } else if (child.name == "head") {
        out.push_back(paragraph(inlines(child)));
      } else if (is_layout(child) || child.name == "pb") {
        stray(child);
      } else if (!state_.own) {
        finish_verse();
        read({&child}, out, 2);
      }
    }
    finish_verse();
  }

  bool only_lines(const XmlNode& group) const {
    return std::ranges::all_of(group.children, [&](const XmlNode& child) {
      return is_layout(child) || child.name == "l" || (child.name == "lg" && only_lines(child));
    });
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
    if (in_header_row && !state_.own) cell.header = Scope::column;
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
      if (child.name == "head" && node.caption.empty()) {
        node.caption = inlines(child);
      } else if (child.name != "row") {
        stray(child);
      }
      if (child.name != "row") continue;
      header = header && child.attribute("role") == "label";
      if (header) ++node.header_rows;
      Row row;
      for (const XmlNode& cell : child.children) {
        if (cell.name == "cell" && child.attribute("rend") != "covered") {
          row.cells.push_back(cell_of(cell, header));
        } else if (!state_.own) {
          stray(cell);
        }
      }
      any = any || !row.cells.empty();
      node.rows.push_back(std::move(row));
    }
    if (any) add(out, element, std::move(node));
  }

  State& state_;
  bool member_;
  Inlines pending_;                   // page marks that wait for the text that follows them
  std::optional<Inlines> announced_;  // the speaker whom a note names before an utterance
};

// What may stand before the heading of a page without being text of the article.
bool is_page_furniture(const XmlNode& node) {
  constexpr std::array<std::string_view, 6> names = {"pb", "cb", "lb", "fw", "milestone", "anchor"};
  return std::ranges::find(names, node.name) != names.end();
}

// Whether a division says that it is a part of a larger text: its heading is no headline.
bool is_part_of_work(const XmlNode& division) {
  constexpr std::array<std::string_view, 8> parts = {"act",  "scene",   "chapter", "part",
                                                     "book", "section", "volume",  "canto"};
  return std::ranges::find(parts, division.attribute("type")) != parts.end();
}

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
    } else if (!state.own && is_page_furniture(node)) {
      rest.push_back(&node);
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
  BodyReader reader(state);
  reader.read(nodes, blocks, 2);
  reader.finish(blocks);
  return blocks;
}

void read_text(State& state, const XmlNode& text) {
  const std::string language = usable_language(state, text);
  if (state.own || !language.empty()) state.document.language = language;
  state.document.direction = direction_of(text);
  BodyReader reader(state);
  Blocks& out = state.document.body;
  const auto body_part = [&](const XmlNode& body) {
    const XmlNode* article = body.child("div");
    const bool one_div =
        article != nullptr && std::ranges::all_of(body.children, [&](const XmlNode& node) {
          return &node == article || is_space(node);
        });
    const std::size_t first = out.size();
    if (one_div && !state.own && is_part_of_work(*article)) {
      reader.section(*article, out, 1);
      return;
    }
    reader.read(take_front(state, one_div ? *article : body), out, 1);
    if (one_div && !state.own) reader.hand_down(*article, first, out);
  };
  for (const XmlNode& part : text.children) {
    if (part.name == "body") {
      body_part(part);
    } else if (part.name == "front" && state.own) {
      continue;
    } else if (part.name == "front" || part.name == "group" || part.name == "back") {
      reader.read(children_of(part), out, 1);
    } else if (!state.own) {
      reader.read({&part}, out, 1);
    }
  }
  reader.finish(out);
}

void read_member(State& state, const XmlNode& text, Inlines title, Inlines byline) {
  Blocks& out = state.document.body;
  if (!title.empty()) out.push_back(Block{Heading{2, std::move(title)}});
  if (!byline.empty()) out.push_back(paragraph(std::move(byline)));
  BodyReader reader(state, true);
  const std::size_t first = out.size();
  reader.read(children_of(text), out, 2);
  reader.finish(out);
  reader.hand_down(text, first, out);
}

}  // namespace pressmark::tei
