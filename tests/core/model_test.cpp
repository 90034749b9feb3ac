#include <gtest/gtest.h>

#include <algorithm>

#include "core/model/doi.h"
#include "core/model/dump.h"
#include "core/model/grid.h"
#include "core/model/sections.h"
#include "core/model/validate.h"
#include "core/model/walk.h"
#include "tests/support/golden.h"
#include "tests/support/sample_documents.h"

namespace pressmark {
namespace {

TEST(Doi, IsItsNameInEveryForm) {
  for (const char* written :
       {"10.1000/182", "doi:10.1000/182", "DOI: 10.1000/182", "info:doi/10.1000/182",
        "https://doi.org/10.1000/182", "http://dx.doi.org/10.1000/182",
        "HTTPS://DOI.ORG/10.1000/182", "doi.org/10.1000/182"}) {
    EXPECT_EQ(doi_name(written), "10.1000/182") << written;
    Metadata record;
    record.set(Variable::doi, written, {});
    settle_doi(record);
    EXPECT_EQ(record.text(Variable::doi), "10.1000/182") << written;
  }
  EXPECT_EQ(doi_name("https://doi.org/10.1002/%28SICI%291097%3A1%3C1"), "10.1002/(SICI)1097:1<1");
  for (const char* none : {"", "10.1000", "10./x", "https://doi.org/", "https://a.example/10.1/x",
                           "doi:11.1000/182", "10.1/a b"}) {
    EXPECT_EQ(doi_name(none), "") << none;
  }
  EXPECT_TRUE(is_doi_address("https://doi.org/10.1000/182"));
  EXPECT_FALSE(is_doi_address("10.1000/182"));
  // What is no DOI stays, for the reader to see.
  Metadata record;
  record.set(Variable::doi, "forthcoming", {});
  settle_doi(record);
  EXPECT_EQ(record.text(Variable::doi), "forthcoming");
}

TEST(Model, SamplesAreValidAndDumpAsExpected) {
  for (const auto& [name, document] : sample::all()) {
    EXPECT_EQ(validate(document), std::vector<std::string>()) << name;
    EXPECT_GOLDEN("core/dump/" + name + ".txt", dump(document, {.evidence = true}));
  }
  EXPECT_EQ(validate(sample::generated(3000)), std::vector<std::string>());
}

// Nodes are kept by value in vectors: their size is what a large article costs.
static_assert(sizeof(Inline) <= 320);
static_assert(sizeof(Block) <= 320);

TEST(Model, CopiesAreEqualAndIndependent) {
  const Document original = sample::every_block();
  Document copy = original;
  EXPECT_EQ(copy, original);
  std::get<Paragraph>(copy.body[0].node).children[0] = text("changed");
  EXPECT_NE(copy, original);
}

TEST(Validate, FindsEachBrokenInvariant) {
  const auto problem_of = [](Block block) {
    Document document = sample::plain();
    document.body.push_back(std::move(block));
    const auto problems = validate(document);
    return problems.empty() ? std::string() : problems[0].substr(0, problems[0].find(':'));
  };
  EXPECT_EQ(problem_of(paragraph({text("a\x01")})), "octets that are no text");
  EXPECT_EQ(problem_of(paragraph({text("")})), "empty text node");
  EXPECT_EQ(problem_of(Block{Heading{7, {}}}), "heading level out of 2 to 6");
  EXPECT_EQ(problem_of(Block{List{}}), "list without items");
  EXPECT_EQ(problem_of(Block{Table{}}), "table without cells");
  EXPECT_EQ(problem_of(Block{Verse{}}), "verse without stanzas");
  EXPECT_EQ(problem_of(Block{DefinitionList{}}), "definition list without entries");
  EXPECT_EQ(problem_of(paragraph({Inline{Image{"r-none", ""}}})), "image without its resource");
  EXPECT_EQ(problem_of(paragraph({Inline{Image{"", ""}}})), "image without its resource");
  EXPECT_EQ(problem_of(paragraph({Inline{Image{"r-none", "", "https://example.org/a.png"}}})),
            "image without its resource");
  EXPECT_EQ(problem_of(paragraph({Inline{Image{"", "", "#a"}}})), "link without its target");
  EXPECT_EQ(problem_of(paragraph({Inline{Link{"#nowhere", {}}}})), "link without its target");
  EXPECT_EQ(problem_of(paragraph({Inline{Link{"a b", {}}}})),
            "link target that is empty or has white space");
  EXPECT_EQ(problem_of(paragraph({Inline{Formula{}}})), "empty formula");
  EXPECT_EQ(problem_of(paragraph({Inline{Dated{make_date(2026, 2, 30), {}}}})), "impossible date");
  Block bad_id = paragraph({});
  bad_id.id = "1st";
  EXPECT_EQ(problem_of(bad_id), "id that is no NCName");
  Block bad_language = paragraph({});
  bad_language.language = "en_GB";
  EXPECT_EQ(problem_of(bad_language), "language that is no BCP 47 tag");
  const Inline note{Note{"", {paragraph({Inline{Note{}}})}}};
  EXPECT_EQ(problem_of(paragraph({note})), "note inside a note");
  Table span;
  span.rows = {{{Cell{{}, 0, 1}}}};
  EXPECT_EQ(problem_of(Block{span}), "cell span below 1");
  Blocks deep;
  for (int i = 0; i < 300; ++i) deep = {Block{Quotation{std::move(deep), {}, false}}};
  EXPECT_EQ(problem_of(deep[0]), "node that is too deep");
}

TEST(Walk, VisitsInDocumentOrderIncludingNotes) {
  std::string seen;
  for_each_inline(sample::notes(), [&](const Inline& item) {
    if (const auto* node = std::get_if<Text>(&item.node)) seen += node->text + "|";
  });
  EXPECT_EQ(seen,
            "Notes|First|One.| and second|Two.|.|item|In a list.|cell|In a cell.|Long|"
            "First paragraph of the note.|Second.|");
}

TEST(Walk, MapBlocksReachesBlocksInNotes) {
  const Document document = sample::notes();
  int paragraphs = 0;
  const Blocks mapped = map_blocks(document.body, [&](Block block) {
    if (std::holds_alternative<Paragraph>(block.node)) ++paragraphs;
    return Blocks{std::move(block)};
  });
  EXPECT_EQ(mapped, document.body);
  EXPECT_EQ(paragraphs, 4 + 6);
}

TEST(Walk, TextsAndWords) {
  EXPECT_EQ(text_of(sample::wire().front.dateline), "PORT SAMPLE, October 12. /EXA/.");
  EXPECT_EQ(count_words("One two-three, don’t 4.5 — 漢字 слово"), 4u + 1 + 2 + 1);
  EXPECT_EQ(text_of(sample::notes().body).substr(0, 26), "First and second.\nOne.\nTwo");
}

TEST(Sections, NestWithoutEmptyLevels) {
  const Document document = sample::headings();
  const Section root = sections(document.body);
  ASSERT_EQ(root.blocks.size(), 1u);
  ASSERT_EQ(root.sections.size(), 2u);
  EXPECT_EQ(root.sections[0].depth, 1);
  ASSERT_EQ(root.sections[0].sections.size(), 2u);
  EXPECT_EQ(root.sections[0].sections[0].depth, 2);
  EXPECT_EQ(root.sections[1].sections[0].depth, 2);
}

TEST(Grid, CutsSpansAndFindsGaps) {
  const Document document = sample::tables();
  const Grid spans = layout_grid(std::get<Table>(document.body[1].node));
  EXPECT_EQ(spans.columns, 3);
  EXPECT_FALSE(spans.repaired);
  EXPECT_EQ(spans.cells[1][0].column, 1);
  const Grid ragged = layout_grid(std::get<Table>(document.body[2].node));
  EXPECT_EQ(ragged.columns, 10);
  EXPECT_TRUE(ragged.repaired);
  EXPECT_EQ(ragged.cells[2][0].rows, 2);
  EXPECT_EQ(ragged.cells[3][0].column, 1);
  EXPECT_EQ(ragged.gaps[0].size(), 7u);
  EXPECT_EQ(ragged.gaps[3].size(), 8u);
}

TEST(Grid, AWideRowAmongVeryManyNarrowOnesMakesNoGapsWithoutNumber) {
  Table table;
  table.rows.assign(10'000, Row{{Cell{}}});
  table.rows[0].cells.assign(1000, Cell{});
  const Grid grid = layout_grid(table);
  EXPECT_EQ(grid.columns, 1000);
  EXPECT_TRUE(grid.repaired);
  EXPECT_TRUE(grid.gaps[1].empty());
  table.rows.resize(100);
  EXPECT_EQ(layout_grid(table).gaps[1].size(), 999u);
}

TEST(Grid, OverlappingSpansCoverEachPlaceOnce) {
  Table table;
  table.rows = {{{Cell{{}, 1, 1}, Cell{{}, 2, 1}, Cell{{}, 1, 1}}}, {{Cell{{}, 1, 3}, Cell{}}}};
  const Grid grid = layout_grid(table);
  std::vector<std::vector<int>> covered(grid.rows, std::vector<int>(grid.columns));
  for (const auto& row : grid.cells) {
    for (const PlacedCell& cell : row) {
      for (int r = cell.row; r < cell.row + cell.rows; ++r) {
        for (int c = cell.column; c < cell.column + cell.columns; ++c) ++covered[r][c];
      }
    }
  }
  for (int r = 0; r < grid.rows; ++r) {
    for (const int gap : grid.gaps[r]) ++covered[r][gap];
    EXPECT_EQ(std::ranges::count(covered[r], 1), grid.columns);
  }
}

TEST(Metadata, NamesOfVariablesRoundTrip) {
  for (const Variable v : all_variables()) EXPECT_EQ(parse_variable(to_string(v)), v);
  for (const DateVariable v : all_date_variables()) EXPECT_EQ(parse_date_variable(to_string(v)), v);
  for (const ItemType t : all_item_types()) EXPECT_EQ(parse_item_type(to_string(t)), t);
  for (const Role r : all_roles()) EXPECT_EQ(parse_role(to_string(r)), r);
}

TEST(Metadata, OffersAreRejectedWithAReason) {
  Metadata record;
  record.offer(Variable::title, "First", {.source = "meta:og:title"});
  record.offer(Variable::title, "Second", {.source = "title"});
  record.offer(Variable::title, "First", {.source = "h1"});
  EXPECT_EQ(record.text(Variable::title), "First");
  ASSERT_EQ(record.rejected.size(), 1u);
  EXPECT_EQ(record.rejected[0].reason, "less trusted than meta:og:title");
}

}  // namespace
}  // namespace pressmark
