#include "converters/exporters/pdf/pdf.h"

#include "converters/exporters/pdf/layout/layout.h"
#include "converters/exporters/pdf/writer/tagged_writer.h"

namespace pressmark::pdf {
namespace {

// PDF/A-4f is for files with attachments only (PDF/A-4, 6.9).
Profile profile_of(const Options& options) {
  const bool attaches = !options.attachments.empty();
  if (!options.profile) return attaches ? Profile::archive_3a : Profile::archive_2a;
  if (*options.profile == Profile::archive_4f && !attaches) return Profile::archive_4;
  return *options.profile;
}

}  // namespace

Result<Bytes> export_pdf(const Document& article, const Options& options, FontLibrary& fonts,
                         Context& context) {
  const Result<Layout> layout = lay_out(article, options.style, fonts, context);
  if (!layout) return layout.error();
  const Profile profile = profile_of(options);
  static const std::vector<Attachment> none;
  return write_tagged(*layout, article, profile,
                      allows_attachments(profile) ? options.attachments : none, context);
}

}  // namespace pressmark::pdf
