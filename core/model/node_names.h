// core/model/node_names.h: the names of the model's enumerators in dumps and in the JSON model.
#pragma once

#include <optional>
#include <string_view>

#include "core/model/node.h"

namespace pressmark {

// Lower case with hyphens, as in the enumeration: "small-caps", "lower-roman". Never empty.
std::string_view to_string(Style value);
std::string_view to_string(NameKind value);
std::string_view to_string(Direction value);  // "inherit", "ltr", "rtl"
std::string_view to_string(Numbering value);
std::string_view to_string(AsideKind value);
std::string_view to_string(Scope value);
std::string_view to_string(Alignment value);

// The reverse; absent for an unknown name.
std::optional<Style> parse_style(std::string_view name);
std::optional<NameKind> parse_name_kind(std::string_view name);
std::optional<Direction> parse_direction(std::string_view name);
std::optional<Numbering> parse_numbering(std::string_view name);
std::optional<AsideKind> parse_aside_kind(std::string_view name);
std::optional<Scope> parse_scope(std::string_view name);
std::optional<Alignment> parse_alignment(std::string_view name);

}  // namespace pressmark
