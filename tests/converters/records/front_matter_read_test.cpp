#include "tests/converters/records/read_text.h"

namespace pressmark::records {
namespace {

TEST(FrontMatterRead, Yaml) {
  const ReadText read = read_text(
      "---\ntitle: \"A: title\"\nauthor:\n  - name: Ana Pérez\n    orcid: 0000-0002-1825-0097\n"
      "  - {family: Gogh, given: Vincent, non-dropping-particle: van}\n  - News\n"
      "date: 2026-10-12\ntags: [a, b]\nlang: en\nlayout: post\ncanonical_url: https://a.example/\n"
      "type: article-newspaper\n---\n# Text: not [yaml\n",
      RecordFormat::yaml);
  ASSERT_EQ(read.records.size(), 1U) << read.error;
  EXPECT_EQ(read.text(Variable::title), "A: title");
  Name ana = person_name("Ana", "Pérez");
  ana.uri = "https://orcid.org/0000-0002-1825-0097";
  EXPECT_EQ(
      read.names(Role::author),
      (std::vector<Name>{ana, particle_name("Vincent", "van", "Gogh"), literal_name("News")}));
  EXPECT_EQ(read.date(DateVariable::issued), "2026-10-12");
  EXPECT_EQ(read.records[0].keywords.size(), 2U);
  EXPECT_EQ(read.text(Variable::url), "https://a.example/");
  EXPECT_EQ(read.records[0].type, ItemType::article_newspaper);
  EXPECT_EQ(read.records[0].extra.at("layout"), "post");
}

TEST(FrontMatterRead, Toml) {
  const ReadText read = read_text(
      "+++\ntitle = \"A title\"\nauthors = [\"Ana Pérez\", \"Roe, John\"]\n"
      "date = 2026-10-12T08:30:00Z\nlastmod = 2026-10-13\ncontainer-title = \"The "
      "Gazette\"\n+++\nx",
      RecordFormat::toml);
  ASSERT_EQ(read.records.size(), 1U) << read.error;
  EXPECT_EQ(read.names(Role::author),
            (std::vector<Name>{person_name("Ana", "Pérez"), person_name("John", "Roe")}));
  EXPECT_EQ(read.date(DateVariable::issued), "2026-10-12T08:30:00Z");
  EXPECT_EQ(read.date(DateVariable::modified), "2026-10-13");
  EXPECT_EQ(read.text(Variable::container_title), "The Gazette");
}

TEST(FrontMatterRead, RefusesWhatIsNoRecord) {
  EXPECT_NE(read_text("a: &x [1]\nb: *x\n", RecordFormat::yaml).error, "");
  EXPECT_NE(read_text("- a\n- b\n", RecordFormat::yaml).error, "");
  EXPECT_NE(read_text("a: [", RecordFormat::yaml).error, "");
  EXPECT_NE(read_text("a = ", RecordFormat::toml).error, "");
  EXPECT_NE(read_text(std::string(100, '['), RecordFormat::yaml).error, "");
}

TEST(RecordFormats, AreToldByNameAndContent) {
  EXPECT_EQ(find_record_format("a.bib", ""), RecordFormat::bibtex);
  EXPECT_EQ(find_record_format("a.RIS", ""), RecordFormat::ris);
  EXPECT_EQ(find_record_format("a.json", "{\"@context\": 1}"), RecordFormat::json_ld);
  EXPECT_EQ(find_record_format("a.json", "[]"), RecordFormat::csl_json);
  EXPECT_EQ(find_record_format("-", " <mods/>"), RecordFormat::mods);
  EXPECT_EQ(find_record_format("a.md", "+++\na = 1\n+++\n"), RecordFormat::toml);
  EXPECT_EQ(find_record_format("a.txt", "words"), std::nullopt);
}

}  // namespace
}  // namespace pressmark::records
