// Formulas as MathML.
#include "converters/common/math_line.h"
#include "converters/common/mathml.h"
#include "converters/common/tex_math.h"
#include "converters/common/white_space.h"
#include "converters/common/xhtml_body.h"

namespace pressmark::xhtml {
namespace {

constexpr std::string_view mathml_namespace = "http://www.w3.org/1998/Math/MathML";

// The formula's MathML, else that of its TeX, as far as either can be shown.
std::optional<CleanMathml> presentation_of(const Formula& node) {
  std::optional<CleanMathml> shown;
  if (!node.mathml.empty()) shown = clean_mathml(node.mathml);
  if (shown || node.tex.empty()) return shown;
  const std::optional<Bytes> made = tex_to_mathml(node.tex);
  return made ? clean_mathml(*made) : std::nullopt;
}

std::string without_spaces(std::string text) {
  std::erase(text, ' ');
  return text;
}

// What is read where MathML is not: words that somebody wrote for it, else the TeX, else a line
// that says what the markup means. A plain text that is the TeX, or the bare characters of the
// markup ("n2" of a square), says less than these.
std::string alternative_of(const Formula& node, const CleanMathml& shown) {
  const std::string tex = collapse_space(node.tex);
  const std::string plain = collapse_space(node.plain);
  if (!plain.empty() && plain != tex && without_spaces(plain) != without_spaces(shown.text))
    return plain;
  if (!tex.empty()) return tex;
  const std::string line = math_text(math_line("<math xmlns=\"" + std::string(mathml_namespace) +
                                               "\">" + shown.content + "</math>"));
  return line.empty() ? shown.text : line;
}

}  // namespace

void BodyWriter::formula(const Inline& item, const Formula& node) {
  const std::optional<CleanMathml> shown = presentation_of(node);
  if (!shown) {
    const std::string& words = !node.plain.empty() ? node.plain : node.tex;
    host_.report(Finding::formula_as_text, item.from, words);
    start(node.plain.empty() ? "code" : "span", item);
    class_name(node.display ? "formula display" : "formula");
    out_->text(words);
    end();
    return;
  }
  const std::string words = alternative_of(node, *shown);
  if (shown->repaired) host_.report(Finding::formula_repaired, item.from, words);
  ++counts_.formulas;
  out_->start("math").attribute("xmlns", mathml_namespace);
  out_->attribute_if("id", item.id);
  if (node.display) out_->attribute("display", "block");
  out_->attribute_if("alttext", words);
  out_->raw(shown->content);
  end();
}

}  // namespace pressmark::xhtml
