// cli/help.h: help texts, made from the tables of commands, options and exit codes.
#pragma once

#include <string>

#include "cli/command_line.h"

namespace pressmark::cli {

std::string general_help();
std::string command_help(const CommandRow& command);
std::string version_text();  // "pressmark 0.1.0"

// The command's version alone: "0.1.0".
std::string_view version();

}  // namespace pressmark::cli
