#include "converters/exporters/citation/records_file.h"

#include <algorithm>
#include <array>

namespace pressmark::citation {
namespace {

constexpr std::array<RecordsFile, 9> records_files = {{
    {"bibtex", "", "\n", ""},
    {"biblatex", "", "\n", ""},
    {"ris", "", "\r\n", ""},
    {"enw", "", "\n", ""},
    {"coins", "", "", ""},
    {"wiki", "", "", ""},
    {"jsonld", "[\n", ",\n", "]\n"},
    {"mods",
     "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
     "<modsCollection xmlns=\"http://www.loc.gov/mods/v3\">\n",
     "", "</modsCollection>\n", true},
    {"marcxml",
     "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
     "<collection xmlns=\"http://www.loc.gov/MARC21/slim\">\n",
     "", "</collection>\n", true},
}};

}  // namespace

const RecordsFile* find_records_file(std::string_view format) {
  const auto found = std::ranges::find(records_files, format, &RecordsFile::format);
  return found == records_files.end() ? nullptr : &*found;
}

Bytes join_records(const RecordsFile& file, const std::vector<Bytes>& records) {
  Bytes all(file.begin);
  bool is_first = true;
  for (const Bytes& record : records) {
    if (!is_first) all += file.separator;
    is_first = false;
    all += file.has_declaration ? record.substr(record.find('\n') + 1) : record;
  }
  return all += file.end;
}

}  // namespace pressmark::citation
