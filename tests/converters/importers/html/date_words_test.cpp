#include "converters/importers/html/date_words.h"

#include <gtest/gtest.h>

#include <string>

#include "converters/importers/html/page_dates.h"

namespace pressmark::html {
namespace {

std::string first_date(std::string_view text, DayOrder order = DayOrder::day_first) {
  const auto dates = find_dates(text, order);
  return dates.empty() ? "" : to_string(dates.front().date);
}

TEST(DateWords, DaysWithMonthNames) {
  EXPECT_EQ(first_date("Published on October 12th, 2026"), "2026-10-12");
  EXPECT_EQ(first_date("Montag, 12. Oktober 2026, 08:30 Uhr"), "2026-10-12T08:30");
  EXPECT_EQ(first_date("le 1er mars 2026"), "2026-03-01");
  EXPECT_EQ(first_date("12 de octubre de 2026"), "2026-10-12");
  EXPECT_EQ(first_date("12 ottobre 2026"), "2026-10-12");
  EXPECT_EQ(first_date("12 października 2026"), "2026-10-12");
  EXPECT_EQ(first_date("12 октября 2026 года"), "2026-10-12");
  EXPECT_EQ(first_date("12 Ekim 2026"), "2026-10-12");
  EXPECT_EQ(first_date("12. lokakuuta 2026"), "2026-10-12");
  EXPECT_EQ(first_date("2026. október 12."), "2026-10-12");
  EXPECT_EQ(first_date("12 Οκτωβρίου 2026"), "2026-10-12");
  EXPECT_EQ(first_date("2026年10月12日 8:30"), "2026-10-12T08:30");
  EXPECT_EQ(first_date("2026년 10월 12일"), "2026-10-12");
  EXPECT_EQ(first_date("12 أكتوبر 2026"), "2026-10-12");
}

TEST(DateWords, NumbersAreReadByTheOrderOfThePlace) {
  EXPECT_EQ(first_date("03/04/2026", DayOrder::day_first), "2026-04-03");
  EXPECT_EQ(first_date("03/04/2026", DayOrder::month_first), "2026-03-04");
  EXPECT_EQ(first_date("13/04/2026", DayOrder::month_first), "2026-04-13");
  EXPECT_EQ(first_date("03.04.2026", DayOrder::month_first), "2026-04-03");
}

TEST(DateWords, WhatIsNoDayIsNoDate) {
  EXPECT_EQ(first_date("in May 2026"), "");
  EXPECT_EQ(first_date("31. Februar 2026"), "");
  EXPECT_EQ(first_date("version 1.2.3"), "");
  EXPECT_EQ(first_date("may 12 people"), "");
}

TEST(DateWords, AttributesKeepTheirOwnOffset) {
  EXPECT_EQ(to_string(*read_date("2026-10-12T23:30:00+03:00", DayOrder::day_first)),
            "2026-10-12T23:30:00+03:00");
  EXPECT_EQ(day_string(*read_date("Mon, 12 Oct 2026 08:30:00 +0300", DayOrder::day_first)),
            "2026-10-12");
  EXPECT_FALSE(read_date("soon", DayOrder::day_first).has_value());
}

TEST(DateWords, AddressesHoldDays) {
  EXPECT_EQ(day_string(date_of_url("https://example.org/2026/10/12/story.html")), "2026-10-12");
  EXPECT_EQ(day_string(date_of_url("https://example.org/2026-10-12-story")), "2026-10-12");
  EXPECT_EQ(day_string(date_of_url("https://example.org/a/20261012/story")), "2026-10-12");
  EXPECT_TRUE(date_of_url("https://example.org/item/1234567890").empty());
}

}  // namespace
}  // namespace pressmark::html
