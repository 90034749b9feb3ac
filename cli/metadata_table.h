// cli/metadata_table.h: the citation record as a table for people.
#pragma once

#include <string>

#include "core/model/metadata.h"

namespace pressmark::cli {

// Whether each value is followed by its evidence, and the table by the values not taken.
enum class Explain { no, yes };

// One line for each value, "title          Talks on ...", in CSL's names; values that were
// concluded and not read are marked "(inferred)".
std::string metadata_table(const Metadata& metadata, Explain explain);

}  // namespace pressmark::cli
