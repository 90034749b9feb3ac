#include "cli/output_target.h"

#include <algorithm>

#include "cli/output_name.h"
#include "converters/archive/durable_files.h"

namespace pressmark::cli {
namespace {

Error no_format(const std::string& output) {
  if (output.empty() || output == "-") {
    return Error(ErrorKind::usage, "no output format is given", "name one with --to-format");
  }
  return Error(ErrorKind::usage, "the extension of '" + output + "' is of no format",
               "name the format with --to-format; run 'pressmark formats' to see them all");
}

Existing policy(const Settings& settings, Existing otherwise) {
  if (settings.has("force")) return Existing::replace;
  if (settings.has("no-clobber")) return Existing::keep;
  return otherwise;
}

}  // namespace

Result<std::vector<const Format*>> parse_format_list(const std::string& list,
                                                     const Formats& formats) {
  std::vector<const Format*> result;
  std::size_t start = 0;
  while (start <= list.size()) {
    const std::size_t end = std::min(list.find(',', start), list.size());
    const std::string name = list.substr(start, end - start);
    start = end + 1;
    if (name.empty()) continue;
    const Format* format = find_format(formats, name);
    if (format == nullptr || !format->write) {
      return Error(ErrorKind::usage,
                   format == nullptr ? "there is no format '" + name + "'"
                                     : "format '" + name + "' cannot be written",
                   "run 'pressmark formats' to see which can be written");
    }
    if (std::ranges::find(result, format) == result.end()) result.push_back(format);
  }
  return result;
}

std::string extension_of(const Format& format) {
  return std::string(format.extensions.empty() ? format.name : format.extensions.front());
}

Result<std::vector<OutputTarget>> output_targets(const Settings& settings, const std::string& input,
                                                 const Formats& formats, const Console& console) {
  if (settings.has("force") && settings.has("no-clobber")) {
    return Error(ErrorKind::usage, "--force and --no-clobber contradict each other",
                 "give one of them");
  }
  const std::string& output = settings.text("output");
  Result<std::vector<const Format*>> chosen =
      parse_format_list(settings.text("to-format"), formats);
  if (!chosen) return chosen.error();
  if (chosen->empty()) {
    const Format* format = output == "-" ? nullptr : find_writable_by_file_name(formats, output);
    if (format == nullptr) return no_format(output);
    chosen->push_back(format);
  }
  const bool into_folder = (!output.empty() && output.back() == '/') || files::is_folder(output);
  if (chosen->size() == 1 && !into_folder) {
    const Format& format = *chosen->front();
    const std::string path = output.empty() ? "-" : output;
    if (path == "-" && format.binary && console.output_is_terminal()) {
      return Error(ErrorKind::usage, std::string(format.name) + " is not shown on a terminal",
                   "name a file with --output");
    }
    return std::vector<OutputTarget>{{&format, path, policy(settings, Existing::replace)}};
  }
  if (!into_folder && !output.empty()) {
    return Error(ErrorKind::usage, "several formats cannot go to '" + output + "'",
                 "name a folder with --output, with '/' at its end where it is to be made");
  }
  std::string folder = output;
  if (!folder.empty() && folder.back() != '/') folder += '/';
  const std::string name = output_name(input, formats);
  std::vector<OutputTarget> targets;
  for (const Format* format : *chosen) {
    targets.push_back({format, folder + name + "." + extension_of(*format),
                       policy(settings, Existing::keep), OutputTarget::MissingFolder::make});
  }
  for (std::size_t i = 0; i < targets.size(); ++i) {
    for (std::size_t j = 0; j < i; ++j) {
      if (targets[i].path == targets[j].path) {
        // Two formats of one extension ("json"): the name of the later one comes between.
        targets[i].path = folder + name + "." + std::string(targets[i].format->name) + "." +
                          extension_of(*targets[i].format);
      }
    }
  }
  return targets;
}

Result<Done> check_keeps_input(const std::string& output, const std::string& input) {
  if (output == "-" || input == "-") return Done{};
  const auto written = files::identity_of(output);
  if (!written || written != files::identity_of(input)) return Done{};
  return Error(ErrorKind::usage, "the output '" + output + "' is the input itself",
               "name another file: the source would be replaced");
}

Result<Done> prepare_folder(const OutputTarget& target) {
  if (target.path == "-") return Done{};
  const std::string folder = files::folder_of(target.path);
  if (files::is_folder(folder)) return Done{};
  if (target.missing_folder == OutputTarget::MissingFolder::make) {
    return files::make_folders(folder);
  }
  return Error(ErrorKind::unwritable,
               "cannot write '" + target.path + "': there is no folder '" + folder + "'",
               "make it first");
}

Result<Done> write_target(const OutputTarget& target, std::string_view octets, Console& console) {
  if (target.path == "-") return console.write(octets);
  if (auto prepared = prepare_folder(target); !prepared) return prepared;
  return write_file_atomically(target.path, octets, target.existing);
}

}  // namespace pressmark::cli
