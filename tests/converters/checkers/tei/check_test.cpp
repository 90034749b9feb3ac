#include "converters/checkers/tei/check.h"

#include <gtest/gtest.h>

#include "converters/exporters/tei/tei.h"
#include "tests/support/fake_environment.h"
#include "tests/support/sample_documents.h"

namespace pressmark::tei_check {
namespace {

Bytes written(const Document& document, tei::Profile profile = tei::Profile::article) {
  FakeEnvironment environment;
  Diagnostics diagnostics;
  Context context{environment, diagnostics, {}};
  tei::Options options;
  options.profile = profile;
  return *tei::export_tei(document, options, context);
}

// The findings as "code place: text" lines.
std::string listed(const CheckReport& report) {
  std::string out;
  for (const CheckFinding& finding : report.findings) {
    out += finding.code + " " + finding.place + ": " + finding.text + "\n";
  }
  return out;
}

std::string findings_of(const std::string& octets) {
  const Result<CheckReport> report = check_tei(octets);
  return report ? listed(*report) : "error: " + report.error().message();
}

std::string replaced(std::string text, const std::string& what, const std::string& with) {
  const std::size_t place = text.find(what);
  EXPECT_NE(place, std::string::npos) << what;
  return text.replace(place, what.size(), with);
}

TEST(CheckTei, FindsNothingInWhatTheExporterWrites) {
  for (const tei::Profile profile : {tei::Profile::article, tei::Profile::bptl3}) {
    for (const auto& [name, document] : sample::all()) {
      EXPECT_EQ(findings_of(written(document, profile)), "") << name;
    }
  }
}

TEST(CheckTei, FindsNothingInALongArticle) {
  EXPECT_EQ(findings_of(written(sample::generated(5000))), "");
}

struct Mistake {
  const char* name;
  const char* what;
  const char* with;
  const char* code;
};

TEST(CheckTei, FindsEachMistake) {
  constexpr Mistake mistakes[] = {
      {"element of another vocabulary", "<div type=\"article\">", "<div type=\"article\"><span/>",
       "tei-schema"},
      {"text between blocks", "<div type=\"article\">", "<div type=\"article\">stray",
       "tei-schema"},
      {"unknown type", "<div type=\"article\">", "<div type=\"chapter\">", "tei-schema"},
      {"no title", "<title type=\"main\">", "<title type=\"other\">", "tei-schema"},
      {"no licence state", " status=\"unknown\"", "", "tei-schema"},
      {"looks without a name", "rend=\"italic\"", "rend=\"slanted\"", "tei-schema"},
      {"not a date", " when=\"", " when=\"about ", "tei-schema"},
      {"a count of none", "quantity=\"", "quantity=\"-", "tei-schema"},
      {"a target with a space", "target=\"https:", "target=\"a b:", "tei-schema"},
      {"a language that is none", "<text xml:lang=\"en\"", "<text xml:lang=\"in English\"",
       "tei-schema"},
      {"a part of the header left out", "<encodingDesc>", "<!--", "tei-syntax"},
  };
  const std::string wire = written(sample::wire());
  const std::string inlines = written(sample::every_inline());
  const std::string blocks = written(sample::every_block());
  for (const Mistake& mistake : mistakes) {
    const std::string* text = nullptr;
    for (const std::string* candidate : {&wire, &inlines, &blocks}) {
      if (text == nullptr && candidate->find(mistake.what) != std::string::npos) text = candidate;
    }
    ASSERT_NE(text, nullptr) << mistake.name;
    const Result<CheckReport> report = check_tei(replaced(*text, mistake.what, mistake.with));
    ASSERT_TRUE(report) << mistake.name;
    ASSERT_FALSE(report->findings.empty()) << mistake.name;
    EXPECT_EQ(report->findings.front().code, mistake.code) << mistake.name << listed(*report);
  }
}

TEST(CheckTei, NamesTheLine) {
  const std::string good = written(sample::plain());
  const std::string bad = replaced(good, "<p>", "<p align=\"left\">");
  const auto line =
      std::count(bad.begin(), bad.begin() + static_cast<long>(bad.find("align")), '\n');
  EXPECT_NE(findings_of(bad).find("tei-schema line " + std::to_string(line + 1) + ":"),
            std::string::npos)
      << findings_of(bad);
}

TEST(CheckTei, FindsNamesGivenTwiceAndPlacesThatAreNot) {
  const std::string good = written(sample::plain());
  const std::string twice =
      replaced(replaced(good, "<p>", "<p xml:id=\"a\">"), "<p>", "<p xml:id=\"a\">");
  EXPECT_NE(findings_of(twice).find("tei-id"), std::string::npos);
  EXPECT_NE(findings_of(twice).find("'a' is given twice"), std::string::npos);
  const std::string lost = replaced(good, "<p>", "<p><ref target=\"#nowhere\">there</ref>");
  EXPECT_NE(findings_of(lost).find("tei-target"), std::string::npos) << findings_of(lost);
}

TEST(CheckTei, RefusesEntitiesAndWhatIsNoXml) {
  EXPECT_NE(findings_of("<TEI").find("tei-syntax"), std::string::npos);
  EXPECT_NE(findings_of("<!DOCTYPE TEI [<!ENTITY a \"b\">]><TEI>&a;</TEI>").find("tei-syntax"),
            std::string::npos);
}

TEST(CheckTei, KnowsTeiByItsRoot) {
  EXPECT_TRUE(is_tei("<?xml version=\"1.0\"?>\n<TEI xmlns=\"http://www.tei-c.org/ns/1.0\">"));
  EXPECT_FALSE(is_tei("<html>"));
}

}  // namespace
}  // namespace pressmark::tei_check
