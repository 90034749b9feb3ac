#include "core/model/node_names.h"

#include <array>

namespace pressmark {
namespace {

constexpr std::array<std::string_view, 11> style_names = {
    "emphasis",  "strong",     "italic",  "bold",     "underline",  "superscript",
    "subscript", "small-caps", "deleted", "inserted", "highlighted"};
constexpr std::array<std::string_view, 4> name_kind_names = {"person", "organisation", "place",
                                                             "work"};
constexpr std::array<std::string_view, 3> direction_names = {"inherit", "ltr", "rtl"};
constexpr std::array<std::string_view, 6> numbering_names = {
    "none", "decimal", "lower-alpha", "upper-alpha", "lower-roman", "upper-roman"};
constexpr std::array<std::string_view, 4> aside_kind_names = {"sidebar", "callout", "details",
                                                              "correction"};
constexpr std::array<std::string_view, 3> scope_names = {"none", "column", "row"};
constexpr std::array<std::string_view, 4> alignment_names = {"none", "start", "centre", "end"};

template <class Enum, std::size_t size>
std::optional<Enum> find_name(const std::array<std::string_view, size>& names,
                              std::string_view name) {
  for (std::size_t i = 0; i < size; ++i) {
    if (names[i] == name) return static_cast<Enum>(i);
  }
  return {};
}

}  // namespace

std::string_view to_string(Style value) { return style_names[static_cast<std::size_t>(value)]; }
std::string_view to_string(NameKind value) {
  return name_kind_names[static_cast<std::size_t>(value)];
}
std::string_view to_string(Direction value) {
  return direction_names[static_cast<std::size_t>(value)];
}
std::string_view to_string(Numbering value) {
  return numbering_names[static_cast<std::size_t>(value)];
}
std::string_view to_string(AsideKind value) {
  return aside_kind_names[static_cast<std::size_t>(value)];
}
std::string_view to_string(Scope value) { return scope_names[static_cast<std::size_t>(value)]; }
std::string_view to_string(Alignment value) {
  return alignment_names[static_cast<std::size_t>(value)];
}

std::optional<Style> parse_style(std::string_view name) {
  return find_name<Style>(style_names, name);
}
std::optional<NameKind> parse_name_kind(std::string_view name) {
  return find_name<NameKind>(name_kind_names, name);
}
std::optional<Direction> parse_direction(std::string_view name) {
  return find_name<Direction>(direction_names, name);
}
std::optional<Numbering> parse_numbering(std::string_view name) {
  return find_name<Numbering>(numbering_names, name);
}
std::optional<AsideKind> parse_aside_kind(std::string_view name) {
  return find_name<AsideKind>(aside_kind_names, name);
}
std::optional<Scope> parse_scope(std::string_view name) {
  return find_name<Scope>(scope_names, name);
}
std::optional<Alignment> parse_alignment(std::string_view name) {
  return find_name<Alignment>(alignment_names, name);
}

}  // namespace pressmark
