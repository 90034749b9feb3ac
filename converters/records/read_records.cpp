#include <array>
#include <utility>

#include "converters/common/csl_json.h"
#include "converters/records/records.h"
#include "converters/records/structured_text.h"
#include "core/base/ascii.h"
#include "core/model/doi.h"

namespace pressmark::records {
namespace {

std::string_view without_mark_and_space(std::string_view octets) {
  if (octets.starts_with("\xEF\xBB\xBF")) octets.remove_prefix(3);
  const std::size_t start = octets.find_first_not_of(" \t\r\n");
  return start == std::string_view::npos ? std::string_view() : octets.substr(start);
}

RecordFormat format_of_json(std::string_view octets) {
  return octets.find("\"@context\"") == std::string_view::npos ? RecordFormat::csl_json
                                                               : RecordFormat::json_ld;
}

RecordFormat format_of_front_matter(const FrontMatterBlock& block) {
  return block.language == FrontMatterBlock::Language::toml ? RecordFormat::toml
                                                            : RecordFormat::yaml;
}

}  // namespace

std::optional<RecordFormat> find_record_format(std::string_view file_name,
                                               std::string_view octets) {
  using Pair = std::pair<std::string_view, RecordFormat>;
  constexpr std::array extensions = {
      Pair{"bib", RecordFormat::bibtex},     Pair{"ris", RecordFormat::ris},
      Pair{"mods", RecordFormat::mods},      Pair{"xml", RecordFormat::mods},
      Pair{"jsonld", RecordFormat::json_ld}, Pair{"csljson", RecordFormat::csl_json},
      Pair{"yaml", RecordFormat::yaml},      Pair{"yml", RecordFormat::yaml},
      Pair{"toml", RecordFormat::toml}};
  const std::size_t stop = file_name.rfind('.');
  const std::string extension =
      stop == std::string_view::npos ? "" : ascii::to_lower(file_name.substr(stop + 1));
  for (const auto& [name, format] : extensions) {
    if (name == extension) return format;
  }
  const std::string_view text = without_mark_and_space(octets);
  if (text.starts_with('{') || text.starts_with('[')) return format_of_json(text);
  if (text.starts_with('<')) return RecordFormat::mods;
  if (text.starts_with("TY")) return RecordFormat::ris;
  if (text.starts_with('@') || text.starts_with('%')) return RecordFormat::bibtex;
  if (const auto block = find_front_matter(octets)) return format_of_front_matter(*block);
  return {};
}

namespace {

Result<std::vector<Metadata>> read_as(RecordFormat format, std::string_view octets,
                                      std::string_view source, Context& context) {
  switch (format) {
    case RecordFormat::csl_json:
      return read_csl_json(octets, source, context);
    case RecordFormat::bibtex:
      return read_bibtex(octets, source, context);
    case RecordFormat::ris:
      return read_ris(octets, source, context);
    case RecordFormat::mods:
      return read_mods(octets, source, context);
    case RecordFormat::json_ld:
      return read_json_ld(octets, source, context);
    case RecordFormat::yaml:
      return read_yaml(octets, source, context);
    case RecordFormat::toml:
      return read_toml(octets, source, context);
  }
  return Error(ErrorKind::internal, "there is no such format of records");
}

}  // namespace

Result<std::vector<Metadata>> read_records(std::string_view octets, RecordFormat format,
                                           std::string_view source, Context& context) {
  Result<std::vector<Metadata>> records = read_as(format, octets, source, context);
  if (!records) return records;
  for (Metadata& record : *records) settle_doi(record);
  return records;
}

}  // namespace pressmark::records
