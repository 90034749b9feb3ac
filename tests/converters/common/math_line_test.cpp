#include "converters/common/math_line.h"

#include <gtest/gtest.h>

namespace pressmark {
namespace {

std::string line_of(const std::string& content) {
  return math_text(
      math_line("<math xmlns='http://www.w3.org/1998/Math/MathML'>" + content + "</math>"));
}

TEST(MathLine, KeepsWhatStructureMeans) {
  const std::string mc = "<mi>E</mi><mo>=</mo><mi>m</mi><msup><mi>c</mi><mn>2</mn></msup>";
  EXPECT_EQ(line_of(mc), "E = mc^2");
  EXPECT_EQ(line_of("<mfrac><mn>1</mn><mn>2</mn></mfrac><mo>+</mo><mi>x</mi>"), "1/2 + x");
  EXPECT_EQ(line_of("<mfrac><mrow><mi>a</mi><mo>+</mo><mi>b</mi></mrow><mrow><mn>2</mn><mi>c</mi>"
                    "</mrow></mfrac>"),
            "(a + b)/2c");
  EXPECT_EQ(line_of("<msqrt><mi>x</mi></msqrt>"), "√x");
  EXPECT_EQ(line_of("<msqrt><mi>x</mi><mo>-</mo><mn>1</mn></msqrt>"), "√(x − 1)");
  EXPECT_EQ(line_of("<mroot><mi>x</mi><mn>3</mn></mroot>"), "^3√x");
  EXPECT_EQ(line_of("<msub><mi>x</mi><mrow><mi>i</mi><mo>+</mo><mn>1</mn></mrow></msub>"),
            "x_(i+1)");
  EXPECT_EQ(line_of("<munderover><mo>∑</mo><mrow><mi>i</mi><mo>=</mo><mn>1</mn></mrow><mi>n</mi>"
                    "</munderover><msub><mi>a</mi><mi>i</mi></msub>"),
            "∑_(i=1)^n a_i");
  EXPECT_EQ(line_of("<mfenced><mi>a</mi><mi>b</mi></mfenced>"), "(a, b)");
  EXPECT_EQ(line_of("<mfenced open='|' close='|' separators=''><mi>a</mi></mfenced>"), "|a|");
  EXPECT_EQ(line_of("<mo>[</mo><mtable><mtr><mtd><mn>1</mn></mtd><mtd><mn>0</mn></mtd></mtr><mtr>"
                    "<mtd><mn>0</mn></mtd><mtd><mn>1</mn></mtd></mtr></mtable><mo>]</mo>"),
            "[1, 0; 0, 1]");
  EXPECT_EQ(line_of("<mfrac linethickness='0'><mi>n</mi><mi>k</mi></mfrac>"), "C(n, k)");
  EXPECT_EQ(line_of("<mover><mi>x</mi><mo>¯</mo></mover>"), "x\u0304");
  EXPECT_EQ(line_of("<msup><mi>f</mi><mo>′</mo></msup>"), "f′");
  EXPECT_EQ(
      line_of("<mmultiscripts><mi>U</mi><mprescripts/><mn>92</mn><mn>238</mn></mmultiscripts>"),
      "_(92)^(238)U");
}

TEST(MathLine, TellsSignsBeforeAnOperandFromThoseBetweenTwo) {
  EXPECT_EQ(line_of("<mo>-</mo><mi>x</mi>"), "−x");
  EXPECT_EQ(line_of("<mi>a</mi><mo>=</mo><mo>-</mo><mi>b</mi>"), "a = −b");
  EXPECT_EQ(line_of("<mo>(</mo><mo>-</mo><mi>b</mi><mo>)</mo><mo>-</mo><mn>1</mn>"), "(−b) − 1");
  EXPECT_EQ(line_of("<mi>f</mi><mo>\u2061</mo><mo>(</mo><mi>x</mi><mo>,</mo><mi>y</mi><mo>)</mo>"),
            "f(x, y)");
}

TEST(MathLine, MarksVariablesAndScripts) {
  const auto line = math_line("<math><mi>sin</mi><msup><mi>x</mi><mn>2</mn></msup></math>");
  const std::vector<MathPiece> expected = {{"sin", false, {}}, {"x", true, {}}, {"2", false, {1}}};
  EXPECT_EQ(line, expected);
}

TEST(MathLine, ReadsPresentationOnly) {
  EXPECT_EQ(line_of("<semantics><mi>x</mi><annotation encoding='application/x-tex'>x_1</annotation>"
                    "</semantics>"),
            "x");
  EXPECT_TRUE(math_line("<p>x</p>").empty());
  EXPECT_TRUE(math_line("<math><mi>x</math>").empty());
  std::string deep;
  for (int i = 0; i < 150; ++i) deep += "<mrow>";
  deep += "<mi>x</mi>";
  for (int i = 0; i < 150; ++i) deep += "</mrow>";
  EXPECT_TRUE(math_line("<math>" + deep + "</math>").empty());
}

}  // namespace
}  // namespace pressmark
