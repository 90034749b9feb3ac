#include <fmt/format.h>

#include <map>

#include "cli/archived_article.h"
#include "cli/commands/commands.h"

namespace pressmark::cli {
namespace {

std::string field(std::string_view name, const std::string& value) {
  return value.empty() ? std::string() : fmt::format("{:<10} {}\n", name, printable(value));
}

}  // namespace

Result<ExitCode> run_show(const Settings& settings, Session& session) {
  if (auto checked = check_operand_count(settings, 2, 2, "ROOT ID"); !checked) {
    return checked.error();
  }
  const Result<ArchivedArticle> article = open_article(settings);
  if (!article) return article.error();
  const archive::Inventory& inventory = article->inventory;
  const Result<int> version = version_of(settings.text("at"), inventory.head(), inventory);
  if (!version) return version.error();
  const Result<archive::CatalogueEntry> entry =
      archive::read_catalogue_entry(article->store, article->object_path, inventory);
  if (!entry) return entry.error();
  std::string text = field("id", entry->id) + field("title", entry->title) +
                     field("authors", entry->authors) + field("issued", entry->issued) +
                     field("language", entry->language) + field("publisher", entry->publisher) +
                     field("place", entry->place) + field("agency", entry->agency) +
                     field("url", entry->url) + field("folder", entry->object_path);
  text += field("version", fmt::format("v{} of {}, {}", *version, inventory.head(),
                                       inventory.versions[*version - 1].created));
  std::map<std::string, std::string> files;
  for (const auto& [digest, paths] : inventory.versions[*version - 1].state) {
    for (const std::string& path : paths) files[path] = digest;
  }
  text += "files\n";
  for (const auto& [path, digest] : files) {
    text += fmt::format("  {}  {}\n", digest.substr(0, 16), printable(path));
  }
  if (auto written = session.console.write(text); !written) return written.error();
  return ExitCode::done;
}

}  // namespace pressmark::cli
