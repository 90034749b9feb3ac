#include "cli/settings.h"

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <thread>

#include "cli/configuration_file.h"

namespace pressmark::cli {
namespace {

// "max-input-bytes" as PRESSMARK_MAX_INPUT_BYTES.
std::string environment_name(std::string_view option) {
  std::string name = "PRESSMARK_";
  for (const char c : option) {
    name += c == '-' ? '_' : (c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c);
  }
  return name;
}

// What only makes sense on a command line.
bool is_configurable(std::string_view name) {
  return name != "help" && name != "version" && name != "no-config" && name != "config";
}

Result<OptionLists> read_environment(const CommandRow& command) {
  OptionLists lists;
  for (const OptionRow* option : options_of(command)) {
    if (!is_configurable(option->name)) continue;
    const std::string variable = environment_name(option->name);
    const char* value = std::getenv(variable.c_str());
    if (value == nullptr || *value == '\0') continue;
    const std::string text = value;
    if (option->kind == OptionKind::flag && text != "1" && text != "0" && text != "true" &&
        text != "false") {
      return Error(ErrorKind::usage, variable + " is '" + text + "'", "it must be 1 or 0");
    }
    if (option->kind == OptionKind::flag && (text == "0" || text == "false")) {
      lists[std::string(option->name)] = {};
    } else {
      lists[std::string(option->name)] = {option->kind == OptionKind::flag ? "true" : text};
    }
  }
  return lists;
}

}  // namespace

const std::string& Settings::text(std::string_view name) const {
  static const std::string none;
  const auto found = arguments_.values.find(name);
  return found == arguments_.values.end() ? none : found->second.front();
}

const std::vector<std::string>& Settings::list(std::string_view name) const {
  static const std::vector<std::string> none;
  const auto found = arguments_.values.find(name);
  return found == arguments_.values.end() ? none : found->second;
}

Settings Settings::with(const OptionLists& values) const {
  Settings changed = *this;
  for (const auto& [name, given] : values) changed.arguments_.values[name] = given;
  return changed;
}

Settings Settings::with_operands(std::vector<std::string> operands) const {
  Settings changed = *this;
  changed.arguments_.operands = std::move(operands);
  return changed;
}

Result<std::size_t> Settings::number(std::string_view name, std::size_t default_value,
                                     std::size_t least) const {
  if (!has(name)) return default_value;
  const std::string& digits = text(name);
  std::size_t number = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  if (error != std::errc() || end != digits.data() + digits.size() || number < least) {
    return Error(ErrorKind::usage, "--" + std::string(name) + " is '" + digits + "'",
                 "it must be a whole number from " + std::to_string(least));
  }
  return number;
}

Result<std::size_t> Settings::number_of_jobs() const {
  constexpr std::size_t most = 256;
  if (!has("jobs") || text("jobs") == "auto") {
    return std::clamp<std::size_t>(std::thread::hardware_concurrency(), 1, most);
  }
  Result<std::size_t> jobs = number("jobs", 1, 1);
  if (jobs && *jobs > most) {
    return Error(ErrorKind::usage, "--jobs is '" + text("jobs") + "'",
                 "it must be a whole number from 1 to " + std::to_string(most));
  }
  return jobs;
}

Result<Settings> load_settings(const CommandRow& command, Arguments arguments) {
  // Strongest first: a level fills only what no stronger one has.
  std::vector<OptionLists> levels;
  Result<OptionLists> environment = read_environment(command);
  if (!environment) return environment.error();
  levels.push_back(std::move(*environment));
  std::vector<std::string> files;
  const auto named = arguments.values.find("config");
  if (named != arguments.values.end()) {
    files.push_back(named->second.front());
  } else if (!arguments.values.contains("no-config")) {
    if (auto project = find_project_configuration()) files.push_back(std::move(*project));
    if (auto user = find_user_configuration()) files.push_back(std::move(*user));
  }
  for (const std::string& file : files) {
    Result<OptionLists> lists = read_configuration(file, command);
    if (!lists) return lists.error();
    levels.push_back(std::move(*lists));
  }
  std::set<std::string, std::less<>> standing;
  for (OptionLists& level : levels) {
    for (auto& [name, values] : level) {
      if (arguments.values.try_emplace(name, std::move(values)).second) standing.insert(name);
    }
  }
  // A flag that a stronger level switched off.
  std::erase_if(arguments.values, [](const auto& entry) { return entry.second.empty(); });
  return Settings(std::move(arguments), std::move(standing));
}

}  // namespace pressmark::cli
