// converters/exporters/pdf/writer/tagged_writer.h: a layout to the octets of a PDF file that keeps
// PDF/A and PDF/UA.
#pragma once

#include <vector>

#include "converters/exporters/pdf/layout/page.h"
#include "converters/exporters/pdf/writer/attachments.h"
#include "converters/exporters/pdf/writer/profile.h"
#include "core/base/result.h"
#include "core/model/document.h"
#include "core/pipeline/context.h"

namespace pressmark::pdf {

// Writes `layout`, which was made of `article`: its metadata and images are the article's, scaled
// to `dots_per_inch` as embed_images() does. Equal arguments give equal bytes. Glyphs and images
// that cannot be shown are reported. Fails where a font cannot be embedded, or a library reports an
// error.
Result<Bytes> write_tagged(const Layout& layout, const Document& article, Profile profile,
                           const std::vector<Attachment>& attachments, int dots_per_inch,
                           Context& context);

}  // namespace pressmark::pdf
