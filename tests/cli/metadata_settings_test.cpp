#include "cli/metadata_settings.h"

#include <gtest/gtest.h>

#include "cli/metadata_table.h"
#include "tests/support/sample_documents.h"

namespace pressmark::cli {
namespace {

TEST(MetadataSettings, SetEveryKindOfValue) {
  const auto settings =
      parse_metadata_settings({"title= New ", "issued=2026-10-12", "author=Doe, Jane",
                               "author=John Roe", "author={News desk}", "type=article-newspaper",
                               "keyword=a", "keyword=b", "keyword=a", "language=ru", "publisher="});
  ASSERT_TRUE(settings) << settings.error().message();
  Document document = sample::full_metadata();
  apply_metadata_settings(*settings, document);
  const Metadata& metadata = document.metadata;
  EXPECT_EQ(metadata.text(Variable::title), "New");
  EXPECT_EQ(metadata.find(Variable::title)->evidence.source, "option:--set");
  EXPECT_EQ(to_string(metadata.date(DateVariable::issued)), "2026-10-12");
  const auto authors = metadata.with_role(Role::author);
  ASSERT_EQ(authors.size(), 3U);
  EXPECT_EQ(authors[0].name, person_name("Jane", "Doe"));
  EXPECT_EQ(authors[1].name, person_name("John", "Roe"));
  EXPECT_EQ(authors[2].name, literal_name("News desk"));
  EXPECT_EQ(metadata.type, ItemType::article_newspaper);
  EXPECT_EQ(metadata.keywords.size(), 2U);
  EXPECT_EQ(document.language, "ru");
  EXPECT_EQ(metadata.find(Variable::publisher), nullptr);
}

TEST(MetadataSettings, RefuseWhatCannotBe) {
  for (const char* wrong :
       {"title", "=x", "colour=red", "issued=soon", "type=novel", "language=not a tag"}) {
    const auto settings = parse_metadata_settings({wrong});
    ASSERT_FALSE(settings) << wrong;
    EXPECT_EQ(settings.error().kind(), ErrorKind::usage);
    EXPECT_FALSE(settings.error().remedy().empty());
  }
}

TEST(MetadataTable, MarksWhatIsInferredAndShowsTheLosers) {
  Metadata metadata;
  metadata.set(Variable::title, "A", {.source = "html:h1", .from = {3, 1}, .confidence = 0.9});
  metadata.offer(Variable::title, "B", {.source = "html:title"});
  metadata.set(DateVariable::issued, make_date(2026),
               {.source = "text:dateline", .raw = "October", .inferred = true});
  EXPECT_EQ(metadata_table(metadata, Explain::no),
            "type                   webpage\n"
            "title                  A\n"
            "issued                 2026 (inferred)\n");
  EXPECT_EQ(metadata_table(metadata, Explain::yes),
            "type                   webpage\n"
            "                         from (not recorded), confidence 100 %\n"
            "title                  A\n"
            "                         from html:h1, line 3, confidence 90 %\n"
            "issued                 2026 (inferred)\n"
            "                         from text:dateline, confidence 100 %, read from \"October\"\n"
            "title                  not taken: B\n"
            "                         from html:title, confidence 100 %; less trusted than "
            "html:h1\n");
}

}  // namespace
}  // namespace pressmark::cli
