#include "core/pipeline/format.h"

#include <algorithm>

#include "core/base/ascii.h"

namespace pressmark {
namespace {

// The format of the longest extension that the name ends in: "a.kepub.epub" is no plain EPUB.
template <class Usable>
const Format* find_by_extension(const Formats& formats, std::string_view file_name, Usable usable) {
  std::string extension = ascii::to_lower(file_name.substr(file_name.rfind('/') + 1));
  for (std::size_t dot = extension.find('.'); dot != std::string::npos; dot = extension.find('.')) {
    extension.erase(0, dot + 1);
    for (const Format& format : formats) {
      if (usable(format) &&
          std::ranges::find(format.extensions, extension) != format.extensions.end()) {
        return &format;
      }
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
