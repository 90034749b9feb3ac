// converters/exporters/pdf/format.h: the row of PDF in the table of formats.
#pragma once

#include <functional>
#include <memory>
#include <vector>

#include "converters/exporters/pdf/fonts/font_libraries.h"
#include "converters/exporters/pdf/writer/attachments.h"
#include "core/pipeline/format.h"

namespace pressmark::pdf {

// Makes the files to embed. PDF knows no other format, so the table of formats brings them along.
using MakeAttachments =
    std::function<Result<std::vector<Attachment>>(const Document& article, Context& context)>;

// `libraries` are the fonts to set with. `make_attachments` may be empty: then nothing is ever
// attached.
Format format(std::shared_ptr<FontLibraries> libraries, MakeAttachments make_attachments = {});

}  // namespace pressmark::pdf
