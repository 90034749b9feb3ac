#include "converters/exporters/pdf/options.h"

#include <gtest/gtest.h>

#include "tests/support/fake_environment.h"

namespace pressmark::pdf {
namespace {

Result<ParsedOptions> parse(const OptionValues& values) {
  FakeEnvironment environment;
  return parse_options(values, environment);
}

std::string refusal(const OptionValues& values) {
  const auto parsed = parse(values);
  return parsed ? "accepted" : parsed.error().describe();
}

TEST(ParseLength, KnowsFourUnits) {
  EXPECT_EQ(parse_length("72pt"), 72 * point);
  EXPECT_EQ(parse_length("72"), 72 * point);
  EXPECT_EQ(parse_length("1in"), 72 * point);
  EXPECT_EQ(parse_length("25.4mm"), 72 * point);
  EXPECT_EQ(parse_length("2.54cm"), 72 * point);
  EXPECT_EQ(parse_length("0.5pt"), point / 2);
}

TEST(ParseLength, RefusesAnythingElse) {
  for (const char* text : {"", "pt", "-1pt", "1e3pt", "1,5mm", "10px", "99999999999999999999pt",
                           "1..2", "300in", "nan"}) {
    EXPECT_FALSE(parse_length(text)) << text;
  }
}

TEST(ParseOptions, SetsThePage) {
  const auto parsed = parse({{"page-size", "letter"}, {"margins", "1in 2in"}});
  ASSERT_TRUE(parsed);
  EXPECT_EQ(parsed->options.style.width, 612 * point);
  EXPECT_EQ(parsed->options.style.margin_top, 72 * point);
  EXPECT_EQ(parsed->options.style.margin_left, 144 * point);
  const auto own = parse({{"page-size", "150mmx220mm"}, {"font-size", "9pt"}});
  ASSERT_TRUE(own);
  EXPECT_EQ(own->options.style.body_size, 9 * point);
}

TEST(ParseOptions, SetsColumns) {
  const PageStyle one = parse({{"columns", "1"}})->options.style;
  EXPECT_EQ(one.column_width(), one.measure());
  const PageStyle two = parse({{"columns", "2"}, {"font-size", "12pt"}})->options.style;
  EXPECT_LT(two.margin_left, one.margin_left);
  EXPECT_EQ(two.column_gap, 24 * point);
  EXPECT_EQ(two.column_width(), (two.measure() - two.column_gap) / 2);
  EXPECT_EQ(two.column_left(true), two.width - two.margin_right - two.column_width());
  EXPECT_EQ(refusal({{"columns", "3"}}), "option 'columns' is '3'; its values are 1 and 2");
  EXPECT_EQ(
      refusal({{"columns", "2"}, {"page-size", "110ptx200pt"}, {"margins", "10pt"}}),
      "option 'columns' is '2'; a column would be less than 60pt wide; give a larger page or 1");
}

TEST(ParseOptions, ChoosesTheProfile) {
  EXPECT_FALSE(parse({})->options.profile);
  EXPECT_FALSE(parse({{"profile", "auto"}})->options.profile);
  EXPECT_EQ(parse({{"profile", "pdfa-4f+ua-2"}})->options.profile, Profile::archive_4f);
}

TEST(ParseOptions, SaysWhatItsValuesAre) {
  EXPECT_EQ(refusal({{"profile", "x"}}),
            "option 'profile' is 'x'; its values are auto, pdfa-3a+ua-1, pdfa-2a+ua-1 and "
            "pdfa-4f+ua-2");
  EXPECT_EQ(refusal({{"hyphenate", "maybe"}}),
            "option 'hyphenate' is 'maybe'; its values are yes and no");
  EXPECT_EQ(refusal({{"margins", "1in 2in 3in"}}),
            "option 'margins' is '1in 2in 3in'; give one length, two (top and bottom, left and "
            "right) or four (top right bottom left)");
  EXPECT_EQ(refusal({{"margins", "wide"}}),
            "option 'margins' is 'wide'; lengths are written like 20mm, 2.5cm, 0.75in, 54pt");
  EXPECT_EQ(refusal({{"margins", "10in"}}),
            "option 'margins' is '10in'; they leave less than 60pt of the page's width or height");
  EXPECT_EQ(refusal({{"font-size", "200pt"}}),
            "option 'font-size' is '200pt'; give a size from 4pt to 72pt");
  EXPECT_EQ(refusal({{"figures", "roman"}}),
            "option 'figures' is 'roman'; its values are lining and old-style");
  EXPECT_TRUE(parse({{"figures", "old-style"}})->options.style.old_style_figures);
  EXPECT_EQ(refusal({{"undescribed-images", "x"}}),
            "option 'undescribed-images' is 'x'; its values are artifact and error");
  for (const char* dots : {"35", "2401", "-72", "300dpi", ""}) {
    EXPECT_EQ(refusal({{"image-dpi", dots}}),
              "option 'image-dpi' is '" + std::string(dots) +
                  "'; give a whole number from 36 to 2400, or 0 to keep all pixels");
  }
  EXPECT_EQ(parse({{"image-dpi", "300"}})->options.image_dots_per_inch, 300);
  EXPECT_EQ(parse({{"image-dpi", "0"}})->options.image_dots_per_inch, 0);
  EXPECT_NE(refusal({{"page-size", "A99"}}).find("A4, A5"), std::string::npos);
}

}  // namespace
}  // namespace pressmark::pdf
