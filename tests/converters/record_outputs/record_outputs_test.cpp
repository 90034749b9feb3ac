// The citation record in outputs: where readers of an article look for it, and how long records
// take.
#include <gtest/gtest.h>

#include <array>
#include <cstdio>
#include <string>

#include "converters/common/zip.h"
#include "converters/formats.h"
#include "core/pipeline/format.h"
#include "tests/support/cpu_time.h"
#include "tests/support/fake_environment.h"
#include "tests/support/sample_documents.h"

namespace pressmark {
namespace {

Document article() {
  Document document;
  document.language = "en";
  document.front.headline = {text("Goats & ferries")};
  document.body = {paragraph({text("The goat stays.")})};
  Metadata& record = document.metadata;
  record.type = ItemType::article_newspaper;
  record.set(Variable::title, "Goats & ferries", {});
  record.set(Variable::container_title, "Coast Daily", {});
  record.set(Variable::publisher, "Harbour Press", {});
  record.set(Variable::language, "en", {});
  record.set(Variable::url, "https://paper.example/goats", {});
  record.set(DateVariable::issued, make_date(2024, 10, 12), {});
  record.contributors.push_back({Role::author, person_name("Ada", "Example"), "", {}});
  record.keywords.push_back({"goat", {}});
  return document;
}

std::string write(const char* format) {
  FakeEnvironment environment;
  Diagnostics diagnostics;
  Context context{environment, diagnostics, Limits{}};
  const auto written = find_format(all_formats(), format)->write(article(), {}, context);
  EXPECT_TRUE(written.has_value()) << written.error().describe();
  return written ? *written : "";
}

void expect_in(const std::string& output, std::initializer_list<const char*> parts) {
  for (const char* part : parts) {
    EXPECT_NE(output.find(part), std::string::npos) << part << " is not in\n"
                                                    << output.substr(0, 6000);
  }
}

TEST(RecordOutputs, EpubPackageHasIt) {
  const auto entries = read_zip(write("epub"), std::size_t{1} << 24);
  ASSERT_TRUE(entries.has_value());
  std::string package;
  for (const ZipEntry& entry : *entries) {
    if (entry.path.ends_with(".opf")) package = entry.data;
  }
  expect_in(package, {">Goats &amp; ferries</dc:title>", ">Ada Example</dc:creator>",
                      ">Harbour Press</dc:publisher>", ">en</dc:language>", "2024-10-12",
                      "https://paper.example/goats", ">goat</dc:subject>"});
}

TEST(RecordOutputs, TeiHeaderHasIt) {
  const std::string tei = write("tei");
  const std::size_t start = tei.find("<biblStruct");
  ASSERT_NE(start, std::string::npos);
  expect_in(tei.substr(start, tei.find("</biblStruct>") - start),
            {"Goats &amp; ferries", "<forename>Ada</forename>", "<surname>Example</surname>",
             "Coast Daily", "Harbour Press", "when=\"2024-10-12\"", "https://paper.example/goats"});
}

TEST(RecordOutputs, HtmlHeadHasIt) {
  const std::string page = write("html");
  expect_in(page.substr(0, page.find("</head>")),
            {"<title>Goats &amp; ferries</title>", "name=\"author\" content=\"Ada Example\"",
             "rel=\"canonical\" href=\"https://paper.example/goats\"", "application/ld+json",
             "\"NewsArticle\"", "2024-10-12", "Coast Daily", "Harbour Press"});
}

TEST(RecordOutputs, PdfHasItInItsXmp) {
  const std::string pdf = write("pdf");
  const std::size_t start = pdf.find("<x:xmpmeta");
  ASSERT_NE(start, std::string::npos);
  expect_in(pdf.substr(start, pdf.find("</x:xmpmeta>") - start),
            {"Goats &amp; ferries", "Ada Example", "Coast Daily", "2024-10-12",
             "https://paper.example/goats", "goat"});
}

// An edited title is what the record says, whatever stands above the text.
TEST(RecordOutputs, HaveTheTitleOfTheRecord) {
  Document document = article();
  document.metadata.set(Variable::title, "Goats on ferries", {.source = "option:--set"});
  document.metadata.set(Variable::subtitle, "A study", {.source = "option:--set"});
  FakeEnvironment environment;
  Diagnostics diagnostics;
  Context context{environment, diagnostics, Limits{}};
  const auto written = [&](const char* format) {
    const auto bytes = find_format(all_formats(), format)->write(document, {}, context);
    EXPECT_TRUE(bytes.has_value()) << format;
    return bytes ? *bytes : std::string();
  };
  expect_in(written("jsonld"),
            {"\"headline\":\"Goats on ferries\"", "\"alternativeHeadline\":\"A study\""});
  expect_in(written("html"), {"<title>Goats on ferries</title>", ">Goats &amp; ferries<"});
  expect_in(written("tei"), {"type=\"main\">Goats on ferries</title>"});
  expect_in(written("pdf"), {"Goats on ferries"});
  const auto entries = read_zip(written("epub"), std::size_t{1} << 24);
  ASSERT_TRUE(entries.has_value());
  for (const ZipEntry& entry : *entries) {
    if (entry.path.ends_with(".opf")) expect_in(entry.data, {">Goats on ferries</dc:title>"});
  }
}

// A thousand records in each format that holds a record alone: of an ordinary article, and with
// every variable and role that there is. 0.2 s of processor time is what we promise; the bound is
// thrice what the slowest format takes.
TEST(RecordOutputs, AThousandRecordsTakeLittleTime) {
  FakeEnvironment environment;
  const std::array documents = {article(), sample::full_metadata()};
  for (const Format& format : all_formats()) {
    if (!format.record_only || !format.write) continue;
    std::array<double, 2> seconds{};
    for (std::size_t which = 0; which < documents.size(); ++which) {
      seconds[which] = least_cpu_time([&] {
        for (int i = 0; i < 1000; ++i) {
          Diagnostics diagnostics;
          Context context{environment, diagnostics, Limits{}};
          ASSERT_TRUE(format.write(documents[which], {}, context).has_value()) << format.name;
        }
      });
      EXPECT_LT(seconds[which], 0.15 * slow_build) << format.name;
    }
    std::printf("%.*s: %.3f s, full %.3f s\n", static_cast<int>(format.name.size()),
                format.name.data(), seconds[0], seconds[1]);
  }
}

}  // namespace
}  // namespace pressmark
