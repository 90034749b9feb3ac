// tests/support/schema_check.h: XML files judged by the standards' own schemas.
#pragma once

#include <string>

#include "tests/support/run_process.h"

namespace pressmark {

// Has the conformance script judge a file by a schema below ../shared/schemas. The code is 0 where
// it is valid, and 77 where xmllint is not on this machine. Runs in the project's folder.
inline ProcessResult check_by_schema(const std::string& shared, const std::string& schema,
                                     const std::string& path) {
  return run_process({"/bin/sh", "tests/conformance/check_xsd.sh", path},
                     {.environment = {{"PRESSMARK_XSD", schema}, {"PRESSMARK_SHARED", shared}}});
}

}  // namespace pressmark
