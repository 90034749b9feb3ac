#include "converters/formats.h"

namespace pressmark {

const Formats& all_formats() {
  // Each folder describes its own formats in its format.h; a new format is one more line here.
  static const Formats table = {};
  return table;
}

}  // namespace pressmark
