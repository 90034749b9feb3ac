#include "tests/support/shared.h"

#include <cstdlib>
#include <filesystem>

namespace pressmark {

std::optional<std::string> shared_folder() {
  const char* given = std::getenv("PRESSMARK_SHARED");
  const std::filesystem::path path =
      given != nullptr ? std::filesystem::path(given)
                       : std::filesystem::path(PRESSMARK_SOURCE_DIR) / ".." / "shared";
  std::error_code error;
  if (!std::filesystem::is_directory(path / "schemas", error)) return {};
  return std::filesystem::canonical(path).string();
}

}  // namespace pressmark
