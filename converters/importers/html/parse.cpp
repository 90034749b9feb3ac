// The only file that knows the parser: gumbo makes a tree, which is copied into ours and freed.

#include <gumbo.h>

#include <memory>

#include "converters/importers/html/dom.h"
#include "converters/importers/html/markup_guard.h"
#include "converters/importers/html/words.h"
#include "core/base/utf8.h"

namespace pressmark::html {
namespace {

struct OutputDeleter {
  void operator()(GumboOutput* output) const {
    gumbo_destroy_output(&kGumboDefaultOptions, output);
  }
};
using Output = std::unique_ptr<GumboOutput, OutputDeleter>;

Location location_of(const GumboSourcePosition& position) {
  return {static_cast<int>(position.line), static_cast<int>(position.column)};
}

std::string_view attribute_prefix(GumboAttributeNamespaceEnum space) {
  switch (space) {
    case GUMBO_ATTR_NAMESPACE_XLINK:
      return "xlink:";
    case GUMBO_ATTR_NAMESPACE_XML:
      return "xml:";
    case GUMBO_ATTR_NAMESPACE_XMLNS:
    case GUMBO_ATTR_NAMESPACE_NONE:
      break;
  }
  return {};
}

// Copies in document order. The parser's tree is no deeper than the guard lets it be, so that
// recursion is safe.
class TreeCopy {
 public:
  // `text` is the page, `parsed` the same with what the guard changed, which the parser read.
  TreeCopy(Dom& dom, int depth, std::string_view text, std::string_view parsed, ParseReport& report)
      : dom_(dom), most_depth_(depth), text_(text), parsed_(parsed), report_(report) {}

  void children(const GumboVector& list, Node* parent, int depth) {
    for (unsigned int i = 0; i < list.length; ++i) {
      node(*static_cast<const GumboNode*>(list.data[i]), parent, depth);
    }
  }

 private:
  void node(const GumboNode& from, Node* parent, int depth) {
    switch (from.type) {
      case GUMBO_NODE_DOCUMENT:
        children(from.v.document.children, parent, depth);
        break;
      case GUMBO_NODE_ELEMENT:
      case GUMBO_NODE_TEMPLATE:
        element(from.v.element, parent, depth);
        break;
      case GUMBO_NODE_TEXT:
      case GUMBO_NODE_CDATA:
      case GUMBO_NODE_WHITESPACE:
        text(from.v.text, NodeType::text, parent);
        break;
      case GUMBO_NODE_COMMENT:
        text(from.v.text, NodeType::comment, parent);
        break;
    }
  }

  void element(const GumboElement& from, Node* parent, int depth) {
    if (depth >= most_depth_) {
      ++report_.flattened;
      children(from.children, parent, depth);
      return;
    }
    Node* copy = dom_.make(NodeType::element);
    copy->space = from.tag_namespace == GUMBO_NAMESPACE_SVG      ? Namespace::svg
                  : from.tag_namespace == GUMBO_NAMESPACE_MATHML ? Namespace::mathml
                                                                 : Namespace::html;
    copy->name = name_of(from);
    copy->from = location_of(from.start_pos);
    copy->attributes.reserve(from.attributes.length);
    for (unsigned int i = 0; i < from.attributes.length; ++i) {
      const auto& attribute = *static_cast<const GumboAttribute*>(from.attributes.data[i]);
      copy->attributes.push_back(
          {keep_text(std::string(attribute_prefix(attribute.attr_namespace)) + attribute.name),
           keep_text(attribute.value)});
    }
    Dom::append(parent, copy);
    children(from.children, copy, depth + 1);
  }

  // Whether the guard gave the element the name "embed" in place of its own.
  bool is_frame_of_xml(const GumboElement& from) const {
    if (from.tag != GUMBO_TAG_EMBED || from.original_tag.data == nullptr) return false;
    constexpr std::string_view own = "iframe";
    const auto tag = static_cast<std::size_t>(from.original_tag.data - parsed_.data());
    return equals_ignoring_case(text_.substr(tag + 1, own.size()), own);
  }

  std::string_view name_of(const GumboElement& from) {
    if (is_frame_of_xml(from)) return gumbo_normalized_tagname(GUMBO_TAG_IFRAME);
    if (from.tag != GUMBO_TAG_UNKNOWN && from.tag_namespace != GUMBO_NAMESPACE_SVG) {
      return gumbo_normalized_tagname(from.tag);  // a constant of the library
    }
    GumboStringPiece name = from.original_tag;
    gumbo_tag_from_original_text(&name);
    if (name.data == nullptr) return gumbo_normalized_tagname(from.tag);
    if (from.tag_namespace == GUMBO_NAMESPACE_SVG) {
      const char* adjusted = gumbo_normalize_svg_tagname(&name);
      if (adjusted != nullptr) return adjusted;
    }
    return keep_text(to_lower(std::string_view(name.data, name.length)));
  }

  void text(const GumboText& from, NodeType type, Node* parent) {
    const std::string_view kept = keep_text(from.text);
    if (kept.empty()) return;
    // Flattened elements leave texts side by side: they stay apart, as readers join them anyway.
    Node* copy = dom_.make(type);
    copy->text = kept;
    copy->from = location_of(from.start_pos);
    Dom::append(parent, copy);
  }

  // Character references can name control characters and noncharacters, which are no text.
  std::string_view keep_text(std::string_view text) {
    if (utf8::is_text(text)) return dom_.keep(text);
    return dom_.keep(utf8::to_text(text));
  }

  Dom& dom_;
  int most_depth_;
  std::string_view text_;
  std::string_view parsed_;
  ParseReport& report_;
};

}  // namespace

Result<Dom> parse(std::string_view text, int depth, std::size_t elements, ParseReport& report) {
  MarkupBounds bounds;
  bounds.elements = elements;
  Result<GuardedMarkup> guarded = guard_markup(text, bounds);
  if (!guarded) return guarded.error();
  report.flattened += guarded->blanked_tags;
  report.dropped_attributes += guarded->blanked_attributes;
  const std::string_view input = guarded->text.empty() ? text : std::string_view(guarded->text);

  GumboOptions options = kGumboDefaultOptions;
  options.max_errors = 0;
  options.tab_stop = 1;  // columns count octets
  const Output output(gumbo_parse_with_options(&options, input.data(), input.size()));
  if (output == nullptr) return Error(ErrorKind::internal, "the HTML parser failed");
  Dom dom;
  TreeCopy(dom, depth, text, input, report)
      .children(output->document->v.document.children, dom.root(), 0);
  return dom;
}

}  // namespace pressmark::html
