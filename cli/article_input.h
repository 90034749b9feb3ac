// cli/article_input.h: from an operand of the command line to a document.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "cli/console.h"
#include "cli/format_options.h"
#include "cli/metadata_file.h"
#include "cli/settings.h"
#include "cli/web_fetcher.h"
#include "core/model/document.h"
#include "core/pipeline/context.h"
#include "core/pipeline/format.h"

namespace pressmark::cli {

struct ReceivedSource;  // cli/input_source.h

// How inputs are to be read: the settings, checked and parsed once for all of them.
struct ImportSettings {
  const Format* from = nullptr;  // null: told by extension and content
  std::string url;
  std::string encoding;
  std::string language;
  Date captured;
  std::vector<FormatOption> options;
  std::optional<MetadataFile> record;                         // --metadata
  std::vector<std::pair<std::string, std::string>> metadata;  // --set
  std::optional<Date> time;                                   // SOURCE_DATE_EPOCH
  std::optional<FetchRules> fetch;  // absent: nothing is read from the network
  Limits limits;
};

// Fails with ErrorKind::usage for a value that cannot be used.
Result<ImportSettings> import_settings(const Settings& settings, const Formats& formats);

// The format of an input: by the media type that its server gives, by the file name's extension,
// else "html" or "text" by the content. Null where the table has no such format to read.
const Format* find_input_format(const Formats& formats, const ReceivedSource& received);

// Whether octets begin like an HTML page, in any encoding that has ASCII inside.
bool looks_like_html(std::string_view octets);

struct ImportedArticle {
  Source source;
  const Format* format;
  Document document;
};

// Reads the operand (input_source.h) and makes the document, with the record of --metadata and then
// the values of --set applied. The context's environment must be the one for this input.
Result<ImportedArticle> import_input(const std::string& operand, const ImportSettings& settings,
                                     const Formats& formats, const Console& console,
                                     Context& context);

// The same for a source that was read already.
Result<ImportedArticle> import_source(ReceivedSource received, const ImportSettings& settings,
                                      const Formats& formats, Context& context);

}  // namespace pressmark::cli
