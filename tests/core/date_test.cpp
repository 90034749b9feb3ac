#include <gtest/gtest.h>

#include "core/model/date.h"
#include "core/model/name.h"

namespace pressmark {
namespace {

TEST(Date, WrittenFormsRoundTrip) {
  for (const char* form : {"2026", "2026-10", "2026-10-12", "2026-10-12T08:30:00+03:00",
                           "2026-10-12T08:30Z", "2026-21", "2026-10-12~", "2026-10/2026-11",
                           "-0044-03-15", "--10-12", "--10", "2024-02-29", "--02-29"}) {
    const auto date = parse_date(form);
    ASSERT_TRUE(date) << form;
    EXPECT_EQ(to_string(*date), form);
    EXPECT_TRUE(is_valid(*date)) << form;
  }
}

TEST(Date, FormsThatPagesUse) {
  EXPECT_EQ(to_string(parse_date("2026-10-12 08:30:00 +0300").value()),
            "2026-10-12T08:30:00+03:00");
  EXPECT_EQ(to_string(parse_date("20261012").value()), "2026-10-12");
  EXPECT_EQ(to_string(parse_date("2026/10/12").value()), "2026-10-12");
  EXPECT_EQ(to_string(parse_date("20261012T083000Z").value()), "2026-10-12T08:30:00Z");
  EXPECT_EQ(to_string(parse_date(" 2026-10-12T08:30:00.123456Z ").value()), "2026-10-12T08:30:00Z");
  EXPECT_EQ(day_string(parse_date("2026-10-12T23:59:59-08:00").value()), "2026-10-12");
}

TEST(Date, ImpossibleOnesAreRefused) {
  for (const char* form :
       {"", "2026-13", "2026-02-30", "2025-02-29", "2026-00-01", "--13-01", "12", "2026-1-1",
        "2026-10-12T25:00", "2026-10-12x", "October 12", "2026-10-00"}) {
    EXPECT_FALSE(parse_date(form)) << form;
  }
}

TEST(Date, OfUnixTime) {
  EXPECT_EQ(to_string(date_of_unix_time(0)), "1970-01-01T00:00:00Z");
  EXPECT_EQ(to_string(date_of_unix_time(951827696)), "2000-02-29T12:34:56Z");
  EXPECT_EQ(to_string(date_of_unix_time(-1)), "1969-12-31T23:59:59Z");
  EXPECT_EQ(to_string(date_of_unix_time(4102444800)), "2100-01-01T00:00:00Z");
}

TEST(Name, DisplayAndSortForms) {
  Name gogh = person_name("Vincent", "Gogh");
  gogh.non_dropping_particle = "van";
  EXPECT_EQ(display_name(gogh), "Vincent van Gogh");
  EXPECT_EQ(sort_name(gogh), "Gogh, Vincent van");
  Name alembert = person_name("Jean", "Alembert");
  alembert.dropping_particle = "d’";
  EXPECT_EQ(display_name(alembert), "Jean d’Alembert");
  EXPECT_EQ(display_name(literal_name("Reuters")), "Reuters");
  EXPECT_EQ(sort_name(person_name("Plato", "")), "Plato");
}

}  // namespace
}  // namespace pressmark
