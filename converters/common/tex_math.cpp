#include "converters/common/tex_math.h"

#include <algorithm>
#include <array>
#include <utility>

#include "core/base/utf8.h"

namespace pressmark {
namespace {

constexpr std::size_t most_octets = 20'000;
constexpr int deepest = 50;

struct Entry {
  std::string_view name;
  std::string_view value;
};

// Letters and signs that stand for themselves: set as variables.
constexpr std::array letters = {
    Entry{"alpha", "α"},    Entry{"beta", "β"},   Entry{"gamma", "γ"},   Entry{"delta", "δ"},
    Entry{"epsilon", "ϵ"},  Entry{"zeta", "ζ"},   Entry{"eta", "η"},     Entry{"theta", "θ"},
    Entry{"iota", "ι"},     Entry{"kappa", "κ"},  Entry{"lambda", "λ"},  Entry{"mu", "μ"},
    Entry{"nu", "ν"},       Entry{"xi", "ξ"},     Entry{"pi", "π"},      Entry{"rho", "ρ"},
    Entry{"sigma", "σ"},    Entry{"tau", "τ"},    Entry{"upsilon", "υ"}, Entry{"phi", "ϕ"},
    Entry{"chi", "χ"},      Entry{"psi", "ψ"},    Entry{"omega", "ω"},   Entry{"varepsilon", "ε"},
    Entry{"vartheta", "ϑ"}, Entry{"varphi", "φ"}, Entry{"varrho", "ϱ"},  Entry{"varsigma", "ς"},
    Entry{"ell", "ℓ"},      Entry{"hbar", "ℏ"},   Entry{"imath", "ı"},   Entry{"jmath", "ȷ"},
};
// The same, upright.
constexpr std::array upright = {
    Entry{"Gamma", "Γ"},   Entry{"Delta", "Δ"},    Entry{"Theta", "Θ"},    Entry{"Lambda", "Λ"},
    Entry{"Xi", "Ξ"},      Entry{"Pi", "Π"},       Entry{"Sigma", "Σ"},    Entry{"Upsilon", "Υ"},
    Entry{"Phi", "Φ"},     Entry{"Psi", "Ψ"},      Entry{"Omega", "Ω"},    Entry{"infty", "∞"},
    Entry{"partial", "∂"}, Entry{"nabla", "∇"},    Entry{"emptyset", "∅"}, Entry{"varnothing", "∅"},
    Entry{"Re", "ℜ"},      Entry{"Im", "ℑ"},       Entry{"aleph", "ℵ"},    Entry{"degree", "°"},
    Entry{"ldots", "…"},   Entry{"dots", "…"},     Entry{"cdots", "⋯"},    Entry{"prime", "′"},
    Entry{"angle", "∠"},   Entry{"triangle", "△"}, Entry{"%", "%"},        Entry{"$", "$"},
    Entry{"#", "#"},       Entry{"&", "&"},        Entry{"_", "_"},
};
constexpr std::array operators = {
    Entry{"times", "×"},
    Entry{"cdot", "·"},
    Entry{"div", "÷"},
    Entry{"pm", "±"},
    Entry{"mp", "∓"},
    Entry{"le", "≤"},
    Entry{"leq", "≤"},
    Entry{"leqslant", "≤"},
    Entry{"ge", "≥"},
    Entry{"geq", "≥"},
    Entry{"geqslant", "≥"},
    Entry{"ne", "≠"},
    Entry{"neq", "≠"},
    Entry{"approx", "≈"},
    Entry{"equiv", "≡"},
    Entry{"sim", "∼"},
    Entry{"simeq", "≃"},
    Entry{"cong", "≅"},
    Entry{"propto", "∝"},
    Entry{"ll", "≪"},
    Entry{"gg", "≫"},
    Entry{"to", "→"},
    Entry{"rightarrow", "→"},
    Entry{"leftarrow", "←"},
    Entry{"leftrightarrow", "↔"},
    Entry{"Rightarrow", "⇒"},
    Entry{"Leftarrow", "⇐"},
    Entry{"implies", "⇒"},
    Entry{"Leftrightarrow", "⇔"},
    Entry{"iff", "⇔"},
    Entry{"mapsto", "↦"},
    Entry{"in", "∈"},
    Entry{"notin", "∉"},
    Entry{"ni", "∋"},
    Entry{"subset", "⊂"},
    Entry{"subseteq", "⊆"},
    Entry{"supset", "⊃"},
    Entry{"supseteq", "⊇"},
    Entry{"cup", "∪"},
    Entry{"cap", "∩"},
    Entry{"setminus", "∖"},
    Entry{"wedge", "∧"},
    Entry{"land", "∧"},
    Entry{"vee", "∨"},
    Entry{"lor", "∨"},
    Entry{"neg", "¬"},
    Entry{"lnot", "¬"},
    Entry{"forall", "∀"},
    Entry{"exists", "∃"},
    Entry{"oplus", "⊕"},
    Entry{"otimes", "⊗"},
    Entry{"circ", "∘"},
    Entry{"ast", "∗"},
    Entry{"star", "⋆"},
    Entry{"bullet", "∙"},
    Entry{"mid", "∣"},
    Entry{"parallel", "∥"},
    Entry{"perp", "⊥"},
    Entry{"sum", "∑"},
    Entry{"prod", "∏"},
    Entry{"int", "∫"},
    Entry{"iint", "∬"},
    Entry{"oint", "∮"},
    Entry{"bigcup", "⋃"},
    Entry{"bigcap", "⋂"},
    Entry{"langle", "⟨"},
    Entry{"rangle", "⟩"},
    Entry{"lfloor", "⌊"},
    Entry{"rfloor", "⌋"},
    Entry{"lceil", "⌈"},
    Entry{"rceil", "⌉"},
    Entry{"{", "{"},
    Entry{"}", "}"},
    Entry{"lbrace", "{"},
    Entry{"rbrace", "}"},
    Entry{"|", "∥"},
    Entry{"vert", "|"},
    Entry{"Vert", "∥"},
    Entry{"colon", ":"},
};
constexpr std::array<std::string_view, 27> functions = {
    "sin",  "cos",  "tan",  "cot", "sec", "csc", "arcsin", "arccos", "arctan",
    "sinh", "cosh", "tanh", "log", "ln",  "lg",  "exp",    "lim",    "limsup",
    "max",  "min",  "sup",  "inf", "det", "dim", "gcd",    "arg",    "Pr"};
constexpr std::array accents = {Entry{"hat", "^"},       Entry{"widehat", "^"}, Entry{"bar", "¯"},
                                Entry{"overline", "¯"},  Entry{"vec", "→"},     Entry{"tilde", "~"},
                                Entry{"widetilde", "~"}, Entry{"dot", "˙"},     Entry{"ddot", "¨"}};
// Commands that say how large or how tight something is: nothing is left of them on a line.
constexpr std::array<std::string_view, 21> ignored = {
    "displaystyle", "textstyle", "scriptstyle", "limits", "nolimits", "left",     "right",
    "big",          "Big",       "bigg",        "Bigg",   "bigl",     "bigr",     "Bigl",
    "Bigr",         "biggl",     "biggr",       "middle", "!",        "nonumber", "notag"};
constexpr std::array<std::string_view, 8> spaces = {",", ";",    ":",     " ",
                                                    ">", "quad", "qquad", "thinspace"};

template <std::size_t n>
std::string_view find_in(const std::array<Entry, n>& table, std::string_view name) {
  const auto* found = std::ranges::find(table, name, &Entry::name);
  return found == table.end() ? std::string_view() : found->value;
}

template <std::size_t n>
bool has(const std::array<std::string_view, n>& list, std::string_view name) {
  return std::ranges::find(list, name) != list.end();
}

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_white(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

Bytes escaped(std::string_view text) {
  Bytes out;
  for (const char c : text) {
    if (c == '&') {
      out += "&amp;";
    } else if (c == '<') {
      out += "&lt;";
    } else if (c == '>') {
      out += "&gt;";
    } else {
      out += c;
    }
  }
  return out;
}

Bytes element(std::string_view name, std::string_view content) {
  return "<" + Bytes(name) + ">" + Bytes(content) + "</" + Bytes(name) + ">";
}

class Reader {
 public:
  explicit Reader(std::string_view tex) : tex_(tex) {}

  std::optional<Bytes> read() {
    const Bytes content = row(0);
    if (failed_ || at_ < tex_.size() || content.empty()) return std::nullopt;
    return "<math xmlns=\"http://www.w3.org/1998/Math/MathML\">" + content + "</math>";
  }

 private:
  void skip_white() {
    while (at_ < tex_.size() && is_white(tex_[at_])) ++at_;
  }
  bool stands(char c) {
    skip_white();
    return at_ < tex_.size() && tex_[at_] == c;
  }
  Bytes fail() {
    failed_ = true;
    return {};
  }

  // Up to the end, or to what closes a group.
  Bytes row(int depth) {
    Bytes out;
    if (depth > deepest) return fail();
    for (skip_white(); !failed_ && at_ < tex_.size(); skip_white()) {
      if (tex_[at_] == '}' || (in_option_ && tex_[at_] == ']')) break;
      out += scripted(depth);
    }
    return out;
  }

  // An atom with its scripts and primes.
  Bytes scripted(int depth) {
    Bytes base = stands('^') || stands('_') ? element("mrow", "") : atom(depth);
    Bytes primes;
    while (stands('\'')) {
      ++at_;
      primes += "′";
    }
    std::optional<Bytes> sub;
    std::optional<Bytes> sup;
    while (!failed_ && (stands('^') || stands('_'))) {
      std::optional<Bytes>& script = tex_[at_] == '^' ? sup : sub;
      ++at_;
      if (script) return fail();  // TeX: double superscript
      script = argument(depth);
    }
    if (!primes.empty()) base = element("msup", base + element("mo", primes));
    if (sub && sup) return element("msubsup", base + *sub + *sup);
    if (sub) return element("msub", base + *sub);
    if (sup) return element("msup", base + *sup);
    return base;
  }

  // A group or one atom.
  Bytes argument(int depth) {
    skip_white();
    if (at_ >= tex_.size() || tex_[at_] == '}' || tex_[at_] == '^' || tex_[at_] == '_')
      return fail();
    // In TeX, the argument in x^12 is the 1.
    if (is_digit(tex_[at_])) return element("mn", tex_.substr(at_++, 1));
    return atom(depth);
  }

  Bytes group(int depth) {
    ++at_;
    const bool outer = std::exchange(in_option_, false);
    const Bytes content = row(depth + 1);
    in_option_ = outer;
    if (failed_ || !stands('}')) return fail();
    ++at_;
    return element("mrow", content);
  }

  Bytes atom(int depth) {
    skip_white();
    if (at_ >= tex_.size() || depth > deepest) return fail();
    const char c = tex_[at_];
    if (c == '{') return group(depth);
    if (c == '\\') return command(depth);
    if (c == '&' || c == '%' || c == '#' || c == '$') return fail();
    if (c == '~') {
      ++at_;
      return "<mspace/>";
    }
    if (is_digit(c) || (c == '.' && at_ + 1 < tex_.size() && is_digit(tex_[at_ + 1]))) {
      const std::size_t begin = at_;
      while (at_ < tex_.size() &&
             (is_digit(tex_[at_]) ||
              (tex_[at_] == '.' && at_ + 1 < tex_.size() && is_digit(tex_[at_ + 1])))) {
        ++at_;
      }
      return element("mn", tex_.substr(begin, at_ - begin));
    }
    const utf8::Decoded decoded = utf8::decode(tex_, at_);
    const std::string_view sign = tex_.substr(at_, decoded.size);
    at_ += decoded.size;
    return element(is_letter(c) || decoded.size > 1 ? "mi" : "mo", escaped(sign));
  }

  std::string_view command_name() {
    ++at_;
    const std::size_t begin = at_;
    while (at_ < tex_.size() && is_letter(tex_[at_])) ++at_;
    if (at_ == begin && at_ < tex_.size()) ++at_;
    return tex_.substr(begin, at_ - begin);
  }

  Bytes command(int depth) {
    const std::string_view name = command_name();
    if (const auto letter = find_in(letters, name); !letter.empty()) return element("mi", letter);
    if (const auto sign = find_in(upright, name); !sign.empty()) {
      return "<mi mathvariant=\"normal\">" + escaped(sign) + "</mi>";
    }
    if (const auto sign = find_in(operators, name); !sign.empty()) return element("mo", sign);
    if (has(functions, name)) return element("mi", name) + (stands('(') ? "" : "<mspace/>");
    if (has(spaces, name)) return "<mspace/>";
    if (has(ignored, name)) {
      if (stands('.')) ++at_;  // \left. and \right. show nothing
      return {};
    }
    if (const auto accent = find_in(accents, name); !accent.empty()) {
      return element("mover", argument(depth + 1) + element("mo", accent));
    }
    if (name == "frac" || name == "dfrac" || name == "tfrac" || name == "cfrac") {
      const Bytes above = argument(depth + 1);
      return element("mfrac", above + argument(depth + 1));
    }
    if (name == "binom" || name == "dbinom") {
      const Bytes above = argument(depth + 1);
      return "<mfrac linethickness=\"0\">" + above + argument(depth + 1) + "</mfrac>";
    }
    if (name == "sqrt") return root(depth);
    if (name == "text" || name == "mathrm" || name == "operatorname" || name == "textrm" ||
        name == "mbox" || name == "textit" || name == "textbf") {
      return words();
    }
    if (name == "mathbf" || name == "mathit" || name == "boldsymbol" || name == "mathbb" ||
        name == "mathcal" || name == "mathsf" || name == "bm" || name == "mathfrak") {
      return argument(depth + 1);
    }
    return fail();
  }

  Bytes root(int depth) {
    if (!stands('[')) return element("msqrt", argument(depth + 1));
    ++at_;
    const bool outer = std::exchange(in_option_, true);
    const Bytes index = element("mrow", row(depth + 1));
    in_option_ = outer;
    if (failed_ || !stands(']')) return fail();
    ++at_;
    return element("mroot", argument(depth + 1) + index);
  }

  // Words in braces, with their spaces.
  Bytes words() {
    if (!stands('{')) return fail();
    const std::size_t begin = at_ + 1;
    const std::size_t end = tex_.find('}', begin);
    if (end == std::string_view::npos) return fail();
    const std::string_view text = tex_.substr(begin, end - begin);
    if (text.find_first_of("\\${") != std::string_view::npos) return fail();
    at_ = end + 1;
    Bytes out = element("mtext", escaped(text));
    if (text.starts_with(' ')) out = "<mspace/>" + out;
    if (text.ends_with(' ')) out += "<mspace/>";
    return out;
  }

  std::string_view tex_;
  std::size_t at_ = 0;
  bool in_option_ = false;
  bool failed_ = false;
};

}  // namespace

std::optional<Bytes> tex_to_mathml(std::string_view tex) {
  if (tex.size() > most_octets) return std::nullopt;
  return Reader(tex).read();
}

}  // namespace pressmark
