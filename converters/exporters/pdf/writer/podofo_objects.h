// converters/exporters/pdf/writer/podofo_objects.h: the adapter to PoDoFo, whose headers only its
// .cpp includes, so that a change of PoDoFo's version costs one file.
//
// PoDoFo serialises values; the file around them is file_assembler's. No PdfMemDocument and no
// object list: they read the clock and the time zone, are not safe in several threads, and their
// writer makes neither object streams nor a PDF/A header. Each call builds its own PoDoFo values
// and drops them, so documents in different threads share none.
#pragma once

#include "converters/exporters/pdf/writer/value.h"
#include "core/base/result.h"

namespace pressmark::pdf {

// The PDF syntax of a value, compact and without a line end after it. Fails with
// ErrorKind::internal where PoDoFo refuses it.
Result<Bytes> serialise(const Value& value);

}  // namespace pressmark::pdf
