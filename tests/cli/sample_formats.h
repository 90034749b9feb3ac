// tests/cli/sample_formats.h: a table of made-up formats whose behaviour the input asks for, and
// running the command with it in this process.
#pragma once

#include <string>
#include <vector>

#include "cli/exit_code.h"
#include "core/pipeline/format.h"

namespace pressmark::cli {

// Reads "text" (.txt) and "html" (.html): the first line is the headline, each other one a
// paragraph. Lines that begin with '!' ask for something: "!fail KIND" for that error, "!warn X"
// and
// "!note X" for a diagnostic, "!throw" and "!memory" for exceptions, "!abort" and "!hang" for what
// no exception shows, "!take N" for N MiB of memory, "!image REF" for an image read through the
// environment. Writes "upper" (.up), with the option "mark"; "card" (.card), of
// records; "blob"
// (.blob, binary);
// "paged" (.pg), whose images lie beside it; "broken" (.brk), which fails.
Formats sample_formats();

struct CommandRun {
  ExitCode code;
  std::string out;
  std::string err;
};
CommandRun run_command(const std::vector<std::string>& words, const std::string& input = {});

}  // namespace pressmark::cli
