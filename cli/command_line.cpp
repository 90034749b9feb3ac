#include "cli/command_line.h"

#include <CLI/CLI.hpp>
#include <algorithm>

namespace pressmark::cli {
namespace {

// CLI11's spelling of the names of an option: "-j,--jobs".
std::string names_of(const OptionRow& option) {
  std::string names;
  if (option.letter != '\0') names = std::string("-") + option.letter + ",";
  names += "--" + std::string(option.name);
  if (!option.alias.empty()) names += ",--" + std::string(option.alias);
  return names;
}

std::string help_hint(const CommandRow& command) {
  return "'pressmark " + std::string(command.name) + " --help' lists what it takes";
}

Result<Done> check_operands(const CommandRow& command, const Arguments& arguments) {
  const std::size_t count = arguments.operands.size();
  switch (command.operands) {
    case CommandRow::Operands::none:
      if (count > 0) {
        return Error(ErrorKind::usage, "unexpected argument '" + arguments.operands[0] + "'",
                     help_hint(command));
      }
      break;
    case CommandRow::Operands::optional_one:
    case CommandRow::Operands::one:
      if (count > 1) {
        return Error(
            ErrorKind::usage, "unexpected argument '" + arguments.operands[1] + "'",
            "'" + std::string(command.name) + "' takes one; 'pressmark batch' takes many inputs");
      }
      break;
    case CommandRow::Operands::any:
      break;
  }
  if (command.operands == CommandRow::Operands::one && count == 0 &&
      !arguments.values.contains("help")) {
    return Error(ErrorKind::usage, std::string(command.operand) + " is missing",
                 help_hint(command));
  }
  return Done{};
}

}  // namespace

const OptionRow* find_option(std::string_view name) {
  const auto& rows = option_rows();
  const auto found = std::ranges::find(rows, name, &OptionRow::name);
  return found == rows.end() ? nullptr : &*found;
}

const CommandRow* find_command(std::string_view name) {
  const auto& rows = command_rows();
  const auto found = std::ranges::find(rows, name, &CommandRow::name);
  return found == rows.end() ? nullptr : &*found;
}

std::vector<const OptionRow*> options_of(const CommandRow& command) {
  std::vector<const OptionRow*> options;
  for (const std::string_view name : command.options) options.push_back(find_option(name));
  for (const std::string_view name : common_options()) options.push_back(find_option(name));
  return options;
}

Result<Arguments> parse_arguments(const CommandRow& command,
                                  const std::vector<std::string>& words) {
  CLI::App app;
  app.set_help_flag();
  Arguments arguments;
  std::map<std::string, std::vector<std::string>, std::less<>> values;
  std::map<std::string, bool, std::less<>> flags;
  for (const OptionRow* option : options_of(command)) {
    const std::string key(option->name);
    if (option->kind == OptionKind::flag) {
      app.add_flag(names_of(*option), flags[key]);
    } else {
      app.add_option(names_of(*option), values[key])->allow_extra_args(false);
    }
  }
  app.add_option("operands", arguments.operands);
  try {
    app.parse(std::vector<std::string>(words.rbegin(), words.rend()));
  } catch (const CLI::ExtrasError&) {
    const std::vector<std::string> extras = app.remaining();
    return Error(ErrorKind::usage, "unknown option '" + (extras.empty() ? "" : extras[0]) + "'",
                 help_hint(command));
  } catch (const CLI::ParseError& error) {
    return Error(ErrorKind::usage, error.what(), help_hint(command));
  }
  for (auto& [key, given] : values) {
    if (given.size() > 1 && find_option(key)->kind == OptionKind::value) {
      return Error(ErrorKind::usage, "--" + key + " is given twice", "give it once");
    }
    if (!given.empty()) arguments.values[key] = std::move(given);
  }
  for (const auto& [key, given] : flags) {
    if (given) arguments.values[key] = {"true"};
  }
  if (const auto checked = check_operands(command, arguments); !checked) return checked.error();
  return arguments;
}

}  // namespace pressmark::cli
