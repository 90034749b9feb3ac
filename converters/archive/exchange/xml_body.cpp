#include "converters/archive/exchange/xml_body.h"

#include <algorithm>

#include "converters/common/xml_reader.h"
#include "core/base/utf8.h"

namespace pressmark::archive {
namespace {

constexpr int deepest = 1000;
constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
constexpr std::string_view white_space = " \t\r\n";

Error unfit(std::string_view name, std::string_view reason) {
  return Error(
      ErrorKind::unrecognised,
      "'" + std::string(name) + "' cannot stand in another XML document: " + std::string(reason));
}

void skip_white_space(std::string_view& text) {
  text.remove_prefix(std::min(text.find_first_not_of(white_space), text.size()));
}

// Takes off what starts with `start`, up to and with `end`; false where the text starts otherwise.
bool skip(std::string_view& text, std::string_view start, std::string_view end) {
  if (!text.starts_with(start)) return false;
  const std::size_t found = text.find(end, start.size());
  text.remove_prefix(found == std::string_view::npos ? text.size() : found + end.size());
  return true;
}

}  // namespace

Result<std::string_view> xml_body(std::string_view document, std::string_view name) {
  const Result<XmlNode> read = read_xml(document, Limits{}, deepest);
  if (!read) return unfit(name, read.error().message());
  if (!utf8::is_valid(document)) return unfit(name, "it is not in UTF-8");
  std::string_view body = document;
  if (body.starts_with(byte_order_mark)) body.remove_prefix(byte_order_mark.size());
  skip_white_space(body);
  while (skip(body, "<?", "?>") || skip(body, "<!--", "-->")) skip_white_space(body);
  if (body.starts_with("<!DOCTYPE")) return unfit(name, "it has a document type declaration");
  while (!body.empty() && white_space.find(body.back()) != std::string_view::npos) {
    body.remove_suffix(1);
  }
  return body;
}

}  // namespace pressmark::archive
