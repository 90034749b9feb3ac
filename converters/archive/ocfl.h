// converters/archive/ocfl.h: names and constants of OCFL 1.1 as Pressmark's archives use it.
#pragma once

#include <string>
#include <string_view>

namespace pressmark::archive {

inline constexpr std::string_view root_declaration = "0=ocfl_1.1";
inline constexpr std::string_view root_declaration_text = "ocfl_1.1\n";
inline constexpr std::string_view object_declaration = "0=ocfl_object_1.1";
inline constexpr std::string_view object_declaration_text = "ocfl_object_1.1\n";
inline constexpr std::string_view inventory_type = "https://ocfl.io/1.1/spec/#inventory";
inline constexpr std::string_view layout_extension = "0004-hashed-n-tuple-storage-layout";
inline constexpr std::string_view staging_extension = "pressmark-staging";
inline constexpr std::string_view inventory_name = "inventory.json";
inline constexpr std::string_view sidecar_name = "inventory.json.sha512";

// ocfl_layout.json of the storage root (OCFL 1.1, 4.1).
std::string layout_json();
// Whether a text can be ocfl_layout.json of any root: it has the two texts that OCFL asks for.
bool is_layout_description(std::string_view json);
// config.json of the layout extension: SHA-256, three tuples of three characters, and the whole
// digest as the name of the object's folder.
std::string layout_configuration_json();

// The digest that stands for an object id in paths: SHA-256 in lower-case hexadecimal.
std::string object_digest(std::string_view object_id);
// "abc/def/012/abcdef012...": where the object with that digest lies below the root.
std::string storage_path(std::string_view object_digest);

// Whether a path may be a logical or content path (OCFL 1.1, 3.5.3): elements joined by single
// slashes, none of them empty, "." or "..", and none that a system could take for another place
// (drive letters, backslashes, a leading "~").
bool is_safe_path(std::string_view path);

}  // namespace pressmark::archive
