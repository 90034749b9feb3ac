// converters/checkers/pdf/filters.h: the octets behind a stream's filters (ISO 32000-1, 7.4).
#pragma once

#include <cstddef>
#include <string_view>

#include "converters/checkers/pdf/object.h"
#include "core/base/result.h"

namespace pressmark::pdf_check {

// FlateDecode with its predictors. `parameters` is the filter's dictionary or the null object; its
// values are direct objects. Fails with ErrorKind::unrecognised for damaged data, with
// ErrorKind::limit for more than `most` octets.
Result<Bytes> unpack_flate(std::string_view packed, const Object& parameters, std::size_t most);

// ASCIIHexDecode.
Bytes unpack_hexadecimal(std::string_view packed);

}  // namespace pressmark::pdf_check
