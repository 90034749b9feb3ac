#include "cli/citation_styles.h"

#include <array>
#include <boost/filesystem/operations.hpp>
#include <boost/filesystem/path.hpp>

#include "cli/input_source.h"
#include "converters/citation/csl/style.h"
#include "core/model/validate.h"

namespace pressmark::cli {
namespace {

namespace fs = boost::filesystem;

constexpr std::string_view package_folder = "/usr/share/citation-style-language";

struct ShortName {
  std::string_view name;
  std::string_view style;
};
constexpr std::array<ShortName, 5> short_names = {{{"chicago", "chicago-author-date"},
                                                   {"mla", "modern-language-association"},
                                                   {"gost", "gost-r-7-0-5-2008"},
                                                   {"iso690", "iso690-author-date-en"},
                                                   {"din", "din-1505-2"}}};

bool is_there(const fs::path& path) {
  boost::system::error_code failure;
  return fs::exists(path, failure);
}

Error missing_package(const fs::path& folder, std::string_view package) {
  return Error(ErrorKind::missing_tool,
               "there is no folder '" + folder.string() + "' with what CSL styles need",
               "install " + std::string(package) + ", or name its folder with --csl-folder");
}

class Loader {
 public:
  Loader(const Settings& settings, const Limits& limits, const Console& console)
      : folder_(settings.has("csl-folder") ? settings.text("csl-folder")
                                           : std::string(package_folder)),
        locale_(settings.text("locale")),
        limits_(limits),
        console_(console) {}

  Result<csl::Processor> load(const std::string& style) {
    const Result<fs::path> path = style_path(style);
    if (!path) return path.error();
    Result<Bytes> octets = independent(*path);
    if (!octets) return octets.error();
    const auto names = csl::Processor::locale_names(*octets, locale_, limits_);
    if (!names) return of_file(names.error());
    const Result<std::vector<Bytes>> locales = read_locales(*names);
    if (!locales) return locales.error();
    auto processor = csl::Processor::create(*octets, *locales, locale_, limits_);
    if (!processor) return of_file(processor.error());
    return processor;
  }

 private:
  Error of_file(const Error& error) const {
    return Error(error.kind(), "the style '" + file_ + "': " + error.message(), error.remedy());
  }

  static bool names_file(const std::string& style) {
    return style.find('/') != std::string::npos || style.ends_with(".csl");
  }

  Result<fs::path> style_path(const std::string& style) const {
    if (names_file(style)) return fs::path(style);
    std::string name = style;
    for (const ShortName& known : short_names) {
      if (known.name == style) name = known.style;
    }
    const fs::path styles = folder_ / "styles";
    if (!is_there(styles)) return missing_package(styles, "citation-style-language-styles");
    for (const fs::path& path :
         {styles / (name + ".csl"), styles / "dependent" / (name + ".csl")}) {
      if (is_there(path)) return path;
    }
    return Error(ErrorKind::usage, "there is no citation style '" + style + "'",
                 "use apa, chicago, mla, vancouver, gost, iso690, din, the name of a file in '" +
                     styles.string() + "', or a file of your own");
  }

  // The style itself, or for a dependent one its parent.
  Result<Bytes> independent(const fs::path& path) {
    file_ = path.string();
    Result<Bytes> octets = read_input(file_, limits_.input_bytes, console_);
    if (!octets) return octets.error();
    const auto parent = csl::parent_of_style(*octets, limits_);
    if (!parent) return of_file(parent.error());
    if (parent->id.empty()) return octets;
    if (locale_.empty()) locale_ = parent->default_locale;
    const std::string name = parent->id + ".csl";
    for (const fs::path& place : {path.parent_path() / name, folder_ / "styles" / name}) {
      if (!is_there(place)) continue;
      file_ = place.string();
      return read_input(file_, limits_.input_bytes, console_);
    }
    return Error(ErrorKind::unreadable,
                 "the style '" + path.string() + "' depends on '" + name + "', which is not there",
                 "put that file beside it, or install citation-style-language-styles");
  }

  Result<std::vector<Bytes>> read_locales(const std::vector<std::string>& names) const {
    const fs::path locales = folder_ / "locales";
    std::vector<Bytes> found;
    for (const std::string& name : names) {
      // A language may come from the command line or a style: no part of a path.
      if (name.find_first_of("/.") != std::string::npos) continue;
      const fs::path path = locales / ("locales-" + name + ".xml");
      if (!is_there(path)) continue;
      Result<Bytes> octets = read_input(path.string(), limits_.input_bytes, console_);
      if (!octets) return octets.error();
      found.push_back(std::move(*octets));
    }
    if (found.empty()) return missing_package(locales, "citation-style-language-locales");
    return found;
  }

  fs::path folder_;
  std::string locale_;
  const Limits& limits_;
  const Console& console_;
  std::string file_;
};

}  // namespace

Result<csl::Processor> load_processor(const Settings& settings, const Limits& limits,
                                      const Console& console) {
  const std::string& locale = settings.text("locale");
  if (!locale.empty() && !is_language_tag(locale)) {
    return Error(ErrorKind::usage, "--locale '" + locale + "' is no language tag",
                 "write it as in 'de', 'en-GB' or 'pt-BR'");
  }
  return Loader(settings, limits, console).load(settings.text("style"));
}

}  // namespace pressmark::cli
