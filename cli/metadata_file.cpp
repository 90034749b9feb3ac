#include "cli/metadata_file.h"

#include <algorithm>

#include "converters/archive/durable_files.h"

namespace pressmark::cli {
namespace {

void lay_over(const Metadata& given, Metadata& record) {
  if (!given.type_evidence.source.empty()) {
    record.type = given.type;
    record.type_evidence = given.type_evidence;
  }
  for (const auto& [variable, value] : given.texts()) {
    record.set(variable, value.value, value.evidence);
  }
  for (const auto& [variable, value] : given.dates()) {
    record.set(variable, value.value, value.evidence);
  }
  std::erase_if(record.contributors, [&](const Contributor& had) {
    return std::ranges::any_of(given.contributors, [&](const Contributor& contributor) {
      return contributor.role == had.role;
    });
  });
  record.contributors.insert(record.contributors.end(), given.contributors.begin(),
                             given.contributors.end());
  if (!given.keywords.empty()) {
    record.keywords = given.keywords;
    if (given.find(Variable::keyword) == nullptr) record.set(Variable::keyword, {}, {});
  }
  for (const auto& [name, value] : given.extra) record.extra[name] = value;
}

}  // namespace

Result<MetadataFile> read_metadata_file(const std::string& path, const Limits& limits) {
  Result<Bytes> octets = files::read_file(path, limits.input_bytes);
  if (!octets) return octets.error();
  const auto format = records::find_record_format(path, *octets);
  if (!format) {
    return Error(
        ErrorKind::unrecognised, "--metadata '" + path + "' is of no format of citation records",
        "use CSL-JSON, BibTeX, RIS, MODS, schema.org JSON-LD, or YAML or TOML front matter");
  }
  return MetadataFile{path, std::move(*octets), *format};
}

Result<Done> apply_metadata_file(const MetadataFile& file, Document& document, Context& context) {
  const auto records =
      records::read_records(file.octets, file.format, "option:--metadata", context);
  if (!records) {
    return Error(records.error().kind(),
                 "--metadata '" + file.path + "': " + records.error().message(),
                 records.error().remedy());
  }
  if (records->size() != 1) {
    return Error(ErrorKind::usage,
                 "--metadata '" + file.path + "' has " + std::to_string(records->size()) +
                     " records, and an article has one",
                 "give a file with one record");
  }
  lay_over(records->front(), document.metadata);
  const auto* language = records->front().find(Variable::language);
  if (language != nullptr) document.language = language->value;
  return Done{};
}

}  // namespace pressmark::cli
