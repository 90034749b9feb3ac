// converters/archive/normal_form.h: Unicode's NFC, in which the archive writes names and compares
// texts.
#pragma once

#include <string>
#include <string_view>

namespace pressmark::archive {

// Valid UTF-8 text in Normalization Form C (UAX #15), as ICU makes it.
std::string normal_form(std::string_view text);

}  // namespace pressmark::archive
