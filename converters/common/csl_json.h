// converters/common/csl_json.h: the citation record as CSL-JSON 1.0.2, and back without loss.
//
// What CSL-JSON's schema has no member for is carried in its `custom` object
// (docs/formats/csljson.md has the list), so that reading gives an equal record; evidence other
// than "inferred" and rejected values stay behind. Used by the exporter, by readers of sidecar
// files and by the archive.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/base/diagnostics.h"
#include "core/base/result.h"
#include "core/model/metadata.h"
#include "core/pipeline/context.h"

namespace pressmark {

// One entry of a bibliography: `id` is unique in it (converters/common/citation_key.h).
struct CitedRecord {
  std::string id;
  const Metadata* record = nullptr;
};

// A JSON array of the items in their order, valid by csl-data.json of CSL 1.0.2. A date that has no
// year, or a range whose ends are seasons, is given as its written form in `literal`.
Bytes write_csl_json(const std::vector<CitedRecord>& records);

namespace csl_json {
// A member that was passed over, or kept as text in Metadata::extra.
inline constexpr DiagnosticCode ignored_member{
    "csljson.ignored-member", Severity::warning,
    "a member of the CSL-JSON item is not known at its place, or has a form that cannot be read, "
    "and was left out"};
inline constexpr DiagnosticCode unknown_member{
    "csljson.unknown-member", Severity::note,
    "a member that CSL-JSON 1.0.2 does not have was kept as an extra field"};
}  // namespace csl_json

// Reads an item, or an array of items. Each value gets `source` as the source of its evidence.
// Fails with ErrorKind::unrecognised for text that is not JSON or of another shape, and as
// parse_json() does.
Result<std::vector<Metadata>> read_csl_json(std::string_view text, std::string_view source,
                                            Context& context);

}  // namespace pressmark
