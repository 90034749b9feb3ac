// converters/checkers/tei/check.h: whether a TEI file is one that Pressmark could have written.
//
// The schema is docs/schema/pressmark-tei.rng, a strict subset of tei_all: what passes here is
// valid TEI P5. Codes: "tei-schema" where the schema is broken, "tei-id" for a name that is given
// twice, "tei-target" for a reference to a place that is not in the file, "tei-syntax" for what is
// no well-formed XML.
#pragma once

#include <string_view>

#include "converters/common/check_report.h"
#include "core/base/result.h"

namespace pressmark::tei_check {

// Whether the octets begin like an XML document with a TEI element.
bool is_tei(std::string_view octets);

// Places are lines ("line 7"). Fails with ErrorKind::limit for more than 2 GiB or 20 million nodes.
Result<CheckReport> check_tei(std::string_view octets);

}  // namespace pressmark::tei_check
