#include "converters/importers/native/format.h"

#include "converters/importers/native/native.h"

namespace pressmark::native {

Format json_reader() {
  return {.name = "json",
          .title = "Pressmark's document model as JSON",
          .media_type = "application/json",
          .extensions = {"json"},
          .read = [](const Source& source, const OptionValues&,
                     Context& context) { return import_json(source, context); },
          .write = nullptr,
          .codes = {}};
}

}  // namespace pressmark::native
