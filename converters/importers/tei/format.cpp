#include "converters/importers/tei/format.h"

#include "converters/importers/tei/tei.h"

namespace pressmark::tei {

Format reader() {
  return {.name = "tei",
          .title = "TEI P5 XML",
          .media_type = "application/tei+xml",
          .extensions = {"tei", "xml"},
          .read = [](const Source& source, const OptionValues&,
                     Context& context) { return import_tei(source, context); },
          .write = nullptr,
          .codes = {&unknown_element, &left_out, &reduced_element, &joined_word, &old_version,
                    &missing_image, &bad_value}};
}

}  // namespace pressmark::tei
