#include "converters/common/image_svg.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace pressmark {
namespace {

using namespace std::string_view_literals;

constexpr std::string_view white_space = " \t\r\n\f";

void skip_white_space(std::string_view& text) {
  text.remove_prefix(std::min(text.find_first_not_of(white_space), text.size()));
}

// Cuts `text` behind the next `end`; false where there is none.
bool skip_past(std::string_view& text, std::string_view end) {
  const std::size_t found = text.find(end);
  if (found == std::string_view::npos) return false;
  text.remove_prefix(found + end.size());
  return true;
}

// Cuts a document type declaration, which may have declarations in brackets.
bool skip_doctype(std::string_view& text) {
  const std::size_t end = text.find_first_of("[>");
  if (end == std::string_view::npos) return false;
  const bool subset = text[end] == '[';
  text.remove_prefix(end + 1);
  return !subset || (skip_past(text, "]") && skip_past(text, ">"));
}

// Cuts what may stand before the root element; false where no start tag follows.
bool skip_prolog(std::string_view& text) {
  if (text.starts_with("\xEF\xBB\xBF"sv)) text.remove_prefix(3);
  for (;;) {
    skip_white_space(text);
    if (text.starts_with("<?")) {
      if (!skip_past(text, "?>")) return false;
    } else if (text.starts_with("<!--")) {
      if (!skip_past(text, "-->")) return false;
    } else if (text.starts_with("<!DOCTYPE") || text.starts_with("<!doctype")) {
      if (!skip_doctype(text)) return false;
    } else {
      return text.starts_with('<');
    }
  }
}

std::optional<double> read_number(std::string_view& text) {
  text.remove_prefix(std::min(text.find_first_not_of(" \t\r\n\f,+"), text.size()));
  double value = 0;
  const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (problem != std::errc{} || !std::isfinite(value)) return {};
  text.remove_prefix(static_cast<std::size_t>(end - text.data()));
  return value;
}

int to_pixels(double value) {
  constexpr double most = 1'000'000;
  return value >= 0.5 && value <= most ? static_cast<int>(std::lround(value)) : 0;
}

// A length in CSS pixels (CSS Values 4, 6.2); 0 for percentages and what is no length.
int length_in_pixels(std::string_view text) {
  struct Unit {
    std::string_view name;
    double pixels;
  };
  constexpr std::array units = {
      Unit{"", 1},    Unit{"px", 1},         Unit{"pt", 4.0 / 3},    Unit{"pc", 16},
      Unit{"in", 96}, Unit{"cm", 96 / 2.54}, Unit{"mm", 9.6 / 2.54}, Unit{"em", 16},
      Unit{"ex", 8}};
  const std::optional<double> value = read_number(text);
  if (!value) return 0;
  text = text.substr(0, text.find_last_not_of(white_space) + 1);
  for (const Unit& unit : units) {
    if (text == unit.name) return to_pixels(*value * unit.pixels);
  }
  return 0;
}

// The value of each attribute of a start tag, in turn, given to `use`.
template <class Use>
void for_each_attribute(std::string_view tag, Use use) {
  for (;;) {
    skip_white_space(tag);
    const std::size_t equals = tag.find_first_of("=>/");
    if (equals == std::string_view::npos || tag[equals] != '=') return;
    std::string_view name = tag.substr(0, equals);
    name = name.substr(0, name.find_last_not_of(white_space) + 1);
    tag.remove_prefix(equals + 1);
    skip_white_space(tag);
    if (tag.empty() || (tag[0] != '"' && tag[0] != '\'')) return;
    const std::size_t end = tag.find(tag[0], 1);
    if (end == std::string_view::npos) return;
    use(name, tag.substr(1, end - 1));
    tag.remove_prefix(end + 1);
  }
}

}  // namespace

std::optional<ImageInfo> inspect_svg(std::string_view octets) {
  if (!skip_prolog(octets)) return {};
  octets.remove_prefix(1);
  const std::size_t name_end = octets.find_first_of(" \t\r\n\f/>");
  if (name_end == std::string_view::npos) return {};
  std::string_view name = octets.substr(0, name_end);
  if (const std::size_t colon = name.find(':'); colon != std::string_view::npos) {
    name.remove_prefix(colon + 1);
  }
  if (name != "svg") return {};
  ImageInfo info{"image/svg+xml"};
  int box_width = 0;
  int box_height = 0;
  for_each_attribute(octets.substr(name_end), [&](std::string_view key, std::string_view value) {
    if (key == "width" && info.width == 0) info.width = length_in_pixels(value);
    if (key == "height" && info.height == 0) info.height = length_in_pixels(value);
    if (key == "viewBox") {
      std::array<double, 4> box = {};
      for (double& number : box) number = read_number(value).value_or(0);
      box_width = to_pixels(box[2]);
      box_height = to_pixels(box[3]);
    }
  });
  if (info.width == 0 || info.height == 0) {
    info.width = box_width;
    info.height = box_height;
  }
  return info;
}

}  // namespace pressmark
