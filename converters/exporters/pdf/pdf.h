// converters/exporters/pdf/pdf.h: writes a Document as one PDF that keeps PDF/A and PDF/UA.
#pragma once

#include <optional>
#include <vector>

#include "converters/exporters/pdf/fonts/font_library.h"
#include "converters/exporters/pdf/layout/page_style.h"
#include "converters/exporters/pdf/writer/attachments.h"
#include "converters/exporters/pdf/writer/profile.h"
#include "core/base/result.h"
#include "core/model/document.h"
#include "core/pipeline/context.h"

namespace pressmark::pdf {

// What becomes of an image that has neither alternative text nor caption, reported in either case.
enum class Undescribed {
  painted,  // it is an artifact: who cannot see it passes it over
  refused,  // no file is made
};

struct Options {
  PageStyle style = {};
  Undescribed undescribed_images = Undescribed::painted;
  // Absent: PDF/A-3a and PDF/UA-1, or PDF/A-2a and PDF/UA-1 where nothing is attached. A file of
  // PDF/A-4f without attachments is one of PDF/A-4.
  std::optional<Profile> profile = {};
  // To which images are scaled down that have more where they are largest; 0: none is.
  int image_dots_per_inch = 0;
  // Embedded in the file and part of it: the article in other forms, its citation record. None are
  // embedded under a profile that allows none.
  std::vector<Attachment> attachments = {};
};

// Returns the bytes of the .pdf file. Equal arguments and fonts give equal bytes: dates come from
// the Environment or the metadata, the file identifier from the content.
//
// Fails with ErrorKind::unrecognised for an undescribed image where the options say so, with
// ErrorKind::missing_tool where no font is found or one forbids embedding, and with
// ErrorKind::internal where PoDoFo, HarfBuzz or libdeflate report an error.
Result<Bytes> export_pdf(const Document& article, const Options& options, FontLibrary& fonts,
                         Context& context);

}  // namespace pressmark::pdf
