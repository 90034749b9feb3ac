// tests/fuzz/record_round.h: what every reader of records must hold, whatever the octets.
#pragma once

#include <cstddef>
#include <cstdint>

#include "converters/records/records.h"

// Reads the octets; each record must be valid text, be written as CSL-JSON, and read from that
// again as the same record. Aborts where it is not.
void read_and_round(pressmark::records::RecordFormat format, const std::uint8_t* data,
                    std::size_t size);
