// converters/archive/object_check.h: one object verified, and what the root's verification needs of
// it.
#pragma once

#include <optional>
#include <string>

#include "converters/archive/verify.h"
#include "converters/archive/verify_inventory.h"

namespace pressmark::archive {

struct ObjectVerification {
  Verification verification;
  std::optional<CheckedInventory> inventory;  // the newest; absent where it cannot be read
};

// As verify_object() (verify.h).
ObjectVerification check_object(const std::string& folder, const std::string& shown_path);

}  // namespace pressmark::archive
