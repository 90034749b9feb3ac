// cli/format_options.h: the values of --option, and which format and side each of them is for.
#pragma once

#include <string>
#include <vector>

#include "cli/settings.h"
#include "core/pipeline/format.h"

namespace pressmark::cli {

// KEY=VALUE or FORMAT.KEY=VALUE as the user gave it.
struct FormatOption {
  std::string format;  // empty: any format that has the key
  std::string key;
  std::string value;
  // A configuration file and the environment serve many runs, so there an option may name a format
  // that this run does not use; on the command line it has to have an effect.
  enum class Origin { command_line, standing } origin = Origin::command_line;
};

// A format and what this run does with it.
struct FormatUse {
  const Format* format;
  Side side;
};

// Fails with ErrorKind::usage for a text without '=', an unknown format, or a key that the format
// named with it has neither for reading nor for writing.
Result<std::vector<FormatOption>> parse_format_options(const Settings& settings,
                                                       const Formats& formats);

// The options that apply to one use: those named for its format, and those without a format, where
// the side has the key.
OptionValues options_for(const FormatUse& use, const std::vector<FormatOption>& options);

// Fails with ErrorKind::usage for an option that no use takes: it would be without effect. The
// error names the option, and lists what the uses do take.
Result<Done> check_format_options(const std::vector<FormatOption>& options,
                                  const std::vector<FormatUse>& uses);

}  // namespace pressmark::cli
