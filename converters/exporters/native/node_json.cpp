#include "converters/exporters/native/node_json.h"

#include "converters/common/record_json.h"
#include "core/base/match.h"
#include "core/model/node_names.h"

namespace pressmark::native {
namespace {

OrderedJson node(const char* type) {
  OrderedJson object = OrderedJson::object();
  put(object, "type", type);
  return object;
}

// The wrapper's members, behind the type.
template <class Wrapper>
void put_wrapper(OrderedJson& object, const Wrapper& wrapper) {
  put_if(object, "id", wrapper.id);
  put_if(object, "language", wrapper.language);
  if (wrapper.direction != Direction::inherit) {
    put(object, "direction", std::string(to_string(wrapper.direction)));
  }
  if (wrapper.from.known()) put(object, "from", to_json(wrapper.from));
}

void put_inlines(OrderedJson& object, const char* key, const Inlines& inlines) {
  if (!inlines.empty()) put(object, key, to_json(inlines));
}

void put_children(OrderedJson& object, const Inlines& children) {
  put(object, "children", to_json(children));
}
void put_children(OrderedJson& object, const Blocks& children) {
  put(object, "children", to_json(children));
}

void fill(OrderedJson& object, const Text& value) { put(object, "text", value.text); }
void fill(OrderedJson& object, const Styled& value) {
  put(object, "style", std::string(to_string(value.style)));
  put_children(object, value.children);
}
void fill(OrderedJson& object, const Named& value) {
  put(object, "kind", std::string(to_string(value.kind)));
  put_children(object, value.children);
}
void fill(OrderedJson& object, const Dated& value) {
  put(object, "when", to_json(value.when));
  put_children(object, value.children);
}
void fill(OrderedJson& object, const Abbreviation& value) {
  put_if(object, "expansion", value.expansion);
  put_children(object, value.children);
}
void fill(OrderedJson& object, const Quoted& value) { put_children(object, value.children); }
void fill(OrderedJson& object, const Code& value) {
  put(object, "text", value.text);
  put_if(object, "code_language", value.code_language);
}
void fill(OrderedJson& object, const Link& value) {
  put(object, "target", value.target);
  put_children(object, value.children);
}
void fill(OrderedJson& object, const Image& value) {
  put_if(object, "resource", value.resource);
  put_if(object, "source", value.source);
  if (value.alt) put(object, "alt", *value.alt);
}
void fill(OrderedJson& object, const Note& value) {
  put_if(object, "label", value.label);
  put_children(object, value.children);
}
void fill(OrderedJson& object, const Formula& value) {
  put_if(object, "tex", value.tex);
  put_if(object, "mathml", value.mathml);
  put_if(object, "plain", value.plain);
  if (value.display) put(object, "display", true);
}
void fill(OrderedJson& object, const Ruby& value) {
  put(object, "base", to_json(value.base));
  put(object, "reading", value.reading);
}
void fill(OrderedJson&, const LineBreak&) {}
void fill(OrderedJson& object, const PageMark& value) { put_if(object, "label", value.label); }

const char* type_of(const InlineNode& value) {
  return std::visit(
      match{[](const Text&) { return "text"; }, [](const Styled&) { return "styled"; },
            [](const Named&) { return "named"; }, [](const Dated&) { return "dated"; },
            [](const Abbreviation&) { return "abbreviation"; },
            [](const Quoted&) { return "quoted"; }, [](const Code&) { return "code"; },
            [](const Link&) { return "link"; }, [](const Image&) { return "image"; },
            [](const Note&) { return "note"; }, [](const Formula&) { return "formula"; },
            [](const Ruby&) { return "ruby"; }, [](const LineBreak&) { return "line-break"; },
            [](const PageMark&) { return "page-mark"; }},
      value);
}

template <class Item, class Convert>
OrderedJson array_of(const std::vector<Item>& items, Convert convert) {
  OrderedJson array = OrderedJson::array();
  for (const Item& item : items) array.push_back(convert(item));
  return array;
}

void fill(OrderedJson& object, const Paragraph& value) { put_children(object, value.children); }
void fill(OrderedJson& object, const Heading& value) {
  put(object, "level", value.level);
  put_children(object, value.children);
}
void fill(OrderedJson& object, const Quotation& value) {
  if (value.pulled) put(object, "pulled", true);
  put_children(object, value.children);
  put_inlines(object, "attribution", value.attribution);
}
void fill(OrderedJson& object, const List& value) {
  put(object, "numbering", std::string(to_string(value.numbering)));
  if (value.start != 1) put(object, "start", value.start);
  put(object, "items", array_of(value.items, [](const Blocks& item) { return to_json(item); }));
}
void fill(OrderedJson& object, const DefinitionList& value) {
  put(object, "entries", array_of(value.entries, [](const DefinitionEntry& entry) {
        OrderedJson member = OrderedJson::object();
        put(member, "terms",
            array_of(entry.terms, [](const Inlines& term) { return to_json(term); }));
        put(member, "definitions",
            array_of(entry.definitions, [](const Blocks& blocks) { return to_json(blocks); }));
        return member;
      }));
}
void fill(OrderedJson& object, const Speech& value) {
  put(object, "speaker", to_json(value.speaker));
  put_children(object, value.children);
}
void fill(OrderedJson& object, const Figure& value) {
  put(object, "content", to_json(value.content));
  put_inlines(object, "caption", value.caption);
  put_inlines(object, "credit", value.credit);
}
void fill(OrderedJson& object, const Aside& value) {
  put(object, "kind", std::string(to_string(value.kind)));
  put_inlines(object, "title", value.title);
  put_children(object, value.children);
}
void fill(OrderedJson& object, const Preformatted& value) {
  if (!value.code) put(object, "code", false);
  put_if(object, "code_language", value.code_language);
  put(object, "text", value.text);
}
void fill(OrderedJson& object, const Verse& value) {
  put(object, "stanzas", array_of(value.stanzas, [](const std::vector<VerseLine>& stanza) {
        return array_of(stanza, [](const VerseLine& line) {
          OrderedJson member = OrderedJson::object();
          if (line.indent != 0) put(member, "indent", line.indent);
          put_children(member, line.children);
          return member;
        });
      }));
}
OrderedJson cell_json(const Cell& cell) {
  OrderedJson member = OrderedJson::object();
  if (cell.rows != 1) put(member, "rows", cell.rows);
  if (cell.columns != 1) put(member, "columns", cell.columns);
  if (cell.header != Scope::none) put(member, "header", std::string(to_string(cell.header)));
  if (cell.alignment != Alignment::none) {
    put(member, "alignment", std::string(to_string(cell.alignment)));
  }
  put_children(member, cell.children);
  return member;
}
void fill(OrderedJson& object, const Table& value) {
  put_inlines(object, "caption", value.caption);
  if (value.header_rows != 0) put(object, "header_rows", value.header_rows);
  put(object, "rows",
      array_of(value.rows, [](const Row& row) { return array_of(row.cells, cell_json); }));
}
void fill(OrderedJson&, const Break&) {}

const char* type_of(const BlockNode& value) {
  return std::visit(
      match{[](const Paragraph&) { return "paragraph"; }, [](const Heading&) { return "heading"; },
            [](const Quotation&) { return "quotation"; }, [](const List&) { return "list"; },
            [](const DefinitionList&) { return "definition-list"; },
            [](const Speech&) { return "speech"; }, [](const Figure&) { return "figure"; },
            [](const Aside&) { return "aside"; },
            [](const Preformatted&) { return "preformatted"; },
            [](const Verse&) { return "verse"; }, [](const Table&) { return "table"; },
            [](const Break&) { return "break"; }},
      value);
}

// type_of() and the overloads of fill() name every alternative; a new node has neither.
template <class Wrapper>
OrderedJson wrapper_json(const Wrapper& wrapper) {
  OrderedJson object = node(type_of(wrapper.node));
  put_wrapper(object, wrapper);
  std::visit([&](const auto& value) { fill(object, value); }, wrapper.node);
  return object;
}

}  // namespace

OrderedJson to_json(const Inlines& inlines) { return array_of(inlines, wrapper_json<Inline>); }
OrderedJson to_json(const Blocks& blocks) { return array_of(blocks, wrapper_json<Block>); }

}  // namespace pressmark::native
