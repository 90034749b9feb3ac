#include "converters/exporters/jats/jats.h"

#include <gtest/gtest.h>

#include <map>

#include "core/model/walk.h"
#include "tests/support/fake_environment.h"
#include "tests/support/golden.h"
#include "tests/support/sample_documents.h"

namespace pressmark::jats {
namespace {

struct Written {
  std::string xml;
  Diagnostics diagnostics;
  bool has(std::string_view piece) const { return xml.find(piece) != std::string::npos; }
};

Written write(const Document& document) {
  FakeEnvironment environment;
  Written written;
  Context context{environment, written.diagnostics};
  written.xml = *export_jats(document, context);
  return written;
}

// How often each ASCII letter is in a text outside of tags.
std::map<char, int> letters(std::string_view text) {
  std::map<char, int> counts;
  bool in_tag = false;
  for (const char c : text) {
    if (c == '<') in_tag = true;
    if (!in_tag && std::isalpha(static_cast<unsigned char>(c)) != 0) ++counts[c];
    if (c == '>') in_tag = false;
  }
  return counts;
}

TEST(JatsExport, WritesEverySampleAsExpected) {
  for (const auto& [name, document] : sample::all()) {
    EXPECT_GOLDEN("exporters/jats/" + name + ".xml", write(document).xml);
  }
}

TEST(JatsExport, NoLetterOfAnArticleIsLost) {
  auto documents = sample::all();
  documents.emplace_back("generated", sample::generated(3000));
  for (const auto& [name, document] : documents) {
    const std::map<char, int> found = letters(write(document).xml);
    std::string words = text_of(document.body) + text_of(document.front.headline) +
                        text_of(document.front.deck) + text_of(document.front.kicker);
    // letters() takes what is between angle brackets for a tag.
    for (char& c : words) {
      if (c == '<' || c == '>') c = ' ';
    }
    for (const auto& [letter, count] : letters(words)) {
      EXPECT_GE(found.count(letter) != 0 ? found.at(letter) : 0, count) << name << ' ' << letter;
    }
  }
}

TEST(JatsExport, TheRecordIsInTheFrontMatter) {
  const Written written = write(sample::full_metadata());
  EXPECT_TRUE(written.has("<article-id pub-id-type=\"doi\">"));
  EXPECT_TRUE(written.has("<contrib contrib-type=\"author\">"));
  EXPECT_TRUE(written.has("<surname>"));
  EXPECT_TRUE(written.has("<collab>"));
  EXPECT_TRUE(written.has("<pub-date date-type=\"pub\" iso-8601-date="));
}

TEST(JatsExport, NotesAreLinkedFromTheirMarks) {
  const Written written = write(sample::notes());
  EXPECT_TRUE(written.has("<xref ref-type=\"fn\" rid=\"note-1\"><sup>1</sup></xref>"));
  EXPECT_TRUE(written.has("<fn id=\"note-1\"><label>1</label><p>One.</p></fn>"));
}

TEST(JatsExport, OwnIdsAreNoneOfTheDocuments) {
  Document document = sample::notes();
  document.body[0].id = "note-1";
  EXPECT_TRUE(write(document).has("<fn id=\"note-x-1\">"));
}

TEST(JatsExport, LinksThatLeadNowhereAreText) {
  Document document;
  document.body = {paragraph({Inline{Link{"#none", {text("up")}}}})};
  const Written written = write(document);
  EXPECT_TRUE(written.has("<p>up</p>"));
  EXPECT_EQ(written.diagnostics.count(link_as_text.id), 1U);
}

TEST(JatsExport, MissingImagesLeaveTheirAlternativeText) {
  Document document;
  document.body = {paragraph({Inline{Image{{}, "A bridge"}}})};
  const Written written = write(document);
  EXPECT_TRUE(written.has("<p>A bridge</p>"));
  EXPECT_EQ(written.diagnostics.count(image_as_text.id), 1U);
}

}  // namespace
}  // namespace pressmark::jats
