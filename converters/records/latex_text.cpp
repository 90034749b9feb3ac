#include "converters/records/latex_text.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "converters/common/normal_form.h"
#include "converters/records/latex_math.h"
#include "core/base/utf8.h"

namespace pressmark::records {
namespace {

using Pair = std::pair<std::string_view, std::string_view>;

// Commands that stand for a letter or a character.
constexpr std::array characters = {
    Pair{"ss", "ß"},
    Pair{"SS", "ẞ"},
    Pair{"ae", "æ"},
    Pair{"AE", "Æ"},
    Pair{"oe", "œ"},
    Pair{"OE", "Œ"},
    Pair{"o", "ø"},
    Pair{"O", "Ø"},
    Pair{"l", "ł"},
    Pair{"L", "Ł"},
    Pair{"aa", "å"},
    Pair{"AA", "Å"},
    Pair{"i", "i"},
    Pair{"j", "j"},
    Pair{"dh", "ð"},
    Pair{"DH", "Ð"},
    Pair{"dj", "đ"},
    Pair{"DJ", "Đ"},
    Pair{"th", "þ"},
    Pair{"TH", "Þ"},
    Pair{"ng", "ŋ"},
    Pair{"NG", "Ŋ"},
    Pair{"textbackslash", "\\"},
    Pair{"textbraceleft", "{"},
    Pair{"textbraceright", "}"},
    Pair{"lbrace", "{"},
    Pair{"rbrace", "}"},
    Pair{"textasciitilde", "~"},
    Pair{"textasciicircum", "^"},
    Pair{"textless", "<"},
    Pair{"textgreater", ">"},
    Pair{"textbar", "|"},
    Pair{"textunderscore", "_"},
    Pair{"textdollar", "$"},
    Pair{"textquotedbl", "\""},
    Pair{"textquotesingle", "'"},
    Pair{"textquoteleft", "‘"},
    Pair{"textquoteright", "’"},
    Pair{"textquotedblleft", "“"},
    Pair{"textquotedblright", "”"},
    Pair{"guillemotleft", "«"},
    Pair{"guillemotright", "»"},
    Pair{"quotedblbase", "„"},
    Pair{"textendash", "–"},
    Pair{"textemdash", "—"},
    Pair{"textellipsis", "…"},
    Pair{"ldots", "…"},
    Pair{"dots", "…"},
    Pair{"textdegree", "°"},
    Pair{"texteuro", "€"},
    Pair{"euro", "€"},
    Pair{"pounds", "£"},
    Pair{"textsterling", "£"},
    Pair{"copyright", "©"},
    Pair{"textcopyright", "©"},
    Pair{"textregistered", "®"},
    Pair{"texttrademark", "™"},
    Pair{"S", "§"},
    Pair{"P", "¶"},
    Pair{"dag", "†"},
    Pair{"ddag", "‡"},
    Pair{"textexclamdown", "¡"},
    Pair{"textquestiondown", "¿"},
    Pair{"TeX", "TeX"},
    Pair{"LaTeX", "LaTeX"},
    Pair{"BibTeX", "BibTeX"},
    Pair{"slash", "/"},
};

// The combining mark (Unicode) behind the letter for an accent command.
std::string_view combining_mark(std::string_view command) {
  constexpr std::array marks = {Pair{"`", "\u0300"},
                                Pair{"'", "\u0301"},
                                Pair{"^", "\u0302"},
                                Pair{"~", "\u0303"},
                                Pair{"=", "\u0304"},
                                Pair{"u", "\u0306"},
                                Pair{".", "\u0307"},
                                Pair{"\"", "\u0308"},
                                Pair{"r", "\u030A"},
                                Pair{"H", "\u030B"},
                                Pair{"v", "\u030C"},
                                Pair{"d", "\u0323"},
                                Pair{"c", "\u0327"},
                                Pair{"k", "\u0328"},
                                Pair{"b", "\u0331"},
                                Pair{"t", "\u0361"},
                                Pair{"G", "\u030F"},
                                Pair{"h", "\u0309"},
                                Pair{"textcommabelow", "\u0326"}};
  const auto found =
      std::ranges::find_if(marks, [&](const Pair& pair) { return pair.first == command; });
  return found == marks.end() ? std::string_view() : found->second;
}

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

// One pass over the source; nesting needs no stack, for braces are dropped where they stand.
class Converter {
 public:
  explicit Converter(std::string_view tex) : tex_(tex) {}

  std::string convert() {
    while (at_ < tex_.size()) step();
    return std::move(out_);
  }

 private:
  void step() {
    const char c = tex_[at_];
    if (c == '\\') {
      command();
    } else if (c == '{' || c == '}') {
      ++at_;
    } else if (c == '$') {
      formula();
    } else if (is_space(c) || c == '~') {
      ++at_;
      if (!out_.empty() && out_.back() != ' ') out_ += ' ';
    } else if (take("---")) {
      out_ += "—";
    } else if (take("--")) {
      out_ += "–";
    } else if (take("``")) {
      out_ += "“";
    } else if (take("''")) {
      out_ += "”";
    } else {
      character();
    }
  }

  // "$...$" or "$$...$$": as text where that says the same, else as it is. A dollar sign alone is
  // one.
  void formula() {
    const std::string_view sign = tex_.substr(at_).starts_with("$$") ? "$$" : "$";
    const std::size_t start = at_ + sign.size();
    std::size_t end = tex_.find(sign, start);
    while (end != std::string_view::npos && tex_[end - 1] == '\\') end = tex_.find(sign, end + 1);
    if (end == std::string_view::npos || end == start) {
      out_ += sign;
      at_ = start;
      return;
    }
    const std::string_view content = tex_.substr(start, end - start);
    const std::optional<std::string> plain = plain_formula(content);
    out_ += plain ? *plain : std::string(sign).append(content).append(sign);
    at_ = end + sign.size();
  }

  bool take(std::string_view ligature) {
    if (!tex_.substr(at_).starts_with(ligature)) return false;
    at_ += ligature.size();
    return true;
  }

  void character() {
    const auto size = static_cast<std::size_t>(utf8::decode(tex_, at_).size);
    out_ += tex_.substr(at_, size);
    at_ += size;
  }

  void command() {
    ++at_;
    if (at_ >= tex_.size()) return;
    const std::size_t start = at_;
    if (is_letter(tex_[at_])) {
      while (at_ < tex_.size() && is_letter(tex_[at_])) ++at_;
    } else {
      at_ += static_cast<std::size_t>(utf8::decode(tex_, at_).size);
    }
    const std::string_view name = tex_.substr(start, at_ - start);
    const bool word = is_letter(name.front());
    if (const std::string_view mark = combining_mark(name); !mark.empty()) {
      if (accent(mark)) return;
    }
    if (word) {
      while (at_ < tex_.size() && is_space(tex_[at_])) ++at_;
      const auto found =
          std::ranges::find_if(characters, [&](const Pair& pair) { return pair.first == name; });
      if (found != characters.end()) out_ += found->second;
    } else if (name == " " || name == "\n" || name == "," || name == ";" || name == "\\") {
      if (!out_.empty() && out_.back() != ' ') out_ += ' ';
    } else if (name != "-" && name != "/" && name != "(" && name != ")") {
      out_ += name;
    }
  }

  // The letter that an accent stands over, in braces or not, itself perhaps a command (\i, \o).
  bool accent(std::string_view mark) {
    const std::size_t back = at_;
    while (at_ < tex_.size() && (is_space(tex_[at_]) || tex_[at_] == '{')) ++at_;
    std::string letter;
    if (at_ < tex_.size() && tex_[at_] == '\\') {
      std::size_t end = at_ + 1;
      while (end < tex_.size() && is_letter(tex_[end])) ++end;
      const std::string_view name = tex_.substr(at_ + 1, end - at_ - 1);
      const auto found =
          std::ranges::find_if(characters, [&](const Pair& pair) { return pair.first == name; });
      if (found != characters.end()) {
        letter = found->second;
        at_ = end;
      }
    } else if (at_ < tex_.size() && tex_[at_] != '}') {
      const auto size = static_cast<std::size_t>(utf8::decode(tex_, at_).size);
      letter = tex_.substr(at_, size);
      at_ += size;
    }
    if (letter.empty()) {
      // "\^{}" shows the accent alone.
      at_ = back;
      return false;
    }
    out_ += letter;
    out_ += mark;
    return true;
  }

  std::string_view tex_;
  std::size_t at_ = 0;
  std::string out_;
};

}  // namespace

std::string latex_to_text(std::string_view tex) {
  std::string text = Converter(tex).convert();
  while (!text.empty() && text.back() == ' ') text.pop_back();
  // Only accents made of commands need composing; other text stays as the file has it.
  return tex.find('\\') == std::string_view::npos ? text : utf8::to_text(normal_form(text));
}

std::string latex_to_verbatim(std::string_view tex) {
  while (!tex.empty() && is_space(tex.front())) tex.remove_prefix(1);
  while (!tex.empty() && is_space(tex.back())) tex.remove_suffix(1);
  if (tex.starts_with("\\url{") && tex.ends_with('}')) tex = tex.substr(4);
  while (tex.size() >= 2 && tex.front() == '{' && tex.back() == '}') {
    tex = tex.substr(1, tex.size() - 2);
  }
  std::string out;
  for (std::size_t i = 0; i < tex.size(); ++i) {
    const bool escaped = tex[i] == '\\' && i + 1 < tex.size() &&
                         std::string_view("_%&#~${}").find(tex[i + 1]) != std::string_view::npos;
    if (!escaped && !is_space(tex[i])) out += tex[i];
  }
  return out;
}

}  // namespace pressmark::records
