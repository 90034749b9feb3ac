// core/model/document.h: one article: front matter, body, citation record, images, provenance.
#pragma once

#include <string>
#include <vector>

#include "core/model/metadata.h"
#include "core/model/node.h"
#include "core/model/resources.h"

namespace pressmark {

// What the reader sees above the body, as it is written there; the catalogued values are
// Metadata's.
struct FrontMatter {
  Inlines kicker;  // the line above the headline
  Inlines headline;
  Inlines deck;                  // the line or lines below it
  std::vector<Inlines> bylines;  // one for each line
  // "MOSCOW, October 12. /TASS/.": with its punctuation, its place, date and agency as Named and
  // Dated. Exporters that have no dateline of their own run it into the first paragraph.
  Inlines dateline;
  bool operator==(const FrontMatter&) const = default;
};

// Where the document comes from; filled on import, never by an exporter. Holds no path of the
// machine and no clock, so that equal input gives equal output.
struct Provenance {
  std::string source_name;  // the file's name without its folders, or "-" for standard input
  std::string source_url;   // the address it was fetched or saved from, where known
  std::string media_type;   // of the source: "text/html", "text/plain"
  std::string encoding;     // IANA name, "UTF-8"
  std::string sha256;       // of the source as received
  std::size_t bytes = 0;    // of the source as received
  Date retrieved;           // when it was captured, if the caller said so
  std::string importer;     // name of the format that read it: "html", "text"
  std::vector<std::string> transforms;  // names, in the order applied
  bool operator==(const Provenance&) const = default;
};

struct Document {
  FrontMatter front;
  Blocks body;
  Metadata metadata;
  Resources resources;
  Provenance provenance;
  std::string language;                      // BCP 47; empty: unknown ("und")
  Direction direction = Direction::inherit;  // inherit: by the language's script
  bool operator==(const Document&) const = default;
};

}  // namespace pressmark
