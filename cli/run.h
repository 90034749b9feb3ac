// cli/run.h: the whole command but for the process around it.
#pragma once

#include <string>
#include <vector>

#include "cli/console.h"
#include "cli/exit_code.h"
#include "core/pipeline/format.h"

namespace pressmark::cli {

// Does what the words behind the program's name say. Shows errors itself; never throws.
ExitCode run(const std::vector<std::string>& words, const Formats& formats, Console& console);

}  // namespace pressmark::cli
