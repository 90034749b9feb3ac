#include "converters/importers/html/format.h"

#include "converters/importers/html/codes.h"
#include "converters/importers/html/html.h"
#include "converters/importers/html/inspection.h"

namespace pressmark::html {
namespace {

Result<Options> parse_options(const OptionValues& values) {
  Options options;
  const auto images = values.find("read-images");
  if (images != values.end()) {
    if (images->second == "all") {
      options.images = ImageReading::all;
    } else if (images->second == "none") {
      options.images = ImageReading::none;
    } else {
      return Error(ErrorKind::usage,
                   "'" + images->second + "' is no value of the option read-images",
                   "use all or none");
    }
  }
  return options;
}

Result<Document> read(const Source& source, const OptionValues& values, Context& context) {
  const Result<Options> options = parse_options(values);
  if (!options) return options.error();
  return import_html(source, *options, context);
}

Result<std::string> inspect(const Source& source, const OptionValues&, Context& context) {
  return inspect_html(source, context);
}

}  // namespace

Format format() {
  Format row;
  row.name = "html";
  row.title = "HTML page";
  row.media_type = "text/html";
  row.extensions = {"html", "htm", "xhtml", "xht", "shtml", "mhtml", "mht"};
  row.read = read;
  row.inspect = inspect;
  row.read_options = {{"read-images", "all", "which images to keep: all or none"}};
  row.codes = {&codes::replaced_octets,  &codes::guessed_encoding,
               &codes::flattened,        &codes::dropped_attributes,
               &codes::remote_image,     &codes::missing_image,
               &codes::unfetched_image,  &codes::unread_image,
               &codes::unreadable_image, &codes::large_image,
               &codes::dropped_drawing,  &codes::dead_link,
               &codes::dropped_link,     &codes::embed,
               &codes::relative_link,    &codes::dropped_media,
               &codes::dropped_frame,    &codes::layout_table,
               &codes::unplaced_note};
  return row;
}

}  // namespace pressmark::html
