// converters/exporters/pdf/writer/attachments.h: files embedded in the PDF (PDF/A-3, 6.8).
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "converters/exporters/pdf/writer/file_assembler.h"
#include "core/model/date.h"

namespace pressmark::pdf {

// How an attachment relates to the article (ISO 19005-3, annex E).
enum class Relationship { source, data, alternative, supplement };

struct Attachment {
  std::string file_name;  // without folders: "article.tei.xml"
  std::string media_type;
  std::string description;  // for people
  Relationship relationship = Relationship::data;
  Bytes octets;
};

// The entries of the catalog that make attachments known.
struct EmbeddedFiles {
  Array associated;    // AF
  Dictionary by_name;  // the EmbeddedFiles name tree
};

// Adds the files, dated `date` where it is known, in the order of their names.
EmbeddedFiles embed_files(const std::vector<Attachment>& attachments,
                          const std::optional<Date>& date, FileAssembler& file);

}  // namespace pressmark::pdf
