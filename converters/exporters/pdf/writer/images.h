// converters/exporters/pdf/writer/images.h: the images of a layout as objects of the file.
#pragma once

#include <functional>
#include <map>

#include "converters/exporters/pdf/layout/page.h"
#include "converters/exporters/pdf/writer/content_stream.h"
#include "converters/exporters/pdf/writer/file_assembler.h"
#include "core/model/resources.h"
#include "core/pipeline/context.h"

namespace pressmark::pdf {

struct EmbeddedImages {
  std::map<ResourceId, ImageUse, std::less<>> uses;
  std::map<ResourceId, Reference, std::less<>> objects;
};

// Adds one object for each image that the pages place, however often. JPEG and PNG are passed
// through where PDF reads them as they are, else the image is decoded and stored without loss, or
// as JPEG where it came with loss. An image that cannot be decoded is reported and left out.
//
// An image that has over a tenth more than `dots_per_inch` where it is largest is scaled down to
// them and reported, unless that makes it no smaller in octets; 0: none is.
EmbeddedImages embed_images(const Layout& layout, const Resources& resources, int dots_per_inch,
                            FileAssembler& file, Context& context);

}  // namespace pressmark::pdf
