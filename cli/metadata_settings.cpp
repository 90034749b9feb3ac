#include "cli/metadata_settings.h"

#include <algorithm>
#include <set>

#include "core/base/utf8.h"
#include "core/model/doi.h"
#include "core/model/validate.h"

namespace pressmark::cli {
namespace {

Evidence option_evidence() { return {.source = "option:--set"}; }

std::string trimmed(std::string_view text) {
  const std::size_t first = text.find_first_not_of(" \t\n");
  if (first == std::string_view::npos) return {};
  return std::string(text.substr(first, text.find_last_not_of(" \t\n") - first + 1));
}

Name parse_name(std::string_view text) {
  if (text.size() > 2 && text.front() == '{' && text.back() == '}') {
    return literal_name(trimmed(text.substr(1, text.size() - 2)));
  }
  const std::size_t comma = text.find(',');
  if (comma != std::string_view::npos) {
    return person_name(trimmed(text.substr(comma + 1)), trimmed(text.substr(0, comma)));
  }
  const std::size_t space = text.rfind(' ');
  if (space == std::string_view::npos) return literal_name(std::string(text));
  return person_name(trimmed(text.substr(0, space)), std::string(text.substr(space + 1)));
}

Result<Done> check(const std::string& name, const std::string& value) {
  if (const auto role = parse_role(name)) return Done{};
  if (name == "type") {
    if (parse_item_type(value)) return Done{};
    return Error(ErrorKind::usage, "--set type: there is no item type '" + value + "'",
                 "use one of CSL's, for example article-newspaper or webpage");
  }
  if (parse_date_variable(name)) {
    if (value.empty() || parse_date(value)) return Done{};
    return Error(ErrorKind::usage, "--set " + name + ": '" + value + "' is no date",
                 "write it as 2026-10-12, 2026-10 or 2026");
  }
  if (name == "language" && !value.empty() && !is_language_tag(value)) {
    return Error(ErrorKind::usage, "--set language: '" + value + "' is no language tag",
                 "write it as in 'en', 'pt-BR' or 'zh-Hant'");
  }
  if (parse_variable(name)) return Done{};
  return Error(ErrorKind::usage, "--set names the unknown variable '" + name + "'",
               "use CSL's names, for example title, author, issued, container-title, publisher");
}

}  // namespace

Result<MetadataSettings> parse_metadata_settings(const std::vector<std::string>& texts) {
  MetadataSettings settings;
  for (const std::string& text : texts) {
    const std::size_t equals = text.find('=');
    if (equals == std::string::npos || equals == 0) {
      return Error(ErrorKind::usage, "--set '" + text + "' has no value",
                   "write it as VARIABLE=VALUE");
    }
    std::string name = text.substr(0, equals);
    std::string value = trimmed(utf8::to_text(text.substr(equals + 1)));
    if (const auto checked = check(name, value); !checked) return checked.error();
    settings.emplace_back(std::move(name), std::move(value));
  }
  return settings;
}

void apply_metadata_settings(const MetadataSettings& settings, Document& document) {
  Metadata& metadata = document.metadata;
  std::set<std::string, std::less<>> replaced;  // "author", "keyword": cleared by their first value
  for (const auto& [name, value] : settings) {
    const bool first = replaced.insert(name).second;
    if (const auto role = parse_role(name)) {
      if (first) {
        std::erase_if(metadata.contributors,
                      [&](const Contributor& contributor) { return contributor.role == *role; });
      }
      if (!value.empty()) {
        metadata.contributors.push_back({*role, parse_name(value), {}, option_evidence()});
      }
    } else if (name == "type") {
      metadata.type = *parse_item_type(value);
      metadata.type_evidence = option_evidence();
    } else if (name == "keyword") {
      if (first) metadata.keywords.clear();
      metadata.set(Variable::keyword, {}, {});
      const bool known = std::ranges::any_of(
          metadata.keywords, [&](const auto& keyword) { return keyword.value == value; });
      if (!value.empty() && !known) metadata.keywords.push_back({value, option_evidence()});
    } else if (const auto date_variable = parse_date_variable(name)) {
      metadata.set(*date_variable, value.empty() ? Date{} : *parse_date(value), option_evidence());
    } else if (const auto variable = parse_variable(name)) {
      metadata.set(*variable, value, option_evidence());
      if (*variable == Variable::language) document.language = value;
    }
  }
  settle_doi(metadata);
}

}  // namespace pressmark::cli
