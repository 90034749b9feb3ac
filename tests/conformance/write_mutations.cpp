// write_mutations FOLDER: the checker's good files and mutations, for veraPDF to judge.
// Names are CODE~NAME.pdf; the good files have the code "good".
#include <fstream>
#include <iostream>

#include "tests/converters/checkers/pdf/mutations.h"

int main(int argc, char** argv) {
  using namespace pressmark;
  if (argc != 2) {
    std::cerr << "usage: write_mutations FOLDER\n";
    return 2;
  }
  std::vector<pdf_check::Mutation> files = pdf_check::mutations();
  files.push_back({"pdf-1", "good", pdf_check::good_file()});
  files.push_back({"pdf-2", "good", pdf_check::good_file_2()});
  for (const pdf_check::Mutation& mutation : files) {
    const std::string path = std::string(argv[1]) + "/" + std::string(mutation.code) + "~" +
                             std::string(mutation.name) + ".pdf";
    std::ofstream(path, std::ios::binary) << mutation.file;
  }
  return 0;
}
