// Headlines and sentences that begin or look like what a rule takes: none is lost, and none becomes
// metadata. The lines are in lines_that_are_text.txt.
#include <gtest/gtest.h>

#include <map>
#include <sstream>
#include <string>
#include <vector>

#include "converters/importers/text/import_text.h"
#include "core/model/dump.h"
#include "core/model/walk.h"
#include "tests/support/fake_environment.h"
#include "tests/support/golden.h"

namespace pressmark::plain_text {
namespace {

enum class Place { headline, first, last };

struct HostileLine {
  Place place;
  std::string language;
  std::string words;
};

struct Samples {
  std::map<std::string, std::string> titles, bodies;  // by language
  std::vector<HostileLine> lines;
};

Samples read_samples() {
  Samples samples;
  std::istringstream file(
      read_project_file("tests/converters/importers/text/lines_that_are_text.txt"));
  for (std::string line; std::getline(file, line);) {
    if (line.empty() || line[0] == '%') continue;
    const std::size_t first = line.find(' ');
    const std::size_t second = line.find(' ', first + 1);
    const std::string kind = line.substr(0, first);
    const std::string language = line.substr(first + 1, second - first - 1);
    std::string words = line.substr(second + 1);
    if (kind == "title") {
      samples.titles[language] = words;
    } else if (kind == "body") {
      words.replace(words.find(" / "), 3, "\n\n");
      samples.bodies[language] = words;
    } else {
      samples.lines.push_back({kind == "headline" ? Place::headline
                               : kind == "first"  ? Place::first
                                                  : Place::last,
                               language, words});
    }
  }
  return samples;
}

std::string text_with(const HostileLine& line, const Samples& samples) {
  const std::string& body = samples.bodies.at(line.language);
  const std::string& title = samples.titles.at(line.language);
  switch (line.place) {
    case Place::headline:
      return line.words + "\n\n" + body + "\n";
    case Place::first:
      return title + "\n\n" + line.words + "\n\n" + body + "\n";
    case Place::last:
      return title + "\n\n" + body + "\n\n" + line.words + "\n";
  }
  return {};
}

// All that a reader would see of the words: the text with its marks of lists and links gone.
std::string without_marks(const std::string& words) {
  std::string kept;
  for (const char c : words) {
    if (c != ' ' && c != '-' && c != '*' && c != '<' && c != '>') kept += c;
  }
  return kept;
}

TEST(LinesThatAreText, AreKeptAndAreNoMetadata) {
  const Samples samples = read_samples();
  ASSERT_GT(samples.lines.size(), 300U);
  for (const HostileLine& line : samples.lines) {
    SCOPED_TRACE(line.language + ": " + line.words);
    FakeEnvironment environment;
    Diagnostics diagnostics;
    Context context{environment, diagnostics, Limits{}};
    Source source;
    source.name = "a.txt";
    source.bytes = text_with(line, samples);
    const auto document = import_text(source, {}, context);
    ASSERT_TRUE(document.has_value()) << document.error().describe();

    const Metadata& record = document->metadata;
    EXPECT_EQ(record.text(Variable::title),
              line.place == Place::headline ? line.words : samples.titles.at(line.language));
    EXPECT_TRUE(record.contributors.empty());
    EXPECT_TRUE(record.keywords.empty());
    EXPECT_TRUE(record.extra.empty());
    EXPECT_EQ(record.find(DateVariable::issued), nullptr);
    EXPECT_EQ(record.find(DateVariable::modified), nullptr);
    for (const Variable variable :
         {Variable::publisher_place, Variable::source, Variable::rights, Variable::genre,
          Variable::status, Variable::section, Variable::subtitle, Variable::container_title}) {
      EXPECT_EQ(record.text(variable), "");
    }
    if (line.place == Place::headline) {
      EXPECT_EQ(text_of(document->front.headline), line.words);
      continue;
    }
    EXPECT_TRUE(document->front.deck.empty());
    EXPECT_TRUE(document->front.bylines.empty());
    EXPECT_TRUE(document->front.dateline.empty());
    const std::string body = text_of(document->body);
    EXPECT_NE(without_marks(body).find(without_marks(line.words)), std::string::npos) << body;
  }
}

}  // namespace
}  // namespace pressmark::plain_text
