#include "tests/converters/records/read_text.h"

namespace pressmark::records {
namespace {

TEST(JsonLdRead, AGraphWithReferences) {
  const ReadText read = read_text(R"({"@context": "https://schema.org", "@graph": [
    {"@type": "WebSite", "name": "Site"},
    {"@type": "Person", "@id": "#a", "name": "Ana Pérez", "sameAs": ["https://orcid.org/1"]},
    {"@type": ["Article", "NewsArticle"], "headline": "A title", "datePublished": "2026-10-12",
     "author": [{"@id": "#a"}, {"@type": "Organization", "name": "News Desk"}, "John Roe"],
     "isPartOf": {"@type": "PublicationIssue", "issueNumber": 3,
                  "isPartOf": {"@type": "Newspaper", "name": "The Gazette"}},
     "identifier": "https://doi.org/10.1/x", "keywords": "a, b", "mainEntityOfPage": {"@id": "https://a.example/"}}]})",
                                  RecordFormat::json_ld);
  ASSERT_EQ(read.records.size(), 1U) << read.error;
  EXPECT_EQ(read.records[0].type, ItemType::article_newspaper);
  Name ana = person_name("Ana", "Pérez");
  ana.uri = "https://orcid.org/1";
  EXPECT_EQ(read.names(Role::author),
            (std::vector<Name>{ana, literal_name("News Desk"), person_name("John", "Roe")}));
  EXPECT_EQ(read.text(Variable::container_title), "The Gazette");
  EXPECT_EQ(read.text(Variable::issue), "3");
  EXPECT_EQ(read.text(Variable::doi), "10.1/x");
  EXPECT_EQ(read.text(Variable::url), "https://a.example/");
  EXPECT_EQ(read.date(DateVariable::issued), "2026-10-12");
  EXPECT_EQ(read.records[0].keywords.size(), 2U);
}

TEST(JsonLdRead, WithoutAWorkItFails) {
  EXPECT_NE(read_text(R"({"@type": "WebSite"})", RecordFormat::json_ld).error, "");
  EXPECT_NE(read_text("[1, null]", RecordFormat::json_ld).error, "");
}

}  // namespace
}  // namespace pressmark::records
