// converters/common/image_svg.h: what a scalable image says of itself, told from its start tag.
#pragma once

#include <optional>
#include <string_view>

#include "converters/common/image.h"

namespace pressmark {

// Absent where the octets are no XML whose root element is `svg`. The size is the width and height
// attributes in CSS pixels, else the size of the viewBox, else 0; XML that is damaged behind the
// start tag is not noticed.
std::optional<ImageInfo> inspect_svg(std::string_view octets);

}  // namespace pressmark
