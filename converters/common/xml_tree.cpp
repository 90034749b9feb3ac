#include "converters/common/xml_tree.h"

#include <libxml/parser.h>
#include <libxml/tree.h>

#include <limits>

#include "core/base/utf8.h"

namespace pressmark::xml_tree {
namespace {

void stay_silent(void*, const char*, ...) {}

std::string_view view(const xmlChar* text) {
  return text == nullptr ? std::string_view{} : reinterpret_cast<const char*>(text);
}

}  // namespace

void FreeDocument::operator()(_xmlDoc* document) const { xmlFreeDoc(document); }

Document parse(std::string_view octets) {
  if (octets.size() > static_cast<std::size_t>(std::numeric_limits<int>::max())) return nullptr;
  xmlParserCtxt* parser = xmlNewParserCtxt();
  if (parser == nullptr) return nullptr;
  parser->sax->error = stay_silent;
  parser->sax->warning = stay_silent;
  Document document(xmlCtxtReadMemory(
      parser, octets.data(), static_cast<int>(octets.size()), nullptr, nullptr,
      XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_NOCDATA));
  xmlFreeParserCtxt(parser);
  return document;
}

std::string_view name_of(const _xmlNode* node) { return view(node->name); }
std::string_view name_of(const _xmlAttr* attribute) { return view(attribute->name); }
std::string_view namespace_of(const _xmlNode* node) {
  return node->ns == nullptr ? std::string_view{} : view(node->ns->href);
}
std::string_view namespace_of(const _xmlAttr* attribute) {
  return attribute->ns == nullptr ? std::string_view{} : view(attribute->ns->href);
}

std::string_view text_of(const _xmlNode* node) {
  const bool text = node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE;
  return text ? view(node->content) : std::string_view{};
}

std::string value_of(const _xmlAttr* attribute) {
  std::string value;
  for (const xmlNode* part = attribute->children; part != nullptr; part = part->next) {
    value += text_of(part);
  }
  return utf8::to_text(value);
}

}  // namespace pressmark::xml_tree
