// converters/checkers/pdf/check.h: whether a PDF file keeps PDF/A and PDF/UA.
//
// The codes of the findings are "pdfa-" or "pdfua-" with the clause and test that veraPDF has for
// the rule in ISO 19005-3 (PDF/A-3) and ISO 14289-1 (PDF/UA-1); where PDF/A-4 or PDF/UA-2 ask for
// the same, the code is the same, and "pdfa4-" or "pdfua2-" mark what only they ask for.
// docs/formats/pdf.md lists the rules.
#pragma once

#include <string_view>

#include "converters/common/check_report.h"
#include "core/base/result.h"

namespace pressmark::pdf_check {

// Checks for the standards that the file claims, and for PDF/A-3a and PDF/UA-1 (PDF/A-4f and
// PDF/UA-2 in files of PDF 2.0) where it claims none. A file that cannot be taken apart has the one
// finding "pdf-syntax". Fails with ErrorKind::unrecognised for octets without a PDF header, with
// ErrorKind::limit for a file whose streams unpack to more than 512 MiB.
Result<CheckReport> check_pdf(std::string_view octets);

}  // namespace pressmark::pdf_check
