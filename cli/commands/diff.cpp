#include <fmt/format.h>

#include "cli/archived_article.h"
#include "cli/commands/commands.h"
#include "converters/archive/text_difference.h"

namespace pressmark::cli {

Result<ExitCode> run_diff(const Settings& settings, Session& session) {
  if (auto checked = check_operand_count(settings, 2, 4, "ROOT ID [OLD [NEW]]"); !checked) {
    return checked.error();
  }
  const Result<ArchivedArticle> article = open_article(settings);
  if (!article) return article.error();
  const archive::Inventory& inventory = article->inventory;
  const auto operand = [&](std::size_t index) {
    return index < settings.operands().size() ? settings.operands()[index] : std::string();
  };
  const Result<int> newer = version_of(operand(3), inventory.head(), inventory);
  if (!newer) return newer.error();
  const Result<int> older = version_of(operand(2), std::max(1, *newer - 1), inventory);
  if (!older) return older.error();
  std::string texts[2];
  for (const bool is_newer : {false, true}) {
    Result<std::string> text =
        archive::read_article_text(article->store, inventory, is_newer ? *newer : *older);
    if (!text) return text.error();
    texts[is_newer ? 1 : 0] = std::move(*text);
  }
  const auto name = [&](int version) {
    return fmt::format("{} v{} {}", inventory.id, version, inventory.versions[version - 1].created);
  };
  const std::string difference =
      archive::unified_difference(texts[0], texts[1], name(*older), name(*newer));
  if (auto written = session.console.write(difference); !written) return written.error();
  return ExitCode::done;
}

}  // namespace pressmark::cli
