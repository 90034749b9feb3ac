#include <fmt/format.h>

#include "cli/commands/commands.h"
#include "converters/archive/catalogue.h"

namespace pressmark::cli {

Result<ExitCode> run_reindex(const Settings& settings, Session& session) {
  Result<archive::Store> store = archive::Store::open(settings.operands().front());
  if (!store) return store.error();
  const Result<archive::ReindexReport> report = archive::Catalogue::reindex(std::move(*store));
  if (!report) return report.error();
  for (const std::string& path : report->unreadable) {
    session.console.error("error: the object '" + path +
                          "' is damaged and not in the catalogue; 'pressmark verify' shows why");
  }
  session.console.warning(
      fmt::format("objects in the catalogue: {}", report->objects - report->unreadable.size()));
  return report->unreadable.empty() ? ExitCode::done : ExitCode::some_failed;
}

}  // namespace pressmark::cli
