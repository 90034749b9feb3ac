#include <gtest/gtest.h>

#include "converters/common/citation_key.h"
#include "converters/common/resource_names.h"

namespace pressmark {
namespace {

Metadata record(Name author, const std::string& title, int year) {
  Metadata metadata;
  metadata.contributors.push_back({Role::author, std::move(author), "", {}});
  metadata.set(Variable::title, title, {});
  if (year != 0) metadata.set(DateVariable::issued, make_date(year), {});
  return metadata;
}

TEST(CitationKey, IsAuthorYearAndFirstWord) {
  EXPECT_EQ(citation_key(record(person_name("Ana", "Pérez"), "The harbour bridge", 2026)),
            "perez2026harbour");
  EXPECT_EQ(citation_key(record(literal_name("TASS"), "Talks on security", 0)), "tassndtalks");
  EXPECT_EQ(citation_key(record(person_name("Лев", "Толстой"), "Война и мир", 1869)),
            "tolstoj1869vojna");
  EXPECT_EQ(citation_key(Metadata{}), "anonnd");
}

TEST(CitationKey, TakesAGivenKeyInBibTeXsCharacters) {
  Metadata metadata;
  metadata.set(Variable::citation_key, "My Key{,}#2026", {});
  EXPECT_EQ(citation_key(metadata), "MyKey2026");
  metadata.set(Variable::citation_key, "ключ", {});
  EXPECT_EQ(citation_key(metadata), "anonnd");
}

TEST(CitationKey, IsMadeUnique) {
  std::set<std::string> taken;
  const Metadata same = record(literal_name("TASS"), "Talks", 2026);
  EXPECT_EQ(unique_citation_key(same, taken), "tass2026talks");
  EXPECT_EQ(unique_citation_key(same, taken), "tass2026talksb");
  for (int i = 2; i < 26; ++i) (void)unique_citation_key(same, taken);
  EXPECT_EQ(unique_citation_key(same, taken), "tass2026talks-27");
}

TEST(ResourceFileName, IsMadeOfIdAndType) {
  EXPECT_EQ(resource_file_name(Resource{.id = "r-0f", .media_type = "image/jpeg"}), "r-0f.jpg");
  EXPECT_EQ(resource_file_name(Resource{.id = "r-0f", .media_type = "../x"}), "r-0f.bin");
}

}  // namespace
}  // namespace pressmark
