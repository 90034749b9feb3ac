#include "converters/importers/text/front_line.h"

#include <gtest/gtest.h>

namespace pressmark::plain_text {
namespace {

// Names, dates and labelled values with bars between them; empty: no such line.
std::string read(std::string_view text, std::string_view language = "en") {
  const auto line = find_front_line(text, language);
  if (!line) return "";
  std::string words;
  const auto add = [&words](std::string_view more) {
    if (!words.empty()) words += " | ";
    words += more;
  };
  if (line->byline) {
    for (const BylineName& name : line->byline->names) {
      add(text.substr(name.start, name.length));
    }
  }
  for (const DateLineValue& value : line->dates) add(to_string(value.date));
  for (const LabelledWords& labelled : line->labelled) {
    add(std::string(labelled.label) + "=" + std::string(labelled.value));
  }
  return words;
}

TEST(FrontLine, ReadsNamesDatesAndLabelsInOneLine) {
  EXPECT_EQ(read("By Ada Example | October 12, 2024"), "Ada Example | 2024-10-12");
  EXPECT_EQ(read("October 12, 2024 | By Ada Example"), "Ada Example | 2024-10-12");
  EXPECT_EQ(read("By Ada Example, October 12, 2024 8:30 am"), "Ada Example | 2024-10-12T08:30");
  EXPECT_EQ(read("Posted by Ada Example on October 12, 2024"), "Ada Example | 2024-10-12");
  EXPECT_EQ(read("12 Oct 2024 · 5 min read"), "2024-10-12");
  EXPECT_EQ(read("Ada Example · CBC News · Posted: Oct 12, 2024 | Last Updated: October 13, 2024"),
            "Ada Example | 2024-10-12 | 2024-10-13");
  EXPECT_EQ(read("Source: Xinhua| 2024-10-12 08:30:15|Editor: huaxia"),
            "2024-10-12T08:30 | Source=Xinhua | Editor=huaxia");
  EXPECT_EQ(read("Source: Xinhua"), "Source=Xinhua");
  EXPECT_EQ(read("2024-10-12 08:30　来源：新华网", "zh"), "2024-10-12T08:30 | 来源=新华网");
  EXPECT_EQ(read("《海湾日报》（2024年10月12日 第04版）", "zh"),
            "2024-10-12 | publication=海湾日报 | page=04");
  EXPECT_EQ(read("홍길동 기자 | 입력 2024.10.12 08:30", "ko"), "홍길동 | 2024-10-12T08:30");
  EXPECT_EQ(read("Publicado em 12/10/2024 - 08:30 Por Ana Exemplo", "pt"),
            "Ana Exemplo | 2024-10-12T08:30");
}

TEST(FrontLine, LeavesOtherLinesAlone) {
  for (const std::string_view text :
       {"By Ada Example", "October 12, 2024", "Ferry | Goat", "Source: nobody knows who it was.",
        "Ada Example was born on October 12, 2024", "Price: 4 | Weight: 2", "5 min read", ""}) {
    EXPECT_EQ(read(text), "") << text;
  }
}

}  // namespace
}  // namespace pressmark::plain_text
