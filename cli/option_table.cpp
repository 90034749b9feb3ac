#include "cli/command_line.h"

namespace pressmark::cli {

const std::vector<OptionRow>& option_rows() {
  using enum OptionKind;
  static const std::vector<OptionRow> rows = {
      {"from", 'f', "", value, "FORMAT",
       "Format of the input; without it the file name's extension tells, then the content."},
      {"to", 't', "", value, "FORMAT[,...]",
       "Format of the output, or several; without it the extension of --output tells."},
      {"output", 'o', "", value, "FILE|DIR|-",
       "Where to write; '-' is standard output, which is also the default for one format."},
      {"archive-to", '\0', "to-root", value, "DIR",
       "The archive: an OCFL 1.1 storage root, made if need be."},
      {"url", '\0', "", value, "URL",
       "Address that the input was saved from: the base of its links."},
      {"encoding", '\0', "", value, "NAME", "Character encoding of the input (an IANA name)."},
      {"lang", '\0', "", value, "TAG", "Language of the input (a BCP 47 tag)."},
      {"captured", '\0', "", value, "DATE",
       "When the input was captured: 2026-10-12 or 2026-10-12T08:30:00Z."},
      {"option", 'O', "", list, "[FORMAT.]KEY=VALUE",
       "An option of a format; 'pressmark formats NAME' lists them."},
      {"set", '\0', "", list, "VARIABLE=VALUE",
       "Set a value of the citation record: title=..., issued=2026-10-12, author='Doe, Jane'."},
      {"strict", '\0', "warnings-as-errors", flag, "",
       "Treat warnings as a failure: exit code 7, and nothing is written."},
      {"report", '\0', "", value, "FILE",
       "Write every diagnostic to FILE, one JSON object a line."},
      {"force", '\0', "", flag, "", "Replace files that are there already."},
      {"no-clobber", '\0', "", flag, "", "Never replace a file, not even the one --output names."},
      {"explain", '\0', "", flag, "", "Show where each value comes from, and those not taken."},
      {"jobs", 'j', "", value, "N|auto", "Number of items worked on at a time."},
      {"max-input-bytes", '\0', "", value, "N", "Refuse a larger input (default: 134217728)."},
      {"config", '\0', "", value, "FILE", "Configuration file to use instead of pressmark.toml."},
      {"no-config", '\0', "", flag, "", "Read no configuration file."},
      {"quiet", 'q', "", flag, "", "No messages but errors."},
      {"verbose", 'v', "", flag, "", "Show notes too, and every warning."},
      {"help", 'h', "", flag, "", "Show this help."},
      {"version", '\0', "", flag, "", "Show the version."},
  };
  return rows;
}

const std::vector<std::string_view>& common_options() {
  static const std::vector<std::string_view> names = {"config", "no-config", "quiet", "verbose",
                                                      "help"};
  return names;
}

const std::vector<CommandRow>& command_rows() {
  using Operands = CommandRow::Operands;
  static const std::vector<CommandRow> rows = {
      {"convert",
       "Convert one article",
       "IN",
       "The article: a file, or '-' for standard input.",
       Operands::one,
       {"to", "output", "from", "url", "encoding", "lang", "captured", "option", "set", "strict",
        "report", "force", "no-clobber", "max-input-bytes"},
       "Writes the article in each format of --to. The file that --output names is replaced; file "
       "names that Pressmark makes itself (several formats, or --output DIR) are not, unless "
       "--force is given or the content is the same."},
      {"meta",
       "Show the citation record of one article",
       "IN",
       "The article: a file, or '-' for standard input.",
       Operands::one,
       {"explain", "to", "output", "from", "url", "encoding", "lang", "captured", "option", "set",
        "strict", "report", "force", "no-clobber", "max-input-bytes"},
       "Prints a table, or the format that --to names (csljson, bibtex, ris)."},
      {"formats",
       "List the formats that are read and written",
       "[NAME]",
       "A format whose options and diagnostics to list.",
       Operands::optional_one,
       {},
       ""},
  };
  return rows;
}

}  // namespace pressmark::cli
