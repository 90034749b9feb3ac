// converters/exporters/pdf/format.h: the row of PDF in the table of formats.
#pragma once

#include <functional>
#include <vector>

#include "converters/exporters/pdf/writer/attachments.h"
#include "core/pipeline/format.h"

namespace pressmark::pdf {

// Makes the files to embed. PDF knows no other format, so the table of formats brings them along.
using MakeAttachments =
    std::function<Result<std::vector<Attachment>>(const Document& article, Context& context)>;

// `make_attachments` may be empty: then nothing is ever attached.
Format format(MakeAttachments make_attachments = {});

}  // namespace pressmark::pdf
