// tests/fuzz/round.h: what every fuzz target of an importer does with its input.
#pragma once

#include <cstddef>
#include <cstdint>

namespace pressmark::fuzz {

// Imports the octets by the format; a document that comes of it must satisfy validate() and must be
// taken by every format that is written. Aborts where one of these fails.
void import_and_export(const char* format, const std::uint8_t* data, std::size_t size);

}  // namespace pressmark::fuzz
