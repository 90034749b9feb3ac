#include "cli/run.h"

#include <exception>
#include <functional>
#include <map>
#include <new>

#include "cli/commands/commands.h"
#include "cli/help.h"

namespace pressmark::cli {
namespace {

using Runner = Result<ExitCode> (*)(const Settings&, Session&);

Runner find_runner(std::string_view name) {
  static const std::map<std::string_view, Runner> runners = {
      {"archive", run_archive}, {"batch", run_batch},      {"check", run_check},
      {"cite", run_cite},       {"convert", run_convert},  {"diff", run_diff},
      {"export", run_export},   {"find", run_find},        {"formats", run_formats},
      {"get", run_get},         {"import", run_import},    {"inspect", run_inspect},
      {"list", run_list},       {"meta", run_meta},        {"opds", run_opds},
      {"reindex", run_reindex}, {"repair", run_repair},    {"show", run_show},
      {"verify", run_verify},   {"versions", run_versions}};
  const auto found = runners.find(name);
  return found == runners.end() ? nullptr : found->second;
}

ExitCode written(const Result<Done>& result, Console& console) {
  if (result) return ExitCode::done;
  if (console.output_closed()) return ExitCode::output_closed;
  console.error("error: " + result.error().describe());
  return exit_code_of(result.error().kind());
}

Result<ExitCode> run_command(const CommandRow& command, const std::vector<std::string>& words,
                             const Formats& formats, Console& console) {
  Result<Arguments> arguments = parse_arguments(command, words);
  if (!arguments) return arguments.error();
  if (arguments->values.contains("help")) {
    return written(console.write(command_help(command)), console);
  }
  const Result<Settings> settings = load_settings(command, std::move(*arguments));
  if (!settings) return settings.error();
  if (settings->has("quiet")) console.verbosity = Verbosity::quiet;
  if (settings->has("verbose")) console.verbosity = Verbosity::verbose;
  Session session{formats, console};
  return find_runner(command.name)(*settings, session);
}

Result<ExitCode> dispatch(const std::vector<std::string>& words, const Formats& formats,
                          Console& console) {
  if (words.empty()) {
    return Error(ErrorKind::usage, "no command is given", "run 'pressmark --help' to see them all");
  }
  const std::string& first = words.front();
  if (first == "--version") return written(console.write(version_text()), console);
  if (first == "--help" || first == "-h" || (first == "help" && words.size() == 1)) {
    return written(console.write(general_help()), console);
  }
  const std::string& name = first == "help" ? words[1] : first;
  const CommandRow* command = find_command(name);
  if (command == nullptr) {
    return Error(ErrorKind::usage, "there is no command '" + name + "'",
                 "run 'pressmark --help' to see them all");
  }
  if (first == "help") return written(console.write(command_help(*command)), console);
  return run_command(*command, {words.begin() + 1, words.end()}, formats, console);
}

}  // namespace

ExitCode run(const std::vector<std::string>& words, const Formats& formats, Console& console) {
  try {
    const Result<ExitCode> done = dispatch(words, formats, console);
    if (done) return *done;
    if (console.output_closed()) return ExitCode::output_closed;
    console.error("error: " + done.error().describe());
    return exit_code_of(done.error().kind());
  } catch (const std::bad_alloc&) {
    console.error("error: out of memory");
    return ExitCode::limit;
  } catch (const std::exception& bug) {
    console.error(std::string("internal error: ") + bug.what() +
                  "; please report it with the input");
    return ExitCode::internal;
  }
}

}  // namespace pressmark::cli
