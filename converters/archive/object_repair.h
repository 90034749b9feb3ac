// converters/archive/object_repair.h: the repair of one object, for repair.cpp.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "converters/archive/inventory.h"
#include "converters/archive/quarantine.h"
#include "core/base/result.h"

namespace pressmark::archive {

class ObjectRepair {
 public:
  // `path` is the object's folder below `root`; `workshop` a folder on the same file system for
  // files in the making, which the caller removes. The caller holds the object's lock.
  ObjectRepair(std::string root, std::string path, std::string workshop, Quarantine& quarantine);

  // Does what is to be done. Fails with ErrorKind::unwritable.
  Result<Done> run();

 private:
  // An inventory of the object that its own sidecar confirms.
  struct Candidate {
    std::string json;
    Inventory inventory;
  };

  std::optional<Candidate> read_candidate(const std::string& folder);
  std::vector<Candidate> version_candidates();
  bool is_complete(const Inventory& inventory) const;
  std::optional<Candidate> choose();
  Result<Done> repair_by(const Candidate& chosen);
  Result<Done> repair_declaration();
  Result<Done> repair_object_folder(const Candidate& chosen);
  Result<Done> repair_version_folder(int version, const Candidate& chosen);
  Result<Done> repair_content(const std::string& folder, const Inventory& inventory);
  Result<Done> restore_inventory(const std::string& folder, const std::string& json,
                                 std::string_view kind, std::string_view reason);
  Result<Done> restore_file(const std::string& path, std::string_view octets, std::string_view kind,
                            std::string_view reason);
  Result<Done> remove_if_empty(const std::string& path);

  std::string root_;
  std::string path_;
  std::string workshop_;
  Quarantine& quarantine_;
  bool has_foreign_inventory_ = false;  // JSON that another program may understand
};

}  // namespace pressmark::archive
