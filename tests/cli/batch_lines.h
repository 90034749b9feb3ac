// tests/cli/batch_lines.h: the lines that a batch prints.
#pragma once

#include <map>
#include <nlohmann/json.hpp>
#include <sstream>
#include <string>

namespace pressmark::cli {

inline std::map<std::string, nlohmann::json> lines_by_id(const std::string& ndjson) {
  std::map<std::string, nlohmann::json> lines;
  std::istringstream stream(ndjson);
  for (std::string line; std::getline(stream, line);) {
    nlohmann::json object = nlohmann::json::parse(line);
    const std::string id = object["id"];
    lines[id] = std::move(object);
  }
  return lines;
}

}  // namespace pressmark::cli
