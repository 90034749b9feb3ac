#include "converters/exporters/pdf/layout/layout.h"

#include <gtest/gtest.h>

#include "tests/support/fake_environment.h"
#include "tests/support/sample_documents.h"

namespace pressmark::pdf {
namespace {

TEST(Layout, SetsEverySample) {
  FontLibrary fonts(system_fonts());
  for (const auto& [name, document] : sample::all()) {
    FakeEnvironment environment;
    Diagnostics diagnostics;
    Context context{environment, diagnostics};
    const Result<Layout> layout = lay_out(document, {}, fonts, context);
    ASSERT_TRUE(layout.has_value()) << name << ": " << layout.error().describe();
    EXPECT_FALSE(layout->pages.empty()) << name;
  }
}

}  // namespace
}  // namespace pressmark::pdf
