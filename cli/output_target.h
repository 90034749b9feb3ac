// cli/output_target.h: where outputs go: --to-format and --output, checked before any work is done.
#pragma once

#include <string>
#include <vector>

#include "cli/atomic_file.h"
#include "cli/console.h"
#include "cli/settings.h"
#include "core/pipeline/format.h"

namespace pressmark::cli {

struct OutputTarget {
  const Format* format;
  std::string path;  // "-" for standard output
  Existing existing = Existing::replace;
  enum class MissingFolder { fail, make } missing_folder = MissingFolder::fail;
};

// The formats that a comma list names, each once. Fails with ErrorKind::usage for an unknown name
// or one that cannot be written.
Result<std::vector<const Format*>> parse_format_list(const std::string& list,
                                                     const Formats& formats);

// "epub" for EPUB: the usual extension of a format's files; the format's name where it has none.
std::string extension_of(const Format& format);

// What `convert` is to write for the input at `input`:
//   -t F              standard output          -o FILE      the format by FILE's extension
//   -t F -o FILE      FILE                     -t F -o DIR  DIR/<output_name of the
//   input>.<extension> -t F,G [-o DIR]   one file each in DIR, else in the working directory
// DIR is a folder that exists, or ends in '/' (and is made). Fails with ErrorKind::usage where this
// does not say what to write, and for a binary format on a terminal.
Result<std::vector<OutputTarget>> output_targets(const Settings& settings, const std::string& input,
                                                 const Formats& formats, const Console& console);

// Fails with ErrorKind::usage where `output` is the same file as `input`, by whatever name or link:
// what is written would take the place of the source. "-" is no file.
Result<Done> check_keeps_input(const std::string& output, const std::string& input);

// Makes the folder of the output where the target allows it; fails with ErrorKind::unwritable where
// there is none and it does not.
Result<Done> prepare_folder(const OutputTarget& target);

// Writes to standard output for "-", else into the file, whose folder is prepared.
Result<Done> write_target(const OutputTarget& target, std::string_view octets, Console& console);

}  // namespace pressmark::cli
