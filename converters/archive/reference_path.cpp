#include "converters/archive/reference_path.h"

#include <algorithm>
#include <vector>

#include "converters/common/digest.h"

namespace pressmark {

std::optional<std::string> reference_path(std::string_view reference) {
  if (reference.starts_with("//")) return {};
  const std::size_t colon = reference.find_first_of(":/?#");
  if (colon != std::string_view::npos && colon > 0 && reference[colon] == ':') return {};
  reference = reference.substr(0, reference.find_first_of("?#"));
  std::string path;
  for (std::size_t i = 0; i < reference.size(); ++i) {
    const auto octet = reference[i] == '%' && i + 2 < reference.size()
                           ? from_hex(reference.substr(i + 1, 2))
                           : std::nullopt;
    path += octet ? octet->front() : reference[i];
    if (octet) i += 2;
  }
  return path;
}

std::optional<std::string> path_below(std::string_view path) {
  std::vector<std::string_view> parts;
  if (path.starts_with('/')) return {};
  while (!path.empty()) {
    const std::size_t end = std::min(path.find('/'), path.size());
    const std::string_view part = path.substr(0, end);
    path.remove_prefix(std::min(end + 1, path.size()));
    if (part == "..") {
      if (parts.empty()) return {};
      parts.pop_back();
    } else if (!part.empty() && part != ".") {
      parts.push_back(part);
    }
  }
  std::string joined;
  for (const std::string_view part : parts) {
    joined.append(joined.empty() ? "" : "/").append(part);
  }
  return joined;
}

}  // namespace pressmark
