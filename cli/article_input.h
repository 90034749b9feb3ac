// cli/article_input.h: from an operand of the command line to a document.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "cli/console.h"
#include "cli/format_options.h"
#include "cli/settings.h"
#include "core/model/document.h"
#include "core/pipeline/context.h"
#include "core/pipeline/format.h"

namespace pressmark::cli {

// How inputs are to be read: the settings, checked and parsed once for all of them.
struct ImportSettings {
  const Format* from = nullptr;  // null: told by extension and content
  std::string url;
  std::string encoding;
  std::string language;
  Date captured;
  std::vector<FormatOption> options;
  std::vector<std::pair<std::string, std::string>> metadata;  // --set
  std::optional<Date> time;                                   // SOURCE_DATE_EPOCH
  Limits limits;
};

// Fails with ErrorKind::usage for a value that cannot be used.
Result<ImportSettings> import_settings(const Settings& settings, const Formats& formats);

// The octets of a file, or of standard input for "-". A folder is an error that says what to do.
Result<Bytes> read_input(const std::string& path, std::size_t most_bytes, const Console& console);

// The name of the format of an input: by the file name's extension, else "html" or "text" by the
// content. Null where the table has no such format to read.
const Format* find_input_format(const Formats& formats, const std::string& path,
                                std::string_view octets);

// Whether octets begin like an HTML page, in any encoding that has ASCII inside.
bool looks_like_html(std::string_view octets);

struct ImportedArticle {
  Source source;
  const Format* format;
  Document document;
};

// Reads `path` and makes the document, with --set values applied. The context's environment must
// be the one for this input.
Result<ImportedArticle> import_input(const std::string& path, const ImportSettings& settings,
                                     const Formats& formats, const Console& console,
                                     Context& context);

// The same for octets that were read already; `name` is the file's, or "-".
Result<ImportedArticle> import_octets(Bytes octets, const std::string& name,
                                      const ImportSettings& settings, const Formats& formats,
                                      Context& context);

// The folder whose files an input may use: its own; empty for standard input.
std::string resource_folder(const std::string& path);

// "a" of "b/a.html": what output names are made of. "article" for standard input.
std::string stem_of(const std::string& path);

}  // namespace pressmark::cli
