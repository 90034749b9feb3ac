// core/model/dump.h: a document as stable, indented text, for tests, golden files and `-t native`.
#pragma once

#include <string>

#include "core/model/document.h"

namespace pressmark {

// What dump() shows beside the content.
struct DumpOptions {
  bool locations = false;  // "@12:4" behind each block and inline that has one
  bool evidence = false;   // below each metadata value, and the rejected ones
  bool provenance = true;
  // Children indented; else each line begins with its depth as a number, for digests: so the size
  // stays in proportion to the content however deep it is.
  bool indented = true;
};

// One line for each node, children indented by two spaces; text in quotation marks with its line
// feeds, tabs, quotation marks and backslashes escaped. Two documents are equal but for locations
// and evidence when their dumps are.
std::string dump(const Document& document, const DumpOptions& options = {});
std::string dump(const Blocks& blocks, const DumpOptions& options = {});
std::string dump(const Metadata& metadata, const DumpOptions& options = {});

}  // namespace pressmark
