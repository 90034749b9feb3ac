#include "converters/common/csl_json.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "converters/common/json.h"
#include "tests/support/fake_environment.h"
#include "tests/support/sample_documents.h"

namespace pressmark {
namespace {

Json item_of(const Metadata& record) { return Json::parse(write_csl_json({{"key", &record}}))[0]; }

struct ReadBack {
  Result<std::vector<Metadata>> records = std::vector<Metadata>{};
  Diagnostics diagnostics;
};

ReadBack read(const std::string& text) {
  ReadBack result;
  FakeEnvironment environment;
  Context context{environment, result.diagnostics};
  result.records = read_csl_json(text, "sidecar", context);
  return result;
}

// What CSL-JSON carries: the evidence is reduced to "inferred", names stand by role.
Metadata carried(Metadata record) {
  const auto reduced = [](const Evidence& evidence) {
    return Evidence{.source = "sidecar", .inferred = evidence.inferred};
  };
  record.type_evidence = reduced(record.type_evidence);
  for (const auto& [variable, value] : std::map(record.texts())) {
    record.set(variable, value.value, reduced(value.evidence));
  }
  for (const auto& [variable, value] : std::map(record.dates())) {
    record.set(variable, value.value, reduced(value.evidence));
  }
  for (auto& contributor : record.contributors) {
    contributor.evidence = reduced(contributor.evidence);
  }
  for (auto& keyword : record.keywords) keyword.evidence = reduced(keyword.evidence);
  std::ranges::stable_sort(record.contributors, {}, [](const Contributor& contributor) {
    return to_string(contributor.role);
  });
  record.rejected.clear();
  return record;
}

TEST(CslJson, RecordsReadBackEqual) {
  for (const auto& [name, document] : sample::all()) {
    const ReadBack back = read(write_csl_json({{"", &document.metadata}}));
    ASSERT_TRUE(back.records) << name;
    ASSERT_EQ(back.records->size(), 1u);
    EXPECT_EQ(back.records->front(), carried(document.metadata)) << name;
    EXPECT_TRUE(back.diagnostics.empty()) << name;
  }
}

TEST(CslJson, DatesKeepEveryForm) {
  for (const char* written :
       {"2026", "2026-10", "2026-10-12", "2026-10-12T08:30:00+03:00", "2026-21", "2026-10-12~",
        "2026-10/2026-11", "-0044-03-15", "--10-12", "--10", "2026-21/2026-22", "2025/2026~"}) {
    Metadata record;
    const std::optional<Date> date = parse_date(written);
    ASSERT_TRUE(date) << written;
    record.set(DateVariable::issued, *date, {});
    record.set(DateVariable::modified, *date, {});
    const ReadBack back = read(write_csl_json({{"", &record}}));
    ASSERT_TRUE(back.records);
    EXPECT_EQ(back.records->front().date(DateVariable::issued), *date) << written;
    EXPECT_EQ(back.records->front().date(DateVariable::modified), *date) << written;
  }
}

// As other programs write them.
TEST(CslJson, DatesWithEmptyPartsAreRead) {
  const auto issued = [](const std::string& date) {
    const ReadBack back = read("[{\"id\":\"a\",\"type\":\"book\",\"issued\":" + date + "}]");
    return back.records ? to_string(back.records->front().date(DateVariable::issued)) : "none";
  };
  EXPECT_EQ(issued(R"({"date-parts":[["2000","",""]]})"), "2000");
  EXPECT_EQ(issued(R"({"date-parts":[],"literal":"in press"})"), "in press");
  EXPECT_EQ(issued(R"({"date-parts":[],"raw":"2024-10-12"})"), "2024-10-12");
}

TEST(CslJson, ADateWithoutYearIsALiteral) {
  const Json item = item_of(sample::wire().metadata);
  EXPECT_EQ(item["issued"], Json::parse(R"({"literal": "--10-12"})"));
}

TEST(CslJson, PartsOfDates) {
  Metadata record;
  Date date = make_date(2026, 10, 12);
  date.circa = true;
  record.set(DateVariable::issued, date, {});
  EXPECT_EQ(item_of(record)["issued"],
            Json::parse(R"({"date-parts": [[2026, 10, 12]], "circa": true})"));
}

TEST(CslJson, LiteralNamesStayLiteral) {
  const Json item = item_of(sample::full_metadata().metadata);
  EXPECT_EQ(item["author"].back(), Json::parse(R"({"literal": "Example News Agency"})"));
  EXPECT_EQ(item["author"][1]["non-dropping-particle"], "van");
  EXPECT_EQ(item["custom"]["license"], "https://creativecommons.org/licenses/by/4.0/");
  EXPECT_FALSE(item.contains("license"));
}

TEST(CslJson, ReadsWhatOtherProgramsWrite) {
  const ReadBack back = read(R"({
    "id": "doe-2020", "type": "article-newspaper", "title": "T", "volume": 12,
    "issued": {"date-parts": [["2020", "3", "1"]]}, "accessed": {"raw": "2021-05-06"},
    "shortTitle": "S", "author": [{"family": "Doe", "given": "J."}, {"literal": "Desk"}, {}],
    "DOI": {"bad": 1}, "language": "not a language!", "x-field": [1, 2],
    "submitted": {"date-parts": [[2020, 13, 45]]}})");
  ASSERT_TRUE(back.records);
  const Metadata& record = back.records->front();
  EXPECT_EQ(record.type, ItemType::article_newspaper);
  EXPECT_EQ(record.text(Variable::citation_key), "doe-2020");
  EXPECT_EQ(record.text(Variable::volume), "12");
  EXPECT_EQ(record.text(Variable::title_short), "S");
  EXPECT_EQ(record.date(DateVariable::issued), make_date(2020, 3, 1));
  EXPECT_EQ(record.date(DateVariable::accessed), make_date(2021, 5, 6));
  EXPECT_EQ(record.contributors.size(), 2u);
  EXPECT_EQ(record.extra.at("x-field"), "[1,2]");
  EXPECT_EQ(back.diagnostics.count("csljson.ignored-member"), 4u);
  EXPECT_EQ(back.diagnostics.count("csljson.unknown-member"), 1u);
}

TEST(CslJson, ReportsWhatItLeavesOut) {
  const ReadBack back = read(R"({
    "id": "a", "type": "article-newspaper", "event-place": null,
    "author": [{"family": "Doe", "given": ["J."], "ORCID": "0000-0001", "comma-suffix": true,
                "parse-names": false, "literal": "J. Doe"}],
    "issued": {"date-parts": [[2020, 3, ""]], "time": "10:00", "season": null},
    "custom": {"keywords": ["a", 3], "inferred": [7],
               "names": [{"variable": "author", "index": 0, "uri": "u", "colour": "red"}]}})");
  ASSERT_TRUE(back.records);
  EXPECT_EQ(back.records->front().date(DateVariable::issued), make_date(2020, 3, 0));
  std::vector<std::string> places;
  for (const Diagnostic& diagnostic : back.diagnostics.all()) {
    EXPECT_EQ(diagnostic.id(), "csljson.ignored-member");
    places.push_back(diagnostic.subject);
  }
  std::ranges::sort(places);
  EXPECT_EQ(places,
            (std::vector<std::string>{"author.ORCID", "author.comma-suffix", "author.given",
                                      "author.literal", "custom.inferred", "custom.keywords",
                                      "custom.names.colour", "issued.time"}));
}

TEST(CslJson, RefusesOtherShapes) {
  for (const char* text : {"", "3", "\"x\"", "[1]", "[[]]", "{", "null"}) {
    const ReadBack back = read(text);
    ASSERT_FALSE(back.records) << text;
    EXPECT_EQ(back.records.error().kind(), ErrorKind::unrecognised) << text;
  }
}

}  // namespace
}  // namespace pressmark
