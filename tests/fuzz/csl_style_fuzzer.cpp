// Octets that hold a CSL style and records: from "<style" to "</style>" the style, from the first
// line that begins with '[' behind it the records (the form of the test fixtures). Whatever they
// are, citations and a bibliography are made, twice the same.
#include <cstdint>
#include <cstdlib>

#include "converters/citation/csl/processor.h"
#include "converters/common/csl_json.h"

namespace {

class NoEnvironment : public pressmark::Environment {
 public:
  pressmark::Result<pressmark::Bytes> read(std::string_view) override {
    return pressmark::Error(pressmark::ErrorKind::unreadable, "there is nothing here");
  }
  std::optional<pressmark::Date> time() const override { return {}; }
};

std::vector<pressmark::Metadata> records_of(std::string_view text) {
  NoEnvironment environment;
  pressmark::Diagnostics diagnostics;
  pressmark::Context context{environment, diagnostics};
  const std::size_t start = text.find("\n[");
  if (start == std::string_view::npos) return {};
  const std::size_t end = text.find("\n<<", start);
  auto records = pressmark::read_csl_json(
      text.substr(start, end == std::string_view::npos ? end : end - start), "fuzz", context);
  if (!records) return {};
  if (records->size() > 20) records->resize(20);
  return std::move(*records);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace pressmark::csl;
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const std::size_t start = text.find("<style");
  const std::size_t end = text.rfind("</style>");
  if (start == std::string_view::npos || end == std::string_view::npos || end < start) return 0;
  auto processor = Processor::create(text.substr(start, end + 8 - start), {}, "", {});
  if (!processor) return 0;
  processor->set_records(records_of(text.substr(end)));
  std::vector<CitationRequest> requests(2);
  for (std::size_t i = 0; i < 20; ++i) {
    requests[0].cites.push_back({.record = i, .locator = "3-5"});
    requests[1].cites.push_back({.record = i, .suppress_author = i % 2 == 0});
  }
  for (const Markup markup : {Markup::text, Markup::html, Markup::markdown}) {
    const auto once = processor->citations(requests, markup);
    if (once != processor->citations(requests, markup)) std::abort();
    processor->bibliography(markup);
  }
  return 0;
}
