// cli/archiving.h: imports, makes the renditions and hands all of it to the archive.
#pragma once

#include <string>
#include <vector>

#include "cli/article_input.h"
#include "converters/archive/package.h"
#include "converters/archive/store.h"

namespace pressmark::cli {

struct ArchiveRequest {
  std::string object_id;  // empty: made of the article
  std::string message;
  std::vector<archive::ReceivedFile> received = {};  // beside the source
};

// The formats whose outputs an archived version holds, those of them that the table has.
std::vector<const Format*> rendition_formats(const Formats& formats);

// When a record of the archive is made: SOURCE_DATE_EPOCH, else the machine's clock (RFC 3339).
// Fails with ErrorKind::usage for a SOURCE_DATE_EPOCH that is no number.
Result<std::string> time_of_record();

// The version to store of an imported article: with every rendition that this build can write, at
// its place in the object (tei/article.xml, epub/article.epub, metadata/csl.json and so on). Fails
// as the exporters do, and with ErrorKind::usage for an option that no format in use has. Its
// `created` is SOURCE_DATE_EPOCH, else the capture time where one with a time of day is given, else
// the machine's clock: it records an event.
Result<archive::NewVersion> prepare_version(ImportedArticle article, const ArchiveRequest& request,
                                            const ImportSettings& import, const Formats& formats,
                                            Context& context);

}  // namespace pressmark::cli
