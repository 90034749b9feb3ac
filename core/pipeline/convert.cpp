#include "core/pipeline/convert.h"

#include "core/transforms/join_text.h"
#include "core/transforms/settle_metadata.h"

namespace pressmark {
namespace {

// Parsers know no file names: says of which input the error speaks, where its message does not.
// A wrong option is wrong for every input.
Error about_source(const Error& error, const std::string& name) {
  const std::string subject = "'" + name + "'";
  if (error.kind() == ErrorKind::usage || error.message().find(subject) != std::string::npos) {
    return error;
  }
  return Error(error.kind(), subject + ": " + error.message(), error.remedy());
}

}  // namespace

Result<Document> import_article(const Source& source, const Format& format,
                                const OptionValues& options, Context& context) {
  if (!format.read) {
    return Error(ErrorKind::usage, "format '" + std::string(format.name) + "' cannot be read",
                 "run 'pressmark formats' to see which can");
  }
  if (source.bytes.empty()) {
    return Error(ErrorKind::no_article, "'" + source.name + "' is empty");
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
  if (!document) return about_source(document.error(), source.name);
  return settle_metadata(join_text(std::move(*document)));
}

Result<Bytes> export_article(const Document& document, const Format& format,
                             const OptionValues& options, Context& context) {
  if (!format.write) {
    return Error(ErrorKind::usage, "format '" + std::string(format.name) + "' cannot be written",
                 "run 'pressmark formats' to see which can");
  }
  if (const auto checked = check_options(format, Side::write, options); !checked)
    return checked.error();
  return format.write(document, options, context);
}

Result<Bytes> export_articles(const std::vector<Document>& articles, const std::string& title,
                              const Format& format, const OptionValues& options, Context& context) {
  if (const auto checked = check_options(format, Side::write, options); !checked)
    return checked.error();
  return format.write_many(articles, title, options, context);
}

}  // namespace pressmark
