#include "converters/exporters/pdf/format.h"

#include <map>
#include <memory>
#include <mutex>
#include <string>

#include "converters/exporters/pdf/layout/codes.h"
#include "converters/exporters/pdf/options.h"
#include "converters/exporters/pdf/pdf.h"
#include "converters/exporters/pdf/writer/codes.h"

namespace pressmark::pdf {
namespace {

// Fonts are opened once for all documents of a process: a third of a small file's time.
class FontLibraries {
 public:
  // The machine's fonts where `folder` is empty.
  FontLibrary& find(const std::string& folder) {
    const std::lock_guard lock(mutex_);
    std::unique_ptr<FontLibrary>& library = by_folder_[folder];
    if (!library) {
      library =
          std::make_unique<FontLibrary>(folder.empty() ? system_fonts() : folder_fonts(folder));
    }
    return *library;
  }

 private:
  std::mutex mutex_;
  std::map<std::string, std::unique_ptr<FontLibrary>> by_folder_;
};

}  // namespace

Format format(MakeAttachments make_attachments) {
  const auto libraries = std::make_shared<FontLibraries>();
  const auto write = [libraries, make_attachments = std::move(make_attachments)](
                         const Document& article, const OptionValues& values,
                         Context& context) -> Result<Bytes> {
    Result<ParsedOptions> parsed = parse_options(values);
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
                    &code_undecodable_image, &code_missing_glyph}};
}

}  // namespace pressmark::pdf
