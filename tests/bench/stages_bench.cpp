// Each stage by itself on a generated article of a given number of words: every importer that has a
// generated source, every exporter. Read the ratios within one run.
#include <benchmark/benchmark.h>

#include <memory>
#include <string>
#include <utility>

#include "converters/formats.h"
#include "core/model/walk.h"
#include "core/pipeline/convert.h"
#include "tests/converters/importers/html/grown_page.h"
#include "tests/support/fake_environment.h"
#include "tests/support/sample_documents.h"

namespace pressmark {
namespace {

void import_source(benchmark::State& state, const Format& format, const Bytes& octets) {
  FakeEnvironment environment;
  for (auto unused : state) {
    Diagnostics diagnostics;
    Context context{environment, diagnostics};
    const auto document =
        import_article(Source{.bytes = octets, .name = "bench"}, format, {}, context);
    if (!document) return state.SkipWithError(document.error().message().c_str());
    benchmark::DoNotOptimize(document);
  }
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations() * octets.size()));
}

void export_document(benchmark::State& state, const Format& format, const Document& document) {
  FakeEnvironment environment;
  for (auto unused : state) {
    Diagnostics diagnostics;
    Context context{environment, diagnostics};
    const auto octets = export_article(document, format, {}, context);
    if (!octets) return state.SkipWithError(octets.error().message().c_str());
    benchmark::DoNotOptimize(octets);
  }
}

// The generated article as a source of the format: what our own exporter writes.
Bytes source_of(const char* format_name, const Document& document) {
  const Format* format = find_format(all_formats(), format_name);
  if (format == nullptr || !format->write) return {};
  FakeEnvironment environment;
  Diagnostics diagnostics;
  Context context{environment, diagnostics};
  auto octets = export_article(document, *format, {}, context);
  return octets ? std::move(*octets) : Bytes{};
}

const bool registered = [] {
  for (const int words : {1000, 100000}) {
    const auto document = std::make_shared<const Document>(sample::generated(words));
    for (const Format& format : all_formats()) {
      const std::string suffix = std::string(format.name) + "/" + std::to_string(words);
      if (format.write) {
        benchmark::RegisterBenchmark(("export/" + suffix).c_str(),
                                     [&format, document](benchmark::State& state) {
                                       export_document(state, format, *document);
                                     });
      }
      const Bytes octets = format.read ? source_of(format.name.data(), *document) : Bytes{};
      if (!octets.empty()) {
        benchmark::RegisterBenchmark(
            ("import/" + suffix).c_str(),
            [&format, octets](benchmark::State& state) { import_source(state, format, octets); });
      }
    }
  }
  // A whole web page, its article amid menus and comments, once, four and sixteen times as large.
  for (const int times : {1, 4, 16}) {
    const Bytes octets = html::grown_page(15 * times);
    const Format* format = find_format(all_formats(), "html");
    benchmark::RegisterBenchmark(
        ("import/web-page/" + std::to_string(times) + "x").c_str(),
        [format, octets](benchmark::State& state) { import_source(state, *format, octets); });
  }
  return true;
}();

}  // namespace
}  // namespace pressmark
