#include "converters/exporters/pdf/pdf.h"

#include "converters/exporters/pdf/layout/layout.h"
#include "converters/exporters/pdf/writer/tagged_writer.h"

namespace pressmark::pdf {

Result<Bytes> export_pdf(const Document& article, const Options& options, FontLibrary& fonts,
                         Context& context) {
  const Result<Layout> layout = lay_out(article, options.style, fonts, context);
  if (!layout) return layout.error();
  const Profile profile = options.profile.value_or(
      options.attachments.empty() ? Profile::archive_2a : Profile::archive_3a);
  static const std::vector<Attachment> none;
  return write_tagged(*layout, article, profile,
                      profile == Profile::archive_2a ? none : options.attachments, context);
}

}  // namespace pressmark::pdf
