#include <gtest/gtest.h>

#include "core/base/diagnostics.h"
#include "core/base/result.h"
#include "core/base/utf8.h"

namespace pressmark {
namespace {

TEST(Utf8, IllFormedSequencesBecomeOneReplacementForEachMaximalSubpart) {
  utf8::Repairs repairs;
  // The example of Unicode 15, 3.9, table 3-8.
  EXPECT_EQ(utf8::to_text("\xC0\xAF\xE0\x80\xBF\xF0\x81\x82\x41", repairs),
            "\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD"
            "A");
  EXPECT_EQ(repairs.replaced, 8u);
  EXPECT_EQ(utf8::to_text("\xE1\x80\xE2\xF0\x91\x92\xF1\xBF\x41"),
            "\uFFFD\uFFFD\uFFFD\uFFFD"
            "A");
}

TEST(Utf8, LineEndsAndControlCharacters) {
  utf8::Repairs repairs;
  EXPECT_EQ(
      utf8::to_text(std::string_view("a\r\nb\rc\0d\x0B\x7F\xC2\x85\tz\xEF\xBF\xBE", 17), repairs),
      "a\nb\ncd\tz");
  EXPECT_EQ(repairs.removed, 5u);
  EXPECT_EQ(repairs.replaced, 0u);
}

TEST(Utf8, TextOfAllScriptsStays) {
  const std::string text = "Aé漢字😀\u200D العربية";
  EXPECT_EQ(utf8::to_text(text), text);
  EXPECT_TRUE(utf8::is_text(text));
  EXPECT_FALSE(utf8::is_text(std::string_view("a\x01")));
  EXPECT_FALSE(utf8::is_text(std::string_view("\xED\xA0\x80")));  // a surrogate
  EXPECT_EQ(utf8::length("aé漢😀"), 4u);
}

TEST(Utf8, PrefixDoesNotCutACharacter) {
  EXPECT_EQ(utf8::prefix("aé", 2), "a");
  EXPECT_EQ(utf8::prefix("aé", 3), "aé");
  EXPECT_EQ(utf8::prefix("漢", 2), "");
}

TEST(Utf8, AppendIsTheReverseOfDecode) {
  for (const char32_t c : {U'a', U'\u07FF', U'\u0800', U'\uFFFD', U'\U00010000', U'\U0010FFFF'}) {
    std::string text;
    utf8::append(text, c);
    const utf8::Decoded decoded = utf8::decode(text, 0);
    EXPECT_TRUE(decoded.valid);
    EXPECT_EQ(decoded.code_point, c);
    EXPECT_EQ(static_cast<std::size_t>(decoded.size), text.size());
  }
}

constexpr DiagnosticCode lost{"test.lost", Severity::warning, "something was lost"};
constexpr DiagnosticCode guessed{"test.guessed", Severity::note, "something was guessed"};

TEST(Diagnostics, KeepOrderAndCountWhatTheyDrop) {
  Diagnostics diagnostics;
  EXPECT_TRUE(diagnostics.empty());
  diagnostics.report(guessed, {3, 1}, "the year");
  EXPECT_FALSE(diagnostics.has_warnings());
  for (std::size_t i = 0; i < Diagnostics::kept_per_code + 7; ++i) diagnostics.report(lost, "x");
  EXPECT_TRUE(diagnostics.has_warnings());
  EXPECT_EQ(diagnostics.all().size(), 1 + Diagnostics::kept_per_code);
  EXPECT_EQ(diagnostics.all()[0].message(), "something was guessed: the year");
  EXPECT_EQ(diagnostics.count("test.lost"), Diagnostics::kept_per_code + 7);
  EXPECT_EQ(diagnostics.dropped().at("test.lost"), 7u);
}

TEST(Diagnostics, LongSubjectsAreCutAtACharacter) {
  Diagnostics diagnostics;
  std::string subject;
  for (int i = 0; i < 200; ++i) subject += "é";
  diagnostics.report(lost, subject);
  EXPECT_EQ(diagnostics.all()[0].subject.size(), Diagnostics::subject_bytes);
  EXPECT_TRUE(utf8::is_valid(diagnostics.all()[0].subject));
}

TEST(Result, HoldsAValueOrAnError) {
  Result<std::string> value(std::string("text"));
  ASSERT_TRUE(value.has_value());
  EXPECT_EQ(*value, "text");
  EXPECT_EQ(value->size(), 4u);
  const Result<std::string> failure = Error(ErrorKind::limit, "too much", "give less");
  ASSERT_FALSE(failure.has_value());
  EXPECT_EQ(failure.error().kind(), ErrorKind::limit);
  EXPECT_EQ(failure.error().describe(), "too much; give less");
}

}  // namespace
}  // namespace pressmark
