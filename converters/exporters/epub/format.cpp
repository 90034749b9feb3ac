#include "converters/exporters/epub/format.h"

#include <algorithm>
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

// "marcxml,mods"; false for an unknown form. Each is taken once.
bool parse_records(std::string_view text, std::vector<std::string>& records) {
  while (!text.empty()) {
    const std::string form(text.substr(0, text.find(',')));
    text.remove_prefix(std::min(form.size() + 1, text.size()));
    if (std::ranges::find(record_forms, form) == record_forms.end()) return false;
    if (std::ranges::find(records, form) == records.end()) records.push_back(form);
  }
  return true;
}

Result<Options> parse_options(const OptionValues& values, const Services& services,
                              Variant variant) {
  Options options;
  options.services = services;
  options.variant = variant;
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
    } else if (key == "records") {
      if (!parse_records(value, options.records)) {
        return wrong_value(key, value, "use marcxml, mods, csljson, onix, or several with commas");
      }
    } else if (key == "fonts") {
      if (value != "none" && value != "embed") return wrong_value(key, value, "use none or embed");
      options.fonts = value == "embed" ? Fonts::embedded : Fonts::of_the_reader;
    } else if (key == "font-dir") {
      options.font_folder = value;
    }
  }
  return options;
}

// The row of a variant, without its names.
Format row_of(Variant variant, const Services& services) {
  Format format;
  format.binary = true;
  format.write = [services, variant](const Document& article, const OptionValues& values,
                                     Context& context) -> Result<Bytes> {
    const Result<Options> options = parse_options(values, services, variant);
    if (!options) return options.error();
    return export_epub(article, *options, context);
  };
  format.write_many = [services, variant](const std::vector<Document>& articles,
                                          const std::string& title, const OptionValues& values,
                                          Context& context) -> Result<Bytes> {
    const Result<Options> options = parse_options(values, services, variant);
    if (!options) return options.error();
    return export_anthology(articles, title, *options, context);
  };
  format.write_options = {
      {"toc-depth", "3", "deepest heading level in the contents, 1 (the headline alone) to 6"},
      {"stylesheet", "", "a CSS file to use instead of the built-in style"},
      {"cover", "none",
       "the cover: none, generated (the title in type), lead (the first large image) or an image "
       "file"},
      {"records", "", "records inside the book: marcxml, mods, csljson, onix, several with commas"},
      {"fonts", "none",
       "none: the reader's fonts; embed: the characters that are used, of a serif family and what "
       "it lacks"},
      {"font-dir", "", "draw a generated cover, and embed, with the fonts of this folder only"},
      {"max-image-side", "0",
       "longest side of images in pixels, larger ones are scaled down; 0 scales those of more "
       "than 5.6 million pixels"},
      {"writing", "horizontal", "horizontal, or vertical for Chinese and Japanese"}};
  format.codes = {&cells_left_out,    &formula_repaired, &formula_as_text, &image_elsewhere,
                  &image_unusable,    &image_converted,  &image_scaled,    &image_cleaned,
                  &image_without_alt, &link_as_text};
  return format;
}

}  // namespace

Format format(const Services& services) {
  Format format = row_of(Variant::standard, services);
  format.name = "epub";
  format.title = "EPUB 3.3 publication";
  format.media_type = "application/epub+zip";
  format.extensions = {"epub"};
  return format;
}

Format kobo_format(const Services& services) {
  Format format = row_of(Variant::kobo, services);
  format.name = "kepub";
  format.title = "EPUB 3.3 publication with the markup of Kobo's readers";
  format.media_type = "application/kepub+zip";
  format.extensions = {"kepub.epub"};
  return format;
}

}  // namespace pressmark::epub
