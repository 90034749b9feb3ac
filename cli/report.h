// cli/report.h: showing diagnostics to people and writing them for programs.
#pragma once

#include <string>
#include <string_view>

#include "cli/console.h"
#include "core/base/diagnostics.h"

namespace pressmark::cli {

// One line to standard error for each: "warning: a.html:12:4: text: subject [html.code]". Notes
// only when verbose; the warnings beyond the tenth are counted unless verbose.
void show_diagnostics(const Diagnostics& diagnostics, std::string_view input, Console& console);

// One JSON object a line: {"code","severity","text","subject","line","column"}; for reports beyond
// the number that Diagnostics keeps a line {"code","dropped"}.
std::string diagnostics_ndjson(const Diagnostics& diagnostics);

}  // namespace pressmark::cli
