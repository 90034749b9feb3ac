// Faults of pages in articles of all kinds of blocks.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "converters/importers/html/html.h"
#include "tests/converters/exporters/pdf/layout/page_faults.h"
#include "tests/converters/exporters/pdf/layout/sample_layout.h"
#include "tests/support/fake_environment.h"
#include "tests/support/sample_documents.h"

namespace pressmark::pdf {
namespace {

// Articles of text with notes, long ones too, headings, figures, tables, lists and quotations.
class VariedArticle {
 public:
  explicit VariedArticle(std::uint32_t seed) : state_(seed * 2654435761u + 7) {}

  Document make(int blocks) {
    Document document = sample::images();
    image_ = document.resources.all().begin()->first;
    document.language = "en";
    document.front.headline = {text(words(6))};
    document.body.clear();
    for (int i = 0; i < blocks; ++i) add(document.body);
    document.body.push_back(paragraph({text(words(40))}));
    return document;
  }

 private:
  int below(int limit) {
    state_ = state_ * 1664525u + 1013904223u;
    return static_cast<int>((state_ >> 8) % static_cast<std::uint32_t>(limit));
  }

  std::string words(int count) {
    static constexpr const char* some[] = {
        "harbour", "a",  "consideration", "of", "the",   "sea",  "interval", "winter",
        "between", "it", "unremarkable",  "in", "ferry", "said", "hundred",  "lighthouse"};
    std::string line;
    for (int i = 0; i < count; ++i) {
      if (i > 0) line += ' ';
      line += some[below(static_cast<int>(std::size(some)))];
    }
    return line;
  }

  Inlines line(int count) {
    Inlines result = {text(words(count))};
    const int kind = below(24);
    if (kind < 5) result.push_back(Inline{Note{"", {paragraph({text(words(4 + below(40)))})}}});
    if (kind == 5) {
      result.push_back(
          Inline{Note{"", {paragraph({text(words(260))}), paragraph({text(words(90))})}}});
    }
    if (kind == 6) result.push_back(styled(Style::emphasis, {text(" " + words(5))}));
    result.push_back(text("."));
    return result;
  }

  void add(Blocks& body) {
    switch (below(16)) {
      case 0:
      case 1:
        body.push_back(Block{Heading{2 + below(3), {text(words(2 + below(9)))}}});
        break;
      case 2:
        body.push_back(Block{Figure{
            {paragraph({Inline{Image{image_, "A picture"}}})}, {text(words(4 + below(20)))}, {}}});
        break;
      case 3: {
        List list;
        for (int i = 0; i < 2 + below(5); ++i) {
          list.items.push_back({paragraph(line(3 + below(30)))});
        }
        body.push_back(Block{std::move(list)});
        break;
      }
      case 4:
        body.push_back(Block{Quotation{{paragraph(line(20 + below(60)))}, {}, false}});
        break;
      case 5: {
        Table table;
        table.header_rows = 1;
        table.rows.resize(static_cast<std::size_t>(2 + below(9)));
        for (Row& row : table.rows) {
          for (int i = 0; i < 3; ++i) row.cells.push_back({{paragraph({text(words(2))})}});
        }
        body.push_back(Block{std::move(table)});
        break;
      }
      default:
        break;
    }
    body.push_back(paragraph(line(8 + below(120))));
  }

  std::uint32_t state_;
  ResourceId image_;
};

TEST(PageFaults, AreNotInGeneratedArticles) {
  for (const int words : {3000, 30000}) {
    for (const auto& [name, style] : page_styles({"A4", "A5", "e-reader"})) {
      expect_no_faults(lay_out_quietly(sample::generated(words), style), style,
                       std::to_string(words) + " words on " + name);
    }
  }
}

TEST(PageFaults, AreNotInVariedArticles) {
  for (std::uint32_t seed = 1; seed <= 8; ++seed) {
    const Document document = VariedArticle(seed).make(60);
    for (const auto& [name, style] : page_styles({"A4", "A5"})) {
      expect_no_faults(lay_out_quietly(document, style), style,
                       "seed " + std::to_string(seed) + " on " + name);
    }
  }
}

// PRESSMARK_ARTICLES names a folder of HTML pages, such as those of a generator of articles.
TEST(PageFaults, AreNotInTheArticlesOfAFolder) {
  const char* folder = std::getenv("PRESSMARK_ARTICLES");
  if (folder == nullptr) GTEST_SKIP() << "PRESSMARK_ARTICLES names no folder";
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (entry.path().extension() != ".html") continue;
    std::ostringstream bytes;
    bytes << std::ifstream(entry.path(), std::ios::binary).rdbuf();
    FakeEnvironment environment;
    Diagnostics diagnostics;
    Context context{environment, diagnostics};
    const Result<Document> document =
        html::import_html({bytes.str(), entry.path().filename().string()}, {}, context);
    ASSERT_TRUE(document.has_value()) << document.error().describe();
    for (const auto& [name, style] : page_styles({"A4"})) {
      expect_no_faults(lay_out_quietly(*document, style), style,
                       entry.path().filename().string() + " on " + name);
    }
  }
}

}  // namespace
}  // namespace pressmark::pdf
