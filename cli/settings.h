// cli/settings.h: the values of a command's options, wherever they come from.
//
// Precedence: command line, then environment (PRESSMARK_JOBS for --jobs), then the project's
// pressmark.toml (in the working directory or the nearest folder above it), then the user's
// (pressmark/pressmark.toml in $XDG_CONFIG_HOME or ~/.config), then the default in the code.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "cli/command_line.h"

namespace pressmark::cli {

class Settings {
 public:
  // `standing` names the options whose values come from the environment or a configuration file.
  explicit Settings(Arguments arguments, std::set<std::string, std::less<>> standing = {})
      : arguments_(std::move(arguments)), standing_(std::move(standing)) {}

  const std::vector<std::string>& operands() const { return arguments_.operands; }
  bool has(std::string_view name) const { return arguments_.values.contains(name); }
  // Whether the value serves many runs, and was not given for this one alone.
  bool is_standing(std::string_view name) const { return standing_.contains(name); }
  // The value; empty where there is none.
  const std::string& text(std::string_view name) const;
  const std::vector<std::string>& list(std::string_view name) const;
  // The same with some values replaced.
  Settings with(const OptionLists& values) const;
  // The same with other operands.
  Settings with_operands(std::vector<std::string> operands) const;
  // The value as a whole number. Fails with ErrorKind::usage where it is none, or below `least`.
  Result<std::size_t> number(std::string_view name, std::size_t default_value,
                             std::size_t least) const;
  // --jobs: 1 to 256 threads; without it, or for "auto", one for each processor.
  Result<std::size_t> number_of_jobs() const;

 private:
  Arguments arguments_;
  std::set<std::string, std::less<>> standing_;
};

// Fills what the command line leaves open. Fails with ErrorKind::usage for a configuration file
// that is no TOML, an option that the command's table does not know, or a value of a wrong type.
Result<Settings> load_settings(const CommandRow& command, Arguments arguments);

}  // namespace pressmark::cli
