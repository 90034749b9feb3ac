// cli/batch_worker.h: from one item of a batch to its outputs and its line of the report.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cli/article_input.h"
#include "cli/batch_item.h"
#include "cli/batch_plan.h"
#include "cli/console.h"
#include "cli/journal.h"
#include "cli/output_target.h"
#include "cli/settings.h"
#include "converters/archive/store.h"
#include "core/pipeline/format.h"

namespace pressmark::cli {

// What became of an item.
struct ItemOutcome {
  enum class Status { done, skipped, failed } status = Status::failed;
  std::string id;
  std::string line;   // of the report and the journal: a JSON object
  std::string error;  // for a person; empty unless it failed
  bool out_of_memory = false;
};

// Several threads may use one of these at a time.
class ItemWorker {
 public:
  // `archive` is where the articles are stored; null: they go into the plan's folder.
  ItemWorker(const BatchPlan& plan, const Settings& settings, const Formats& formats,
             Console& console, const Journal& journal, archive::Store* archive);

  // Reads, converts and writes the item. Whatever escapes the libraries is the item's failure.
  ItemOutcome work_on(const BatchItem& item, const std::string& name) const;
  // What is said of an item that something else put an end to.
  ItemOutcome lost(const BatchItem& item, const std::string& name, const Error& error) const;

 private:
  struct Report;

  ItemOutcome outcome_of(Report report) const;
  Result<Done> process(const BatchItem& item, Report& report) const;
  Result<Done> write_outputs(const BatchItem& item, ImportedArticle article,
                             const ImportSettings& import, Context& context, Report& report) const;
  Result<Done> store(const BatchItem& item, ImportedArticle article, const ImportSettings& import,
                     Context& context, Report& report) const;
  Result<Done> check_warnings(const Diagnostics& diagnostics) const;
  std::vector<OutputTarget> targets_of(const BatchItem& item, const std::string& name) const;
  std::optional<JournalEntry> last_entry(const BatchItem& item) const;
  bool is_done_already(const BatchItem& item, const std::string& key) const;

  const BatchPlan& plan_;
  const Settings& settings_;
  const Formats& formats_;
  Console& console_;
  const Journal& journal_;
  archive::Store* archive_;
  std::string configuration_digest_;
};

}  // namespace pressmark::cli
