#include "converters/importers/native/node_reader.h"

#include <limits>

#include "converters/common/record_json.h"
#include "core/model/node_names.h"

namespace pressmark::native {
namespace {

constexpr int most_number = std::numeric_limits<int>::max();

// The value of an enumerator's name; a failure for an unknown one.
template <class Parse>
auto named(const JsonCursor& json, const char* member, Parse parse) {
  using Value = typename decltype(parse(std::string_view{}))::value_type;
  const auto found = json.need(member);
  if (!found) return Value{};
  const std::string name = found->text();
  const auto value = parse(name);
  if (!value) found->fail("'" + name + "' is not known");
  return value.value_or(Value{});
}

template <class Parse, class Value>
Value named_or(const JsonCursor& json, const char* member, Parse parse, Value otherwise) {
  return json.find(member) ? named(json, member, parse) : otherwise;
}

int number(const JsonCursor& json, const char* member, int least, int otherwise) {
  return static_cast<int>(json.integer(member, least, most_number, otherwise));
}

Inlines inlines_in(const JsonCursor& json, const char* member) {
  const auto found = json.need(member);
  return found ? read_inlines(*found) : Inlines{};
}
Inlines inlines_if(const JsonCursor& json, const char* member) {
  const auto found = json.find(member);
  return found ? read_inlines(*found) : Inlines{};
}
Blocks blocks_in(const JsonCursor& json, const char* member) {
  const auto found = json.need(member);
  return found ? read_blocks(*found) : Blocks{};
}

std::string needed_text(const JsonCursor& json, const char* member) {
  const auto found = json.need(member);
  return found ? found->text() : std::string{};
}

// The members that every node has, and those that its type has.
template <class... Names>
void only(const JsonCursor& json, Names... names) {
  json.only({"type", "id", "language", "direction", "from", names...});
}

template <class Wrapper>
void read_wrapper(const JsonCursor& json, Wrapper& node) {
  node.id = json.text("id");
  node.language = json.text("language");
  node.direction = named_or(json, "direction", parse_direction, Direction::inherit);
  if (const auto from = json.find("from")) node.from = read_location(*from);
}

InlineNode read_inline_node(const JsonCursor& json, const std::string& type) {
  if (type == "text") {
    only(json, "text");
    return Text{needed_text(json, "text")};
  }
  if (type == "styled") {
    only(json, "style", "children");
    return Styled{named(json, "style", parse_style), inlines_in(json, "children")};
  }
  if (type == "named") {
    only(json, "kind", "children");
    return Named{named(json, "kind", parse_name_kind), inlines_in(json, "children")};
  }
  if (type == "dated") {
    only(json, "when", "children");
    const auto when = json.need("when");
    return Dated{when ? read_date(*when) : Date{}, inlines_in(json, "children")};
  }
  if (type == "abbreviation") {
    only(json, "expansion", "children");
    return Abbreviation{json.text("expansion"), inlines_in(json, "children")};
  }
  if (type == "quoted") {
    only(json, "children");
    return Quoted{inlines_in(json, "children")};
  }
  if (type == "code") {
    only(json, "text", "code_language");
    return Code{needed_text(json, "text"), json.text("code_language")};
  }
  if (type == "link") {
    only(json, "target", "children");
    return Link{needed_text(json, "target"), inlines_in(json, "children")};
  }
  if (type == "image") {
    only(json, "resource", "source", "alt");
    Image image{json.text("resource"), std::nullopt, json.text("source")};
    if (const auto alt = json.find("alt")) image.alt = alt->text();
    return image;
  }
  if (type == "note") {
    only(json, "label", "children");
    return Note{json.text("label"), blocks_in(json, "children")};
  }
  if (type == "formula") {
    only(json, "tex", "mathml", "plain", "display");
    return Formula{json.text("tex"), json.text("mathml"), json.text("plain"),
                   json.boolean("display", false)};
  }
  if (type == "ruby") {
    only(json, "base", "reading");
    return Ruby{inlines_in(json, "base"), needed_text(json, "reading")};
  }
  if (type == "line-break") {
    only(json);
    return LineBreak{};
  }
  if (type == "page-mark") {
    only(json, "label");
    return PageMark{json.text("label")};
  }
  json.fail("'" + type + "' is no type of inline");
  return LineBreak{};
}

List read_list(const JsonCursor& json) {
  only(json, "numbering", "start", "items");
  List list;
  list.numbering = named(json, "numbering", parse_numbering);
  list.start = number(json, "start", std::numeric_limits<int>::min(), 1);
  if (const auto items = json.need("items")) {
    items->each_item([&](const JsonCursor& item) { list.items.push_back(read_blocks(item)); });
  }
  return list;
}

DefinitionList read_definition_list(const JsonCursor& json) {
  only(json, "entries");
  DefinitionList list;
  const auto entries = json.need("entries");
  if (!entries) return list;
  entries->each_item([&](const JsonCursor& item) {
    item.only({"terms", "definitions"});
    DefinitionEntry entry;
    if (const auto terms = item.need("terms")) {
      terms->each_item([&](const JsonCursor& term) { entry.terms.push_back(read_inlines(term)); });
    }
    if (const auto definitions = item.need("definitions")) {
      definitions->each_item([&](const JsonCursor& definition) {
        entry.definitions.push_back(read_blocks(definition));
      });
    }
    list.entries.push_back(std::move(entry));
  });
  return list;
}

Verse read_verse(const JsonCursor& json) {
  only(json, "stanzas");
  Verse verse;
  const auto stanzas = json.need("stanzas");
  if (!stanzas) return verse;
  stanzas->each_item([&](const JsonCursor& lines) {
    std::vector<VerseLine> stanza;
    lines.each_item([&](const JsonCursor& line) {
      line.only({"indent", "children"});
      VerseLine read{inlines_in(line, "children"), 0};
      read.indent = static_cast<int>(line.integer("indent", 0, 1000, 0));
      stanza.push_back(std::move(read));
    });
    verse.stanzas.push_back(std::move(stanza));
  });
  return verse;
}

Cell read_cell(const JsonCursor& json) {
  json.only({"rows", "columns", "header", "alignment", "children"});
  Cell cell;
  cell.rows = number(json, "rows", 1, 1);
  cell.columns = number(json, "columns", 1, 1);
  cell.header = named_or(json, "header", parse_scope, Scope::none);
  cell.alignment = named_or(json, "alignment", parse_alignment, Alignment::none);
  cell.children = blocks_in(json, "children");
  return cell;
}

Table read_table(const JsonCursor& json) {
  only(json, "caption", "header_rows", "rows");
  Table table;
  table.caption = inlines_if(json, "caption");
  table.header_rows = number(json, "header_rows", 0, 0);
  if (const auto rows = json.need("rows")) {
    rows->each_item([&](const JsonCursor& cells) {
      Row row;
      cells.each_item([&](const JsonCursor& cell) { row.cells.push_back(read_cell(cell)); });
      table.rows.push_back(std::move(row));
    });
  }
  return table;
}

BlockNode read_block_node(const JsonCursor& json, const std::string& type) {
  if (type == "paragraph") {
    only(json, "children");
    return Paragraph{inlines_in(json, "children")};
  }
  if (type == "heading") {
    only(json, "level", "children");
    return Heading{static_cast<int>(json.integer("level", 2, 6, 2)), inlines_in(json, "children")};
  }
  if (type == "quotation") {
    only(json, "pulled", "children", "attribution");
    return Quotation{blocks_in(json, "children"), inlines_if(json, "attribution"),
                     json.boolean("pulled", false)};
  }
  if (type == "list") return read_list(json);
  if (type == "definition-list") return read_definition_list(json);
  if (type == "speech") {
    only(json, "speaker", "children");
    return Speech{inlines_in(json, "speaker"), blocks_in(json, "children")};
  }
  if (type == "figure") {
    only(json, "content", "caption", "credit");
    return Figure{blocks_in(json, "content"), inlines_if(json, "caption"),
                  inlines_if(json, "credit")};
  }
  if (type == "aside") {
    only(json, "kind", "title", "children");
    return Aside{named(json, "kind", parse_aside_kind), inlines_if(json, "title"),
                 blocks_in(json, "children")};
  }
  if (type == "preformatted") {
    only(json, "code", "code_language", "text");
    return Preformatted{needed_text(json, "text"), json.boolean("code", true),
                        json.text("code_language")};
  }
  if (type == "verse") return read_verse(json);
  if (type == "table") return read_table(json);
  if (type == "break") {
    only(json);
    return Break{};
  }
  json.fail("'" + type + "' is no type of block");
  return Break{};
}

}  // namespace

Inlines read_inlines(const JsonCursor& json) {
  Inlines inlines;
  json.each_item([&](const JsonCursor& item) {
    Inline node{read_inline_node(item, needed_text(item, "type"))};
    read_wrapper(item, node);
    inlines.push_back(std::move(node));
  });
  return inlines;
}

Blocks read_blocks(const JsonCursor& json) {
  Blocks blocks;
  json.each_item([&](const JsonCursor& item) {
    Block node{read_block_node(item, needed_text(item, "type"))};
    read_wrapper(item, node);
    blocks.push_back(std::move(node));
  });
  return blocks;
}

}  // namespace pressmark::native
