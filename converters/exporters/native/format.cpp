#include "converters/exporters/native/format.h"

#include "converters/exporters/native/model_json.h"
#include "core/model/dump.h"

namespace pressmark::native {
namespace {

Result<bool> yes_or_no(const OptionValues& options, const std::string& key, bool otherwise) {
  const auto given = options.find(key);
  if (given == options.end()) return otherwise;
  if (given->second == "yes") return true;
  if (given->second == "no") return false;
  return Error(ErrorKind::usage, "option '" + key + "' is '" + given->second + "'",
               "its values are yes and no");
}

Result<Bytes> write_json(const Document& document, const OptionValues& options, Context&) {
  const Result<bool> resources = yes_or_no(options, "resources", true);
  if (!resources) return resources.error();
  return export_json(document, JsonOptions{.resources = *resources});
}

Result<Bytes> write_dump(const Document& document, const OptionValues& options, Context&) {
  const Result<bool> evidence = yes_or_no(options, "evidence", false);
  if (!evidence) return evidence.error();
  const Result<bool> locations = yes_or_no(options, "locations", false);
  if (!locations) return locations.error();
  return dump(document, DumpOptions{.locations = *locations, .evidence = *evidence});
}

}  // namespace

Format json_format() {
  return {
      .name = "json",
      .title = "Pressmark's document model as JSON",
      .media_type = "application/json",
      .extensions = {"json"},
      .read = nullptr,
      .write = write_json,
      .write_options = {{"resources", "yes", "whether the images' octets are included: yes or no"}},
      .codes = {}};
}

Format dump_format() {
  return {.name = "native",
          .title = "Pressmark's document model as indented text",
          .media_type = "text/plain",
          .extensions = {},
          .read = nullptr,
          .write = write_dump,
          .write_options = {{"evidence", "no", "where each metadata value comes from: yes or no"},
                            {"locations", "no", "line and column of each node: yes or no"}},
          .codes = {}};
}

}  // namespace pressmark::native
