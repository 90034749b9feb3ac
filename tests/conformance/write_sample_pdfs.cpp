// write_sample_pdfs FOLDER [WORDS]: writes every sample document, and a generated article of WORDS
// words, as PDF into FOLDER, for validators. Prints what was reported for each.
#include <cstdlib>
#include <fstream>
#include <iostream>

#include "converters/exporters/pdf/pdf.h"
#include "tests/support/fake_environment.h"
#include "tests/support/sample_documents.h"

namespace {

bool write(const std::string& path, const pressmark::Document& document,
           const pressmark::pdf::Options& options, pressmark::pdf::FontLibrary& fonts) {
  pressmark::FakeEnvironment environment;
  pressmark::Diagnostics diagnostics;
  pressmark::Context context{environment, diagnostics};
  const auto pdf = pressmark::pdf::export_pdf(document, options, fonts, context);
  for (const auto& diagnostic : diagnostics.all()) {
    std::cout << path << ": " << diagnostic.id() << ": " << diagnostic.message() << '\n';
  }
  if (!pdf) {
    std::cout << path << ": " << pdf.error().describe() << '\n';
    return false;
  }
  std::ofstream(path, std::ios::binary) << *pdf;
  return true;
}

}  // namespace

int main(int count, char** arguments) {
  using namespace pressmark;
  if (count < 2) {
    std::cerr << "usage: write_sample_pdfs FOLDER [WORDS]\n";
    return 2;
  }
  const std::string folder = std::string(arguments[1]) + "/";
  pdf::FontLibrary fonts(pdf::system_fonts());
  bool all_written = true;
  for (const auto& [name, document] : sample::all()) {
    all_written &= write(folder + name + ".pdf", document, {}, fonts);
  }
  const pdf::Attachment attachment{"citation.json", "application/json", "Citation record",
                                   pdf::Relationship::data, "{}"};
  all_written &=
      write(folder + "attached.pdf", sample::full_metadata(), {.attachments = {attachment}}, fonts);
  all_written &= write(folder + "empty.pdf", Document{}, {}, fonts);
  if (count > 2) {
    const int words = std::atoi(arguments[2]);
    all_written &= write(folder + "generated.pdf", sample::generated(words), {}, fonts);
  }
  return all_written ? 0 : 1;
}
