// Every page of the corpora gives a document that keeps all invariants, whole and cut off.

#include <gtest/gtest.h>
#include <zlib.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <random>

#include "converters/importers/html/html.h"
#include "core/model/validate.h"
#include "tests/support/fake_environment.h"
#include "tests/support/shared.h"

namespace pressmark::html {
namespace {

std::vector<std::filesystem::path> corpus_pages(const std::string& shared) {
  std::vector<std::filesystem::path> pages;
  for (const char* set : {"/corpora/articles/html", "/corpora/metadata/html"}) {
    for (const auto& entry : std::filesystem::recursive_directory_iterator(shared + set)) {
      if (entry.path().extension() == ".gz") pages.push_back(entry.path());
    }
  }
  std::sort(pages.begin(), pages.end());
  return pages;
}

Bytes gunzip(const std::filesystem::path& path) {
  Bytes octets;
  gzFile file = gzopen(path.c_str(), "rb");
  if (file == nullptr) return octets;
  char buffer[65536];
  for (int size; (size = gzread(file, buffer, sizeof buffer)) > 0;) octets.append(buffer, size);
  gzclose(file);
  return octets;
}

void expect_sound(const Bytes& page, const std::string& name) {
  FakeEnvironment environment;
  Diagnostics diagnostics;
  Context context{environment, diagnostics, Limits{}};
  Source source;
  source.bytes = page;
  source.name = "page.html";
  source.url = "http://example.org/page.html";
  const Result<Document> document = import_html(source, {}, context);
  if (!document) {
    EXPECT_EQ(document.error().kind(), ErrorKind::no_article) << name << document.error().message();
    return;
  }
  const std::vector<std::string> problems = validate(*document);
  EXPECT_TRUE(problems.empty()) << name << ": " << problems.front();
}

// All pages where PRESSMARK_ALL_PAGES is set, else every seventh.
std::size_t step() { return std::getenv("PRESSMARK_ALL_PAGES") != nullptr ? 1 : 7; }

TEST(HtmlCorpus, AllPagesGiveSoundDocuments) {
  PRESSMARK_NEEDS_SHARED(shared);
  const auto pages = corpus_pages(shared);
  ASSERT_GT(pages.size(), 1900U);
  for (const auto& page : pages) expect_sound(gunzip(page), page.filename());
}

TEST(HtmlCorpus, PagesCutOffAnywhereGiveSoundDocuments) {
  PRESSMARK_NEEDS_SHARED(shared);
  const auto pages = corpus_pages(shared);
  std::minstd_rand random(20261124);
  for (std::size_t i = 0; i < pages.size(); ++i) {
    const bool chosen = i % step() == 0;
    const Bytes page = chosen ? gunzip(pages[i]) : Bytes();
    for (int cut = 0; cut < 5; ++cut) {
      const std::size_t place = random();
      if (chosen) expect_sound(page.substr(0, place % (page.size() + 1)), pages[i].filename());
    }
  }
}

}  // namespace
}  // namespace pressmark::html
