#include "converters/exporters/epub/identity.h"

#include <gtest/gtest.h>

#include "converters/common/utc_moment.h"
#include "tests/support/sample_documents.h"

namespace pressmark::epub {
namespace {

std::string moment(const char* date) { return utc_moment(*parse_date(date)).value_or("none"); }

TEST(EpubIdentity, MomentsAreInUtc) {
  EXPECT_EQ(moment("2026-11-20T08:30:00+03:00"), "2026-11-20T05:30:00Z");
  EXPECT_EQ(moment("2026-01-01T00:30:00+01:00"), "2025-12-31T23:30:00Z");
  EXPECT_EQ(moment("2024-02-28T23:00-02:00"), "2024-02-29T01:00:00Z");
  EXPECT_EQ(moment("2026-11"), "2026-11-01T00:00:00Z");
  EXPECT_EQ(moment("1914"), "1914-01-01T00:00:00Z");
  EXPECT_EQ(moment("--10-12"), "none");
  EXPECT_EQ(moment("-0044-03-15"), "none");
}

TEST(EpubIdentity, EqualContentsHaveEqualIdentifiers) {
  const Document plain = sample::plain();
  const Document notes = sample::notes();
  EXPECT_EQ(identifier_of({&plain}, ""), identifier_of({&plain}, ""));
  EXPECT_NE(identifier_of({&plain}, ""), identifier_of({&notes}, ""));
  EXPECT_NE(identifier_of({&plain, &notes}, ""), identifier_of({&notes, &plain}, ""));
  EXPECT_TRUE(identifier_of({&plain}, "").starts_with("urn:uuid:"));
}

TEST(EpubIdentity, TheRecordsOwnUuidIsKeptAndNothingElse) {
  Document document = sample::full_metadata();
  EXPECT_EQ(identifier_of({&document}, ""), "urn:uuid:6f1c2b7e-2f43-5a6e-9d0b-0f0d8a6f2b11");
  document.metadata.set(Variable::identifier, "urn:uuid:not-one", {});
  EXPECT_NE(identifier_of({&document}, ""), "urn:uuid:not-one");
}

TEST(EpubIdentity, TheLatestDayIsTheModified) {
  Document early = sample::plain();
  early.metadata.set(DateVariable::issued, make_date(2020, 5, 1), {});
  Document late = sample::plain();
  late.metadata.set(DateVariable::modified, make_date(2021, 6, 2), {});
  EXPECT_EQ(modified_of({&early, &late}, {}), "2021-06-02T00:00:00Z");
}

}  // namespace
}  // namespace pressmark::epub
