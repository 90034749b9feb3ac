// converters/exporters/citation/records_file.h: many citation records as one file of a format.
#pragma once

#include <string_view>
#include <vector>

#include "core/base/result.h"

namespace pressmark::citation {

// What stands around and between the records of a file.
struct RecordsFile {
  std::string_view format;  // its name in the table of formats
  std::string_view begin;
  std::string_view separator;
  std::string_view end;
  bool has_declaration = false;  // each record alone has an XML declaration, a line of its own
};

// How a file of the format holds many records: MODS 3.8 in modsCollection, MARCXML in collection,
// JSON-LD in an array (JSON-LD 1.1, 9.1), text formats one after the other. Null for a format whose
// file holds one record (oai_dc, CITATION.cff), and for CSL-JSON, which csl_json.h writes.
const RecordsFile* find_records_file(std::string_view format);

// One file of the records, each as it would be a file alone; in their order.
Bytes join_records(const RecordsFile& file, const std::vector<Bytes>& records);

}  // namespace pressmark::citation
