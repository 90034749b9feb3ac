// converters/checkers/pdf/xmp.h: the properties of an XMP packet (ISO 16684-1).
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "converters/common/xml_reader.h"
#include "core/base/result.h"

namespace pressmark::pdf_check {

namespace name_space {
inline constexpr std::string_view pdfa_id = "http://www.aiim.org/pdfa/ns/id/";
inline constexpr std::string_view pdfua_id = "http://www.aiim.org/pdfua/ns/id/";
inline constexpr std::string_view dublin_core = "http://purl.org/dc/elements/1.1/";
inline constexpr std::string_view xmp = "http://ns.adobe.com/xap/1.0/";
inline constexpr std::string_view pdf = "http://ns.adobe.com/pdf/1.3/";
inline constexpr std::string_view rights = "http://ns.adobe.com/xap/1.0/rights/";
inline constexpr std::string_view extension = "http://www.aiim.org/pdfa/ns/extension/";
inline constexpr std::string_view rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
}  // namespace name_space

struct XmpProperty {
  std::string name_space;
  std::string name;
  const XmlNode* node;  // null where it was written as an attribute
  std::string text;     // of a simple property
};

// The packet's text without the processing instructions around it, and the properties inside.
class XmpPacket {
 public:
  // Fails with ErrorKind::unrecognised for octets that are no well-formed packet.
  static Result<XmpPacket> read(std::string_view octets);

  const std::vector<XmpProperty>& properties() const { return properties_; }
  const XmpProperty* find(std::string_view name_space, std::string_view name) const;
  // The text of a simple property; of a list, its items with ", " between them; of a language
  // alternative, the default. Absent where there is no such property.
  std::optional<std::string> text(std::string_view name_space, std::string_view name,
                                  std::string_view separator = ", ") const;

 private:
  std::shared_ptr<const XmlNode> root_;  // shared, so that the nodes stay where they are
  std::vector<XmpProperty> properties_;
};

}  // namespace pressmark::pdf_check
