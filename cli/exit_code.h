// cli/exit_code.h: the exit codes of the command, the same for every verb (docs/manual.md).
#pragma once

#include <string_view>
#include <vector>

#include "core/base/result.h"

namespace pressmark::cli {

enum class ExitCode : int {
  done = 0,
  some_failed = 1,      // batch: some items failed; verify, check: problems were found
  usage = 2,            // command line, environment or configuration file
  unreadable = 3,       // the input cannot be read or is of no known format
  no_article = 4,       // there is nothing to extract
  unwritable = 5,       // the output cannot be written
  missing_tool = 6,     // a font, dictionary or program is missing
  warnings = 7,         // there were warnings, and --strict
  limit = 8,            // a limit of size, memory or depth was exceeded
  all_failed = 9,       // batch: every item failed
  internal = 70,        // a bug in Pressmark
  interrupted = 130,    // SIGINT
  output_closed = 141,  // the reader of standard output went away
  terminated = 143,     // SIGTERM
};

ExitCode exit_code_of(ErrorKind kind);

// The name of a kind of failure in reports: "unreadable", "no-article".
std::string_view name_of(ErrorKind kind);

struct ExitCodeText {
  ExitCode code;
  std::string_view meaning;
};
// All of them with one sentence each, for the help and the manual.
const std::vector<ExitCodeText>& exit_code_texts();

}  // namespace pressmark::cli
