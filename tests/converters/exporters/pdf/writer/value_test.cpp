#include "converters/exporters/pdf/writer/value.h"

#include <gtest/gtest.h>

#include "converters/exporters/pdf/writer/podofo_objects.h"

namespace pressmark::pdf {
namespace {

std::string written(const Value& value) {
  const Result<Bytes> octets = serialise(value);
  return octets ? *octets : "failed: " + octets.error().message();
}

TEST(Decimal, IsTheShortestForm) {
  EXPECT_EQ(decimal(0), "0");
  EXPECT_EQ(decimal(12'000), "12");
  EXPECT_EQ(decimal(-500), "-0.5");
  EXPECT_EQ(decimal(3'142), "3.142");
  EXPECT_EQ(decimal(-1'010), "-1.01");
  EXPECT_EQ(decimal(7), "0.007");
}

TEST(Decimal, RoundsLengthsToThousandthsOfAPoint) {
  EXPECT_EQ(thousandths_of_point(65'536), 1'000);
  EXPECT_EQ(thousandths_of_point(-65'536), -1'000);
  EXPECT_EQ(thousandths_of_point(33), 1);
  EXPECT_EQ(thousandths_of_point(32), 0);
  EXPECT_EQ(thousandths_of_point(-33), -1);
}

TEST(Utf16, HasAMarkAndSurrogates) {
  EXPECT_EQ(utf16_with_mark("a\xF0\x9F\x98\x80"),
            std::string("\xFE\xFF\x00\x61\xD8\x3D\xDE\x00", 8));
}

TEST(Serialise, WritesEachTypeOfValue) {
  const Value value = Dictionary{{"Z", Array{1, -2, Real{500}, true, Null{}}},
                                 {"A", name("Name with blank")},
                                 {"R", Reference{7}},
                                 {"S", byte_string("a(b)\\")},
                                 {"T", text_string("ASCII")}};
  EXPECT_EQ(written(value),
            "<</A/Name#20with#20blank/R 7 0 R/S(a\\(b\\)\\\\)/T(ASCII)/Z[ 1 -2 0.5 true null]>>");
}

TEST(Serialise, SeparatesRealNumbers) {
  EXPECT_EQ(written(Array{0, 0, Real{595'276}, Real{841'890}}), "[ 0 0 595.276 841.89]");
}

TEST(Serialise, WritesTextOutsideAsciiAsUtf16) {
  EXPECT_EQ(written(text_string("\xD0\x96")), std::string("(\xFE\xFF\x04\x16)"));
}

}  // namespace
}  // namespace pressmark::pdf
