// Octets as an article of the format "markdown".
#include "tests/fuzz/round.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  pressmark::fuzz::import_and_export("markdown", data, size);
  return 0;
}
