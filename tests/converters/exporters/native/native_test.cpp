#include <gtest/gtest.h>

#include "converters/exporters/native/format.h"
#include "core/model/dump.h"
#include "tests/support/fake_environment.h"
#include "tests/support/golden.h"
#include "tests/support/sample_documents.h"

namespace pressmark::native {
namespace {

Result<Bytes> write(const Format& format, const Document& document,
                    const OptionValues& options = {}) {
  FakeEnvironment environment;
  Diagnostics diagnostics;
  Context context{environment, diagnostics};
  return format.write(document, options, context);
}

TEST(JsonExport, Samples) {
  for (const auto& [name, document] : sample::all()) {
    const auto text = write(json_format(), document, {{"resources", "no"}});
    ASSERT_TRUE(text);
    EXPECT_EQ(*text, *write(json_format(), document, {{"resources", "no"}}));
    EXPECT_GOLDEN("converters/exporters/native/" + name + ".json", *text);
  }
}

TEST(JsonExport, CarriesImagesInBase64) {
  const auto text = write(json_format(), sample::images());
  ASSERT_TRUE(text);
  EXPECT_NE(text->find("\"data\": \"iVBORw0KGgo"), std::string::npos);
}

TEST(JsonExport, NamesTheValuesOfABadOption) {
  const auto text = write(json_format(), sample::plain(), {{"resources", "maybe"}});
  ASSERT_FALSE(text);
  EXPECT_EQ(text.error().kind(), ErrorKind::usage);
  EXPECT_NE(text.error().remedy().find("yes and no"), std::string::npos);
}

TEST(DumpExport, IsDump) {
  EXPECT_EQ(*write(dump_format(), sample::wire()), dump(sample::wire()));
  EXPECT_EQ(*write(dump_format(), sample::wire(), {{"evidence", "yes"}}),
            dump(sample::wire(), DumpOptions{.evidence = true}));
  EXPECT_FALSE(write(dump_format(), sample::wire(), {{"evidence", "1"}}));
}

}  // namespace
}  // namespace pressmark::native
