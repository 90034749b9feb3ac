#include "cli/format_options.h"

#include <algorithm>

namespace pressmark::cli {
namespace {

Result<FormatOption> parse_format_option(const std::string& text, const Formats& formats) {
  const std::size_t equals = text.find('=');
  if (equals == std::string::npos || equals == 0) {
    return Error(ErrorKind::usage, "--option '" + text + "' has no value",
                 "write it as KEY=VALUE or FORMAT.KEY=VALUE");
  }
  FormatOption option{{}, text.substr(0, equals), text.substr(equals + 1)};
  const std::size_t dot = option.key.find('.');
  if (dot == std::string::npos) return option;
  option.format = option.key.substr(0, dot);
  option.key.erase(0, dot + 1);
  const Format* format = find_format(formats, option.format);
  if (format == nullptr) {
    return Error(ErrorKind::usage, "--option names the unknown format '" + option.format + "'",
                 "run 'pressmark formats' to see them all");
  }
  if (!has_option(*format, Side::read, option.key) &&
      !has_option(*format, Side::write, option.key)) {
    return Error(
        ErrorKind::usage, "format '" + option.format + "' has no option '" + option.key + "'",
        describe_options(*format, Side::read) + "; " + describe_options(*format, Side::write));
  }
  return option;
}

bool takes(const FormatUse& use, const FormatOption& option) {
  return (option.format.empty() || option.format == use.format->name) &&
         has_option(*use.format, use.side, option.key);
}

// The error for an option that none of `uses` takes.
Error without_effect(const FormatOption& option, const std::vector<FormatUse>& uses) {
  const auto same = std::ranges::find_if(
      uses, [&](const FormatUse& use) { return use.format->name == option.format; });
  if (same != uses.end()) {
    return check_options(*same->format, same->side, {{option.key, option.value}}).error();
  }
  if (!option.format.empty()) {
    return Error(ErrorKind::usage,
                 "--option " + option.format + "." + option.key + " is without effect: '" +
                     option.format + "' is neither read nor written here",
                 "leave it out, or put it into a configuration file");
  }
  std::string known;
  for (const FormatUse& use : uses) {
    if (options_of(*use.format, use.side).empty()) continue;
    known += (known.empty() ? "" : "; ") + describe_options(*use.format, use.side);
  }
  return Error(ErrorKind::usage, "no format in use has the option '" + option.key + "'",
               known.empty() ? "leave it out" : std::move(known));
}

}  // namespace

Result<std::vector<FormatOption>> parse_format_options(const Settings& settings,
                                                       const Formats& formats) {
  std::vector<FormatOption> options;
  for (const std::string& text : settings.list("option")) {
    Result<FormatOption> option = parse_format_option(text, formats);
    if (!option) return option.error();
    using Origin = FormatOption::Origin;
    option->origin = settings.is_standing("option") ? Origin::standing : Origin::command_line;
    options.push_back(std::move(*option));
  }
  return options;
}

OptionValues options_for(const FormatUse& use, const std::vector<FormatOption>& options) {
  OptionValues values;
  for (const FormatOption& option : options) {
    if (takes(use, option)) values[option.key] = option.value;
  }
  return values;
}

Result<Done> check_format_options(const std::vector<FormatOption>& options,
                                  const std::vector<FormatUse>& uses) {
  for (const FormatOption& option : options) {
    if (!option.format.empty() && option.origin == FormatOption::Origin::standing) continue;
    if (std::ranges::any_of(uses, [&](const FormatUse& use) { return takes(use, option); })) {
      continue;
    }
    return without_effect(option, uses);
  }
  return Done{};
}

}  // namespace pressmark::cli
