#include "converters/importers/text/format.h"

#include "converters/importers/text/codes.h"
#include "converters/importers/text/import_text.h"

namespace pressmark::plain_text {
namespace {

Result<Options> parse_options(const OptionValues& values) {
  Options options;
  if (const auto rules = values.find("rules"); rules != values.end()) {
    const auto parsed = parse_rules(rules->second);
    if (!parsed) return parsed.error();
    options.rules = *parsed;
  }
  if (const auto raw = values.find("raw-paragraphs"); raw != values.end()) {
    if (raw->second != "yes" && raw->second != "no") {
      return Error(ErrorKind::usage, "option raw-paragraphs cannot be '" + raw->second + "'",
                   "its values are yes and no");
    }
    if (raw->second == "yes") options.rules = Rules::none();
  }
  return options;
}

}  // namespace

Format format() {
  Format row;
  row.name = "text";
  row.title = "Plain text";
  row.media_type = "text/plain";
  row.extensions = {"txt", "text", "asc", "eml"};
  row.read = [](const Source& source, const OptionValues& values,
                Context& context) -> Result<Document> {
    const auto options = parse_options(values);
    if (!options) return options.error();
    return import_text(source, *options, context);
  };
  row.inspect = [](const Source& source, const OptionValues& values,
                   Context& context) -> Result<std::string> {
    const auto options = parse_options(values);
    if (!options) return options.error();
    Trace trace;
    const auto document = import_text(source, *options, context, &trace);
    if (!document) return document.error();
    return describe(trace, options->rules);
  };
  row.read_options = {
      {"rules", "all", "rules to switch off or on, such as -headings,-lists or none,+links"},
      {"raw-paragraphs", "no",
       "yes or no: yes switches all rules off, and each line is a paragraph"},
  };
  row.codes = all_codes();
  return row;
}

}  // namespace pressmark::plain_text
