#include "tests/fuzz/round.h"

#include <cstdio>
#include <cstdlib>
#include <string_view>
#include <vector>

#include "converters/formats.h"
#include "core/model/validate.h"
#include "core/pipeline/convert.h"

namespace pressmark::fuzz {
namespace {

// No file exists: what a page refers to is missing.
class EmptyEnvironment : public Environment {
 public:
  Result<Bytes> read(std::string_view reference) override {
    return Error(ErrorKind::unreadable, "no such file: " + std::string(reference));
  }
  std::optional<Date> time() const override { return {}; }
};

[[noreturn]] void fail(std::string_view what, std::string_view detail) {
  std::fprintf(stderr, "fuzz: %.*s: %.*s\n", static_cast<int>(what.size()), what.data(),
               static_cast<int>(detail.size()), detail.data());
  std::abort();
}

}  // namespace

void import_and_export(const char* format_name, const std::uint8_t* data, std::size_t size) {
  const Format* format = find_format(all_formats(), format_name);
  if (format == nullptr) fail("no such format", format_name);
  EmptyEnvironment environment;
  Diagnostics diagnostics;
  Context context{environment, diagnostics};
  context.limits.image_pixels = 1'000'000;
  Source source;
  source.bytes.assign(reinterpret_cast<const char*>(data), size);
  source.name = "fuzz";
  const Result<Document> document = import_article(source, *format, {}, context);
  if (!document) {
    if (document.error().kind() == ErrorKind::internal) fail("import", document.error().message());
    return;
  }
  const auto problems = validate(*document, context.limits.depth);
  if (!problems.empty()) fail("validate", problems[0]);
  for (const Format& output : all_formats()) {
    if (!output.write) continue;
    std::vector<OptionValues> ways = {{}};
    // Two columns fill pages by ways of their own.
    if (output.name == "pdf") ways.push_back({{"columns", "2"}, {"page-size", "e-reader"}});
    for (const OptionValues& options : ways) {
      const Result<Bytes> made = export_article(*document, output, options, context);
      if (!made && made.error().kind() == ErrorKind::internal) {
        fail(output.name, made.error().message());
      }
    }
  }
}

}  // namespace pressmark::fuzz
