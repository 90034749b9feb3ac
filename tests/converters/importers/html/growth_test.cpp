// The importer's time grows with a page's size, not with its square.

#include <gtest/gtest.h>

#include <algorithm>
#include <ctime>
#include <vector>

#include "tests/converters/importers/html/grown_page.h"
#include "tests/converters/importers/html/sample_page.h"

namespace pressmark::html {
namespace {

// The least CPU time of three imports: what else the machine does only adds to it.
double seconds_for(const std::string& bytes) {
  double least = 1e9;
  for (int run = 0; run < 3; ++run) {
    const std::clock_t start = std::clock();
    const Document document = import(bytes);
    const double spent = static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
    EXPECT_FALSE(document.body.empty());
    least = std::min(least, spent);
  }
  return least;
}

// Four times the page may take up to eight times as long: caches and a busy machine have their
// part in it, while quadratic time would be sixteen times.
TEST(HtmlGrowth, TimeIsLinearInThePagesSize) {
  std::vector<double> times;
  for (const int times_as_large : {1, 4, 16}) {
    const std::string bytes = grown_page(15 * times_as_large);
    times.push_back(seconds_for(bytes));
    RecordProperty("ms_" + std::to_string(bytes.size()), static_cast<int>(1000 * times.back()));
  }
  EXPECT_LT(times[1], 8 * times[0]);
  EXPECT_LT(times[2], 8 * times[1]);
}

}  // namespace
}  // namespace pressmark::html
