#include "cli/item_history.h"

namespace pressmark::cli {

bool ItemHistory::begin(const std::string& id) {
  const std::lock_guard lock(mutex_);
  return at_work_.insert(id).second;
}

void ItemHistory::finish(const ItemOutcome& outcome) {
  const std::lock_guard lock(mutex_);
  at_work_.erase(outcome.id);
  if (outcome.status == ItemOutcome::Status::done) lines_[outcome.id] = outcome.line;
}

std::string ItemHistory::last_line(const std::string& id) const {
  const std::lock_guard lock(mutex_);
  const auto found = lines_.find(id);
  return found == lines_.end() ? std::string() : found->second;
}

}  // namespace pressmark::cli
