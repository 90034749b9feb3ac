// converters/exporters/pdf/style_file.h: the options of the PDF format from a TOML file, so that a
// house style is written down once.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/pipeline/context.h"
#include "core/pipeline/format.h"

namespace pressmark::pdf {

// The option that names a style file; it is no key of one.
inline constexpr std::string_view style_option = "style";

struct StyleFile {
  OptionValues values;  // as -O would give them: true is "yes", a list is joined with spaces
  OptionValues places;  // of each value, for messages: "house.toml:3"
};

// Reads `name` through the environment. Its keys are the names of `options`. Fails where the file
// cannot be read, and with ErrorKind::usage, naming the file, for what is no TOML, for a key that
// is no option, and for a value that is a table or holds one. Whether a value suits its option is
// the caller's to tell.
Result<StyleFile> read_style_file(const std::string& name, const std::vector<Option>& options,
                                  Environment& environment);

}  // namespace pressmark::pdf
