// cli/configuration_file.h: pressmark.toml: one table for each command, and [common] for all.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "cli/command_line.h"

namespace pressmark::cli {

// The values that the file has for `command`: those of [common] (for the options that the command
// has), then those of the command's own table over them, and [options.FORMAT] as --option values.
// Fails with ErrorKind::usage, naming the file and the line, for what is no TOML, an unknown table
// or key, or a value of a wrong type.
Result<OptionLists> read_configuration(const std::string& path, const CommandRow& command);

// pressmark.toml in the working directory or the nearest folder above; absent where there is none.
std::optional<std::string> find_project_configuration();
// The user's file; absent where there is none.
std::optional<std::string> find_user_configuration();

}  // namespace pressmark::cli
