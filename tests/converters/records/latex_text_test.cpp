#include "converters/records/latex_text.h"

#include <gtest/gtest.h>

namespace pressmark::records {
namespace {

TEST(LatexText, AccentsAndLetters) {
  EXPECT_EQ(latex_to_text(R"(Jos{\'e} P\'erez, M\"uller, \c{c}a, \v sk, \~{n}, \'{\i}, \^\i)"),
            "José Pérez, Müller, ça, šk, ñ, í, î");
  EXPECT_EQ(latex_to_text(R"(\ss{} \AE{} \o \L{}\'od\'z \aa)"), "ß Æ øŁódź å");
  EXPECT_EQ(latex_to_text(R"({\H o} {\.I} {\k{a}} \r{u} \u{g} \=a)"), "ő İ ą ů ğ ā");
}

TEST(LatexText, CharactersOfMarkup) {
  EXPECT_EQ(latex_to_text(R"(a \& b \% c \$ d \# e \_ f \{g\})"), "a & b % c $ d # e _ f {g}");
  EXPECT_EQ(latex_to_text(R"(\textbackslash{}x\textasciitilde{}\^{}\textless{}b\textgreater{})"),
            "\\x~^<b>");
  EXPECT_EQ(latex_to_text("``a'' -- b --- c~d"), "“a” – b — c d");
}

TEST(LatexText, FormulasAreTextOrTheirSource) {
  EXPECT_EQ(latex_to_text(R"(a $<$ b, H$_2$O, $10^{-3}$, $\alpha$-rays, $2 \times 3$)"),
            "a < b, H₂O, 10⁻³, α-rays, 2 ×3");
  EXPECT_EQ(latex_to_text(R"(on $\sqrt{x}$ and $$e^{x}$$)"), R"(on $\sqrt{x}$ and $$e^{x}$$)");
  EXPECT_EQ(latex_to_text(R"(costs $5, or \$6)"), "costs $5, or $6");
  EXPECT_EQ(latex_to_text("$"), "$");
}

TEST(LatexText, BracesAndCommandsLeaveTheirContent) {
  EXPECT_EQ(latex_to_text(R"({The} \emph{Big {G}ull}  and   \textbf{more})"),
            "The Big Gull and more");
  EXPECT_EQ(latex_to_text("ends in \\"), "ends in");
  EXPECT_EQ(latex_to_text(""), "");
}

TEST(LatexText, VerbatimFieldsKeepTheirCharacters) {
  EXPECT_EQ(latex_to_verbatim(R"({https://a.example/x\_y\%20~z--w})"),
            "https://a.example/x_y%20~z--w");
  EXPECT_EQ(latex_to_verbatim(R"(\url{https://a.example/})"), "https://a.example/");
}

}  // namespace
}  // namespace pressmark::records
