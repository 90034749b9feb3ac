#include "converters/exporters/pdf/layout/layout.h"

#include <gtest/gtest.h>

#include "converters/exporters/pdf/layout/dump.h"
#include "tests/converters/exporters/pdf/layout/soundness.h"
#include "tests/support/fake_environment.h"
#include "tests/support/sample_documents.h"

namespace pressmark::pdf {
namespace {

FontLibrary& fonts() {
  static FontLibrary library(system_fonts());
  return library;
}

struct LaidOut {
  Layout layout;
  Diagnostics diagnostics;
};

LaidOut lay_out_with(const Document& document, const PageStyle& style = {}) {
  FakeEnvironment environment;
  LaidOut result;
  Context context{environment, result.diagnostics};
  Result<Layout> layout = lay_out(document, style, fonts(), context);
  EXPECT_TRUE(layout.has_value()) << layout.error().describe();
  if (layout) result.layout = std::move(*layout);
  return result;
}

TEST(Layout, SetsEverySampleSoundlyAndCompletely) {
  for (const auto& [name, document] : sample::all()) {
    const LaidOut result = lay_out_with(document);
    EXPECT_FALSE(result.layout.pages.empty()) << name;
    expect_sound_structure(result.layout, name);
    expect_sound_pages(result.layout, {}, name);
    expect_all_words(document, result.layout, name);
  }
}

TEST(Layout, SetsSmallPagesToo) {
  const PageStyle style = style_for(*find_page_size("e-reader"));
  for (const auto& [name, document] : sample::all()) {
    const LaidOut result = lay_out_with(document, style);
    expect_sound_structure(result.layout, name);
    expect_sound_pages(result.layout, style, name);
    if (name != "hostile") expect_all_words(document, result.layout, name);
  }
}

TEST(Layout, IsTheSameEveryTime) {
  for (const auto& [name, document] : sample::all()) {
    const LaidOut first = lay_out_with(document);
    const LaidOut second = lay_out_with(document);
    EXPECT_EQ(dump_pages(first.layout), dump_pages(second.layout)) << name;
    EXPECT_EQ(dump_structure(first.layout), dump_structure(second.layout)) << name;
  }
}

}  // namespace
}  // namespace pressmark::pdf
