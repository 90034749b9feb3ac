#include "converters/exporters/markdown/format.h"

#include "converters/exporters/markdown/markdown.h"

namespace pressmark::markdown {
namespace {

Result<Bytes> write(const Document& article, const OptionValues& values, Context& context) {
  Options options;
  if (const auto front = values.find("front-matter"); front != values.end()) {
    if (front->second != "yes" && front->second != "no") {
      return Error(ErrorKind::usage,
                   "'" + front->second + "' is no value of the option front-matter",
                   "use yes or no");
    }
    options.front = front->second == "yes" ? Front::shown : Front::left_out;
  }
  return export_markdown(article, options, context);
}

}  // namespace

Format format() {
  Format format;
  format.name = "markdown";
  format.title = "Markdown (CommonMark, pipe tables, footnotes)";
  format.media_type = "text/markdown";
  format.extensions = {"md", "markdown"};
  format.images_beside = true;
  format.write = write;
  format.write_options = {
      {"front-matter", "yes", "yes or no: kicker, headline, deck and bylines above the text"}};
  format.codes = {&table_simplified, &numbering_changed, &image_as_text, &link_as_text};
  return format;
}

}  // namespace pressmark::markdown
