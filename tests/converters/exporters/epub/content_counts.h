// tests/converters/exporters/epub/content_counts.h: what a model has and what a book has, counted
// in the same way. Validity must not hide loss.
#pragma once

#include <cstddef>
#include <optional>
#include <ostream>
#include <vector>

#include "converters/common/zip.h"
#include "core/model/document.h"

namespace pressmark::epub {

struct Content {
  std::size_t letters = 0;  // characters that are no space or ASCII punctuation
  std::size_t images = 0;
  std::size_t cells = 0;
  std::size_t notes = 0;
  std::size_t links = 0;
  std::size_t items = 0;
  std::size_t headings = 0;
  bool operator==(const Content&) const = default;
};
void PrintTo(const Content& content, std::ostream* out);

// Of a document, as the exporter should show it. Images are counted that have their octets.
Content content_of(const Document& document);
// Of the content documents among the files of a book, without what the exporter adds; absent where
// one is no XML.
std::optional<Content> content_of(const std::vector<ZipEntry>& files);

}  // namespace pressmark::epub
