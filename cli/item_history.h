// cli/item_history.h: what a watched batch keeps of its items, which come again when they change.
#pragma once

#include <map>
#include <mutex>
#include <set>
#include <string>

#include "cli/batch_worker.h"

namespace pressmark::cli {

// Several threads may use one of these at a time.
class ItemHistory {
 public:
  // False while the item of that id is at work: it must wait, as both would write the same outputs.
  // Else it counts as being at work.
  bool begin(const std::string& id);
  // Its work has ended.
  void finish(const ItemOutcome& outcome);
  // The line of the report when it was last done in this run; empty where it was not.
  std::string last_line(const std::string& id) const;

 private:
  mutable std::mutex mutex_;
  std::set<std::string> at_work_;
  std::map<std::string, std::string> lines_;  // by id
};

}  // namespace pressmark::cli
