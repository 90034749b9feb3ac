// Octets as RIS references (tests/fuzz/record_round.h).
#include "tests/fuzz/record_round.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  read_and_round(pressmark::records::RecordFormat::ris, data, size);
  return 0;
}
