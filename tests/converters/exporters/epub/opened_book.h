// tests/converters/exporters/epub/opened_book.h: an exported book, unpacked for assertions.
#pragma once

#include <gtest/gtest.h>

#include <map>
#include <string>
#include <vector>

#include "converters/common/zip.h"
#include "converters/exporters/epub/epub.h"
#include "tests/support/fake_environment.h"

namespace pressmark::epub {

struct OpenedBook {
  Bytes octets;
  std::vector<ZipEntry> entries;
  Diagnostics diagnostics;

  // The entry's data; empty where there is none.
  std::string file(const std::string& path) const {
    for (const ZipEntry& entry : entries) {
      if (entry.path == path) return entry.data;
    }
    return {};
  }
  bool has(const std::string& path, std::string_view piece) const {
    return file(path).find(piece) != std::string::npos;
  }
  std::size_t count_of_files(std::string_view beginning) const {
    std::size_t count = 0;
    for (const ZipEntry& entry : entries) count += entry.path.starts_with(beginning) ? 1 : 0;
    return count;
  }
};

inline OpenedBook open_book(const std::vector<Document>& articles, const Options& options = {},
                            FakeEnvironment environment = {}) {
  OpenedBook book;
  Context context{environment, book.diagnostics};
  const Result<Bytes> octets = articles.size() == 1
                                   ? export_epub(articles[0], options, context)
                                   : export_anthology(articles, "Many", options, context);
  EXPECT_TRUE(octets) << octets.error().describe();
  if (!octets) return book;
  book.octets = *octets;
  const auto entries = read_zip(book.octets, std::size_t{1} << 28);
  EXPECT_TRUE(entries) << entries.error().describe();
  if (entries) book.entries = *entries;
  return book;
}

}  // namespace pressmark::epub
