#include "converters/importers/text/import_text.h"

#include <gtest/gtest.h>

#include <ctime>
#include <fstream>
#include <sstream>

#include "converters/importers/text/codes.h"
#include "converters/importers/text/format.h"
#include "core/model/dump.h"
#include "core/model/validate.h"
#include "core/model/walk.h"
#include "tests/support/fake_environment.h"
#include "tests/support/shared.h"

namespace pressmark::plain_text {
namespace {

class ImportText : public testing::Test {
 protected:
  Result<Document> read(std::string bytes, const Options& options = {}) {
    Source source;
    source.name = "a.txt";
    source.bytes = std::move(bytes);
    return read(source, options);
  }
  Result<Document> read(const Source& source, const Options& options = {}) {
    Context context{environment_, diagnostics_, limits_};
    Result<Document> document = import_text(source, options, context);
    if (document) {
      EXPECT_EQ(validate(*document), std::vector<std::string>{});
    }
    return document;
  }

  FakeEnvironment environment_;
  Diagnostics diagnostics_;
  Limits limits_;
};

TEST_F(ImportText, ReadsTheWireStoryOfTheSharedSamples) {
  PRESSMARK_NEEDS_SHARED(shared);
  std::ifstream file(shared + "/samples/tass-security-guarantees.txt", std::ios::binary);
  std::ostringstream bytes;
  bytes << file.rdbuf();
  const auto document = read(bytes.str());
  ASSERT_TRUE(document.has_value());
  const Metadata& record = document->metadata;
  EXPECT_EQ(record.text(Variable::title),
            "Talks on security guarantees for Russia not yet finalized — Security Council");
  EXPECT_TRUE(record.text(Variable::subtitle).starts_with("A broader question should be raised, "));
  EXPECT_EQ(record.text(Variable::publisher_place), "MOSCOW");
  EXPECT_EQ(record.text(Variable::source), "TASS");
  EXPECT_EQ(to_string(record.date(DateVariable::issued)), "--10-12");
  EXPECT_EQ(record.text(Variable::language), "en");
  EXPECT_EQ(record.type, ItemType::article_newspaper);
  EXPECT_EQ(document->body.size(), 7u);
  EXPECT_EQ(text_of(document->front.dateline), "MOSCOW, October 12. /TASS/.");
  ASSERT_FALSE(document->body.empty());
  EXPECT_TRUE(text_of(Blocks{document->body[0]}).starts_with("The issue of security assurances"));
  EXPECT_TRUE(diagnostics_.empty());
}

TEST_F(ImportText, FailsClearlyWithoutText) {
  const auto empty = read("");
  ASSERT_FALSE(empty.has_value());
  EXPECT_EQ(empty.error().kind(), ErrorKind::no_article);
  const auto blank = read(" \n\t\n * * *\n");
  ASSERT_FALSE(blank.has_value());
  EXPECT_EQ(blank.error().kind(), ErrorKind::no_article);
  const auto binary = read("%PDF-1.7\n1 0 obj");
  ASSERT_FALSE(binary.has_value());
  EXPECT_EQ(binary.error().kind(), ErrorKind::unrecognised);
  EXPECT_NE(binary.error().message().find("a PDF document"), std::string::npos);
}

TEST_F(ImportText, FillsTheProvenance) {
  const auto document = read("A kettle sang.\n");
  ASSERT_TRUE(document.has_value());
  EXPECT_EQ(document->provenance.media_type, "text/plain");
  EXPECT_EQ(document->provenance.encoding, "UTF-8");
  EXPECT_EQ(document->provenance.bytes, 15u);
  EXPECT_EQ(document->provenance.sha256.size(), 64u);
  EXPECT_EQ(document->provenance.importer, "text");
}

TEST_F(ImportText, TakesTheCallersWordOnEncodingAndLanguage) {
  Source source;
  source.name = "a.txt";
  source.bytes = "\xCF\xF0\xE8\xE2\xE5\xF2";
  source.encoding = "windows-1251";
  source.language = "ru";
  const auto document = read(source);
  ASSERT_TRUE(document.has_value());
  EXPECT_EQ(text_of(document->body), "Привет");
  EXPECT_EQ(document->language, "ru");
  EXPECT_FALSE(document->metadata.find(Variable::language)->evidence.inferred);
  source.encoding = "klingon";
  const auto unknown = read(source);
  ASSERT_FALSE(unknown.has_value());
  EXPECT_EQ(unknown.error().kind(), ErrorKind::usage);
}

TEST_F(ImportText, InfersAYearFromTheDayOfCaptureOnly) {
  Source source;
  source.name = "a.txt";
  source.bytes = "Ferry is back\n\nRIVERTON, October 12 (Reuters) - The ferry is back.\n";
  source.retrieved = make_date(2026, 2, 3);
  const auto document = read(source);
  ASSERT_TRUE(document.has_value());
  const auto* issued = document->metadata.find(DateVariable::issued);
  ASSERT_NE(issued, nullptr);
  EXPECT_EQ(to_string(issued->value), "2025-10-12");
  EXPECT_TRUE(issued->evidence.inferred);
  EXPECT_EQ(diagnostics_.count("text.year-inferred"), 1u);
}

TEST_F(ImportText, ChoosesTheTypeOfItem) {
  const std::string body = "The ferry is back after two winters, and the goat will not leave it.\n";
  const auto type_of = [&](const std::string& top, const std::string& story) {
    const auto document = read(top + "\n" + story);
    EXPECT_TRUE(document.has_value());
    return document ? to_string(document->metadata.type) : "";
  };
  EXPECT_EQ(type_of("Ferry is back\n", "OSLO, Oct 12 (NTB) - " + body), "article-newspaper");
  EXPECT_EQ(type_of("Ferry is back\n\nBy Ada Example\n", body), "article-newspaper");
  EXPECT_EQ(type_of("Title: Ferry\nPublication: Coast\nIssue: 4\n", body), "article-magazine");
  EXPECT_EQ(type_of("Title: Ferry\nPublication: Coast\nVolume: 4\n", body), "article-journal");
  EXPECT_EQ(type_of("Title: Ferry\nURL: https://blog.paper.example/goat\n", body), "post-weblog");
  EXPECT_EQ(type_of("Title: Ferry\nURL: https://paper.example/goat\n", body), "webpage");
  EXPECT_EQ(type_of("Title: Ferry\nDate: 2024-10-12\nType: report\n", body), "report");
  EXPECT_EQ(type_of("Title: Ferry\nDate: 2024-10-12\nType: broadcast\n", body), "broadcast");
  EXPECT_EQ(type_of("Ferry is back\n", "Q: Why?\n\nA: It floats.\n\nQ: And?\n\nA: Oats.\n"),
            "interview");
  EXPECT_EQ(type_of("FOR IMMEDIATE RELEASE\n\nFerry is back\n", body), "document");
  const auto named = read("Title: Ferry\nDate: 2024-10-12\nType: report\n\n" + body);
  EXPECT_TRUE(named->metadata.extra.empty());
  EXPECT_FALSE(named->metadata.type_evidence.inferred);
}

TEST_F(ImportText, MakesEachLineAParagraphWithoutRules) {
  const auto document =
      read("Title\n\n- one\n- two\n_three_ http://example.org\n", Options{Rules::none()});
  ASSERT_TRUE(document.has_value());
  EXPECT_TRUE(document->front.headline.empty());
  ASSERT_EQ(document->body.size(), 4u);
  EXPECT_EQ(dump(Blocks{document->body[3]}), "paragraph\n  text \"_three_ http://example.org\"\n");
}

TEST_F(ImportText, SaysWhenATextIsAPage) {
  EXPECT_TRUE(read("<!DOCTYPE html>\n<p>A kettle sang.</p>\n").has_value());
  EXPECT_EQ(diagnostics_.count("text.looks-like-markup"), 1u);
}

TEST_F(ImportText, ReportsWhatWasGuessedAndRepaired) {
  std::string bytes = "A kettle sang.\n\nIt sang of the keep-\ner's house.\n\n[1] Nobody asks.\n";
  EXPECT_TRUE(read(bytes + "\x01").has_value());
  EXPECT_EQ(diagnostics_.count("text.hyphen-removed"), 1u);
  EXPECT_EQ(diagnostics_.count("text.controls-removed"), 1u);
  EXPECT_EQ(diagnostics_.count("text.note-without-mark"), 1u);
  Source source;
  source.name = "a.txt";
  source.bytes = "caf\xE9 \xFF";
  source.encoding = "utf-8";
  EXPECT_TRUE(read(source).has_value());
  EXPECT_EQ(diagnostics_.count("text.octets-replaced"), 1u);
  EXPECT_TRUE(read("Zxq vwk.\n").has_value());
  EXPECT_GE(diagnostics_.count("text.language-unknown"), 1u);
}

TEST_F(ImportText, KeepsTheLimitOfNodes) {
  limits_.nodes = 100;
  std::string bytes;
  for (int i = 0; i < 1000; ++i) bytes += "A paragraph of its own.\n\n";
  const auto document = read(bytes);
  ASSERT_FALSE(document.has_value());
  EXPECT_EQ(document.error().kind(), ErrorKind::limit);
}

// The processor's time for a text of `bytes` octets that repeats a pattern.
double seconds_for(std::string_view pattern, std::size_t bytes) {
  Source source;
  source.name = "a.txt";
  source.bytes = "Headline of it\n\n";
  while (source.bytes.size() < bytes) source.bytes += pattern;
  FakeEnvironment environment;
  Diagnostics diagnostics;
  Context context{environment, diagnostics, Limits{}};
  const std::clock_t start = std::clock();
  const auto document = import_text(source, {}, context);
  EXPECT_TRUE(document.has_value()) << document.error().describe();
  return static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
}

TEST(TextSpeed, GrowsWithTheSizeOnly) {
  constexpr std::string_view patterns[] = {
      "The ferry keeps its own accounts of rope and rain, and what it lends to either\nbank it "
      "never lends again to anybody who has not paid.\n\n",
      "word\n",
      "- a\n",
      "> ",
      "> a\n",
      "[1] [2] [",
      "a  b  c\n",
      "*a _b ",
      "    x = y;\n\n  z\n\n",
      "http://http://",
      "a.b@c/",
      "Ann: x\n\nBob: y\n\n",
      "a\n  b\n\n",
      "1. a\n\n",
      "\f\n",
      "keep-\n"};
  constexpr std::size_t size = 60'000;
  for (const std::string_view pattern : patterns) {
    const double once = seconds_for(pattern, size);
    const double four_times = seconds_for(pattern, 4 * size);
    // A quadratic rule would take many seconds; a busy machine adds a little.
    EXPECT_LT(four_times, 12 * once + 1.0) << pattern;
  }
}

TEST_F(ImportText, KeepsAllWordsOfHostileText) {
  const std::string hostile[] = {
      std::string(20000, '>') + " deep",
      std::string(20000, '[') + "1]",
      std::string(30000, '*') + "a" + std::string(30000, '_'),
      "1. a\n" + std::string(5000, ' ') + "2. b\n\n   - c\n      - d\n         - e",
      "Q: a\nA: b\nQ: \nA:\nQ:\nA: c",
      "\xEF\xBB\xBF\xE2\x80\xA8\xE2\x80\xA9 x",
      "a\x01\x02\x03\x1A"
      "b and enough other words to be a text",
      "---\ntitle: x\n",
      "|||||\n|||||\n|a|b|",
      "```\n```\n```",
      "By By By By",
      "www.www.www. http://http:// @ a@ @b doi: 10. <http://",
  };
  for (const std::string& text : hostile) {
    const auto document = read(text);
    if (!document.has_value()) {
      EXPECT_EQ(document.error().kind(), ErrorKind::no_article) << document.error().message();
    }
  }
}

TEST(TextFormat, NamesItsOptionsValues) {
  FakeEnvironment environment;
  Diagnostics diagnostics;
  Context context{environment, diagnostics, Limits{}};
  Source source;
  source.name = "a.txt";
  source.bytes = "A kettle sang.";
  const Format row = format();
  const auto unknown = row.read(source, {{"rules", "-kettles"}}, context);
  ASSERT_FALSE(unknown.has_value());
  EXPECT_EQ(unknown.error().kind(), ErrorKind::usage);
  EXPECT_NE(unknown.error().remedy().find("headings"), std::string::npos);
  EXPECT_FALSE(row.read(source, {{"raw-paragraphs", "maybe"}}, context).has_value());
  EXPECT_TRUE(row.read(source, {{"raw-paragraphs", "yes"}}, context).has_value());
  EXPECT_TRUE(row.read(source, {{"rules", "none,+links"}}, context).has_value());
  for (const RuleDescription& rule : all_rules()) EXPECT_EQ(parse_rule(rule.name), rule.rule);
}

}  // namespace
}  // namespace pressmark::plain_text
