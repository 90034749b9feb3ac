#include "cli/exit_code.h"

namespace pressmark::cli {

ExitCode exit_code_of(ErrorKind kind) {
  switch (kind) {
    case ErrorKind::usage:
      return ExitCode::usage;
    case ErrorKind::unreadable:
      return ExitCode::unreadable;
    case ErrorKind::unrecognised:
      return ExitCode::unreadable;
    case ErrorKind::no_article:
      return ExitCode::no_article;
    case ErrorKind::unwritable:
      return ExitCode::unwritable;
    case ErrorKind::missing_tool:
      return ExitCode::missing_tool;
    case ErrorKind::limit:
      return ExitCode::limit;
    case ErrorKind::internal:
      return ExitCode::internal;
  }
  return ExitCode::internal;
}

std::string_view name_of(ErrorKind kind) {
  switch (kind) {
    case ErrorKind::usage:
      return "usage";
    case ErrorKind::unreadable:
      return "unreadable";
    case ErrorKind::unrecognised:
      return "unrecognised";
    case ErrorKind::no_article:
      return "no-article";
    case ErrorKind::unwritable:
      return "unwritable";
    case ErrorKind::missing_tool:
      return "missing-tool";
    case ErrorKind::limit:
      return "limit";
    case ErrorKind::internal:
      return "internal";
  }
  return "internal";
}

const std::vector<ExitCodeText>& exit_code_texts() {
  static const std::vector<ExitCodeText> texts = {
      {ExitCode::done, "Done."},
      {ExitCode::some_failed,
       "Some items of a batch failed, or 'verify' or 'check' found problems."},
      {ExitCode::usage, "The command line, the environment or a configuration file is wrong."},
      {ExitCode::unreadable, "The input cannot be read, or is of no known format."},
      {ExitCode::no_article, "The input was read, but there is no article in it."},
      {ExitCode::unwritable, "The output cannot be written."},
      {ExitCode::missing_tool, "A font, dictionary or program that is needed is missing."},
      {ExitCode::warnings, "There were warnings, and --strict was given; nothing was written."},
      {ExitCode::limit, "A limit of size, memory or depth was exceeded."},
      {ExitCode::all_failed, "Every item of a batch failed."},
      {ExitCode::internal, "A bug in Pressmark; please report it with the input."},
      {ExitCode::interrupted, "Interrupted (SIGINT)."},
      {ExitCode::output_closed, "The reader of standard output went away."},
      {ExitCode::terminated, "Terminated (SIGTERM)."},
  };
  return texts;
}

}  // namespace pressmark::cli
