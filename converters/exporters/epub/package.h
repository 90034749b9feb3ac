// converters/exporters/epub/package.h: the package document (EPUB 3.3, 5): metadata, manifest and
// spine.
#pragma once

#include <vector>

#include "converters/exporters/epub/accessibility.h"
#include "converters/exporters/epub/book.h"
#include "core/model/document.h"

namespace pressmark::epub {

struct Package {
  BookIdentity book;
  std::vector<const Document*> articles;  // whose records are put together
  std::vector<const TextFile*> texts;     // in reading order
  const std::vector<ImageFile>* images = nullptr;
  const std::vector<RecordFile>* records = nullptr;
  const std::vector<FontFile>* fonts = nullptr;
  std::string cover;                     // name of an image file; empty: none
  const TextFile* cover_page = nullptr;  // where there is a cover
  Evidence evidence;
  bool navigation_in_spine = false;
  bool page_list = false;
};

Bytes write_package(const Package& package);

}  // namespace pressmark::epub
