// tests/converters/exporters/epub/content_counts.h: what a model has and what a book has, counted
// in the same way. Validity must not hide loss.
#pragma once

#include <cstddef>
#include <ostream>

#include "core/model/document.h"
#include "tests/converters/exporters/epub/opened_book.h"

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
// Of the content documents, without what the exporter adds.
Content content_of(const OpenedBook& book);

}  // namespace pressmark::epub
