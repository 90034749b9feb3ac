#include "converters/exporters/text/format.h"

#include <charconv>

#include "converters/exporters/text/text.h"

namespace pressmark::text_output {
namespace {

Error wrong_value(const std::string& key, const std::string& value, const char* remedy) {
  return Error(ErrorKind::usage, "'" + value + "' is no value of the option " + key, remedy);
}

Result<Options> parse_options(const OptionValues& values) {
  Options options;
  for (const auto& [key, value] : values) {
    if (key == "front-matter") {
      if (value != "yes" && value != "no") return wrong_value(key, value, "use yes or no");
      options.front = value == "yes" ? Front::shown : Front::left_out;
    } else if (key == "images") {
      if (value != "omit" && value != "describe") {
        return wrong_value(key, value, "use omit or describe");
      }
      options.pictures = value == "describe" ? Pictures::described : Pictures::left_out;
    } else if (key == "width") {
      const auto [end, problem] =
          std::from_chars(value.data(), value.data() + value.size(), options.width);
      const bool number = problem == std::errc{} && end == value.data() + value.size();
      if (!number || (options.width != 0 && (options.width < 20 || options.width > 1000))) {
        return wrong_value(key, value, "use 0, or a number from 20 to 1000");
      }
    }
  }
  return options;
}

Result<Bytes> write(const Document& article, const OptionValues& values, Context& context) {
  const Result<Options> options = parse_options(values);
  if (!options) return options.error();
  return export_text(article, *options, context);
}

}  // namespace

Format format() {
  Format format;
  format.name = "text";
  format.title = "Plain text";
  format.media_type = "text/plain";
  format.extensions = {"txt"};
  format.write = write;
  format.write_options = {
      {"front-matter", "yes", "yes or no: kicker, headline, deck and bylines above the text"},
      {"images", "omit",
       "omit, with their captions, or describe: alternative texts in brackets, and captions"},
      {"width", "0", "columns to wrap paragraphs at, 20 to 1000; 0 does not wrap"}};
  format.codes = {&image_left_out, &caption_left_out};
  return format;
}

}  // namespace pressmark::text_output
