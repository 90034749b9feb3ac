#include "converters/records/latex_math.h"

#include <algorithm>
#include <array>
#include <utility>

#include "core/base/utf8.h"

namespace pressmark::records {
namespace {

using Pair = std::pair<std::string_view, std::string_view>;

constexpr std::array signs = {
    Pair{"alpha", "α"},   Pair{"beta", "β"},       Pair{"gamma", "γ"},      Pair{"delta", "δ"},
    Pair{"epsilon", "ε"}, Pair{"varepsilon", "ε"}, Pair{"zeta", "ζ"},       Pair{"eta", "η"},
    Pair{"theta", "θ"},   Pair{"iota", "ι"},       Pair{"kappa", "κ"},      Pair{"lambda", "λ"},
    Pair{"mu", "μ"},      Pair{"nu", "ν"},         Pair{"xi", "ξ"},         Pair{"pi", "π"},
    Pair{"rho", "ρ"},     Pair{"sigma", "σ"},      Pair{"tau", "τ"},        Pair{"upsilon", "υ"},
    Pair{"phi", "φ"},     Pair{"varphi", "φ"},     Pair{"chi", "χ"},        Pair{"psi", "ψ"},
    Pair{"omega", "ω"},   Pair{"Gamma", "Γ"},      Pair{"Delta", "Δ"},      Pair{"Theta", "Θ"},
    Pair{"Lambda", "Λ"},  Pair{"Xi", "Ξ"},         Pair{"Pi", "Π"},         Pair{"Sigma", "Σ"},
    Pair{"Phi", "Φ"},     Pair{"Psi", "Ψ"},        Pair{"Omega", "Ω"},      Pair{"pm", "±"},
    Pair{"mp", "∓"},      Pair{"times", "×"},      Pair{"div", "÷"},        Pair{"cdot", "·"},
    Pair{"le", "≤"},      Pair{"leq", "≤"},        Pair{"ge", "≥"},         Pair{"geq", "≥"},
    Pair{"ne", "≠"},      Pair{"neq", "≠"},        Pair{"approx", "≈"},     Pair{"sim", "∼"},
    Pair{"infty", "∞"},   Pair{"to", "→"},         Pair{"rightarrow", "→"}, Pair{"leftarrow", "←"},
    Pair{"degree", "°"},  Pair{"circ", "∘"},       Pair{"prime", "′"},      Pair{"backslash", "\\"},
    Pair{"lbrace", "{"},  Pair{"rbrace", "}"},     Pair{"ldots", "…"},
};

constexpr std::string_view scripted = "0123456789+-=()";
constexpr std::array<std::string_view, 15> raised = {"⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷",
                                                     "⁸", "⁹", "⁺", "⁻", "⁼", "⁽", "⁾"};
constexpr std::array<std::string_view, 15> lowered = {"₀", "₁", "₂", "₃", "₄", "₅", "₆", "₇",
                                                      "₈", "₉", "₊", "₋", "₌", "₍", "₎"};

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

class Formula {
 public:
  explicit Formula(std::string_view tex) : tex_(tex) {}

  std::optional<std::string> text() {
    while (at_ < tex_.size()) {
      const char c = tex_[at_];
      const bool done = c == '\\'              ? command()
                        : c == '^' || c == '_' ? script(c == '^')
                        : c == '{' || c == '}' ? false
                                               : character();
      if (!done) return {};
    }
    return std::move(out_);
  }

 private:
  bool character() {
    const auto size = static_cast<std::size_t>(utf8::decode(tex_, at_).size);
    out_ += tex_.substr(at_, size);
    at_ += size;
    return true;
  }

  bool command() {
    const std::size_t start = ++at_;
    while (at_ < tex_.size() && is_letter(tex_[at_])) ++at_;
    const std::string_view name = tex_.substr(start, at_ - start);
    if (name.empty()) {
      // An escaped sign: "\%", "\{".
      if (at_ >= tex_.size() ||
          std::string_view("%&#_${}").find(tex_[at_]) == std::string_view::npos) {
        return false;
      }
      return character();
    }
    const auto found =
        std::ranges::find_if(signs, [&](const Pair& pair) { return pair.first == name; });
    if (found == signs.end()) return false;
    out_ += found->second;
    // The space that ends a command's name.
    if (at_ < tex_.size() && tex_[at_] == ' ') ++at_;
    return true;
  }

  bool script(bool is_raised) {
    ++at_;
    std::string_view content = tex_.substr(at_, 1);
    if (content == "{") {
      const std::size_t end = tex_.find('}', at_);
      if (end == std::string_view::npos) return false;
      content = tex_.substr(at_ + 1, end - at_ - 1);
      at_ = end;
    }
    ++at_;
    for (const char c : content) {
      const std::size_t place = scripted.find(c);
      if (place == std::string_view::npos) return false;
      out_ += (is_raised ? raised : lowered)[place];
    }
    return !content.empty();
  }

  std::string_view tex_;
  std::size_t at_ = 0;
  std::string out_;
};

}  // namespace

std::optional<std::string> plain_formula(std::string_view tex) { return Formula(tex).text(); }

}  // namespace pressmark::records
