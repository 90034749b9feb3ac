#include "converters/exporters/epub/format.h"

#include <charconv>

#include "converters/exporters/epub/codes.h"
#include "converters/exporters/epub/epub.h"

namespace pressmark::epub {
namespace {

Error wrong_value(const std::string& key, const std::string& value, const char* remedy) {
  return Error(ErrorKind::usage, "'" + value + "' is no value of the option " + key, remedy);
}

bool parse_number(const std::string& text, int least, int most, int& number) {
  const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), number);
  return problem == std::errc{} && end == text.data() + text.size() && number >= least &&
         number <= most;
}

Result<Options> parse_options(const OptionValues& values, const DrawTitlePage& draw_title_page) {
  Options options;
  options.draw_title_page = draw_title_page;
  for (const auto& [key, value] : values) {
    if (key == "toc-depth") {
      if (!parse_number(value, 1, 6, options.toc_depth)) {
        return wrong_value(key, value, "use a number from 1 to 6");
      }
    } else if (key == "max-image-side") {
      int& side = options.longest_image_side;
      if (!parse_number(value, 0, 100'000, side) || (side != 0 && side < 16)) {
        return wrong_value(key, value, "use 0, or a number of pixels from 16 to 100000");
      }
    } else if (key == "writing") {
      if (value != "horizontal" && value != "vertical") {
        return wrong_value(key, value, "use horizontal or vertical");
      }
      options.writing = value == "vertical" ? Writing::vertical : Writing::horizontal;
    } else if (key == "stylesheet") {
      options.stylesheet = value;
    } else if (key == "cover") {
      options.cover = value;
    } else if (key == "font-dir") {
      options.font_folder = value;
    }
  }
  return options;
}

}  // namespace

Format format(DrawTitlePage draw_title_page) {
  Format format;
  format.name = "epub";
  format.title = "EPUB 3.3 publication";
  format.media_type = "application/epub+zip";
  format.extensions = {"epub"};
  format.binary = true;
  format.write = [draw_title_page](const Document& article, const OptionValues& values,
                                   Context& context) -> Result<Bytes> {
    const Result<Options> options = parse_options(values, draw_title_page);
    if (!options) return options.error();
    return export_epub(article, *options, context);
  };
  format.write_many = [draw_title_page](const std::vector<Document>& articles,
                                        const std::string& title, const OptionValues& values,
                                        Context& context) -> Result<Bytes> {
    const Result<Options> options = parse_options(values, draw_title_page);
    if (!options) return options.error();
    return export_anthology(articles, title, *options, context);
  };
  format.write_options = {
      {"toc-depth", "3", "deepest heading level in the contents, 1 (the headline alone) to 6"},
      {"stylesheet", "", "a CSS file to use instead of the built-in style"},
      {"cover", "none",
       "the cover: none, generated (the title in type), lead (the first large image) or an image "
       "file"},
      {"font-dir", "", "draw a generated cover with the fonts of this folder only"},
      {"max-image-side", "0",
       "longest side of images in pixels, larger ones are scaled down; 0 scales those of more "
       "than 5.6 million pixels"},
      {"writing", "horizontal", "horizontal, or vertical for Chinese and Japanese"}};
  format.codes = {&cells_left_out,    &formula_repaired, &formula_as_text, &image_elsewhere,
                  &image_unusable,    &image_converted,  &image_scaled,    &image_cleaned,
                  &image_without_alt, &link_as_text};
  return format;
}

}  // namespace pressmark::epub
