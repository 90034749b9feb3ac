#include "converters/exporters/pdf/fonts/font_libraries.h"

namespace pressmark::pdf {

FontLibrary& FontLibraries::find(const std::string& folder) {
  const std::lock_guard lock(mutex_);
  std::unique_ptr<FontLibrary>& library = by_folder_[folder];
  if (!library) {
    library = std::make_unique<FontLibrary>(folder.empty() ? system_fonts() : folder_fonts(folder));
  }
  return *library;
}

}  // namespace pressmark::pdf
