// Formatting references by styles of the package citation-style-language-styles, from reading the
// style on.
#include <benchmark/benchmark.h>

#include <fstream>
#include <sstream>
#include <string>

#include "converters/citation/csl/processor.h"
#include "tests/support/references.h"

namespace pressmark::csl {
namespace {

const std::string package = "/usr/share/citation-style-language/";

Bytes read_file(const std::string& path) {
  std::ifstream stream(path, std::ios::binary);
  std::ostringstream text;
  text << stream.rdbuf();
  return text.str();
}

void format_references(benchmark::State& state, const std::string& style_name) {
  const Bytes style = read_file(package + "styles/" + style_name + ".csl");
  const Bytes locale = read_file(package + "locales/locales-en-US.xml");
  if (style.empty() || locale.empty()) {
    state.SkipWithError("citation-style-language-styles is not installed");
    return;
  }
  const std::vector<Metadata> records = sample::references(static_cast<int>(state.range(0)));
  for (auto unused : state) {
    auto processor = Processor::create(style, {locale}, "", {});
    if (!processor) return state.SkipWithError(processor.error().message().c_str());
    processor->set_records(records);
    const Bibliography bibliography = processor->bibliography(Markup::text);
    benchmark::DoNotOptimize(bibliography.entries.size());
  }
}

BENCHMARK_CAPTURE(format_references, apa, "apa")->Arg(1000);
BENCHMARK_CAPTURE(format_references, chicago, "chicago-author-date")->Arg(1000);
BENCHMARK_CAPTURE(format_references, vancouver, "vancouver")->Arg(1000);

}  // namespace
}  // namespace pressmark::csl
