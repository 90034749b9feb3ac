#include "converters/exporters/pdf/pdf.h"

#include <gtest/gtest.h>

#include <thread>

#include "tests/support/fake_environment.h"
#include "tests/support/sample_documents.h"

namespace pressmark::pdf {
namespace {

FontLibrary& fonts() {
  static FontLibrary library(system_fonts());
  return library;
}

Result<Bytes> written(const Document& document, const Options& options = {}) {
  FakeEnvironment environment;
  Diagnostics diagnostics;
  Context context{environment, diagnostics};
  return export_pdf(document, options, fonts(), context);
}

TEST(ExportPdf, WritesEverySampleTheSameTwice) {
  for (const auto& [name, document] : sample::all()) {
    const Result<Bytes> first = written(document);
    ASSERT_TRUE(first) << name << ": " << first.error().describe();
    EXPECT_TRUE(first->starts_with("%PDF-1.7\n")) << name;
    EXPECT_TRUE(*first == *written(document)) << name;
  }
}

TEST(ExportPdf, WritesTheSameInManyThreads) {
  const Document document = sample::generated(2000);
  const Bytes alone = *written(document);
  for (const std::size_t count : {1U, 2U, 8U}) {
    std::vector<Bytes> outputs(count);
    std::vector<std::thread> threads;
    for (Bytes& output : outputs) {
      threads.emplace_back([&output, &document] { output = *written(document); });
    }
    for (std::thread& thread : threads) thread.join();
    for (const Bytes& output : outputs) EXPECT_TRUE(output == alone) << count << " threads";
  }
}

TEST(ExportPdf, WritesADocumentWithNothingInIt) {
  const Result<Bytes> file = written(Document{});
  ASSERT_TRUE(file) << file.error().describe();
}

TEST(ExportPdf, RefusesUndescribedImagesWhereAskedTo) {
  const Result<Bytes> refused =
      written(sample::every_inline(), {.undescribed_images = Undescribed::refused});
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().message(), "an image has no alternative text and no caption");
  EXPECT_TRUE(written(sample::plain(), {.undescribed_images = Undescribed::refused}));
}

TEST(ExportPdf, ClaimsPart3WhereFilesAreAttached) {
  const std::vector<Attachment> attachments = {
      {"b.json", "application/json", "Record", Relationship::data, "{}"},
      {"a.xml", "application/tei+xml", "Text", Relationship::source, "<TEI/>"}};
  const Bytes none = *written(sample::plain());
  EXPECT_NE(none.find("<pdfaid:part>2<"), Bytes::npos);
  const Bytes attached = *written(sample::plain(), {.attachments = attachments});
  EXPECT_NE(attached.find("<pdfaid:part>3<"), Bytes::npos);
  EXPECT_NE(attached.find("tei+xml"), Bytes::npos);
  // Part 2 allows no attachments.
  const Bytes part_2 =
      *written(sample::plain(), {.profile = Profile::archive_2a, .attachments = attachments});
  EXPECT_TRUE(part_2 == none);
}

}  // namespace
}  // namespace pressmark::pdf
