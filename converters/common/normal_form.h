// converters/common/normal_form.h: Unicode's NFC, in which names are written and texts
// compared.
#pragma once

#include <string>
#include <string_view>

namespace pressmark {

// Valid UTF-8 text in Normalization Form C (UAX #15), as ICU makes it.
std::string normal_form(std::string_view text);

}  // namespace pressmark
