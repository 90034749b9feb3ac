#include "converters/importers/markdown/fragments.h"

#include <unicode/uchar.h>

#include "core/base/utf8.h"

namespace pressmark::markdown {

std::string Fragments::name(std::string_view heading) {
  std::string name;
  for (std::size_t i = 0; i < heading.size();) {
    const utf8::Decoded c = utf8::decode(heading, i);
    i += static_cast<std::size_t>(c.size);
    const auto code = static_cast<UChar32>(c.code_point);
    constexpr unsigned kept = U_GC_L_MASK | U_GC_M_MASK | U_GC_N_MASK;
    if (code == ' ') {
      name += '-';
    } else if (code == '-' || code == '_' || (U_GET_GC_MASK(code) & kept) != 0) {
      utf8::append(name, static_cast<char32_t>(u_tolower(code)));
    }
  }
  const int before = given_[name]++;
  if (before > 0) name += "-" + std::to_string(before);
  return name;
}

}  // namespace pressmark::markdown
