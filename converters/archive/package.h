// converters/archive/package.h: what one version of an archived article consists of.
//
// The caller imports the article and makes the renditions; this puts them, the source as received
// and the record of what was done into one list of files for store.h.
#pragma once

#include <string>
#include <vector>

#include "converters/archive/store.h"
#include "core/model/document.h"
#include "core/pipeline/format.h"

namespace pressmark::archive {

// One output of the article, made by the format of that name.
struct Rendition {
  std::string format;      // "epub"
  std::string media_type;  // "application/epub+zip"
  std::string path;        // logical: "epub/article.epub"
  Bytes octets;
  bool images_beside = false;  // the article's images are to lie beside it
};

// What was received with a source, beside it.
struct ReceivedFile {
  std::string name;  // without folders
  std::string media_type;
  Bytes octets;
};

struct Package {
  const Document& document;
  const Source& source;
  std::vector<Rendition> renditions;
  std::string diagnostics;      // as JSON lines
  std::string object_id;        // see converters/common/article_identifier.h
  std::string created;          // RFC 3339: when it is archived
  std::string message;          // why
  std::string program_version;  // "0.1.0"
  std::vector<ReceivedFile> received = {};
};

// The URI that stands for a version of the program, as user of what it stores.
std::string program_uri(const std::string& program_version);

// The version: source/ as received with what was received beside it and the images it uses, the
// renditions (with
// images/ beside those that ask for it), metadata/premis.xml, metadata/mets.xml,
// diagnostics.ndjson.
NewVersion make_version(const Package& package);

}  // namespace pressmark::archive
