// Tables.
#include <algorithm>

#include "converters/importers/tei/body_reader.h"

namespace pressmark::tei {

Cell BodyReader::cell_of(const XmlNode& element, bool in_header_row) {
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

void BodyReader::table(const XmlNode& element, Blocks& out) {
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

}  // namespace pressmark::tei
