#include "converters/exporters/pdf/format.h"

#include <string>
#include <utility>

#include "converters/exporters/pdf/layout/codes.h"
#include "converters/exporters/pdf/options.h"
#include "converters/exporters/pdf/pdf.h"
#include "converters/exporters/pdf/writer/codes.h"

namespace pressmark::pdf {
Format format(std::shared_ptr<FontLibraries> libraries, MakeAttachments make_attachments) {
  const auto write =
      [libraries = std::move(libraries), make_attachments = std::move(make_attachments)](
          const Document& article, const OptionValues& values, Context& context) -> Result<Bytes> {
    Result<ParsedOptions> parsed = parse_options(values, context.environment);
    if (!parsed) return parsed.error();
    Options& options = parsed->options;
    if (parsed->attach && make_attachments && options.profile != Profile::archive_2a) {
      Result<std::vector<Attachment>> attachments = make_attachments(article, context);
      if (!attachments) return attachments.error();
      options.attachments = std::move(*attachments);
    }
    return export_pdf(article, options, libraries->find(parsed->font_folder), context);
  };
  return {.name = "pdf",
          .title = "PDF/A and PDF/UA, typeset and tagged",
          .media_type = "application/pdf",
          .extensions = {"pdf"},
          .binary = true,
          .read = nullptr,
          .write = write,
          .write_options = option_list(),
          .codes = {&missing_glyph, &no_hyphenation, &missing_image, &no_alternative_text,
                    &code_undecodable_image, &code_image_scaled, &code_missing_glyph}};
}

}  // namespace pressmark::pdf
