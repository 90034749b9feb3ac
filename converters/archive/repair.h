// converters/archive/repair.h: brings a damaged archive back to OCFL's rules without losing an
// octet.
//
// What is good is kept or rolled forward; what cannot be is moved to the quarantine,
// extensions/pressmark-quarantine in the root. Nothing is deleted but empty folders. Each action
// gets its line in the quarantine's log.ndjson before it is done.
#pragma once

#include <string>
#include <vector>

#include "converters/archive/verify.h"
#include "core/base/result.h"

namespace pressmark::archive {

struct RepairAction {
  // "rolled-forward": a complete version that the object's inventory lacked is its newest now.
  // "restored": an inventory, sidecar, declaration or whole object was brought back.
  // "moved": an object to the place of its id. "quarantined": moved to `to`. "removed": an empty
  // folder.
  std::string kind;
  std::string path;  // below the root
  std::string to;    // below the root; for "moved" and "quarantined"
  std::string reason;
};

struct RepairReport {
  std::vector<RepairAction> actions;  // in the order in which they were done
  std::vector<Finding> remaining;     // every error that verify_root() finds afterwards
  std::size_t objects = 0;            // that were looked at
  std::vector<std::string> busy;      // digests of objects that a writer is at work on: passed over
};

// Repairs the archive at `root`, which Pressmark must have made; other processes may write into it
// meanwhile. `time` (RFC 3339) and `program` stand in the log. Killed at any moment, it does the
// rest when it is run again. Afterwards the archive is verified with `jobs` threads. Fails with
// ErrorKind::unreadable where `root` is no such archive, and with ErrorKind::unwritable.
Result<RepairReport> repair_root(const std::string& root, const std::string& time,
                                 const std::string& program, std::size_t jobs = 1);

}  // namespace pressmark::archive
