#include "cli/archived_article.h"
#include "cli/atomic_file.h"
#include "cli/commands/commands.h"

namespace pressmark::cli {

Result<ExitCode> run_get(const Settings& settings, Session& session) {
  if (auto checked = check_operand_count(settings, 3, 3, "ROOT ID PATH"); !checked) {
    return checked.error();
  }
  const Result<ArchivedArticle> article = open_article(settings);
  if (!article) return article.error();
  const archive::Inventory& inventory = article->inventory;
  const Result<int> version = version_of(settings.text("at"), inventory.head(), inventory);
  if (!version) return version.error();
  const Result<Bytes> octets =
      article->store.read_file(inventory, *version, settings.operands()[2]);
  if (!octets) return octets.error();
  const std::string& output = settings.text("output");
  const Result<Done> written = output.empty() || output == "-"
                                   ? session.console.write(*octets)
                                   : write_file_atomically(output, *octets, Existing::replace);
  if (!written) return written.error();
  return ExitCode::done;
}

}  // namespace pressmark::cli
