// cli/article_output.h: from a document to the files of its formats.
#pragma once

#include <string>
#include <vector>

#include "cli/article_input.h"
#include "cli/output_target.h"

namespace pressmark::cli {

// The outputs for `targets`, in their order. All are made before the first is written, so a failure
// of one format leaves no file of another.
Result<std::vector<Bytes>> export_targets(const Document& document,
                                          const std::vector<OutputTarget>& targets,
                                          const ImportSettings& import, Context& context);

// Writes the outputs, and for formats that refer to images these into images/ beside the output.
// Where one cannot be written, those that were new before it are removed again; images stay, each
// of them whole, as other outputs of the folder may refer to them.
Result<Done> write_targets(const Document& document, const std::vector<OutputTarget>& targets,
                           const std::vector<Bytes>& outputs, const ImportSettings& import,
                           Console& console);

}  // namespace pressmark::cli
