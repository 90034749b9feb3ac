#include "converters/exporters/native/model_json.h"

#include "converters/common/digest.h"
#include "converters/common/record_json.h"
#include "converters/exporters/native/node_json.h"
#include "core/model/node_names.h"
#include "core/model/walk.h"

namespace pressmark::native {
namespace {

OrderedJson front_json(const FrontMatter& front) {
  OrderedJson object = OrderedJson::object();
  const auto line = [&](const char* key, const Inlines& inlines) {
    if (!inlines.empty()) put(object, key, to_json(inlines));
  };
  line("kicker", front.kicker);
  line("headline", front.headline);
  line("deck", front.deck);
  if (!front.bylines.empty()) {
    OrderedJson bylines = OrderedJson::array();
    for (const Inlines& byline : front.bylines) bylines.push_back(to_json(byline));
    put(object, "bylines", std::move(bylines));
  }
  line("dateline", front.dateline);
  return object;
}

OrderedJson resources_json(const Resources& resources, const JsonOptions& options) {
  OrderedJson list = OrderedJson::array();
  for (const auto& [id, resource] : resources.all()) {
    OrderedJson object = OrderedJson::object();
    put(object, "id", id);
    put(object, "media_type", resource.media_type);
    put_if(object, "origin", resource.origin);
    put(object, "sha256", resource.sha256);
    if (resource.width != 0) put(object, "width", resource.width);
    if (resource.height != 0) put(object, "height", resource.height);
    put(object, "bytes", resource.data.size());
    if (options.resources) put(object, "data", base64_encode(resource.data));
    list.push_back(std::move(object));
  }
  return list;
}

std::size_t count_nodes(const Document& document) {
  std::size_t count = 0;
  for_each_block(document, [&](const Block&) { ++count; });
  for_each_inline(document, [&](const Inline&) { ++count; });
  return count;
}

}  // namespace

Result<Bytes> export_json(const Document& document, const JsonOptions& options) {
  OrderedJson root = OrderedJson::object();
  OrderedJson header = OrderedJson::object();
  put(header, "version", model_version);
  put(root, "pressmark-document", std::move(header));
  put_if(root, "language", document.language);
  if (document.direction != Direction::inherit) {
    put(root, "direction", std::string(to_string(document.direction)));
  }
  put(root, "front", front_json(document.front));
  put(root, "body", to_json(document.body));
  put(root, "metadata", to_json(document.metadata));
  put(root, "resources", resources_json(document.resources, options));
  put(root, "provenance", to_json(document.provenance));
  return to_bytes(root,
                  count_nodes(document) > indented_nodes ? Layout::compact : Layout::indented);
}

}  // namespace pressmark::native
