#include "tests/converters/exporters/pdf/layout/sample_layout.h"

#include <gtest/gtest.h>

#include "tests/support/fake_environment.h"

namespace pressmark::pdf {

LaidOut lay_out_with(const Document& document, const PageStyle& style) {
  static FontLibrary fonts(system_fonts());
  FakeEnvironment environment;
  LaidOut result;
  Context context{environment, result.diagnostics};
  Result<Layout> layout = lay_out(document, style, fonts, context);
  EXPECT_TRUE(layout.has_value()) << layout.error().describe();
  if (layout) result.layout = std::move(*layout);
  return result;
}

std::vector<NamedStyle> page_styles(std::initializer_list<const char*> sizes) {
  std::vector<NamedStyle> styles;
  for (const char* size : sizes) {
    for (const int columns : {1, 2}) {
      styles.push_back({size + std::string(columns == 1 ? "" : " in two columns"),
                        style_for(*find_page_size(size), columns)});
    }
  }
  return styles;
}

}  // namespace pressmark::pdf
