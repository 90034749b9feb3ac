#include "converters/exporters/pdf/layout/type_names.h"

namespace pressmark::pdf {

std::string_view type_name(Tag tag) {
  switch (tag) {
    case Tag::document:
      return "Document";
    case Tag::article:
      return "Art";
    case Tag::section:
      return "Sect";
    case Tag::division:
      return "Div";
    case Tag::block_quote:
      return "BlockQuote";
    case Tag::caption:
      return "Caption";
    case Tag::paragraph:
      return "P";
    case Tag::heading:
      return "H";
    case Tag::list:
      return "L";
    case Tag::list_item:
      return "LI";
    case Tag::label:
      return "Lbl";
    case Tag::list_body:
      return "LBody";
    case Tag::table:
      return "Table";
    case Tag::table_row:
      return "TR";
    case Tag::table_header_cell:
      return "TH";
    case Tag::table_data_cell:
      return "TD";
    case Tag::table_head:
      return "THead";
    case Tag::table_body:
      return "TBody";
    case Tag::figure:
      return "Figure";
    case Tag::formula:
      return "Formula";
    case Tag::code:
      return "Code";
    case Tag::quote:
      return "Quote";
    case Tag::note:
      return "Note";
    case Tag::reference:
      return "Reference";
    case Tag::link:
      return "Link";
    case Tag::span:
      return "Span";
    case Tag::contents:
      return "TOC";
    case Tag::contents_item:
      return "TOCI";
  }
  return "";
}

}  // namespace pressmark::pdf
