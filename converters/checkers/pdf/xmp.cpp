#include "converters/checkers/pdf/xmp.h"

namespace pressmark::pdf_check {
namespace {

constexpr int most_depth = 64;

const XmlNode* first_list(const XmlNode& property) {
  for (const XmlNode& child : property.children) {
    if (child.name_space == name_space::rdf &&
        (child.name == "Alt" || child.name == "Seq" || child.name == "Bag")) {
      return &child;
    }
  }
  return nullptr;
}

// Properties may be written as attributes, whose prefixes the tree does not resolve; these are the
// usual ones.
std::string_view usual_name_space(std::string_view prefix) {
  if (prefix == "pdfaid") return name_space::pdfa_id;
  if (prefix == "pdfuaid") return name_space::pdfua_id;
  if (prefix == "dc") return name_space::dublin_core;
  if (prefix == "xmp" || prefix == "xap") return name_space::xmp;
  if (prefix == "pdf") return name_space::pdf;
  if (prefix == "xmpRights") return name_space::rights;
  return {};
}

void collect(const XmlNode& node, std::vector<XmpProperty>& properties) {
  if (node.name == "Description" && node.name_space == name_space::rdf) {
    for (const auto& [qualified_name, value] : node.attributes) {
      const std::size_t colon = qualified_name.find(':');
      if (colon == std::string::npos) continue;
      const std::string_view uri = usual_name_space(qualified_name.substr(0, colon));
      if (uri.empty()) continue;
      properties.push_back({std::string(uri), qualified_name.substr(colon + 1), nullptr, value});
    }
    for (const XmlNode& child : node.children) {
      if (!child.is_text()) {
        properties.push_back({child.name_space, child.name, &child, child.all_text()});
      }
    }
    return;
  }
  for (const XmlNode& child : node.children) collect(child, properties);
}

}  // namespace

Result<XmpPacket> XmpPacket::read(std::string_view octets) {
  Result<XmlNode> root = read_xml(octets, Limits{}, most_depth);
  if (!root) return root.error();
  XmpPacket packet;
  packet.root_ = std::make_shared<const XmlNode>(std::move(*root));
  collect(*packet.root_, packet.properties_);
  return packet;
}

const XmpProperty* XmpPacket::find(std::string_view name_space, std::string_view name) const {
  for (const XmpProperty& property : properties_) {
    if (property.name == name && property.name_space == name_space) return &property;
  }
  return nullptr;
}

std::optional<std::string> XmpPacket::text(std::string_view name_space, std::string_view name,
                                           std::string_view separator) const {
  const XmpProperty* property = find(name_space, name);
  if (property == nullptr) return std::nullopt;
  const XmlNode* list = property->node == nullptr ? nullptr : first_list(*property->node);
  if (list == nullptr) return property->text;
  std::string joined;
  for (const XmlNode& item : list->children) {
    if (item.is_text()) continue;
    if (list->name == "Alt") {
      if (item.attribute("xml:lang") == "x-default") return item.all_text();
      continue;
    }
    joined += (joined.empty() ? "" : std::string(separator)) + item.all_text();
  }
  return joined;
}

}  // namespace pressmark::pdf_check
