// cli/command_line.h: commands and options as tables, and the reading of a command line by them.
//
// Help, manual and configuration keys come from the same rows (cli/option_table.cpp).
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"

namespace pressmark::cli {

enum class OptionKind {
  flag,   // no value
  value,  // one value, at most once
  list,   // one value each time it is given
};

struct OptionRow {
  std::string_view name;   // "jobs": --jobs, the key in pressmark.toml, PRESSMARK_JOBS
  char letter;             // 'j'; '\0' for none
  std::string_view alias;  // another long name; empty for none
  OptionKind kind;
  std::string_view value_name;  // "N"
  std::string_view help;        // one sentence
};

struct CommandRow {
  std::string_view name;
  std::string_view summary;  // one line
  std::string_view operand;  // "IN", "" for none
  std::string_view operand_help;
  enum class Operands { none, optional_one, one, any } operands;
  std::vector<std::string_view> options;  // names, beside the common ones
  std::string_view details;               // paragraphs for the help
};

// Every option of every command.
const std::vector<OptionRow>& option_rows();
const OptionRow* find_option(std::string_view name);
// Options that every command has.
const std::vector<std::string_view>& common_options();

const std::vector<CommandRow>& command_rows();
const CommandRow* find_command(std::string_view name);
// Own and common options of a command, in the order of its help.
std::vector<const OptionRow*> options_of(const CommandRow& command);

// Values by the options' names.
using OptionLists = std::map<std::string, std::vector<std::string>, std::less<>>;

// What was given, by the options' names. A flag has the value "true".
struct Arguments {
  OptionLists values;
  std::vector<std::string> operands;
};

// Reads the words behind the command's name. Fails with ErrorKind::usage.
Result<Arguments> parse_arguments(const CommandRow& command, const std::vector<std::string>& words);

}  // namespace pressmark::cli
