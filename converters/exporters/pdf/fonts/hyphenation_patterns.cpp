#include "converters/exporters/pdf/fonts/hyphenation_patterns.h"

#include <hyphen.h>

#include <filesystem>
#include <system_error>

namespace pressmark::pdf {
namespace {

constexpr const char* folder = "/usr/share/hyphen/";

}  // namespace

HyphenationPatterns::~HyphenationPatterns() {
  for (const auto& [name, dictionary] : by_name_) {
    if (dictionary != nullptr) hnj_hyphen_free(dictionary);
  }
}

_HyphenDict* HyphenationPatterns::find(const std::string& name) {
  if (name.find('/') != std::string::npos) return nullptr;
  const std::lock_guard lock(mutex_);
  const auto [place, is_new] = by_name_.emplace(name, nullptr);
  const std::string path = folder + ("hyph_" + name + ".dic");
  std::error_code ignored;
  if (is_new && std::filesystem::is_regular_file(path, ignored)) {
    place->second = hnj_hyphen_load(path.c_str());
  }
  return place->second;
}

}  // namespace pressmark::pdf
