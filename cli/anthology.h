// cli/anthology.h: many articles into one output, for `convert` with several inputs.
#pragma once

#include "cli/commands/commands.h"

namespace pressmark::cli {

// Whether the settings name an anthology: several operands, --from-dir or --list.
bool is_anthology(const Settings& settings);

// Reads all articles, puts them into order (--order) and writes them as one document in each of
// the formats. Fails where any of them cannot be read: a book must not lack an article unnoticed.
Result<ExitCode> convert_anthology(const Settings& settings, Session& session);

}  // namespace pressmark::cli
