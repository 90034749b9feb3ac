#include "converters/exporters/pdf/writer/file_information.h"

#include <gtest/gtest.h>

#include "tests/support/golden.h"
#include "tests/support/sample_documents.h"

namespace pressmark::pdf {
namespace {

TEST(Dates, HaveOneValueInBothForms) {
  const Date moment = *parse_date("2026-10-12T08:30:00+03:00");
  EXPECT_EQ(xmp_date(moment), "2026-10-12T08:30:00+03:00");
  EXPECT_EQ(pdf_date(moment), "D:20261012083000+03'00'");
  const Date minutes = *parse_date("2026-10-12T08:30Z");
  EXPECT_EQ(xmp_date(minutes), "2026-10-12T08:30:00Z");
  EXPECT_EQ(pdf_date(minutes), "D:20261012083000Z");
}

TEST(Dates, LeaveOutWhatIsNotKnown) {
  EXPECT_EQ(xmp_date(make_date(2026, 10)), "2026-10");
  EXPECT_EQ(pdf_date(make_date(2026)), "D:2026");
  // A time of day without its offset would be another moment for each reader.
  EXPECT_EQ(xmp_date(*parse_date("2026-10-12T08:30:00")), "2026-10-12");
  EXPECT_EQ(xmp_date(*parse_date("--10-12")), "");
  EXPECT_EQ(pdf_date(make_date(-44, 3, 15)), "");
}

TEST(FileInformation, AlwaysHasATitle) {
  EXPECT_EQ(describe_file(Document{}, "en", {}).title, "Untitled");
  Document named;
  named.provenance.source_name = "a.txt";
  EXPECT_EQ(describe_file(named, "en", {}).title, "a.txt");
  named.front.headline = {text("Head\nline")};
  EXPECT_EQ(describe_file(named, "en", {}).title, "Head line");
}

TEST(FileInformation, TakesDatesFromTheEnvironmentFirst) {
  Document article;
  article.metadata.set(DateVariable::issued, make_date(2020, 1, 2), {});
  EXPECT_EQ(describe_file(article, "en", {}).created, make_date(2020, 1, 2));
  EXPECT_EQ(describe_file(article, "en", make_date(2021)).created, make_date(2021));
  EXPECT_EQ(describe_file(Document{}, "en", {}).created, std::nullopt);
}

TEST(XmpPacket, DescribesTheFile) {
  const FileInformation information = describe_file(sample::full_metadata(), "en", {});
  EXPECT_GOLDEN("converters/exporters/pdf/xmp_3a.txt",
                xmp_packet(information, Profile::archive_3a));
}

TEST(XmpPacket, ClaimsTheProfile) {
  const FileInformation information = describe_file(sample::plain(), "en", {});
  const Bytes two = xmp_packet(information, Profile::archive_2a);
  EXPECT_NE(two.find("<pdfaid:part>2</pdfaid:part>"), Bytes::npos);
  EXPECT_NE(two.find("<pdfaid:conformance>A</pdfaid:conformance>"), Bytes::npos);
  EXPECT_NE(two.find("<pdfuaid:part>1</pdfuaid:part>"), Bytes::npos);
  const Bytes four = xmp_packet(information, Profile::archive_4f);
  EXPECT_NE(four.find("<pdfaid:rev>2020</pdfaid:rev>"), Bytes::npos);
  EXPECT_NE(four.find("<pdfuaid:part>2</pdfuaid:part>"), Bytes::npos);
  EXPECT_EQ(four.find("pdfaExtension"), Bytes::npos);
}

}  // namespace
}  // namespace pressmark::pdf
