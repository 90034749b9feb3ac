// The importer's time grows with a page's size, not with its square.

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <ctime>
#include <string_view>
#include <vector>

#include "tests/converters/importers/html/grown_page.h"
#include "tests/converters/importers/html/sample_page.h"

namespace pressmark::html {
namespace {

// The least CPU time of some imports: what else the machine does only adds to it.
double seconds_for(const std::string& bytes, int runs = 3) {
  double least = 1e9;
  for (int run = 0; run < runs; ++run) {
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

// Pages with very many of one thing: whatever asks each of them of its fellows takes quadratic
// time here and hardly any on a page with something of everything. Sixteen times as many may take
// up to 64 times as long; quadratic time would be 256 times.
TEST(HtmlGrowth, TimeIsLinearInTheNumberOfThingsOfOneKind) {
  constexpr std::array<std::string_view, 12> kinds = {
      R"(<p><img src="/a.jpg" alt="x"></p>)",
      R"(<div class="related"><a href="/r"><img src="/a.jpg"></a></div>)",
      R"(<figure><img src="/a.jpg"><figcaption>A pier</figcaption></figure>)",
      R"(<p><a href="/l">One more link</a></p>)",
      R"(<p>There are:</p><ul><li><a href="/o">One</a></li><li><a href="/t">Two</a></li></ul>)",
      R"(<ul><li>One of them</li><li>Two of them</li></ul>)",
      R"(<h2>One more heading</h2>)",
      R"(<h2><a href="/h">One more heading</a></h2>)",
      R"(<article><h3><a href="/t">One more teaser</a></h3></article>)",
      R"(<p><a href="/share">Share</a></p>)",
      R"(<div><ul><li>sh</li></ul><pre>a line of code</pre></div>)",
      R"(<div class="callout related"><a href="/n">One more note</a></div>)"};
  const auto page_of = [](std::string_view kind, int count) {
    std::string things;
    for (int i = 0; i < count; ++i) things += kind;
    return page("", std::string(things));
  };
  for (const std::string_view kind : kinds) {
    const double small = seconds_for(page_of(kind, 500), 2);
    EXPECT_LT(seconds_for(page_of(kind, 8000), 2), 64 * small) << kind;
  }
}

}  // namespace
}  // namespace pressmark::html
