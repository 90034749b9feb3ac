#include "converters/exporters/pdf/options.h"

#include <array>
#include <charconv>
#include <cstdint>
#include <utility>

#include "converters/exporters/pdf/style_file.h"

namespace pressmark::pdf {
namespace {

constexpr std::string_view length_examples = "lengths are written like 20mm, 2.5cm, 0.75in, 54pt";
constexpr Length longest_side = 14'400 * point;  // ISO 32000-1, annex C
constexpr Length least_measure = 60 * point;     // narrower pages hold no line of text

struct NamedProfile {
  std::string_view name;
  Profile profile;
};
constexpr std::array<NamedProfile, 3> profiles = {{
    {"pdfa-3a+ua-1", Profile::archive_3a},
    {"pdfa-2a+ua-1", Profile::archive_2a},
    {"pdfa-4f+ua-2", Profile::archive_4f},
}};

// A decimal number without sign or exponent as parts of a million.
std::optional<std::int64_t> parse_millionths(std::string_view text) {
  std::int64_t value = 0;
  int decimals = -1;  // -1: before the full stop
  bool has_digit = false;
  for (const char c : text) {
    if (c == '.' && decimals < 0) {
      decimals = 0;
    } else if (c >= '0' && c <= '9') {
      has_digit = true;
      if (decimals >= 6) continue;
      value = value * 10 + (c - '0');
      if (decimals >= 0) ++decimals;
      if (value > 100'000'000'000'000) return std::nullopt;
    } else {
      return std::nullopt;
    }
  }
  if (!has_digit) return std::nullopt;
  for (int i = decimals < 0 ? 0 : decimals; i < 6; ++i) value *= 10;
  if (value > 100'000'000'000) return std::nullopt;
  return value;
}

class Parser {
 public:
  // `places` tells where values came from, as the beginning of a message; others are options.
  Parser(const OptionValues& values, const OptionValues& places)
      : values_(values), places_(places) {}

  Result<ParsedOptions> parse() {
    read_page();
    read_margins();
    read_type();
    read_profile();
    read_undescribed();
    read_image_resolution();
    if (const std::string* folder = find("font-dir")) parsed_.font_folder = *folder;
    check_measure();
    if (error_) return *error_;
    return std::move(parsed_);
  }

 private:
  PageStyle& style() { return parsed_.options.style; }

  // Null where the option is not given, or an error was found already.
  const std::string* find(std::string_view key) const {
    if (error_) return nullptr;
    const auto found = values_.find(std::string(key));
    return found == values_.end() ? nullptr : &found->second;
  }

  void fail(std::string_view key, std::string_view value, std::string_view remedy) {
    const auto place = places_.find(std::string(key));
    std::string message = place == places_.end() ? "option " : place->second + ": ";
    message.append("'").append(key).append("' is '").append(value).append("'");
    error_ = Error(ErrorKind::usage, std::move(message), std::string(remedy));
  }

  void read_page() {
    int columns = 1;
    if (const std::string* value = find("columns")) {
      if (*value != "1" && *value != "2") return fail("columns", *value, "its values are 1 and 2");
      columns = *value == "2" ? 2 : 1;
    }
    const std::string* value = find("page-size");
    if (value == nullptr) {
      if (columns > 1) style() = style_for({style().width, style().height}, columns);
      return;
    }
    if (const auto size = find_page_size(*value)) {
      style() = style_for(*size, columns);
      return;
    }
    const std::size_t cross = value->find('x');
    if (cross != std::string::npos) {
      const auto width = parse_length(std::string_view(*value).substr(0, cross));
      const auto height = parse_length(std::string_view(*value).substr(cross + 1));
      if (width && height && *width >= 100 * point && *height >= 100 * point) {
        style() = style_for({*width, *height}, columns);
        return;
      }
    }
    fail("page-size", *value,
         "its values are " + std::string(page_size_names) +
             ", or width and height like 150mmx220mm, 100pt or more");
  }

  // As in CSS: all four, vertical and horizontal, or top, right, bottom and left.
  void read_margins() {
    const std::string* value = find("margins");
    if (value == nullptr) return;
    std::vector<Length> lengths;
    for (std::size_t begin = 0; begin <= value->size();) {
      const std::size_t end = std::min(value->find(' ', begin), value->size());
      const auto length = parse_length(std::string_view(*value).substr(begin, end - begin));
      if (!length) return fail("margins", *value, length_examples);
      lengths.push_back(*length);
      begin = end + 1;
    }
    if (lengths.size() != 1 && lengths.size() != 2 && lengths.size() != 4) {
      return fail("margins", *value,
                  "give one length, two (top and bottom, left and right) or four (top right bottom "
                  "left)");
    }
    style().margin_top = lengths[0];
    style().margin_right = lengths[lengths.size() > 1 ? 1 : 0];
    style().margin_bottom = lengths[lengths.size() > 2 ? 2 : 0];
    style().margin_left = lengths[lengths.size() > 2 ? 3 : lengths.size() > 1 ? 1 : 0];
  }

  void read_type() {
    if (const std::string* value = find("font-size")) {
      const auto size = parse_length(*value);
      if (!size || *size < 4 * point || *size > 72 * point) {
        return fail("font-size", *value, "give a size from 4pt to 72pt");
      }
      style().leading = style().leading * *size / style().body_size;
      style().column_gap = style().column_gap * *size / style().body_size;
      style().body_size = *size;
    }
    read_family("font-family", style().serif_family);
    read_family("sans-family", style().sans_family);
    read_family("mono-family", style().mono_family);
    style().hyphenate = read_flag("hyphenate", style().hyphenate);
    style().justify = read_flag("justify", style().justify);
    if (const std::string* value = find("figures")) {
      style().old_style_figures = *value == "old-style";
      if (*value != "old-style" && *value != "lining") {
        return fail("figures", *value, "its values are lining and old-style");
      }
    }
    style().contents = read_flag("toc", style().contents);
    parsed_.attach = read_flag("attach", parsed_.attach);
  }

  void read_family(std::string_view key, std::string& family) {
    const std::string* value = find(key);
    if (value == nullptr) return;
    if (value->empty()) return fail(key, *value, "give the name of a font family");
    family = *value;
  }

  bool read_flag(std::string_view key, bool otherwise) {
    const std::string* value = find(key);
    if (value == nullptr) return otherwise;
    if (*value != "yes" && *value != "no") fail(key, *value, "its values are yes and no");
    return *value == "yes";
  }

  void read_profile() {
    const std::string* value = find("profile");
    if (value == nullptr || *value == "auto") return;
    for (const NamedProfile& entry : profiles) {
      if (entry.name == *value) parsed_.options.profile = entry.profile;
    }
    if (!parsed_.options.profile) {
      fail("profile", *value, "its values are auto, pdfa-3a+ua-1, pdfa-2a+ua-1 and pdfa-4f+ua-2");
    }
  }

  void read_undescribed() {
    const std::string* value = find("undescribed-images");
    if (value == nullptr || *value == "artifact") return;
    if (*value != "error") {
      return fail("undescribed-images", *value, "its values are artifact and error");
    }
    parsed_.options.undescribed_images = Undescribed::refused;
  }

  void read_image_resolution() {
    const std::string* value = find("image-dpi");
    if (value == nullptr) return;
    int& dots = parsed_.options.image_dots_per_inch;
    const char* end = value->data() + value->size();
    const auto [rest, problem] = std::from_chars(value->data(), end, dots);
    if (problem != std::errc{} || rest != end || (dots != 0 && (dots < 36 || dots > 2400))) {
      fail("image-dpi", *value, "give a whole number from 36 to 2400, or 0 to keep all pixels");
    }
  }

  void check_measure() {
    if (error_) return;
    if (style().measure() < least_measure || style().text_height() < least_measure) {
      const std::string* value = find("margins");
      fail("margins", value == nullptr ? "" : *value,
           "they leave less than 60pt of the page's width or height");
    } else if (style().column_width() < least_measure) {
      fail("columns", "2", "a column would be less than 60pt wide; give a larger page or 1");
    }
  }

  const OptionValues& values_;
  const OptionValues& places_;
  ParsedOptions parsed_;
  std::optional<Error> error_;
};

}  // namespace

std::optional<Length> parse_length(std::string_view text) {
  // Parts of 1/65536 point in a unit, as a fraction: an inch has 72 points.
  struct Unit {
    std::string_view name;
    std::int64_t numerator;
    std::int64_t denominator;
  };
  constexpr std::array<Unit, 4> units = {
      {{"pt", 1, 1}, {"mm", 720, 254}, {"cm", 7200, 254}, {"in", 72, 1}}};
  Unit unit = units[0];
  for (const Unit& candidate : units) {
    if (text.ends_with(candidate.name)) {
      unit = candidate;
      text.remove_suffix(candidate.name.size());
      break;
    }
  }
  const auto number = parse_millionths(text);
  if (!number) return std::nullopt;
  // At most 1e11 millionths: the products stay below 2^63.
  const std::int64_t millipoints = *number / 1000 * unit.numerator / unit.denominator;
  const Length length = millipoints * point / 1000;
  if (length > longest_side) return std::nullopt;
  return length;
}

std::vector<Option> option_list() {
  return {
      {style_option, "", "a TOML file that sets these options; those given by name win"},
      {"page-size", "A4", "A4, A5, B5, letter, legal, 6x9in, e-reader, or like 150mmx220mm"},
      {"columns", "1", "how many columns the text of a page has: 1 or 2"},
      {"margins", "by page size", "one, two or four lengths as in CSS: \"20mm 25mm\""},
      {"font-size", "11pt", "size of the body text; by page size where it is not given"},
      {"font-family", "Noto Serif", "family of the body text and headings"},
      {"sans-family", "Noto Sans", "family of captions, tables and running heads"},
      {"mono-family", "Noto Sans Mono", "family of code"},
      {"font-dir", "", "use the fonts of this folder only, for the same output everywhere"},
      {"hyphenate", "yes", "whether words are divided at line ends: yes or no"},
      {"justify", "yes", "whether lines are set to full width: yes or no"},
      {"figures", "lining",
       "figures in running text: lining, or old-style where the font has them"},
      {"toc", "no", "whether a table of contents stands below the title block: yes or no"},
      {"attach", "yes", "whether TEI and citation records are embedded: yes or no"},
      {"image-dpi", "0",
       "dots per inch to which larger images are scaled down; 0 keeps all pixels"},
      {"undescribed-images", "artifact",
       "what an image without alternative text and caption is: artifact or error"},
      {"profile", "auto", "auto, pdfa-3a+ua-1, pdfa-2a+ua-1 (attaches nothing), pdfa-4f+ua-2"},
  };
}

Result<ParsedOptions> parse_options(const OptionValues& values, Environment& environment) {
  const auto style = values.find(std::string(style_option));
  if (style == values.end() || style->second.empty()) return Parser(values, {}).parse();
  Result<StyleFile> file = read_style_file(style->second, option_list(), environment);
  if (!file) return file.error();
  for (const auto& [key, value] : values) {
    file->values[key] = value;
    file->places.erase(key);
  }
  return Parser(file->values, file->places).parse();
}

}  // namespace pressmark::pdf
