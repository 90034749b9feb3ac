#include "converters/exporters/html/format.h"

#include "converters/exporters/html/html.h"

namespace pressmark::html {
namespace {

Result<PageOptions> parse_options(const OptionValues& values) {
  PageOptions options;
  for (const auto& [key, value] : values) {
    if (key == "images") {
      if (value == "beside") {
        options.images = Images::beside;
      } else if (value != "embedded") {
        return Error(ErrorKind::usage, "'" + value + "' is no value of the option images",
                     "use embedded or beside");
      }
    } else if (key == "front-matter") {
      if (value != "yes" && value != "no") {
        return Error(ErrorKind::usage, "'" + value + "' is no value of the option front-matter",
                     "use yes or no");
      }
      options.front = value == "yes" ? Front::shown : Front::left_out;
    } else if (key == "stylesheet") {
      options.stylesheet = value;
    }
  }
  return options;
}

Result<Bytes> write(const Document& article, const OptionValues& values, Context& context) {
  const Result<PageOptions> options = parse_options(values);
  if (!options) return options.error();
  return export_html(article, *options, context);
}

}  // namespace

Format page_format() {
  Format format;
  format.name = "html";
  format.title = "Web page in one file";
  format.media_type = "text/html";
  format.extensions = {"html"};
  format.write = write;
  format.write_options = {
      {"images", "embedded",
       "embedded: inside of the page; beside: as files in the folder images, which the caller "
       "writes"},
      {"front-matter", "yes", "yes or no: kicker, headline, deck and bylines above the text"},
      {"stylesheet", "", "a CSS file to use instead of the built-in style"}};
  format.codes = {&cells_left_out, &formula_repaired,  &formula_as_text,
                  &image_as_text,  &image_without_alt, &link_as_text};
  return format;
}

}  // namespace pressmark::html
