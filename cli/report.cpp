#include "cli/report.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

namespace pressmark::cli {
namespace {

constexpr std::size_t shown_warnings = 10;

std::string place_of(const Diagnostic& diagnostic, std::string_view input) {
  std::string place(input);
  if (diagnostic.where.known()) {
    place += fmt::format(":{}", diagnostic.where.line);
    if (diagnostic.where.column > 0) place += fmt::format(":{}", diagnostic.where.column);
  }
  return place;
}

}  // namespace

void show_diagnostics(const Diagnostics& diagnostics, std::string_view input, Console& console) {
  const bool verbose = console.verbosity == Verbosity::verbose;
  std::size_t warnings = 0;
  for (const Diagnostic& diagnostic : diagnostics.all()) {
    const std::string line =
        fmt::format("{}: {}: {} [{}]", to_string(diagnostic.severity()),
                    place_of(diagnostic, input), diagnostic.message(), diagnostic.id());
    if (diagnostic.severity() == Severity::note) {
      console.note(line);
    } else if (++warnings <= shown_warnings || verbose) {
      console.warning(line);
    }
  }
  if (warnings > shown_warnings && !verbose) {
    console.warning(fmt::format("warning: {}: {} more warnings; --verbose shows them", input,
                                warnings - shown_warnings));
  }
}

std::string diagnostics_ndjson(const Diagnostics& diagnostics) {
  using Json = nlohmann::ordered_json;
  std::string lines;
  for (const Diagnostic& diagnostic : diagnostics.all()) {
    Json object = {{"code", diagnostic.id()},
                   {"severity", to_string(diagnostic.severity())},
                   {"text", diagnostic.code->text},
                   {"subject", diagnostic.subject}};
    if (diagnostic.where.known()) object["line"] = diagnostic.where.line;
    if (diagnostic.where.column > 0) object["column"] = diagnostic.where.column;
    lines += object.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
  }
  for (const auto& [code, count] : diagnostics.dropped()) {
    lines += Json({{"code", code}, {"dropped", count}}).dump() + "\n";
  }
  return lines;
}

}  // namespace pressmark::cli
