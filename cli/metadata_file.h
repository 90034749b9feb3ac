// cli/metadata_file.h: the citation record beside an article that the user names with --metadata.
#pragma once

#include <string>

#include "converters/records/records.h"
#include "core/base/result.h"
#include "core/model/document.h"
#include "core/pipeline/context.h"

namespace pressmark::cli {

struct MetadataFile {
  std::string path;
  Bytes octets;
  records::RecordFormat format;
};

// Reads the octets and tells their format. Fails with ErrorKind::unreadable or ErrorKind::limit as
// files::read_file() does, and with ErrorKind::unrecognised for a file of no format of records.
Result<MetadataFile> read_metadata_file(const std::string& path, const Limits& limits);

// Lays the file's record over the document's: each text and date that it has replaces the
// document's, the names of a role replace all those of that role, its keywords and its type replace
// the document's; what it does not have stays. The evidence is "option:--metadata".
//
// Fails as records::read_records() does, naming the file, and with ErrorKind::usage where the file
// has not exactly one record.
Result<Done> apply_metadata_file(const MetadataFile& file, Document& document, Context& context);

}  // namespace pressmark::cli
