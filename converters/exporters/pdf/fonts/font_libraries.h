// converters/exporters/pdf/fonts/font_libraries.h: the font libraries of a process, one for each
// folder that is asked for. Fonts are opened once for all documents: a third of a small file's
// time.
#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <string>

#include "converters/exporters/pdf/fonts/font_library.h"

namespace pressmark::pdf {

// Safe to use from many threads.
class FontLibraries {
 public:
  // The fonts of `folder` and no others; the machine's fonts where it is empty. The library lives
  // as long as this object.
  FontLibrary& find(const std::string& folder);

 private:
  std::mutex mutex_;
  std::map<std::string, std::unique_ptr<FontLibrary>> by_folder_;
};

}  // namespace pressmark::pdf
