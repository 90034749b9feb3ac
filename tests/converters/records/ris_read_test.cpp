#include "tests/converters/records/read_text.h"

namespace pressmark::records {
namespace {

ReadText ris(std::string_view text) { return read_text(text, RecordFormat::ris); }

TEST(RisRead, AReference) {
  const ReadText read =
      ris("\xEF\xBB\xBFTY  - NEWS\r\nAU  - Davis, Sammy, Jr.\r\nAU  - News Desk\r\nTI  - A title "
          "that\r\n"
          "      goes on\r\nT2  - The Gazette\r\nPY  - 2026\r\nDA  - 2026/10/12/\r\nSP  - 4\r\nEP  "
          "- 5\r\n"
          "N1  - Subtitle: More\r\nN1  - A note\r\nKW  - a\r\nKW  - b\r\nSN  - 1234-5679\r\n"
          "UR  - https://a.example/\r\nC1  - odd\r\nER  - \r\n");
  ASSERT_EQ(read.records.size(), 1U);
  EXPECT_EQ(read.records[0].type, ItemType::article_newspaper);
  Name davis = person_name("Sammy", "Davis");
  davis.suffix = "Jr.";
  EXPECT_EQ(read.names(Role::author), (std::vector<Name>{davis, literal_name("News Desk")}));
  EXPECT_EQ(read.text(Variable::title), "A title that goes on");
  EXPECT_EQ(read.text(Variable::subtitle), "More");
  EXPECT_EQ(read.text(Variable::note), "A note");
  EXPECT_EQ(read.text(Variable::page), "4-5");
  EXPECT_EQ(read.text(Variable::issn), "1234-5679");
  EXPECT_EQ(read.date(DateVariable::issued), "2026-10-12");
  EXPECT_EQ(read.records[0].extra.at("C1"), "odd");
}

TEST(RisRead, LooseSpacingAndSeveralReferences) {
  const ReadText read =
      ris("TY - JOUR\nTI - One\nY1 - 2026///\nER -\n\nTY  - ZZZZ\nT1  - Two\nY1  - /10/12/\n");
  ASSERT_EQ(read.records.size(), 2U);
  EXPECT_EQ(read.date(DateVariable::issued), "2026");
  EXPECT_EQ(to_string(read.records[1].date(DateVariable::issued)), "--10-12");
  EXPECT_EQ(read.diagnostics.count("record.ignored-field"), 1U);  // the type
  EXPECT_NE(ris("A text without tags").error, "");
}

}  // namespace
}  // namespace pressmark::records
