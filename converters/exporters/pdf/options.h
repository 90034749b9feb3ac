// converters/exporters/pdf/options.h: the user's options of the PDF format, read from text.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "converters/exporters/pdf/pdf.h"
#include "core/pipeline/context.h"
#include "core/pipeline/format.h"

namespace pressmark::pdf {

struct ParsedOptions {
  Options options;
  std::string font_folder;  // empty: the machine's fonts
  bool attach = true;
};

// The option list with its defaults and help.
std::vector<Option> option_list();

// The defaults, changed by the style file that the option "style" names (style_file.h), changed by
// `values`. Fails with ErrorKind::usage for a value that cannot be used; the message names option
// and value, and file and line where it came from a file, the remedy the valid ones. Fails as
// read_style_file() does.
Result<ParsedOptions> parse_options(const OptionValues& values, Environment& environment);

// "20mm", "2.5cm", "0.75in", "72pt"; a bare number is points. Absent for anything else, and for
// lengths over 14,400 points (PDF's largest page).
std::optional<Length> parse_length(std::string_view text);

}  // namespace pressmark::pdf
