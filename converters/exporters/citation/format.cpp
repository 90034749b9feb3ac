#include "converters/exporters/citation/format.h"

#include "converters/exporters/citation/csljson.h"

namespace pressmark::citation {

Format csljson_format() {
  return {.name = "csljson",
          .title = "CSL-JSON 1.0.2 citation record",
          .media_type = "application/vnd.citationstyles.csl+json",
          .extensions = {},
          .read = nullptr,
          .write = export_csljson,
          .options = {},
          .codes = {}};
}

}  // namespace pressmark::citation
