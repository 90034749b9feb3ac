// Formatting references by styles of the package citation-style-language-styles, from reading the
// style on.
#include <benchmark/benchmark.h>

#include <fstream>
#include <sstream>
#include <string>

#include "converters/citation/csl/processor.h"

namespace pressmark::csl {
namespace {

const std::string package = "/usr/share/citation-style-language/";

Bytes read_file(const std::string& path) {
  std::ifstream stream(path, std::ios::binary);
  std::ostringstream text;
  text << stream.rdbuf();
  return text.str();
}

Metadata record(int number) {
  Metadata record;
  record.type = number % 3 == 0   ? ItemType::article_newspaper
                : number % 3 == 1 ? ItemType::article_journal
                                  : ItemType::book;
  record.set(Variable::title, "The ferry of the harbour number " + std::to_string(number), {});
  record.set(Variable::container_title, "Coast Daily", {});
  record.set(Variable::publisher, "Harbour Press", {});
  record.set(Variable::volume, std::to_string(number % 40 + 1), {});
  record.set(Variable::page, std::to_string(number) + "-" + std::to_string(number + 12), {});
  record.set(DateVariable::issued, make_date(1950 + number % 70, number % 12 + 1, 3), {});
  for (int i = 0; i <= number % 4; ++i) {
    record.contributors.push_back(
        {Role::author,
         person_name("Ana Maria", "Perez" + std::to_string((number + i) % 200)),
         "",
         {}});
  }
  return record;
}

void format_references(benchmark::State& state, const std::string& style_name) {
  const Bytes style = read_file(package + "styles/" + style_name + ".csl");
  const Bytes locale = read_file(package + "locales/locales-en-US.xml");
  if (style.empty() || locale.empty()) {
    state.SkipWithError("citation-style-language-styles is not installed");
    return;
  }
  std::vector<Metadata> records;
  for (int i = 0; i < static_cast<int>(state.range(0)); ++i) records.push_back(record(i));
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
