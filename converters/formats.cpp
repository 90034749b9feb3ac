#include "converters/formats.h"

#include "converters/exporters/citation/format.h"
#include "converters/exporters/native/format.h"

namespace pressmark {

const Formats& all_formats() {
  // Each folder describes its own formats in its format.h; a new format is one more line here.
  static const Formats table = {
      citation::csljson_format(),
      native::json_format(),
      native::dump_format(),
  };
  return table;
}

}  // namespace pressmark
