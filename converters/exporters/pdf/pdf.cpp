#include "converters/exporters/pdf/pdf.h"

#include <algorithm>

#include "converters/exporters/pdf/layout/layout.h"
#include "converters/exporters/pdf/writer/structure.h"
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

std::optional<Error> find_undescribed(const Layout& layout) {
  const auto found = std::find_if(layout.elements.begin(), layout.elements.end(), is_undescribed);
  if (found == layout.elements.end()) return std::nullopt;
  std::string message = "an image has no alternative text and no caption";
  if (found->from.known()) message += " (line " + std::to_string(found->from.line) + ")";
  return Error(ErrorKind::unrecognised, message,
               "describe it in the source, or set undescribed-images to artifact");
}

}  // namespace

Result<Bytes> export_pdf(const Document& article, const Options& options, FontLibrary& fonts,
                         Context& context) {
  const Result<Layout> layout = lay_out(article, options.style, fonts, context);
  if (!layout) return layout.error();
  if (options.undescribed_images == Undescribed::refused) {
    if (const auto error = find_undescribed(*layout)) return *error;
  }
  const Profile profile = profile_of(options);
  static const std::vector<Attachment> none;
  return write_tagged(*layout, article, profile,
                      allows_attachments(profile) ? options.attachments : none,
                      options.image_dots_per_inch, context);
}

}  // namespace pressmark::pdf
