#include "converters/checkers/pdf/lexer.h"

#include <gtest/gtest.h>

#include "tests/converters/checkers/pdf/editable_file.h"

namespace pressmark::pdf_check {
namespace {

// The first object, written out again.
std::string read(std::string_view octets, Lexer::References references = Lexer::References::yes) {
  const auto object = Lexer(octets, 0, references).next();
  return object ? syntax_of(*object) : "nothing";
}

TEST(PdfLexer, ReadsEachKindOfObject) {
  EXPECT_EQ(read("true"), "true");
  EXPECT_EQ(read(" % comment\n null"), "null");
  EXPECT_EQ(read("-12"), "-12");
  EXPECT_EQ(read("+3"), "3");
  EXPECT_EQ(read("-.5"), "-0.500000");
  EXPECT_EQ(read("4."), "4.000000");
  EXPECT_EQ(read("/A#20b"), "/A#20b");
  EXPECT_EQ(read("12 0 R"), "12 0 R");
  EXPECT_EQ(read("12 0 R", Lexer::References::no), "12");
  EXPECT_EQ(read("[1 2 0 R/X]"), "[ 1 2 0 R /X ]");
  EXPECT_EQ(read("<</A<</B(c)>>>>"), "<< /A << /B <63> >> >>");
  EXPECT_EQ(read("BDC"), "BDC");
}

TEST(PdfLexer, ReadsStrings) {
  EXPECT_EQ(read("(a(b)c)"), "<6128622963>");
  EXPECT_EQ(read("(\\n\\)\\101\\7x)"), "<0A29410778>");
  EXPECT_EQ(read("(a\\\r\nb)"), "<6162>");
  EXPECT_EQ(read("<4 1 4>"), "<4140>");
}

TEST(PdfLexer, GivesNothingForWhatIsNoObject) {
  for (const std::string_view octets :
       {"", "%", "(", "(\\", "<4", "[1", "<</A", "<<1 2>>", ")", ">"}) {
    EXPECT_EQ(read(octets), "nothing") << octets;
  }
  EXPECT_EQ(read(std::string(100, '[')), "nothing");
}

}  // namespace
}  // namespace pressmark::pdf_check
