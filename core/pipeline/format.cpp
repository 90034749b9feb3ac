#include "core/pipeline/format.h"

#include <algorithm>

#include "core/base/ascii.h"

namespace pressmark {
namespace {

std::string extension_of(std::string_view file_name) {
  const std::size_t dot = file_name.rfind('.');
  const std::size_t slash = file_name.rfind('/');
  if (dot == std::string_view::npos || (slash != std::string_view::npos && dot < slash)) return {};
  return ascii::to_lower(file_name.substr(dot + 1));
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

std::string_view verb_of(Side side) { return side == Side::read ? "reading" : "writing"; }

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

const std::vector<Option>& options_of(const Format& format, Side side) {
  return side == Side::read ? format.read_options : format.write_options;
}

bool has_option(const Format& format, Side side, std::string_view key) {
  const std::vector<Option>& options = options_of(format, side);
  return std::ranges::find(options, key, &Option::key) != options.end();
}

std::string describe_options(const Format& format, Side side) {
  const std::string name(format.name);
  const std::string verb(verb_of(side));
  std::string keys;
  for (const Option& option : options_of(format, side)) {
    keys += (keys.empty() ? "" : ", ") + std::string(option.key);
  }
  if (keys.empty()) return name + " has no options for " + verb;
  return name + "'s options for " + verb + " are: " + keys;
}

Result<Done> check_options(const Format& format, Side side, const OptionValues& values) {
  for (const auto& [key, value] : values) {
    if (has_option(format, side, key)) continue;
    const Side other = side == Side::read ? Side::write : Side::read;
    std::string remedy = describe_options(format, side);
    if (has_option(format, other, key)) {
      remedy += "; '" + key + "' is for " + std::string(verb_of(other)) + " it";
    }
    return Error(ErrorKind::usage,
                 "format '" + std::string(format.name) + "' has no option '" + key + "' for " +
                     std::string(verb_of(side)),
                 std::move(remedy));
  }
  return Done{};
}

}  // namespace pressmark
