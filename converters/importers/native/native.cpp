#include "converters/importers/native/native.h"

#include "converters/common/digest.h"
#include "converters/common/record_json.h"
#include "converters/importers/native/node_reader.h"
#include "core/model/node_names.h"
#include "core/model/validate.h"

namespace pressmark::native {
namespace {

constexpr int model_version = 1;
// Arrays and objects that one level of the model takes at most (an entry of a definition list).
constexpr int json_levels = 6;

FrontMatter read_front(const JsonCursor& json) {
  json.only({"kicker", "headline", "deck", "bylines", "dateline"});
  FrontMatter front;
  const auto line = [&](const char* name, Inlines& inlines) {
    if (const auto member = json.find(name)) inlines = read_inlines(*member);
  };
  line("kicker", front.kicker);
  line("headline", front.headline);
  line("deck", front.deck);
  line("dateline", front.dateline);
  if (const auto bylines = json.find("bylines")) {
    bylines->each_item(
        [&](const JsonCursor& byline) { front.bylines.push_back(read_inlines(byline)); });
  }
  return front;
}

void read_resource(const JsonCursor& json, const Limits& limits, Resources& resources) {
  json.only({"id", "media_type", "origin", "sha256", "width", "height", "bytes", "data"});
  constexpr long long most_pixels = 1'000'000'000;
  Resource resource;
  resource.media_type = json.text("media_type");
  resource.origin = json.text("origin");
  resource.sha256 = json.text("sha256");
  resource.width = static_cast<int>(json.integer("width", 0, most_pixels, 0));
  resource.height = static_cast<int>(json.integer("height", 0, most_pixels, 0));
  const auto data = json.find("data");
  if (!data) return json.fail("has no 'data': write the model with its images");
  auto octets = base64_decode(data->text());
  if (json.failed()) return;
  if (!octets) return data->fail("is no Base64");
  if (octets->size() > limits.resource_bytes ||
      resources.total_bytes() + octets->size() > limits.all_resource_bytes) {
    return data->fail("has more bytes than the limit for images");
  }
  if (sha256_hex(*octets) != resource.sha256) return json.fail("has data of another digest");
  resource.data = std::move(*octets);
  const std::string id = json.text("id");
  if (resources.add(std::move(resource)) != id) json.fail("has the id of other data");
}

Document read_document(const JsonCursor& json, const Limits& limits) {
  json.only({"pressmark-document", "language", "direction", "front", "body", "metadata",
             "resources", "provenance"});
  Document document;
  document.language = json.text("language");
  if (const auto direction = json.find("direction")) {
    const auto value = parse_direction(direction->text());
    if (!value) direction->fail("is no direction");
    document.direction = value.value_or(Direction::inherit);
  }
  if (const auto front = json.need("front")) document.front = read_front(*front);
  if (const auto body = json.need("body")) document.body = read_blocks(*body);
  if (const auto metadata = json.need("metadata")) document.metadata = read_metadata(*metadata);
  if (const auto list = json.need("resources")) {
    list->each_item(
        [&](const JsonCursor& item) { read_resource(item, limits, document.resources); });
  }
  if (const auto provenance = json.need("provenance")) {
    document.provenance = read_provenance(*provenance);
  }
  return document;
}

void check_version(const JsonCursor& root) {
  const auto header = root.need("pressmark-document");
  if (!header) return;
  header->only({"version"});
  const auto version = header->need("version");
  if (version && version->integer(1, 1'000'000) > model_version) {
    version->fail("is of a newer Pressmark");
  }
}

}  // namespace

Result<Document> import_json(const Source& source, Context& context) {
  const Result<Json> parsed =
      parse_json(source.bytes, context.limits, json_levels * context.limits.depth + json_levels);
  if (!parsed) return parsed.error();
  std::string failure;
  const JsonCursor root(*parsed, failure);
  check_version(root);
  if (!failure.empty()) {
    return Error(ErrorKind::unrecognised, "this is no document model: " + failure,
                 "'-t json' writes what '-f json' reads");
  }
  Document document = read_document(root, context.limits);
  if (!failure.empty())
    return Error(ErrorKind::unrecognised, "the document model is bad: " + failure);
  const std::vector<std::string> problems = validate(document, context.limits.depth);
  if (!problems.empty()) {
    return Error(ErrorKind::unrecognised, "the document model is bad: " + problems.front());
  }
  return document;
}

}  // namespace pressmark::native
