#include "converters/common/svg_cleaner.h"

#include <libxml/tree.h>

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string>

#include "converters/common/xml_tree.h"
#include "converters/common/xml_writer.h"
#include "core/base/utf8.h"
#include "core/model/validate.h"

namespace pressmark {
namespace {

constexpr std::string_view svg_namespace = "http://www.w3.org/2000/svg";
constexpr std::string_view xlink_namespace = "http://www.w3.org/1999/xlink";
constexpr std::string_view xml_namespace = "http://www.w3.org/XML/1998/namespace";

bool is_one_of(std::string_view value, std::string_view list) {
  return !value.empty() && value.find(' ') == std::string_view::npos &&
         (" " + std::string(list) + " ").find(" " + std::string(value) + " ") != std::string::npos;
}

bool is_known_element(std::string_view name) {
  return is_one_of(
      name,
      "svg g defs symbol use title desc path rect circle ellipse line polyline polygon "
      "text tspan textPath linearGradient radialGradient stop clipPath mask pattern "
      "marker image switch style filter feBlend feColorMatrix feComponentTransfer "
      "feComposite feFlood feFuncA feFuncB feFuncG feFuncR feGaussianBlur feMerge "
      "feMergeNode feMorphology feOffset feTurbulence feDisplacementMap "
      "feConvolveMatrix feTile feDropShadow");
}

bool is_known_attribute(std::string_view name) {
  return is_one_of(
      name,
      "id class style transform x y x1 y1 x2 y2 cx cy r rx ry fx fy width height viewBox "
      "preserveAspectRatio d points pathLength dx dy rotate textLength lengthAdjust startOffset "
      "method spacing offset gradientUnits gradientTransform spreadMethod clipPathUnits maskUnits "
      "maskContentUnits patternUnits patternContentUnits patternTransform markerUnits markerWidth "
      "markerHeight refX refY orient filterUnits primitiveUnits in in2 result mode type values "
      "tableValues slope intercept amplitude exponent operator k1 k2 k3 k4 stdDeviation radius "
      "baseFrequency numOctaves seed stitchTiles scale xChannelSelector yChannelSelector order "
      "kernelMatrix divisor bias targetX targetY edgeMode preserveAlpha alignment-baseline "
      "baseline-shift clip clip-path clip-rule color color-interpolation "
      "color-interpolation-filters direction display dominant-baseline fill fill-opacity fill-rule "
      "filter flood-color flood-opacity font-family font-size font-size-adjust font-stretch "
      "font-style font-variant font-weight image-rendering letter-spacing lighting-color "
      "marker-end marker-mid marker-start mask opacity overflow shape-rendering stop-color "
      "stop-opacity stroke stroke-dasharray stroke-dashoffset stroke-linecap stroke-linejoin "
      "stroke-miterlimit stroke-opacity stroke-width text-anchor text-decoration text-rendering "
      "unicode-bidi visibility word-spacing writing-mode version systemLanguage");
}

// Editors' and metadata elements, which show nothing.
bool shows_nothing(std::string_view name) { return is_one_of(name, "metadata namedview script"); }

// Whether the text of a style refers to nothing but parts of the image.
bool is_harmless_style(std::string_view style) {
  if (style.find("@import") != std::string_view::npos ||
      style.find('\\') != std::string_view::npos ||
      style.find("expression") != std::string_view::npos) {
    return false;
  }
  for (std::size_t at = 0; (at = style.find("url(", at)) != std::string_view::npos; ++at) {
    const std::size_t target = style.find_first_not_of(" \t\n'\"", at + 4);
    if (target == std::string_view::npos || style[target] != '#') return false;
  }
  return true;
}

bool is_picture_url(std::string_view url) {
  constexpr std::array<std::string_view, 3> kinds = {
      "data:image/png;base64,", "data:image/jpeg;base64,", "data:image/gif;base64,"};
  return std::any_of(kinds.begin(), kinds.end(),
                     [&](std::string_view kind) { return url.starts_with(kind); });
}

class Cleaner {
 public:
  std::optional<CleanSvg> run(const xmlNode* root) {
    if (xml_tree::name_of(root) != "svg") return {};
    collect_targets(root);
    out_.start("svg").attribute("xmlns", svg_namespace).attribute("xmlns:xlink", xlink_namespace);
    attributes(root, "svg");
    children(root);
    result_.data = out_.finish();
    return std::move(result_);
  }

 private:
  // Which element each id names, of those that stay; of equal ids the first counts.
  void collect_targets(const xmlNode* node) {
    for (const xmlAttr* attribute = node->properties; attribute != nullptr;
         attribute = attribute->next) {
      const bool id =
          xml_tree::namespace_of(attribute).empty() && xml_tree::name_of(attribute) == "id";
      if (id) targets_.emplace(xml_tree::value_of(attribute), xml_tree::name_of(node));
    }
    for (const xmlNode* child = node->children; child != nullptr; child = child->next) {
      const bool stays =
          child->type == XML_ELEMENT_NODE &&
          (is_known_element(xml_tree::name_of(child)) || xml_tree::name_of(child) == "a");
      if (stays) collect_targets(child);
    }
  }

  void element(const xmlNode* node) {
    const std::string_view name = xml_tree::name_of(node);
    const std::string_view space = xml_tree::namespace_of(node);
    if (!space.empty() && space != svg_namespace) {
      result_.changed = result_.changed || name == "math" || name == "div";
      return;
    }
    if (name == "a") {
      result_.changed = true;
      return children(node);
    }
    if (!is_known_element(name)) {
      result_.changed = result_.changed || !shows_nothing(name) || name == "script";
      return;
    }
    if (name == "style") return style(node);
    out_.start(name);
    attributes(node, name);
    children(node);
    out_.end();
  }

  void children(const xmlNode* node) {
    for (const xmlNode* child = node->children; child != nullptr; child = child->next) {
      if (child->type == XML_ELEMENT_NODE) {
        element(child);
      } else if (const std::string_view text = xml_tree::text_of(child); !text.empty()) {
        out_.text(utf8::to_text(text));
      }
    }
  }

  void style(const xmlNode* node) {
    std::string text;
    for (const xmlNode* child = node->children; child != nullptr; child = child->next) {
      text += xml_tree::text_of(child);
    }
    if (!is_harmless_style(text)) {
      result_.changed = true;
      return;
    }
    out_.start("style").attribute("type", "text/css").text(utf8::to_text(text)).end();
  }

  void attributes(const xmlNode* node, std::string_view element) {
    bool referred = false;
    for (const xmlAttr* attribute = node->properties; attribute != nullptr;
         attribute = attribute->next) {
      const std::string_view name = xml_tree::name_of(attribute);
      const std::string_view space = xml_tree::namespace_of(attribute);
      const std::string value = xml_tree::value_of(attribute);
      const bool reference = name == "href" && (space.empty() || space == xlink_namespace);
      if (reference) {
        if (!referred && is_inside(element, value)) {
          out_.attribute("xlink:href", value);
          referred = true;
        } else {
          result_.changed = true;
        }
      } else if (space == xml_namespace && name == "space") {
        out_.attribute("xml:space", value);
      } else if (space.empty() && is_known_attribute(name)) {
        plain(name, value);
      } else if (space.empty() && name.starts_with("on")) {
        result_.changed = true;
      }
    }
  }

  void plain(std::string_view name, const std::string& value) {
    if (name == "id" && (!is_valid_id(value) || !ids_.insert(value).second)) return;
    if (!is_harmless_style(value) || !leads_right(name, value)) {
      result_.changed = true;
      return;
    }
    out_.attribute(name, value);
  }

  // Whether a reference leads to a part of the image of the kind that the element uses, or to a
  // picture inside of it.
  bool is_inside(std::string_view element, std::string_view value) const {
    if (element == "image") return is_picture_url(value);
    if (!value.starts_with('#')) return false;
    if (element == "use") {
      return leads_to(value.substr(1),
                      "svg g symbol use text path rect circle ellipse line polyline polygon image "
                      "switch");
    }
    if (element == "textPath") return leads_to(value.substr(1), "path");
    if (element == "pattern") return leads_to(value.substr(1), "pattern");
    return element.ends_with("Gradient") &&
           leads_to(value.substr(1), "linearGradient radialGradient");
  }

  bool leads_to(std::string_view id, std::string_view elements) const {
    const auto found = targets_.find(id);
    return found != targets_.end() && is_one_of(found->second, elements);
  }

  // Whether each url(#id) of an attribute leads to what the attribute uses.
  bool leads_right(std::string_view name, std::string_view value) const {
    const std::string_view elements = name == "fill" || name == "stroke"
                                          ? "linearGradient radialGradient pattern"
                                      : name == "clip-path"        ? "clipPath"
                                      : name == "mask"             ? "mask"
                                      : name == "filter"           ? "filter"
                                      : name.starts_with("marker") ? "marker"
                                                                   : "";
    const std::size_t start = value.find("url(");
    if (start == std::string_view::npos || elements.empty()) return true;
    const std::size_t hash = value.find('#', start);
    const std::size_t end = value.find_first_of(")'\" ", std::min(hash, value.size()));
    if (hash == std::string_view::npos || end == std::string_view::npos) return false;
    return leads_to(value.substr(hash + 1, end - hash - 1), elements);
  }

  XmlWriter out_;
  CleanSvg result_;
  std::map<std::string, std::string, std::less<>> targets_;
  std::set<std::string, std::less<>> ids_;  // written
};

}  // namespace

std::optional<CleanSvg> clean_svg(std::string_view octets) {
  const xml_tree::Document document = xml_tree::parse(octets);
  const xmlNode* root = document == nullptr ? nullptr : xmlDocGetRootElement(document.get());
  if (root == nullptr) return {};
  return Cleaner().run(root);
}

}  // namespace pressmark
