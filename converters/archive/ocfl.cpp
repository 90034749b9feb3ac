#include "converters/archive/ocfl.h"

#include <nlohmann/json.hpp>

#include "converters/common/digest.h"
#include "core/base/utf8.h"

namespace pressmark::archive {
namespace {

using Json = nlohmann::ordered_json;

bool is_safe_element(std::string_view element) {
  if (element.empty() || element == "." || element == "..") return false;
  if (element.front() == '~') return false;
  return element.find_first_of("\\:") == std::string_view::npos;
}

}  // namespace

std::string layout_json() {
  const Json layout = {
      {"extension", layout_extension},
      {"description",
       "Objects lie in three folders of three characters each and a folder with the whole SHA-256 "
       "digest of the object's id."}};
  return layout.dump(2) + "\n";
}

bool is_layout_description(std::string_view json) {
  const Json layout = Json::parse(json, nullptr, false);
  const auto has_text = [&](const char* key) {
    return layout.is_object() && layout.contains(key) && layout[key].is_string();
  };
  return has_text("extension") && has_text("description");
}

std::string layout_configuration_json() {
  const Json configuration = {{"extensionName", layout_extension},
                              {"digestAlgorithm", "sha256"},
                              {"tupleSize", 3},
                              {"numberOfTuples", 3},
                              {"shortObjectRoot", false}};
  return configuration.dump(2) + "\n";
}

std::string object_digest(std::string_view object_id) { return sha256_hex(object_id); }

std::string storage_path(std::string_view digest) {
  std::string path;
  for (int tuple = 0; tuple < 3; ++tuple) path.append(digest.substr(tuple * 3, 3)).append("/");
  return path.append(digest);
}

bool is_safe_path(std::string_view path) {
  if (!utf8::is_text(path) || path.find_first_of("\n\t") != std::string_view::npos) return false;
  std::size_t start = 0;
  for (;;) {
    const std::size_t slash = path.find('/', start);
    if (!is_safe_element(path.substr(start, slash - start))) return false;
    if (slash == std::string_view::npos) return true;
    start = slash + 1;
  }
}

}  // namespace pressmark::archive
