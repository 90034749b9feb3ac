// converters/checkers/tei/schema.h: docs/schema/pressmark-tei.rng as part of the program.
#pragma once

#include <string_view>

namespace pressmark::tei_check {

// RELAX NG in XML syntax.
extern const std::string_view schema_octets;

}  // namespace pressmark::tei_check
