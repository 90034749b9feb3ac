// Octets as an article of the format "json".
#include "tests/fuzz/round.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  pressmark::fuzz::import_and_export("json", data, size);
  return 0;
}
