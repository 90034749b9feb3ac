#include <fmt/format.h>

#include <nlohmann/json.hpp>
#include <set>

#include "cli/archived_article.h"
#include "cli/commands/commands.h"

namespace pressmark::cli {
namespace {

// Paths whose content is not that of the version before.
std::vector<std::string> changed_paths(const archive::Inventory& inventory, int version) {
  std::set<std::pair<std::string, std::string>> before;
  if (version > 1) {
    for (const auto& [digest, paths] : inventory.versions[version - 2].state) {
      for (const std::string& path : paths) before.insert({path, digest});
    }
  }
  std::set<std::string> changed;
  for (const auto& [digest, paths] : inventory.versions[version - 1].state) {
    for (const std::string& path : paths) {
      if (!before.contains({path, digest})) changed.insert(path);
    }
  }
  return {changed.begin(), changed.end()};
}

}  // namespace

Result<ExitCode> run_versions(const Settings& settings, Session& session) {
  if (auto checked = check_operand_count(settings, 2, 2, "ROOT ID"); !checked) {
    return checked.error();
  }
  const Result<ArchivedArticle> article = open_article(settings);
  if (!article) return article.error();
  std::string text;
  for (int number = 1; number <= article->inventory.head(); ++number) {
    const archive::VersionEntry& version = article->inventory.versions[number - 1];
    const std::vector<std::string> changed = changed_paths(article->inventory, number);
    if (settings.has("json")) {
      using Json = nlohmann::ordered_json;
      const Json object = {{"version", number},
                           {"created", version.created},
                           {"message", version.message},
                           {"user", version.user_name},
                           {"changed", changed}};
      text += object.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
    } else {
      text += fmt::format("v{}  {}  {}, {} (new or changed files: {})\n", number,
                          printable(version.created), printable(version.message),
                          printable(version.user_name), changed.size());
    }
  }
  if (auto written = session.console.write(text); !written) return written.error();
  return ExitCode::done;
}

}  // namespace pressmark::cli
