#include <fmt/format.h>

#include "cli/commands/commands.h"

namespace pressmark::cli {
namespace {

std::string row_of(const Format& format) {
  std::string extensions;
  for (const std::string_view extension : format.extensions) {
    extensions += (extensions.empty() ? "." : " .") + std::string(extension);
  }
  return fmt::format("{:<10} {:<5} {:<6} {:<28} {}\n", format.name, format.read ? "read" : "",
                     format.write ? "write" : "", extensions, format.title);
}

std::string options_text(std::string_view verb, const std::vector<Option>& options) {
  if (options.empty()) return {};
  std::string text = fmt::format("\noptions for {} (--option KEY=VALUE):\n", verb);
  for (const Option& option : options) {
    text += fmt::format("  {:<20} {} (default: {})\n", option.key, option.help,
                        option.default_value.empty() ? "none" : option.default_value);
  }
  return text;
}

std::string details_of(const Format& format) {
  std::string text =
      fmt::format("{}: {}\nmedia type: {}\n", format.name, format.title, format.media_type);
  text += options_text("reading", format.read_options);
  text += options_text("writing", format.write_options);
  if (!format.codes.empty()) text += "\ndiagnostics:\n";
  for (const DiagnosticCode* code : format.codes) {
    text += fmt::format("  {:<32} {:<8} {}\n", code->id, to_string(code->severity), code->text);
  }
  return text;
}

}  // namespace

Result<ExitCode> run_formats(const Settings& settings, Session& session) {
  std::string text;
  if (settings.operands().empty()) {
    for (const Format& format : session.formats) text += row_of(format);
  } else {
    const Format* format = find_format(session.formats, settings.operands().front());
    if (format == nullptr) {
      return Error(ErrorKind::usage, "there is no format '" + settings.operands().front() + "'",
                   "run 'pressmark formats' to see them all");
    }
    text = details_of(*format);
  }
  if (auto written = session.console.write(text); !written) return written.error();
  return ExitCode::done;
}

}  // namespace pressmark::cli
