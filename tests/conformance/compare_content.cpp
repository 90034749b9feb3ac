// Compares what models and the books made from them hold: letters, images, cells, notes, links,
// list items, headings.
//
//     compare_content MODEL.json BOOK.epub [MODEL.json BOOK.epub ...]
//
// Prints a line for each pair that differs, and at the end how many do not; exits 1 where one does.
#include <fstream>
#include <iostream>
#include <iterator>
#include <optional>
#include <string>

#include "converters/common/zip.h"
#include "converters/formats.h"
#include "core/pipeline/convert.h"
#include "tests/converters/exporters/epub/content_counts.h"
#include "tests/support/fake_environment.h"

namespace {

using pressmark::epub::Content;

std::string octets_of(const char* path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

std::optional<Content> content_of_model(const char* path) {
  pressmark::FakeEnvironment environment;
  pressmark::Diagnostics diagnostics;
  pressmark::Context context{environment, diagnostics};
  const pressmark::Format* json = pressmark::find_format(pressmark::all_formats(), "json");
  pressmark::Source source;
  source.bytes = octets_of(path);
  source.name = path;
  const auto document = pressmark::import_article(source, *json, {}, context);
  if (!document) return {};
  return pressmark::epub::content_of(*document);
}

std::optional<Content> content_of_book(const char* path) {
  const auto files = pressmark::read_zip(octets_of(path), std::size_t{1} << 30);
  if (!files) return {};
  return pressmark::epub::content_of(*files);
}

void print(const char* what, const std::optional<Content>& content) {
  std::cout << "  " << what << ": ";
  if (content) {
    PrintTo(*content, &std::cout);
  } else {
    std::cout << "cannot be read";
  }
  std::cout << "\n";
}

}  // namespace

int main(int count, char** arguments) {
  int equal = 0;
  int different = 0;
  for (int i = 1; i + 1 < count; i += 2) {
    const std::optional<Content> model = content_of_model(arguments[i]);
    const std::optional<Content> book = content_of_book(arguments[i + 1]);
    if (model && model == book) {
      ++equal;
      continue;
    }
    ++different;
    std::cout << arguments[i + 1] << " differs from its model:\n";
    print("model", model);
    print("book", book);
  }
  std::cout << equal << " books hold what their models do, " << different << " do not\n";
  return different == 0 && equal > 0 ? 0 : 1;
}
