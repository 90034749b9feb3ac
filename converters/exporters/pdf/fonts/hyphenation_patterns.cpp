#include "converters/exporters/pdf/fonts/hyphenation_patterns.h"

#include <hyphen.h>

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string_view>
#include <system_error>

namespace pressmark::pdf {
namespace {

constexpr const char* folder = "/usr/share/hyphen/";

// A first level above this size is passed over.
constexpr std::size_t most_compound_octets = std::size_t{256} << 10;

std::string read_file(const std::string& path) {
  std::ostringstream content;
  content << std::ifstream(path, std::ios::binary).rdbuf();
  return content.str();
}

// A dictionary may begin with a level that only finds the parts of compounds, ended by a line
// NEXTLEVEL. The German one lists 69,000 compounds there, which libhyphen takes seconds to load;
// its second level, Liang's patterns, divides compounds well by itself. So a level of that size is
// left out: the encoding's line stays, then comes what follows NEXTLEVEL.
std::string without_large_compound_level(std::string dictionary) {
  constexpr std::string_view mark = "\nNEXTLEVEL";
  const std::size_t level = dictionary.find(mark);
  if (level == std::string::npos || level < most_compound_octets) return dictionary;
  const std::size_t encoding_end = dictionary.find('\n');
  const std::size_t rest = dictionary.find('\n', level + mark.size());
  if (rest == std::string::npos) return dictionary;
  return dictionary.erase(encoding_end, rest - encoding_end);
}

HyphenDict* load(const std::string& path) {
  std::string dictionary = without_large_compound_level(read_file(path));
  if (dictionary.empty()) return nullptr;
  std::FILE* stream = fmemopen(dictionary.data(), dictionary.size(), "r");
  if (stream == nullptr) return nullptr;
  HyphenDict* loaded = hnj_hyphen_load_file(stream);
  std::fclose(stream);
  return loaded;
}

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
    place->second = load(path);
  }
  return place->second;
}

}  // namespace pressmark::pdf
