// converters/exporters/epub/split.h: which blocks of a long article go into which file.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "core/model/document.h"

namespace pressmark::epub {

// Blocks first to last - 1 of a body.
struct Range {
  std::size_t first = 0;
  std::size_t last = 0;
};

struct Division {
  std::vector<Range> files;                             // at least one; together all blocks
  std::map<std::string, std::size_t, std::less<>> ids;  // of the document: in which file each is
};

// Divides a body into files of about `most_octets` of XHTML: at its highest headings, where their
// sections are too long at lower ones, and between any two blocks as the last resort. A single
// block is never divided.
Division divide(const Document& article, std::size_t most_octets);

}  // namespace pressmark::epub
