#include "cli/metadata_table.h"

#include <gtest/gtest.h>

namespace pressmark::cli {
namespace {

TEST(MetadataTable, ListsAValueThatWasNotTakenOnce) {
  Metadata metadata;
  metadata.set(Variable::title, "Taken", {.source = "html:h1"});
  metadata.offer(Variable::title, "Other", {.source = "meta:og:title"});
  metadata.offer(Variable::title, "Third", {.source = "html:title"});
  metadata.offer(Variable::title, "Other", {.source = "meta:twitter:title"});
  metadata.offer(Variable::title, "Other", {.source = "meta:og:title"});
  EXPECT_EQ(metadata_table(metadata, Explain::no),
            "type                   webpage\ntitle                  Taken\n");
  const std::string table = metadata_table(metadata, Explain::yes);
  EXPECT_NE(
      table.find("title                  not taken: Other\n"
                 "                         from meta:og:title, confidence 100 %; less trusted "
                 "than html:h1\n"
                 "                         from meta:twitter:title, confidence 100 %; less "
                 "trusted than html:h1\n"
                 "title                  not taken: Third\n"
                 "                         from html:title, confidence 100 %; less trusted "
                 "than html:h1\n"),
      std::string::npos)
      << table;
}

}  // namespace
}  // namespace pressmark::cli
