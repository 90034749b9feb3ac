#include "converters/exporters/pdf/style_file.h"

#include <gtest/gtest.h>

#include "converters/exporters/pdf/options.h"
#include "tests/support/fake_environment.h"

namespace pressmark::pdf {
namespace {

Result<ParsedOptions> parse_with(const Bytes& style, OptionValues values = {}) {
  FakeEnvironment environment;
  environment.files["house.toml"] = style;
  values["style"] = "house.toml";
  return parse_options(values, environment);
}

std::string refusal(const Bytes& style, const OptionValues& values = {}) {
  const auto parsed = parse_with(style, values);
  return parsed ? "accepted" : parsed.error().describe();
}

TEST(StyleFile, SetsOptionsOfEachKind) {
  const auto parsed = parse_with(R"(# House style
page-size = "A5"
margins = ["1in", "2cm"]
font-size = 9.5
font-family = "Gentium"
hyphenate = false
toc = true
profile = "pdfa-2a+ua-1"
)");
  ASSERT_TRUE(parsed) << parsed.error().describe();
  const PageStyle& style = parsed->options.style;
  EXPECT_EQ(style.width, find_page_size("A5")->width);
  EXPECT_EQ(style.margin_top, 72 * point);
  EXPECT_EQ(style.margin_left, parse_length("2cm"));
  EXPECT_EQ(style.body_size, 19 * point / 2);
  EXPECT_EQ(style.serif_family, "Gentium");
  EXPECT_FALSE(style.hyphenate);
  EXPECT_TRUE(style.contents);
  EXPECT_TRUE(style.justify);  // the default
  EXPECT_EQ(parsed->options.profile, Profile::archive_2a);
}

TEST(StyleFile, YieldsToOptionsKeyByKey) {
  const auto parsed =
      parse_with("page-size = \"A5\"\nfont-size = \"9pt\"\n", {{"page-size", "letter"}});
  ASSERT_TRUE(parsed);
  EXPECT_EQ(parsed->options.style.width, 612 * point);
  EXPECT_EQ(parsed->options.style.body_size, 9 * point);
  EXPECT_EQ(refusal("font-size = \"9km\"\n", {{"font-size", "8km"}}),
            "option 'font-size' is '8km'; give a size from 4pt to 72pt");
}

TEST(StyleFile, NamesFileLineAndRemedyOfWhatIsWrong) {
  EXPECT_EQ(refusal("toc = true\n\nfont-size = \"9km\"\n"),
            "house.toml:3: 'font-size' is '9km'; give a size from 4pt to 72pt");
  EXPECT_EQ(refusal("justify = \"maybe\"\n"),
            "house.toml:1: 'justify' is 'maybe'; its values are yes and no");
  EXPECT_EQ(refusal("margins = \"10in\"\n"),
            "house.toml:1: 'margins' is '10in'; they leave less than 60pt of the page's width or "
            "height");
  const std::string unknown = refusal("font-size = 10\npage_size = \"A5\"\n");
  EXPECT_TRUE(unknown.starts_with("house.toml:2: a style has no key 'page_size'; its keys are "))
      << unknown;
  EXPECT_NE(unknown.find("page-size, columns, margins"), std::string::npos) << unknown;
  EXPECT_TRUE(refusal("style = \"house.toml\"\n").starts_with("house.toml:1: a style has no key"));
  EXPECT_EQ(
      refusal("[margins]\ntop = \"1in\"\n"),
      "house.toml:1: the value of 'margins' is a table; give a string, a number, true, false, "
      "or a list of them");
  const std::string damaged = refusal("toc = true\nfont-size = 9pt\n");
  EXPECT_TRUE(damaged.starts_with("house.toml: line 2 is no TOML")) << damaged;
}

TEST(StyleFile, MustBeThere) {
  FakeEnvironment environment;
  const auto parsed = parse_options({{"style", "none.toml"}}, environment);
  ASSERT_FALSE(parsed);
  EXPECT_EQ(parsed.error().kind(), ErrorKind::unreadable);
}

}  // namespace
}  // namespace pressmark::pdf
