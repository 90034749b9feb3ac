#include "converters/common/title_block.h"

#include <gtest/gtest.h>

namespace pressmark {
namespace {

TEST(TitleBlock, ShowsTheCatalogueWhereTheArticleSaysNothing) {
  Document document;
  EXPECT_EQ(title_of(document), "");
  EXPECT_EQ(byline_of_authors(document), "");
  document.metadata.set(Variable::title, "Catalogued", {});
  document.metadata.contributors = {{Role::author, person_name("Ana", "Pérez"), "", {}},
                                    {Role::editor, person_name("Ed", "Itor"), "", {}},
                                    {Role::author, literal_name("News desk"), "", {}}};
  EXPECT_EQ(title_of(document), "Catalogued");
  EXPECT_EQ(byline_of_authors(document), "Ana Pérez, News desk");
  document.front.headline = {text("Printed")};
  document.front.bylines = {{text("By A. Pérez")}};
  EXPECT_EQ(title_of(document), "Printed");
  EXPECT_EQ(byline_of_authors(document), "");
}

}  // namespace
}  // namespace pressmark
