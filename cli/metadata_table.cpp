#include "cli/metadata_table.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <vector>

#include "cli/console.h"

namespace pressmark::cli {
namespace {

constexpr std::size_t name_width = 22;

class Table {
 public:
  explicit Table(Explain explain) : explain_(explain) {}

  void row(std::string_view name, std::string_view value, const Evidence& evidence) {
    out_ += fmt::format("{:<{}} {}{}\n", name, name_width, printable(value),
                        evidence.inferred ? " (inferred)" : "");
    if (explain_ == Explain::yes)
      out_ += fmt::format("{:<{}}   {}\n", "", name_width, words(evidence));
  }

  // A value that several places of the source have is listed once, with a line for each of them.
  void rejected(const std::vector<Rejected>& all) {
    for (auto first = all.begin(); first != all.end(); ++first) {
      const auto is_same = [&](const Rejected& other) {
        return other.variable == first->variable && other.value == first->value;
      };
      if (std::any_of(all.begin(), first, is_same)) continue;
      out_ += fmt::format("{:<{}} not taken: {}\n", first->variable, name_width,
                          printable(first->value));
      std::vector<std::string> lines;
      for (auto other = first; other != all.end(); ++other) {
        if (!is_same(*other)) continue;
        std::string line = words(other->evidence) + "; " + printable(other->reason);
        if (std::ranges::find(lines, line) == lines.end()) lines.push_back(std::move(line));
      }
      for (const std::string& line : lines)
        out_ += fmt::format("{:<{}}   {}\n", "", name_width, line);
    }
  }

  std::string take() { return std::move(out_); }

 private:
  // "from json-ld:NewsArticle.headline, line 12, confidence 90 %, read from "...""
  static std::string words(const Evidence& evidence) {
    std::string text =
        "from " + (evidence.source.empty() ? "(not recorded)" : printable(evidence.source));
    if (evidence.from.known()) text += fmt::format(", line {}", evidence.from.line);
    // Whole per cent, so no decimal separator of a locale comes in.
    text += fmt::format(", confidence {} %", std::lround(evidence.confidence * 100));
    if (!evidence.raw.empty()) text += fmt::format(", read from \"{}\"", printable(evidence.raw));
    return text;
  }

  Explain explain_;
  std::string out_;
};

}  // namespace

std::string metadata_table(const Metadata& metadata, Explain explain) {
  Table table(explain);
  table.row("type", to_string(metadata.type), metadata.type_evidence);
  const auto text_row = [&](Variable variable) {
    if (const auto* found = metadata.find(variable)) {
      table.row(to_string(variable), found->value, found->evidence);
    }
  };
  text_row(Variable::title);
  text_row(Variable::subtitle);
  for (const Contributor& contributor : metadata.contributors) {
    std::string name = display_name(contributor.name);
    if (!contributor.position.empty()) name += " (" + contributor.position + ")";
    table.row(to_string(contributor.role), name, contributor.evidence);
  }
  for (const auto& [variable, sourced] : metadata.dates()) {
    table.row(to_string(variable), to_string(sourced.value), sourced.evidence);
  }
  for (const auto& [variable, sourced] : metadata.texts()) {
    if (variable == Variable::title || variable == Variable::subtitle) continue;
    table.row(to_string(variable), sourced.value, sourced.evidence);
  }
  for (const auto& keyword : metadata.keywords) {
    table.row("keyword", keyword.value, keyword.evidence);
  }
  for (const auto& [name, value] : metadata.extra) table.row(name, value, Evidence{});
  if (explain == Explain::yes) table.rejected(metadata.rejected);
  return table.take();
}

}  // namespace pressmark::cli
