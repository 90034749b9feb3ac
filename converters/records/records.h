// converters/records/records.h: citation records from files that other programs write.
//
// A record is no article: it has no text. So these readers stand beside the importers and give
// Metadata; the command lays them over an article's own record (--metadata).
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "core/base/diagnostics.h"
#include "core/base/result.h"
#include "core/model/metadata.h"
#include "core/pipeline/context.h"

namespace pressmark::records {

enum class RecordFormat { csl_json, bibtex, ris, mods, json_ld, yaml, toml };

inline constexpr DiagnosticCode ignored_field{
    "record.ignored-field", Severity::warning,
    "a field of the citation record has a form that cannot be read, and was left out"};
inline constexpr DiagnosticCode unknown_field{
    "record.unknown-field", Severity::note,
    "a field that the citation record has no variable for was kept as an extra field"};
inline constexpr DiagnosticCode damaged_entry{
    "record.damaged-entry", Severity::warning,
    "an entry of the bibliography is damaged, and was read up to the damage"};

// The format, told by the file's extension (.json, .jsonld, .bib, .ris, .xml, .mods, .yaml, .yml,
// .toml, and .md for the front matter at its start) and, where that does not tell, by how the
// octets begin. JSON is JSON-LD where it has an "@context". Absent: none of them.
std::optional<RecordFormat> find_record_format(std::string_view file_name, std::string_view octets);

// All records of the file, in its order. Each value's evidence has `source` as its source. Text is
// UTF-8; what is not becomes U+FFFD.
//
// Fails with ErrorKind::unrecognised where the octets are not of the format, and with
// ErrorKind::limit beyond the context's limits.
Result<std::vector<Metadata>> read_records(std::string_view octets, RecordFormat format,
                                           std::string_view source, Context& context);

// The readers behind it, one a format; they fail in the same way.
// BibTeX 0.99d and BibLaTeX 3 with @string, concatenation, crossref and xdata; TeX is made text.
Result<std::vector<Metadata>> read_bibtex(std::string_view text, std::string_view source,
                                          Context& context);
// RIS (2011), also with one space about the hyphen and with lines continued.
Result<std::vector<Metadata>> read_ris(std::string_view text, std::string_view source,
                                       Context& context);
// MODS 3: a mods element, or all those of a modsCollection.
Result<std::vector<Metadata>> read_mods(std::string_view octets, std::string_view source,
                                        Context& context);
// schema.org in JSON-LD: an object, an array, or a @graph; works only, no organisations and pages
// about them.
Result<std::vector<Metadata>> read_json_ld(std::string_view text, std::string_view source,
                                           Context& context);
// One record in the keys of front matter: CSL's names, and those that site generators use
// (docs/formats/records.md has the list).
Result<std::vector<Metadata>> read_yaml(std::string_view text, std::string_view source,
                                        Context& context);
Result<std::vector<Metadata>> read_toml(std::string_view text, std::string_view source,
                                        Context& context);

}  // namespace pressmark::records
