// EPUBCheck finds nothing in any sample. Skipped where PRESSMARK_EPUBCHECK names no epubcheck.jar.
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "tests/converters/exporters/epub/hard_documents.h"
#include "tests/converters/exporters/epub/opened_book.h"
#include "tests/support/sample_documents.h"

namespace pressmark::epub {
namespace {

// A new folder that goes with the object.
struct Folder {
  std::filesystem::path path =
      std::filesystem::temp_directory_path() / ("pressmark-epub-" + std::to_string(getpid()));
  Folder() { std::filesystem::create_directories(path); }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  ~Folder() { std::filesystem::remove_all(path); }
};

int check(const Folder& folder) {
  const std::string command = std::string(PRESSMARK_SOURCE_DIR) +
                              "/tests/conformance/check_epub.sh " + folder.path.string() +
                              "/*.epub";
  return std::system(command.c_str());
}

void write(const Folder& folder, const std::string& name, const OpenedBook& book) {
  std::ofstream(folder.path / (name + ".epub"), std::ios::binary) << book.octets;
}

TEST(EpubConformance, EpubCheckFindsNothingInTheSamples) {
  if (std::getenv("PRESSMARK_EPUBCHECK") == nullptr) {
    GTEST_SKIP() << "PRESSMARK_EPUBCHECK does not name epubcheck.jar";
  }
  const Folder folder;
  std::vector<Document> all;
  Options kobo;
  kobo.variant = Variant::kobo;
  for (const auto& [name, document] : sample::all()) {
    write(folder, name, open_book({document}));
    write(folder, "kobo-" + name, open_book({document}, kobo));
    all.push_back(document);
  }
  for (const auto& [name, document] : hard_documents()) {
    write(folder, "hard-" + name, open_book({document}));
  }
  write(folder, "generated", open_book({sample::generated(60'000)}));
  write(folder, "empty", open_book({Document{}}));
  write(folder, "anthology", open_book(all));
  write(folder, "kobo-anthology", open_book(all, kobo));
  Options options;
  options.writing = Writing::vertical;
  write(folder, "vertical", open_book({sample::east_asian()}, options));
  FakeEnvironment environment;
  environment.files["own.css"] = "@charset \"utf-8\";\nh1::before { content: \"\\201C\" }";
  environment.files["cover.svg"] =
      "<svg xmlns='http://www.w3.org/2000/svg' width='300' height='400'><circle r='9'/></svg>";
  options.stylesheet = "own.css";
  options.cover = "cover.svg";
  options.records = {"onix"};
  write(folder, "covered", open_book({sample::right_to_left()}, options, environment));
  EXPECT_EQ(check(folder), 0);
}

}  // namespace
}  // namespace pressmark::epub
