// tests/converters/citation/csl/fixture.h: test cases in the form of the public CSL test-suite:
// sections MODE, RESULT, CSL, INPUT, CITATION-ITEMS, CITATIONS, BIBENTRIES in one text file.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace pressmark::csl {

struct Fixture {
  std::string name;
  std::map<std::string, std::string> sections;
};

Fixture read_fixture(const std::filesystem::path& file);
std::vector<std::filesystem::path> fixture_files(const std::filesystem::path& folder);

// What the processor makes of it, in the form of the section RESULT; "error: ..." where it fails.
//
// Two things of that form are left out, on both sides: the marks "..[0] " and ">>[0] " that tell
// which citations an interactive session has to replace (the processor has no sessions), and white
// space between the <div>s of a bibliography.
std::string result_of(const Fixture& fixture);
std::string expected_result(const Fixture& fixture);

// The folder of the locale files of the package citation-style-language-locales; empty where it is
// not installed.
std::filesystem::path locale_folder();
std::string read_text(const std::filesystem::path& file);

}  // namespace pressmark::csl
