// converters/common/citation_line.h: where an article comes from, on one line, for title blocks and
// colophons. Citations in a citation style are made by converters/citation/csl.
#pragma once

#include <string>

#include "core/model/metadata.h"

namespace pressmark {

// "The Paper 12(3) · 2026-11-20": the journal, site, agency or publisher, volume and issue, and the
// day of issue where its year is known; empty where none of it is.
std::string source_line(const Metadata& record);

// "Ana Pérez, Vincent van Gogh Jr.: The headline. The Paper · 2026-11-20."
std::string citation_line(const Metadata& record);

}  // namespace pressmark
