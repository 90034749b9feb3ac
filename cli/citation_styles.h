// cli/citation_styles.h: CSL styles and locales on this machine, and a processor made of them.
#pragma once

#include <string>
#include <string_view>

#include "cli/console.h"
#include "cli/settings.h"
#include "converters/citation/csl/processor.h"
#include "core/base/result.h"

namespace pressmark::cli {

// The processor for --style, --locale and --csl-folder. --style is "apa", "chicago", "mla",
// "vancouver", "gost" or "iso690", the name of any style of the Debian package
// citation-style-language-styles, or a file (with a '/' or the extension .csl). A dependent style
// gives way to its parent, which is looked for beside it and in the package.
//
// Fails with ErrorKind::missing_tool where the packages' folder is not there, with ErrorKind::usage
// for a name that no style has, with ErrorKind::unreadable and ErrorKind::unrecognised for a file
// that cannot be read or is no CSL.
Result<csl::Processor> load_processor(const Settings& settings, const Limits& limits,
                                      const Console& console);

}  // namespace pressmark::cli
