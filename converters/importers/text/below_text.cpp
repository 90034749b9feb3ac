#include "converters/importers/text/below_text.h"

#include <algorithm>
#include <string>

#include "converters/importers/text/characters.h"
#include "core/base/utf8.h"

namespace pressmark::plain_text {

// "© Agence France-Presse", "Copyright 2024 ...": whose it is.
bool is_copyright_notice(std::string_view words) {
  constexpr std::size_t longest = 600;
  if (words.size() > longest) return false;
  const std::string folded = fold(utf8::prefix(words, 40));
  for (const std::string_view start :
       {"©", "(c) ", "ⓒ", "copyright ", "all rights reserved", "alle rechte vorbehalten",
        "tous droits réservés", "todos los derechos reservados", "todos os direitos reservados",
        "tutti i diritti riservati", "все права защищены", "版权所有", "版權所有"}) {
    if (folded.starts_with(start)) return true;
  }
  return false;
}

// The brackets at the end of a paragraph, with the number of a wire behind them; empty for none.
std::string_view credit_at_end(std::string_view words) {
  while (!words.empty() && is_ascii_digit(static_cast<unsigned char>(words.back()))) {
    words.remove_suffix(1);
  }
  if (!words.ends_with(')') && !words.ends_with("）")) return {};
  const std::size_t ascii = words.rfind('(');
  const std::size_t wide = words.rfind("（");
  const std::size_t open = ascii == words.npos  ? wide
                           : wide == words.npos ? ascii
                                                : std::max(ascii, wide);
  return open == words.npos ? std::string_view() : words.substr(open);
}

std::optional<LabelledWords> label_below(std::string_view words) {
  constexpr std::size_t longest = 200;
  constexpr std::size_t longest_label = 40;
  const std::size_t ascii = words.find(':');
  const std::size_t wide = words.find("：");
  const std::size_t colon = std::min(ascii, wide);
  if (words.size() > longest || colon == words.npos || colon > longest_label) return {};
  const std::string_view label = trim(words.substr(0, colon));
  const std::string_view value = trim(words.substr(colon + (ascii < wide ? 1 : 3)));
  const auto kind = kind_of_label(label);
  if (value.empty() || (kind != FieldKind::source && kind != FieldKind::keywords)) return {};
  if (kind == FieldKind::source && ends_sentence(value)) return {};
  return LabelledWords{*kind, label, value};
}

}  // namespace pressmark::plain_text
