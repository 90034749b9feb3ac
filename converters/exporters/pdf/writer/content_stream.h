// converters/exporters/pdf/writer/content_stream.h: what is painted on one page, as a content
// stream (ISO 32000-1, 7.8.2) with every operator in marked content (14.6) or an artifact.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "converters/exporters/pdf/layout/page.h"
#include "converters/exporters/pdf/writer/embedded_fonts.h"
#include "core/base/result.h"

namespace pressmark::pdf {

// How to paint the image of a PlacedImage.
struct ImageUse {
  std::string resource;  // "Im0"
  int orientation = 1;   // EXIF's, 1 to 8: how the stored pixels are turned to stand upright
};

struct ContentStream {
  Bytes operators;
  // The content of each marked-content sequence, by its identifier (MCID). One content can have
  // several of them on a page.
  std::vector<ContentId> marked;
  std::size_t missing_glyphs = 0;  // shown nowhere, as .notdef must not be (PDF/A-3, 6.2.11.8)
};

// `types` has the structure type of each content, for the sequences' tags. An image that is not in
// `images` is drawn as an empty frame.
ContentStream write_content(const Page& page, const EmbeddedFonts& fonts,
                            const std::map<ResourceId, ImageUse, std::less<>>& images,
                            const std::vector<std::string_view>& types);

}  // namespace pressmark::pdf
