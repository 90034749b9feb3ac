// converters/common/xml_tree.h: small pieces of XML from anywhere as libxml2 trees, for the sources
// that clean them.
#pragma once

#include <memory>
#include <string>
#include <string_view>

struct _xmlAttr;
struct _xmlDoc;
struct _xmlNode;

namespace pressmark::xml_tree {

struct FreeDocument {
  void operator()(_xmlDoc* document) const;
};
using Document = std::unique_ptr<_xmlDoc, FreeDocument>;

// Parses without network, without a word on standard error, and without replacing entities; null
// where the octets are not well-formed, are more than 2 GiB, or nest deeper than 256 elements.
Document parse(std::string_view octets);

// The local name of an element or attribute, and the name of its namespace (empty: none).
std::string_view name_of(const _xmlNode* node);
std::string_view name_of(const _xmlAttr* attribute);
std::string_view namespace_of(const _xmlNode* node);
std::string_view namespace_of(const _xmlAttr* attribute);

// The content of a text or CDATA node; empty for other nodes.
std::string_view text_of(const _xmlNode* node);
// The value without the parts that are references to entities, as text (core/base/utf8.h).
std::string value_of(const _xmlAttr* attribute);

}  // namespace pressmark::xml_tree
