#include "converters/exporters/tei/format.h"

#include "converters/exporters/tei/tei.h"

namespace pressmark::tei {
namespace {

Result<Options> parse_options(const OptionValues& values) {
  Options options;
  if (const auto profile = values.find("profile"); profile != values.end()) {
    if (profile->second == "bptl3") {
      options.profile = Profile::bptl3;
    } else if (profile->second != "article") {
      return Error(ErrorKind::usage, "option 'profile' is '" + profile->second + "'",
                   "its values are article and bptl3");
    }
  }
  if (const auto publisher = values.find("publisher"); publisher != values.end()) {
    if (publisher->second.empty()) {
      return Error(ErrorKind::usage, "option 'publisher' is empty", "TEI demands a publisher");
    }
    options.publisher = publisher->second;
  }
  return options;
}

Result<Bytes> write(const Document& document, const OptionValues& values, Context& context) {
  const Result<Options> options = parse_options(values);
  if (!options) return options.error();
  return export_tei(document, *options, context);
}

}  // namespace

Format format() {
  return {.name = "tei",
          .title = "TEI P5 XML",
          .media_type = "application/tei+xml",
          .extensions = {"tei", "xml"},
          .images_beside = true,
          .read = nullptr,
          .write = write,
          .write_options =
              {{"profile", "article",
                "article: all that is known; bptl3: level 3 of the Best Practices for TEI in "
                "Libraries"},
               {"publisher", "unknown publisher", "who publishes the TEI file"}},
          .codes = {&repaired_target, &left_out_target, &reduced_markup}};
}

}  // namespace pressmark::tei
