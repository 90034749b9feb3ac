// converters/exporters/pdf/writer/colour_profile.h: the output intent's colour profile.
#pragma once

#include "core/base/result.h"

namespace pressmark::pdf {

// An ICC display profile of version 2.1 (ICC.1:1998-09) for sRGB (IEC 61966-2-1), made by matrix
// and curve. Always the same octets.
Bytes srgb_profile();

}  // namespace pressmark::pdf
