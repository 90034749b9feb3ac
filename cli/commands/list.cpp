#include "cli/archived_article.h"
#include "cli/commands/commands.h"
#include "converters/archive/catalogue.h"

namespace pressmark::cli {

Result<ExitCode> run_list(const Settings& settings, Session& session) {
  Result<archive::Store> store = archive::Store::open(settings.operands().front());
  if (!store) return store.error();
  Result<archive::Catalogue> catalogue = archive::Catalogue::open(std::move(*store));
  if (!catalogue) return catalogue.error();
  Result<Done> written = Done{};
  const Result<Done> listed = catalogue->for_each([&](const archive::CatalogueEntry& entry) {
    written = session.console.write(settings.has("json") ? entry_ndjson(entry, {})
                                                         : entry_table(entry, {}));
    return written.has_value();
  });
  if (!listed) return listed.error();
  if (!written) return written.error();
  if (catalogue->is_in_memory()) session.console.warning(std::string(catalogue_made_in_memory));
  return ExitCode::done;
}

}  // namespace pressmark::cli
