#include "converters/exporters/pdf/layout/page_style.h"

#include <algorithm>
#include <array>

#include "core/base/ascii.h"

namespace pressmark::pdf {
namespace {

constexpr Length millimetres(int count) { return count * point * 720 / 254; }
constexpr Length inches(int count) { return count * 72 * point; }

struct NamedSize {
  std::string_view name;  // in lower case
  PageSize size;
};

constexpr std::array<NamedSize, 7> sizes = {{
    {"a4", {millimetres(210), millimetres(297)}},
    {"a5", {millimetres(148), millimetres(210)}},
    {"b5", {millimetres(176), millimetres(250)}},
    {"letter", {inches(17) / 2, inches(11)}},
    {"legal", {inches(17) / 2, inches(14)}},
    {"6x9in", {inches(6), inches(9)}},
    {"e-reader", {millimetres(90), millimetres(122)}},
}};

}  // namespace

std::optional<PageSize> find_page_size(std::string_view name) {
  const std::string lower = ascii::to_lower(name);
  for (const NamedSize& entry : sizes) {
    if (entry.name == lower) return entry.size;
  }
  return std::nullopt;
}

PageStyle style_for(const PageSize& size, int columns) {
  PageStyle style;
  const Length a4_width = style.width;
  style.width = size.width;
  style.height = size.height;
  const auto scaled = [&](Length length) { return length * size.width / a4_width; };
  style.margin_left = std::max(scaled(style.margin_left), 18 * point);
  style.margin_right = std::max(scaled(style.margin_right), 18 * point);
  style.margin_top = std::max(scaled(style.margin_top), 24 * point);
  style.margin_bottom = std::max(scaled(style.margin_bottom), 42 * point);
  if (size.width < inches(5)) {
    style.body_size = 19 * point / 2;
    style.leading = 13 * point;
  } else if (size.width < inches(7)) {
    style.body_size = 10 * point;
    style.leading = 14 * point;
  }
  if (columns > 1) {
    style.columns = columns;
    style.margin_left = style.margin_left * 7 / 10;
    style.margin_right = style.margin_right * 7 / 10;
    style.body_size = style.body_size * 9 / 10;
    style.leading = style.leading * 9 / 10;
    style.column_gap = style.body_size * 2;
  }
  return style;
}

}  // namespace pressmark::pdf
