// converters/exporters/native/model_json.h: the whole document model as JSON
// (docs/formats/json.md).
#pragma once

#include "core/pipeline/format.h"

namespace pressmark::native {

// The version of the JSON form; the importer reads this one.
inline constexpr int model_version = 1;

struct JsonOptions {
  // Whether the images' octets are in it, in Base64; without them a reader has no images.
  bool resources = true;
};

// Writes everything the model holds: nodes with their places in the source, metadata with evidence
// and rejected values, resources, provenance. Members that are empty or have their default are left
// out. A document of more than `indented_nodes` nodes is one line: the indent of deep ones would be
// the most of it. Never fails.
inline constexpr std::size_t indented_nodes = 100'000;
Result<Bytes> export_json(const Document& document, const JsonOptions& options);

}  // namespace pressmark::native
