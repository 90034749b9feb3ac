#include "cli/configuration_file.h"

#define TOML_HEADER_ONLY 1
#define TOML_EXCEPTIONS 0
#include <toml++/toml.h>

#include <boost/filesystem.hpp>
#include <cstdlib>

#include "converters/archive/durable_files.h"

namespace pressmark::cli {
namespace fs = boost::filesystem;
namespace {

constexpr std::size_t most_bytes = std::size_t{1} << 20;
constexpr std::string_view file_name = "pressmark.toml";

Error wrong(const std::string& path, const toml::node& node, std::string message) {
  const auto line = node.source().begin.line;
  return Error(ErrorKind::usage, path + ":" + std::to_string(line) + ": " + std::move(message));
}

// A TOML value as the command line would give it; absent for tables, dates and floats.
std::optional<std::string> scalar_text(const toml::node& node) {
  if (const auto* text = node.as_string()) return text->get();
  if (const auto* number = node.as_integer()) return std::to_string(number->get());
  if (const auto* truth = node.as_boolean()) return truth->get() ? "true" : "false";
  return {};
}

Result<std::vector<std::string>> values_of(const std::string& path, const OptionRow& option,
                                           const toml::node& node) {
  const std::string name(option.name);
  if (const auto* items = node.as_array()) {
    // -t takes a list of formats joined by commas; --option and --set take several.
    std::vector<std::string> values;
    for (const toml::node& item : *items) {
      const auto text = scalar_text(item);
      if (!text) return wrong(path, item, "a value of '" + name + "' is no string");
      values.push_back(*text);
    }
    if (option.kind == OptionKind::list) return values;
    if (option.name != "to-format") return wrong(path, node, "'" + name + "' takes one value");
    std::string joined;
    for (const std::string& value : values) joined += (joined.empty() ? "" : ",") + value;
    return std::vector<std::string>{joined};
  }
  const auto text = scalar_text(node);
  if (!text) return wrong(path, node, "the value of '" + name + "' is of a wrong type");
  if (option.kind == OptionKind::flag && !node.is_boolean()) {
    return wrong(path, node, "'" + name + "' is true or false");
  }
  if (option.kind == OptionKind::flag && *text == "false") return std::vector<std::string>{};
  return std::vector<std::string>{*text};
}

bool command_has(const CommandRow& command, std::string_view name) {
  const auto options = options_of(command);
  return std::ranges::find(options, name, &OptionRow::name) != options.end();
}

// A configuration file may lie in a folder that somebody else filled, beside pages that want to
// know who reads them: what reaches the network is asked for each time.
bool opens_network(std::string_view option) {
  return option == "fetch" || option == "allow-private";
}

// One table's keys. Keys are checked in every table, so a misspelled one is found at once.
Result<Done> read_table(const std::string& path, const toml::table& table, const CommandRow* owner,
                        const CommandRow& command, OptionLists& lists) {
  for (const auto& [key, node] : table) {
    const std::string name(key.str());
    const OptionRow* option = find_option(name);
    if (option == nullptr || (owner != nullptr && !command_has(*owner, name))) {
      return wrong(path, node, "there is no option '" + name + "'");
    }
    if (opens_network(name)) {
      return wrong(path, node, "'" + name + "' is taken from the command line only");
    }
    Result<std::vector<std::string>> values = values_of(path, *option, node);
    if (!values) return values.error();
    const bool applies = owner == nullptr ? command_has(command, name) : owner == &command;
    if (!applies) continue;
    if (values->empty()) {
      lists.erase(name);
    } else {
      lists[name] = std::move(*values);
    }
  }
  return Done{};
}

// [options.epub] toc-depth = 2 is --option epub.toc-depth=2.
Result<Done> read_format_options(const std::string& path, const toml::table& formats,
                                 OptionLists& lists) {
  for (const auto& [format, node] : formats) {
    const toml::table* options = node.as_table();
    if (options == nullptr) return wrong(path, node, "'options' holds one table for each format");
    for (const auto& [key, value] : *options) {
      const auto text = scalar_text(value);
      if (!text) return wrong(path, value, "the value is of a wrong type");
      lists["option"].push_back(std::string(format.str()) + "." + std::string(key.str()) + "=" +
                                *text);
    }
  }
  return Done{};
}

}  // namespace

Result<OptionLists> read_configuration(const std::string& path, const CommandRow& command) {
  const Result<Bytes> octets = files::read_file(path, most_bytes);
  if (!octets) return Error(ErrorKind::usage, octets.error().message());
  const toml::parse_result parsed = toml::parse(*octets, path);
  if (!parsed) {
    const toml::parse_error& error = parsed.error();
    return Error(ErrorKind::usage, path + ":" + std::to_string(error.source().begin.line) + ": " +
                                       std::string(error.description()));
  }
  OptionLists lists;
  const toml::table& root = parsed.table();
  // [common] first, whatever the order in the file: a command's own table wins over it.
  if (const toml::table* common = root["common"].as_table()) {
    if (auto read = read_table(path, *common, nullptr, command, lists); !read) return read.error();
  }
  for (const auto& [key, node] : root) {
    const std::string name(key.str());
    const toml::table* table = node.as_table();
    const CommandRow* owner = find_command(name);
    if (table == nullptr || (owner == nullptr && name != "common" && name != "options")) {
      return wrong(path, node, "there is no table [" + name + "]");
    }
    if (name == "common") continue;
    const Result<Done> read = name == "options" ? read_format_options(path, *table, lists)
                                                : read_table(path, *table, owner, command, lists);
    if (!read) return read.error();
  }
  if (!command_has(command, "option")) lists.erase("option");
  return lists;
}

std::optional<std::string> find_project_configuration() {
  boost::system::error_code error;
  fs::path folder = fs::current_path(error);
  while (!error && !folder.empty()) {
    const fs::path candidate = folder / std::string(file_name);
    if (fs::is_regular_file(candidate, error)) return candidate.string();
    if (folder == folder.root_path()) break;
    folder = folder.parent_path();
    error.clear();
  }
  return {};
}

std::optional<std::string> find_user_configuration() {
  const char* config_home = std::getenv("XDG_CONFIG_HOME");
  const char* home = std::getenv("HOME");
  std::string folder;
  if (config_home != nullptr && *config_home == '/') {
    folder = config_home;
  } else if (home != nullptr && *home == '/') {
    folder = std::string(home) + "/.config";
  } else {
    return {};
  }
  boost::system::error_code error;
  const fs::path candidate = fs::path(folder) / "pressmark" / std::string(file_name);
  if (fs::is_regular_file(candidate, error)) return candidate.string();
  return {};
}

}  // namespace pressmark::cli
