// converters/common/encoding_labels.h: the names of character encodings, as one table.
#pragma once

#include <optional>
#include <string_view>

namespace pressmark {

// The encoding's name behind a label of the WHATWG Encoding standard (4.2), white space around it
// and letter case ignored; also of the DOS code pages 437, 850, 852, 855 and 857 and of UTF-32,
// which the standard leaves out and archives hold. Absent for any other label. The view is of
// static storage.
std::optional<std::string_view> find_encoding(std::string_view label);

// The name of ICU's converter that decodes an encoding as find_encoding() names it; empty for those
// that are decoded without ICU (UTF-8, UTF-16, UTF-32, ISO-8859-16, x-user-defined, replacement).
std::string_view icu_converter_name(std::string_view encoding);

}  // namespace pressmark
