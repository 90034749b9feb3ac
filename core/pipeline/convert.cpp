#include "core/pipeline/convert.h"

#include "core/transforms/join_text.h"
#include "core/transforms/settle_metadata.h"

namespace pressmark {

Result<Document> import_article(const Source& source, const Format& format,
                                const OptionValues& options, Context& context) {
  if (!format.read) {
    return Error(ErrorKind::usage, "format '" + std::string(format.name) + "' cannot be read",
                 "'pressmark formats' lists those that can");
  }
  if (source.bytes.size() > context.limits.input_bytes) {
    return Error(ErrorKind::limit,
                 "'" + source.name + "' has " + std::to_string(source.bytes.size()) +
                     " bytes, more than the limit of " + std::to_string(context.limits.input_bytes),
                 "raise it with --max-input-bytes, or check that this is one article");
  }
  if (const auto checked = check_options(format, Side::read, options); !checked)
    return checked.error();
  Result<Document> document = format.read(source, options, context);
  if (!document) return document;
  return settle_metadata(join_text(std::move(*document)));
}

Result<Bytes> export_article(const Document& document, const Format& format,
                             const OptionValues& options, Context& context) {
  if (!format.write) {
    return Error(ErrorKind::usage, "format '" + std::string(format.name) + "' cannot be written",
                 "'pressmark formats' lists those that can");
  }
  if (const auto checked = check_options(format, Side::write, options); !checked)
    return checked.error();
  return format.write(document, options, context);
}

}  // namespace pressmark
