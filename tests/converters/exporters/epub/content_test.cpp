#include <zlib.h>

#include <algorithm>
#include <filesystem>

#include "converters/importers/html/html.h"
#include "tests/converters/exporters/epub/content_counts.h"
#include "tests/converters/exporters/epub/opened_book.h"
#include "tests/support/sample_documents.h"
#include "tests/support/shared.h"

namespace pressmark::epub {
namespace {

TEST(EpubContent, NothingOfAnySampleIsLost) {
  for (const auto& [name, document] : sample::all()) {
    EXPECT_EQ(content_of(open_book({document}).entries), content_of(document)) << name;
  }
}

TEST(EpubContent, NothingOfALongArticleIsLost) {
  const Document document = sample::generated(60'000);
  EXPECT_EQ(content_of(open_book({document}).entries), content_of(document));
}

Bytes gunzip(const std::filesystem::path& path) {
  Bytes octets;
  gzFile file = gzopen(path.c_str(), "rb");
  if (file == nullptr) return octets;
  char buffer[65536];
  for (int size; (size = gzread(file, buffer, sizeof buffer)) > 0;) {
    octets.append(buffer, static_cast<std::size_t>(size));
  }
  gzclose(file);
  return octets;
}

TEST(EpubContent, NothingOfRealPagesIsLost) {
  PRESSMARK_NEEDS_SHARED(shared);
  std::vector<std::filesystem::path> pages;
  for (const auto& entry :
       std::filesystem::recursive_directory_iterator(shared + "/corpora/articles/html")) {
    if (entry.path().extension() == ".gz") pages.push_back(entry.path());
  }
  std::sort(pages.begin(), pages.end());
  std::size_t compared = 0;
  for (std::size_t i = 0; i < pages.size(); i += 28) {
    FakeEnvironment environment;
    Diagnostics diagnostics;
    Context context{environment, diagnostics};
    Source source;
    source.bytes = gunzip(pages[i]);
    source.name = "page.html";
    source.url = "https://example.org/page.html";
    const Result<Document> document = html::import_html(source, {}, context);
    if (!document) continue;
    EXPECT_EQ(content_of(open_book({*document}).entries), content_of(*document)) << pages[i];
    ++compared;
  }
  EXPECT_GT(compared, 30u);
}

}  // namespace
}  // namespace pressmark::epub
