// converters/archive/reference_path.h: the file beside a source that a reference in it names.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace pressmark {

// "images/a b.png" of "images/a%20b.png?w=200#top": the relative reference's path,
// percent-decoded (RFC 3986); ill-formed sequences stay. Absent for one with a scheme or an
// authority, which names no file beside the source. Not checked: the path may be empty or absolute,
// hold "..", or octets that are no UTF-8.
std::optional<std::string> reference_path(std::string_view reference);

// "a/b.png" of "./a/c/../b.png"; absent for a path that is absolute or leads out of its folder.
std::optional<std::string> path_below(std::string_view path);

}  // namespace pressmark
