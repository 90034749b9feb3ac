#include "core/pipeline/format.h"

#include <algorithm>

namespace pressmark {
namespace {

std::string extension_of(std::string_view file_name) {
  const std::size_t dot = file_name.rfind('.');
  const std::size_t slash = file_name.rfind('/');
  if (dot == std::string_view::npos || (slash != std::string_view::npos && dot < slash)) return {};
  std::string extension(file_name.substr(dot + 1));
  for (char& c : extension) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return extension;
}

template <class Usable>
const Format* find_by_extension(const Formats& formats, std::string_view file_name, Usable usable) {
  const std::string extension = extension_of(file_name);
  for (const Format& format : formats) {
    if (usable(format) &&
        std::ranges::find(format.extensions, extension) != format.extensions.end()) {
      return &format;
    }
  }
  return nullptr;
}

}  // namespace

const Format* find_format(const Formats& formats, std::string_view name) {
  const auto found = std::ranges::find(formats, name, &Format::name);
  return found == formats.end() ? nullptr : &*found;
}

const Format* find_readable_by_file_name(const Formats& formats, std::string_view file_name) {
  return find_by_extension(formats, file_name, [](const Format& f) { return bool(f.read); });
}

const Format* find_writable_by_file_name(const Formats& formats, std::string_view file_name) {
  return find_by_extension(formats, file_name, [](const Format& f) { return bool(f.write); });
}

Result<Done> check_options(const Format& format, const OptionValues& values) {
  for (const auto& [key, value] : values) {
    if (std::ranges::find(format.options, key, &Option::key) != format.options.end()) continue;
    std::string known;
    for (const Option& option : format.options)
      known += (known.empty() ? "" : ", ") + std::string(option.key);
    return Error(ErrorKind::usage,
                 "format '" + std::string(format.name) + "' has no option '" + key + "'",
                 known.empty() ? "it has no options" : "its options are: " + known);
  }
  return Done{};
}

}  // namespace pressmark
