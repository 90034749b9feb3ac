#include "converters/common/tex_math.h"

#include <gtest/gtest.h>

#include "converters/common/math_line.h"

namespace pressmark {
namespace {

std::string line_of(std::string_view tex) {
  const auto mathml = tex_to_mathml(tex);
  return mathml ? math_text(math_line(*mathml)) : "absent";
}

TEST(TexMath, ReadsWhatFormulasOfArticlesUse) {
  EXPECT_EQ(line_of("E = mc^2"), "E = mc^2");
  EXPECT_EQ(line_of("\\frac{1}{2} + x"), "1/2 + x");
  EXPECT_EQ(line_of("\\frac{a+b}{2c}"), "(a + b)/2c");
  EXPECT_EQ(line_of("\\frac12"), "1/2");
  EXPECT_EQ(line_of("x_{i+1}^2"), "x_(i+1)^2");
  EXPECT_EQ(line_of("x^12"), "x^12");  // as TeX sets it: the 1 is raised
  EXPECT_EQ(line_of("\\sqrt{x-1}"), "√(x − 1)");
  EXPECT_EQ(line_of("\\sqrt[3]{x}"), "^3√x");
  EXPECT_EQ(line_of("\\sum_{i=1}^{n} a_i \\le \\infty"), "∑_(i=1)^n a_i ≤ ∞");
  EXPECT_EQ(line_of("\\left( \\alpha \\times \\beta \\right)"), "(α × β)");
  EXPECT_EQ(line_of("f'(x) = \\sin x"), "f′(x) = sin x");
  EXPECT_EQ(line_of("v = 3.14\\,\\mathrm{m/s}"), "v = 3.14 m/s");
  EXPECT_EQ(line_of("x > 0 \\text{ and } y < 1"), "x > 0 and y < 1");
  EXPECT_EQ(line_of("\\bar{x}"), "x\u0304");
  EXPECT_EQ(line_of("\\{1, 2\\}"), "{1, 2}");
}

TEST(TexMath, LeavesWhatItDoesNotKnow) {
  for (const char* tex : {"", "\\unknown x", "\\begin{matrix} 1 \\end{matrix}", "a & b", "{a", "a}",
                          "x^1^2", "x^", "\\frac{1}", "\\sqrt[3", "\\text{a $b$}", "\\"}) {
    EXPECT_FALSE(tex_to_mathml(tex)) << tex;
  }
  EXPECT_FALSE(tex_to_mathml(std::string(1000, '{') + std::string(1000, '}')));
  EXPECT_FALSE(tex_to_mathml(std::string(1'000'000, 'x')));
  std::string roots;
  for (int i = 0; i < 3000; ++i) roots += "\\sqrt";
  EXPECT_FALSE(tex_to_mathml(roots + " x"));
}

}  // namespace
}  // namespace pressmark
