#include "cli/archived_article.h"
#include "cli/atomic_file.h"
#include "cli/commands/commands.h"
#include "converters/archive/durable_files.h"

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
  std::string output = settings.text("output");
  // Into a folder by its own name.
  if (files::is_folder(output)) {
    output += (output.ends_with('/') ? "" : "/") + files::name_of(settings.operands()[2]);
  }
  const Result<Done> written = output.empty() || output == "-"
                                   ? session.console.write(*octets)
                                   : write_file_atomically(output, *octets, Existing::replace);
  if (!written) return written.error();
  return ExitCode::done;
}

}  // namespace pressmark::cli
