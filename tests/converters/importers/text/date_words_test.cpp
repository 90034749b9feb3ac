#include "converters/importers/text/date_words.h"

#include <gtest/gtest.h>

#include "converters/importers/text/date_line.h"

namespace pressmark::plain_text {
namespace {

struct Words {
  std::string_view text;
  std::string_view date;  // empty: none
};

TEST(DateWords, ReadsTheMonthsOfManyLanguages) {
  constexpr Words cases[] = {
      {"October 12", "--10-12"},
      {"Oct. 12, 2024", "2024-10-12"},
      {"12th October 2024", "2024-10-12"},
      {"12. Oktober 2024", "2024-10-12"},
      {"1er mars 2024", "2024-03-01"},
      {"12 de octubre de 2024", "2024-10-12"},
      {"12 ottobre 2024", "2024-10-12"},
      {"12 de março de 2024", "2024-03-12"},
      {"3 mei 2024", "2024-05-03"},
      {"den 3 maj", ""},
      {"3 maj 2024", "2024-05-03"},
      {"3. desember 2024", "2024-12-03"},
      {"6. joulukuuta 2024", "2024-12-06"},
      {"11 listopada 2024", "2024-11-11"},
      {"28. října 2024", "2024-10-28"},
      {"2024. október 23.", "2024-10-23"},
      {"1 decembrie 2024", "2024-12-01"},
      {"29 Ekim 2024", "2024-10-29"},
      {"12 октября 2024 года", "2024-10-12"},
      {"24 серпня 2024 року", "2024-08-24"},
      {"3 март 2024", "2024-03-03"},
      {"25 Μαρτίου 2024", "2024-03-25"},
      {"12 أكتوبر 2024", "2024-10-12"},
      {"17 Agustus 2024", "2024-08-17"},
      {"2024年10月12日", "2024-10-12"},
      {"１０月１２日", "--10-12"},
      {"2024년 10월 12일", "2024-10-12"},
      {"2024-10-12", "2024-10-12"},
      {"12.10.2024", "2024-10-12"},
      {"13/4/2024", "2024-04-13"},
      {"4/13/2024", "2024-04-13"},
      {"12-10-2024", ""},
      {"12-Oct-2024", "2024-10-12"},
      {"2024. 10. 12.", "2024-10-12"},
      {"令和6年10月12日", "2024-10-12"},
      {"平成元年1月8日", "1989-01-08"},
      {"民國113年10月12日", "2024-10-12"},
      {"12 تشرين الأول 2024", "2024-10-12"},
      {"12 أكتوبر/ تشرين الأول 2024", "2024-10-12"},
      {"12. oktobra 2024", "2024-10-12"},
      {"3/4/2024", ""},
      {"31 June", ""},
      {"February 30, 2024", ""},
      {"February 29, 2023", ""},
      {"March", ""},
      {"May I", ""},
      {"12", ""},
      {"", ""},
  };
  for (const Words& words : cases) {
    const auto scanned = scan_date(words.text);
    EXPECT_EQ(scanned ? to_string(scanned->date) : "", words.date) << words.text;
    EXPECT_EQ(scanned ? scanned->length : words.text.size(), words.text.size()) << words.text;
  }
}

TEST(DateWords, TakeTheLanguageForWhatNumbersDoNotSay) {
  const auto read = [](std::string_view text, std::string_view language) {
    const auto scanned = scan_date(text, language);
    return scanned ? to_string(scanned->date) : "";
  };
  EXPECT_EQ(read("3/4/2024", "fr"), "2024-04-03");
  EXPECT_EQ(read("3/4/2024", "pt-BR"), "2024-04-03");
  EXPECT_EQ(read("3/4/2024", "en-GB"), "2024-04-03");
  EXPECT_EQ(read("3/4/2024", "en-US"), "2024-03-04");
  EXPECT_EQ(read("3/4/2024", "en"), "");
  EXPECT_EQ(read("12. listopada 2024", "hr"), "2024-10-12");
  EXPECT_EQ(read("12 listopada 2024", "pl"), "2024-11-12");
}

TEST(DateLine, ReadsLabelsWeekdaysAndTimes) {
  constexpr Words cases[] = {
      {"Saturday, October 12, 2024", "2024-10-12"},
      {"Published: 12 October 2024, 08:30", "2024-10-12T08:30"},
      {"12 October 2024 at 8:30 p.m. EST", "2024-10-12T20:30"},
      {"2024-10-12 08:30 +0300", "2024-10-12T08:30:00+03:00"},
      {"Опубликовано: 12 октября 2024 г., 08:30 МСК", "2024-10-12T08:30"},
      {"Stand: 12.10.2024, 08:30 Uhr", "2024-10-12T08:30"},
      {"Publié le 12 octobre 2024", "2024-10-12"},
      {"суббота, 12 октября", "--10-12"},
      {"发布时间：2024年10月12日 08:30", "2024-10-12T08:30"},
      {"2024年10月12日（土曜日）", "2024-10-12"},
      {"Berlin, den 12. Oktober 2024", "2024-10-12"},
      {"Updated 8:30 AM EDT, October 12, 2024", "2024-10-12T08:30"},
      {"Sat 12 Oct 2024 08.30 BST", "2024-10-12T08:30"},
      {"Oct. 12, 2024 at 5 a.m. EDT", "2024-10-12T05:00"},
      {"October 12, 2024 GMT", "2024-10-12"},
      {"Publié le 12 octobre 2024 à 08h30", "2024-10-12T08:30"},
      {"Pubblicato il 12 ottobre 2024 alle 08:30", "2024-10-12T08:30"},
      {"등록 2024.10.12 오후 8:30", "2024-10-12T20:30"},
      {"2024年10月12日 8時30分", "2024-10-12T08:30"},
      {"Mise à jour : 12 octobre 2024", "2024-10-12"},
      {"Madrid - 12 oct 2024 - 08:30 CEST", "2024-10-12T08:30"},
      {"October 2024", "2024-10"},
      {"October was wet", ""},
      {"October 12 was a Sunday", ""},
      {"12 October 2024 saw the bridge open", ""},
      {"Paris, 12 octobre", ""},
  };
  for (const Words& words : cases) {
    const auto line = find_date_line(words.text);
    EXPECT_EQ(line ? to_string(line->values.front().date) : "", words.date) << words.text;
  }
}

TEST(DateLine, ReadsPublishedAndUpdatedInOneLine) {
  const auto line = find_date_line("Published 12 October 2024 | Updated 14 October 2024");
  ASSERT_TRUE(line);
  ASSERT_EQ(line->values.size(), 2u);
  EXPECT_EQ(line->values[1].variable, DateVariable::modified);
  EXPECT_EQ(to_string(line->values[1].date), "2024-10-14");
}

}  // namespace
}  // namespace pressmark::plain_text
