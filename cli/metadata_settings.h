// cli/metadata_settings.h: values of the citation record that the user sets with --set.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "core/base/result.h"
#include "core/model/document.h"

namespace pressmark::cli {

using MetadataSettings = std::vector<std::pair<std::string, std::string>>;

// Splits VARIABLE=VALUE and checks each: a CSL variable ("title", "container-title"), a date
// variable ("issued"), a role ("author", given once for each name), "type" or "keyword". Fails with
// ErrorKind::usage.
Result<MetadataSettings> parse_metadata_settings(const std::vector<std::string>& texts);

// Sets the values, each with the evidence "option:--set". Names given for a role replace all those
// that the source has for it; "Family, Given" is a person, "{Name}" a literal, else the last word
// is the family name. An empty value removes what the source has.
void apply_metadata_settings(const MetadataSettings& settings, Document& document);

}  // namespace pressmark::cli
