#include <algorithm>
#include <iterator>

#include "converters/importers/html/builder.h"
#include "converters/importers/html/codes.h"
#include "converters/importers/html/elements.h"
#include "converters/importers/html/words.h"
#include "core/base/utf8.h"

namespace pressmark::html {
namespace {

// A row with the section of the table it is in.
struct SourceRow {
  const Node* row;
  bool in_head = false;
  std::vector<const Node*> cells;
};

struct TableParts {
  const Node* caption = nullptr;
  std::vector<SourceRow> rows;  // head first, foot last
};

bool is_cell(const Node* node) { return node->is("td") || node->is("th"); }

void add_row(const Node* row, bool in_head, std::vector<SourceRow>& rows) {
  SourceRow found{row, in_head, {}};
  for (const Node* cell = row->first_child; cell != nullptr; cell = cell->next) {
    if (is_cell(cell)) found.cells.push_back(cell);
  }
  rows.push_back(std::move(found));
}

TableParts parts_of(const Node* table) {
  TableParts parts;
  std::vector<SourceRow> head;
  std::vector<SourceRow> foot;
  for (const Node* child = table->first_child; child != nullptr; child = child->next) {
    if (child->is("caption") && parts.caption == nullptr) parts.caption = child;
    const bool in_head = child->is("thead");
    if (!in_head && !child->is("tbody") && !child->is("tfoot")) continue;
    for (const Node* row = child->first_child; row != nullptr; row = row->next) {
      if (!row->is("tr")) continue;
      add_row(row, in_head, in_head ? head : child->is("tfoot") ? foot : parts.rows);
    }
  }
  parts.rows.insert(parts.rows.begin(), std::make_move_iterator(head.begin()),
                    std::make_move_iterator(head.end()));
  parts.rows.insert(parts.rows.end(), std::make_move_iterator(foot.begin()),
                    std::make_move_iterator(foot.end()));
  return parts;
}

// What tells a table of data from one that only arranges the page.
bool is_layout_table(const Node* table, const TableParts& parts) {
  const std::string role = to_lower(table->attribute("role"));
  if (role == "presentation" || role == "none") return true;
  if (parts.rows.empty()) return true;
  if (parts.caption != nullptr || table->has_attribute("summary") || role == "table" ||
      role == "grid")
    return false;
  std::size_t cells = 0;
  std::size_t widest = 0;
  std::size_t headers = 0;
  for (const SourceRow& row : parts.rows) {
    cells += row.cells.size();
    widest = std::max(widest, row.cells.size());
    headers += static_cast<std::size_t>(std::count_if(row.cells.begin(), row.cells.end(),
                                                      [](const Node* c) { return c->is("th"); }));
  }
  if (cells <= 1 || widest <= 1) return true;
  // One row without headers says nothing as data: columns, a bar of links, a numbered formula.
  if (parts.rows.size() == 1 && headers == 0) return true;
  bool nested = false;
  bool sections = false;
  for (const Node* at = next_in_order(table, table); at != nullptr; at = next_in_order(at, table)) {
    nested = nested || at->is("table");
    sections = sections || heading_level(at) > 0 || at->is("article") || at->is("section");
  }
  if (headers > 0 && !nested) return false;
  if (nested || sections) return true;
  // Few cells with much text each are columns of a page.
  std::size_t text = 0;
  std::size_t longest = 0;
  for (const SourceRow& row : parts.rows) {
    for (const Node* cell : row.cells) {
      const std::size_t size = collapsed_text(cell).size();
      text += size;
      longest = std::max(longest, size);
    }
  }
  return parts.rows.size() <= 2 && longest > 600 && text / cells > 250;
}

Alignment alignment_of(const Node* cell) {
  std::string value = style_property(cell, "text-align");
  if (value.empty()) value = to_lower(trim(cell->attribute("align")));
  if (value == "center") return Alignment::centre;
  if (value == "right" || value == "end") return Alignment::end;
  if (value == "left" || value == "start") return Alignment::start;
  return Alignment::none;
}

// What a header cell is for, where its scope attribute does not say so: the column in rows of
// nothing but headers, else the row.
Scope scope_of(const Node* cell, const SourceRow& row) {
  if (!cell->is("th")) return Scope::none;
  const std::string scope = to_lower(trim(cell->attribute("scope")));
  if (scope == "row" || scope == "rowgroup") return Scope::row;
  if (scope == "col" || scope == "colgroup") return Scope::column;
  if (row.in_head) return Scope::column;
  const bool headers_only =
      std::all_of(row.cells.begin(), row.cells.end(), [](const Node* c) { return c->is("th"); });
  return headers_only ? Scope::column : Scope::row;
}

bool is_header_row(const Row& row) {
  return !row.cells.empty() && std::all_of(row.cells.begin(), row.cells.end(),
                                           [](const Cell& c) { return c.header == Scope::column; });
}

}  // namespace

Cell Builder::cell(const Node* node) {
  Cell made;
  Flow flow;
  add_children(node, flow);
  close_run(flow);
  mark(flow, 0, node);
  made.children = std::move(flow.blocks);
  made.columns = parse_integer(node->attribute("colspan"), 1, 1000, 1);
  made.rows = parse_integer(node->attribute("rowspan"), 0, 65534, 1);
  made.alignment = alignment_of(node);
  return made;
}

void Builder::add_table(const Node* node, Flow& flow) {
  const TableParts parts = parts_of(node);
  if (is_layout_table(node, parts)) {
    if (!parts.rows.empty()) {
      context_.diagnostics.report(codes::layout_table, node->from,
                                  utf8::prefix(collapsed_text(node), 60));
    }
    unfold_table(node, flow);
    return;
  }
  Table table;
  if (parts.caption != nullptr) table.caption = inlines(parts.caption);
  bool any = false;
  for (const SourceRow& source : parts.rows) {
    if (is_skipped(source.row) || page_.notes.taken[source.row->index]) continue;
    Row row;
    for (const Node* source_cell : source.cells) {
      if (is_skipped(source_cell)) continue;
      Cell made = cell(source_cell);
      made.header = scope_of(source_cell, source);
      any = any || !made.children.empty();
      row.cells.push_back(std::move(made));
    }
    if (!row.cells.empty()) table.rows.push_back(std::move(row));
  }
  if (!any) return;
  // Spans stay in the table; 0 means to the last row (WHATWG HTML, 4.9.11).
  const int rows = static_cast<int>(table.rows.size());
  for (int i = 0; i < rows; ++i) {
    for (Cell& made : table.rows[i].cells) {
      made.rows = made.rows == 0 ? rows - i : std::min(made.rows, rows - i);
    }
  }
  while (table.header_rows < rows && is_header_row(table.rows[table.header_rows])) {
    ++table.header_rows;
  }
  if (table.header_rows == rows) table.header_rows = 0;
  push(flow, std::move(table), node);
}

// The cells of a table that only arranges the page, one after the other.
void Builder::unfold_table(const Node* node, Flow& flow) {
  for (const Node* child = node->first_child; child != nullptr; child = child->next) {
    if (page_.notes.taken[child->index] || is_skipped(child) || is_invisible(child)) continue;
    if (child->type == NodeType::text) {
      add_inline(child, flow.run, flow.spaces);
      continue;
    }
    close_run(flow);
    const std::size_t first = flow.blocks.size();
    if (child->is("tbody") || child->is("thead") || child->is("tfoot") || child->is("tr")) {
      unfold_table(child, flow);
    } else {
      add_children(child, flow);
    }
    close_run(flow);
    mark(flow, first, child);
  }
}

}  // namespace pressmark::html
