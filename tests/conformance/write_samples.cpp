// Writes the sample documents in one format, a file each, for validators that are programs.
//
//     write_samples FORMAT FOLDER [OPTION=VALUE...]
#include <cstdio>
#include <fstream>
#include <string>

#include "converters/formats.h"
#include "core/pipeline/convert.h"
#include "tests/support/combinations.h"
#include "tests/support/fake_environment.h"
#include "tests/support/sample_documents.h"

namespace {

using pressmark::Document;

bool write(const Document& document, const pressmark::Format& format,
           const pressmark::OptionValues& options, const std::string& path) {
  pressmark::FakeEnvironment environment;
  pressmark::Diagnostics diagnostics;
  pressmark::Context context{environment, diagnostics};
  const auto bytes = pressmark::export_article(document, format, options, context);
  if (!bytes) {
    std::fprintf(stderr, "%s: %s\n", path.c_str(), bytes.error().describe().c_str());
    return false;
  }
  return static_cast<bool>(std::ofstream(path, std::ios::binary) << *bytes);
}

}  // namespace

int main(int count, char** arguments) {
  if (count < 3) return 2;
  const pressmark::Format* format = pressmark::find_format(pressmark::all_formats(), arguments[1]);
  if (format == nullptr) return 2;
  pressmark::OptionValues options;
  for (int i = 3; i < count; ++i) {
    const std::string option = arguments[i];
    const std::size_t equals = option.find('=');
    if (equals == std::string::npos) return 2;
    options[option.substr(0, equals)] = option.substr(equals + 1);
  }
  auto documents = pressmark::sample::all();
  documents.emplace_back("generated", pressmark::sample::generated(60000));
  documents.emplace_back("combinations", pressmark::sample::combinations());
  bool good = true;
  for (const auto& [name, document] : documents) {
    const std::string path = std::string(arguments[2]) + "/" + name + "." + arguments[1];
    good = write(document, *format, options, path) && good;
  }
  return good ? 0 : 1;
}
