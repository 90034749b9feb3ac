// converters/archive/quarantine.h: where a repair moves what it cannot keep in place, and its log.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "converters/archive/repair.h"
#include "core/base/result.h"

namespace pressmark::archive {

inline constexpr std::string_view quarantine_extension = "pressmark-quarantine";

class Quarantine {
 public:
  // `actions` gets each action; it must outlive this.
  Quarantine(std::string root, std::string time, std::string program,
             std::vector<RepairAction>& actions);

  // Moves what lies at `path` (below the root) out of the way, under its own path in a numbered
  // folder of the quarantine. Fails with ErrorKind::unwritable.
  Result<Done> take(const std::string& path, std::string_view reason);
  // Logs another action, which the caller does next. `to`: where it moves something.
  Result<Done> note(std::string_view kind, const std::string& path, std::string_view reason,
                    const std::string& to = {});

 private:
  Result<Done> log(RepairAction action);
  std::string free_place(const std::string& path) const;

  std::string root_;
  std::string time_;
  std::string program_;
  std::vector<RepairAction>& actions_;
};

}  // namespace pressmark::archive
