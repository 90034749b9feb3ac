// TEI of other programs. Each folder of tests/golden/importers/tei is a case: source.xml, what it
// becomes, what is said; and no word of its text is lost in silence.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <regex>
#include <set>
#include <string>
#include <vector>

#include "converters/common/xml_reader.h"
#include "converters/importers/tei/tei.h"
#include "core/model/dump.h"
#include "core/model/validate.h"
#include "core/model/walk.h"
#include "tests/support/fake_environment.h"
#include "tests/support/golden.h"

namespace pressmark::tei {
namespace {

const std::string golden_folder = "importers/tei/";

std::vector<std::string> case_names() {
  std::vector<std::string> names;
  const std::filesystem::path folder =
      std::filesystem::path(PRESSMARK_SOURCE_DIR) / "tests/golden" / golden_folder;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (entry.is_directory()) names.push_back(entry.path().filename().string());
  }
  std::ranges::sort(names);
  return names;
}

std::string source_of(const std::string& name) {
  return read_project_file("tests/golden/" + golden_folder + name + "/source.xml");
}

struct Reading {
  Result<Document> document = Document{};
  Diagnostics diagnostics;
};

Reading read(const std::string& xml) {
  Reading result;
  FakeEnvironment environment;
  Context context{environment, result.diagnostics, Limits{}};
  result.document = import_tei(Source{.bytes = xml, .name = "source.xml"}, context);
  return result;
}

std::string listing(const Diagnostics& diagnostics) {
  std::string text;
  for (const Diagnostic& diagnostic : diagnostics.all()) {
    text += std::to_string(diagnostic.where.line) + " " + std::string(diagnostic.id()) + " " +
            diagnostic.subject + "\n";
  }
  return text;
}

// Every run of letters and digits with how often it is there.
using Words = std::map<std::string, int>;

void count(std::string_view text, Words& words) {
  std::string word;
  const auto end = [&] {
    if (!word.empty()) ++words[word];
    word.clear();
  };
  for (const char c : text) {
    const bool letter = (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') ||
                        (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80;
    if (letter) {
      word += c;
    } else {
      end();
    }
  }
  end();
}

// The words of the texts in a file, those of divided words joined; the words of headers are the
// record's.
void count_texts(const XmlNode& element, bool in_text, Words& words) {
  if (element.name == "teiHeader") return;
  for (const XmlNode& child : element.children) {
    if (child.is_text()) {
      if (in_text) count(child.text, words);
    } else {
      count_texts(child, in_text || (child.name != "TEI" && child.name != "teiCorpus"), words);
    }
  }
}

Words words_of_source(std::string xml) {
  // In the cases a word is divided before lb with break="no", or with a hyphen before a small
  // letter.
  xml = std::regex_replace(xml, std::regex("<lb break=\"no\"/>"), "");
  xml = std::regex_replace(xml, std::regex("(\xC2\xAC|\xE2\xB8\x97)<lb/>\\s*"), "");
  xml = std::regex_replace(xml, std::regex("-<lb/>\\s*(?!und )([a-z])"), "$1");
  const Result<XmlNode> root = read_xml(xml, Limits{}, 100);
  EXPECT_TRUE(root);
  Words words;
  if (root) count_texts(*root, false, words);
  return words;
}

// All text of a document: notes, expansions, alternative texts and marks included. A quoted value
// of the dump is a text of the document.
Words words_of(const Reading& reading) {
  Words words;
  const std::string shown = dump(*reading.document, {.provenance = false});
  count(shown.substr(0, shown.find("\n  metadata")), words);
  for (const Diagnostic& diagnostic : reading.diagnostics.all()) count(diagnostic.subject, words);
  return words;
}

class ForeignTei : public testing::TestWithParam<std::string> {};

TEST_P(ForeignTei, IsReadAsExpected) {
  const Reading reading = read(source_of(GetParam()));
  ASSERT_TRUE(reading.document) << reading.document.error().describe();
  EXPECT_EQ(validate(*reading.document), std::vector<std::string>{});
  const std::string folder = golden_folder + GetParam();
  EXPECT_GOLDEN(folder + "/document.txt", dump(*reading.document, {.provenance = false}));
  EXPECT_GOLDEN(folder + "/diagnostics.txt", listing(reading.diagnostics));
}

TEST_P(ForeignTei, LosesNoWordInSilence) {
  const std::string xml = source_of(GetParam());
  const Reading reading = read(xml);
  ASSERT_TRUE(reading.document) << reading.document.error().describe();
  const Words there = words_of(reading);
  for (const auto& [word, times] : words_of_source(xml)) {
    const auto found = there.find(word);
    EXPECT_GE(found == there.end() ? 0 : found->second, times) << word;
  }
}

// The elements of a text that no diagnostic names, by themselves or as part of what was left out.
void collect_silent(const XmlNode& element, const Diagnostics& said, std::set<std::string>& names) {
  if (element.name == "teiHeader") return;
  const bool named = std::ranges::any_of(said.all(), [&](const Diagnostic& diagnostic) {
    return diagnostic.subject == element.name ||
           diagnostic.subject.starts_with(element.name + ": ");
  });
  if (named) return;
  names.insert(element.name);
  for (const XmlNode& child : element.children) {
    if (!child.is_text()) collect_silent(child, said, names);
  }
}

TEST_P(ForeignTei, ReadsOrNamesEachElement) {
  const std::string xml = source_of(GetParam());
  const std::string page = read_project_file("docs/formats/tei.md");
  const std::size_t start = page.find("## TEI of others");
  ASSERT_NE(start, std::string::npos);
  const Reading reading = read(xml);
  const Result<XmlNode> root = read_xml(xml, Limits{}, 100);
  ASSERT_TRUE(root);
  std::set<std::string> names;
  collect_silent(*root, reading.diagnostics, names);
  for (const std::string& name : names) {
    EXPECT_NE(page.find("`" + name + "`", start), std::string::npos)
        << name << " is neither reported nor in the table of docs/formats/tei.md";
  }
}

TEST_P(ForeignTei, SurvivesDamage) {
  const std::string xml = source_of(GetParam());
  for (std::size_t place = 0; place < xml.size(); place += 41) {
    std::string changed = xml;
    changed.erase(place, 7);
    const Reading shorter = read(changed);
    if (shorter.document) {
      EXPECT_TRUE(validate(*shorter.document).empty()) << place;
    }
    changed = xml;
    changed[place] = 'p';
    const Reading other = read(changed);
    if (other.document) {
      EXPECT_TRUE(validate(*other.document).empty()) << place;
    }
  }
}

INSTANTIATE_TEST_SUITE_P(Cases, ForeignTei, testing::ValuesIn(case_names()),
                         [](const auto& instance) { return instance.param; });

TEST(ForeignTei, RefusesFilesThatDeclareEntities) {
  const Reading reading = read(
      "<!DOCTYPE TEI.2 SYSTEM \"tei.dtd\" [<!ENTITY pic SYSTEM \"pic.gif\" NDATA gif>]>"
      "<TEI.2><text><body><p>x</p></body></text></TEI.2>");
  ASSERT_FALSE(reading.document);
  EXPECT_EQ(reading.document.error().kind(), ErrorKind::unrecognised);
  EXPECT_NE(reading.document.error().describe().find("entities"), std::string::npos);
}

TEST(ForeignTei, NamesLongTextsPieceByPiece) {
  std::string words;
  for (int i = 0; i < 200; ++i) words += "word" + std::to_string(i) + " ";
  const Reading reading =
      read("<TEI><text><body><p>x<fw>" + words + "</fw></p></body></text></TEI>");
  ASSERT_TRUE(reading.document);
  Words named;
  for (const Diagnostic& said : reading.diagnostics.all()) count(said.subject, named);
  for (int i = 0; i < 200; ++i) EXPECT_EQ(named["word" + std::to_string(i)], 1) << i;
}

}  // namespace
}  // namespace pressmark::tei
