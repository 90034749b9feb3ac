#include "tests/converters/records/read_text.h"

namespace pressmark::records {
namespace {

TEST(ModsRead, ACollectionOfAnotherWriter) {
  const ReadText read = read_text(
      R"(<m:modsCollection xmlns:m="http://www.loc.gov/mods/v3"><m:mods>
<m:titleInfo><m:nonSort>The</m:nonSort><m:title>Ferry</m:title><m:subTitle>and after</m:subTitle></m:titleInfo>
<m:name type="personal"><m:namePart>Pérez, Ana</m:namePart><m:role><m:roleTerm type="code">aut</m:roleTerm></m:role></m:name>
<m:name type="corporate"><m:namePart>News Desk</m:namePart><m:role><m:roleTerm>editor</m:roleTerm></m:role></m:name>
<m:genre>journal article</m:genre>
<m:language><m:languageTerm type="code" authority="iso639-2b">eng</m:languageTerm><m:languageTerm type="code" authority="rfc5646">en-GB</m:languageTerm></m:language>
<m:relatedItem type="host"><m:titleInfo><m:title>Journal</m:title></m:titleInfo><m:originInfo><m:dateIssued>2026-10</m:dateIssued></m:originInfo>
<m:part><m:detail type="volume"><m:number>7</m:number></m:detail><m:extent unit="pages"><m:start>4</m:start><m:end>5</m:end></m:extent></m:part></m:relatedItem>
<m:identifier type="doi">https://doi.org/10.1/x</m:identifier><m:location><m:url dateLastAccessed="2026-11-01">https://a.example/</m:url></m:location>
</m:mods><m:mods><m:titleInfo><m:title>Two</m:title></m:titleInfo></m:mods></m:modsCollection>)",
      RecordFormat::mods);
  ASSERT_EQ(read.records.size(), 2U) << read.error;
  EXPECT_EQ(read.records[0].type, ItemType::article_journal);
  EXPECT_EQ(read.text(Variable::title), "The Ferry");
  EXPECT_EQ(read.text(Variable::subtitle), "and after");
  EXPECT_EQ(read.names(Role::author), (std::vector<Name>{person_name("Ana", "Pérez")}));
  EXPECT_EQ(read.names(Role::editor), (std::vector<Name>{literal_name("News Desk")}));
  EXPECT_EQ(read.text(Variable::language), "en-GB");
  EXPECT_EQ(read.text(Variable::container_title), "Journal");
  EXPECT_EQ(read.text(Variable::volume), "7");
  EXPECT_EQ(read.text(Variable::page), "4-5");
  EXPECT_EQ(read.text(Variable::doi), "10.1/x");
  EXPECT_EQ(read.date(DateVariable::issued), "2026-10");
  EXPECT_EQ(read.date(DateVariable::accessed), "2026-11-01");
}

TEST(ModsRead, OtherXmlIsRefused) {
  EXPECT_NE(read_text("<mods/>", RecordFormat::mods).error, "");
  EXPECT_NE(read_text("<mods", RecordFormat::mods).error, "");
}

}  // namespace
}  // namespace pressmark::records
