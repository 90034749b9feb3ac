#include "converters/importers/markdown/front_forms.h"

#include <algorithm>
#include <vector>

#include "converters/common/word_set.h"
#include "core/base/ascii.h"

namespace pressmark::markdown {
namespace {

constexpr std::size_t most_lines = 200;

std::string_view trim(std::string_view text) {
  const std::size_t start = std::min(text.find_first_not_of(" \t\r"), text.size());
  text.remove_prefix(start);
  const std::size_t end = text.find_last_not_of(" \t\r");
  return text.substr(0, end == text.npos ? 0 : end + 1);
}

struct FrontLine {
  std::string_view text;
  std::size_t end;  // octet behind its line feed
};

// The first lines up to one that `stops`, which is not among them.
template <typename Stops>
std::vector<FrontLine> lines_until(std::string_view text, std::size_t at, Stops stops) {
  std::vector<FrontLine> lines;
  while (at < text.size() && lines.size() < most_lines) {
    const std::size_t feed = std::min(text.find('\n', at), text.size());
    const std::string_view line = text.substr(at, feed - at);
    if (stops(line)) break;
    at = std::min(feed + 1, text.size());
    lines.push_back({line, at});
  }
  return lines;
}

// In YAML's single quotation marks (YAML 1.2, 7.3.2).
std::string quoted(std::string_view value) {
  std::string text = "'";
  for (const char c : value) text += c == '\'' ? std::string("''") : std::string(1, c);
  return text + "'";
}

std::string list_of(std::string_view names, char separator) {
  std::string list = "[";
  while (!names.empty()) {
    const std::size_t end = std::min(names.find(separator), names.size());
    const std::string_view name = trim(names.substr(0, end));
    names.remove_prefix(std::min(end + 1, names.size()));
    if (!name.empty()) list += (list.size() > 1 ? ", " : "") + quoted(name);
  }
  return list + "]";
}

// "% Title", "% Author; Author", "% Date".
std::optional<FrontForm> title_block(std::string_view text) {
  if (!text.starts_with("% ")) return {};
  const auto lines = lines_until(text, 0, [](std::string_view line) {
    return !line.starts_with('%') && !line.starts_with(' ');
  });
  std::vector<std::string> values;
  for (const FrontLine& line : lines) {
    if (line.text.starts_with('%')) {
      values.emplace_back(trim(line.text.substr(1)));
    } else {
      values.back() += (values.size() == 2 ? "; " : " ") + std::string(trim(line.text));
    }
  }
  if (values.size() > 3 || lines.size() == most_lines) return {};
  FrontForm form{"---\n", lines.back().end};
  if (!values[0].empty()) form.yaml += "title: " + quoted(values[0]) + "\n";
  if (values.size() > 1) form.yaml += "author: " + list_of(values[1], ';') + "\n";
  if (values.size() > 2) form.yaml += "date: " + quoted(values[2]) + "\n";
  form.yaml += "---\n";
  return form;
}

// "Title: ..." and other fields up to a blank line.
std::optional<FrontForm> field_lines(std::string_view text) {
  static const WordSet known(
      "title, subtitle, author, authors, date, language, lang, keywords, tags, abstract, "
      "publisher, "
      "copyright, url, doi, affiliation, revision");
  const auto lines = lines_until(text, 0, [](std::string_view line) { return trim(line).empty(); });
  if (lines.size() < 2 || lines.size() == most_lines || lines.back().end == text.size()) return {};
  FrontForm form{"---\n", lines.back().end};
  std::size_t found = 0;
  for (const FrontLine& line : lines) {
    const std::size_t colon = line.text.find(':');
    if (colon == line.text.npos || colon == 0 || colon > 40) return {};
    const std::string key = ascii::to_lower(trim(line.text.substr(0, colon)));
    const std::string_view value = trim(line.text.substr(colon + 1));
    const bool is_known = known.contains(key);
    found += is_known;
    if (!is_known && key.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-_ ") != key.npos) {
      return {};
    }
    const bool listed = key == "keywords" || key == "tags";
    form.yaml += quoted(key) + ": " + (listed ? list_of(value, ',') : quoted(value)) + "\n";
  }
  if (found < 2) return {};
  form.yaml += "---\n";
  return form;
}

// An object of JSON, which is YAML as well, with its braces on lines of their own.
std::optional<FrontForm> json_object(std::string_view text) {
  if (!text.starts_with("{\n")) return {};
  const auto lines = lines_until(text, 0, [](std::string_view line) { return trim(line) == "}"; });
  const std::size_t end = lines.back().end;
  if (text.substr(end, 1) != "}") return {};
  const std::size_t feed = std::min(text.find('\n', end), text.size());
  return FrontForm{"---\n" + std::string(text.substr(0, end)) + "}\n---\n",
                   std::min(feed + 1, text.size())};
}

// Whether a value has to be in quotation marks to be read as what it says.
bool needs_quotes(std::string_view value) {
  const char first = value.front();
  const char last = value.back();
  if (first == '\'' || first == '"') return value.size() < 2 || last != first;
  if (first == '[') return last != ']';
  if (first == '{') return last != '}';
  if (first == '|' || first == '>') return value.size() > 3;
  if (std::string_view("@`%&*!").find(first) != std::string_view::npos) return true;
  return value.find(": ") != value.npos || value.ends_with(':') || value.find(" #") != value.npos ||
         value.find('"') != value.npos;
}

}  // namespace

std::optional<FrontForm> find_front_form(std::string_view text) {
  if (auto form = title_block(text)) return form;
  if (auto form = json_object(text)) return form;
  return field_lines(text);
}

std::optional<FrontForm> mend_yaml(std::string_view text) {
  if (!text.starts_with("---\n")) return {};
  const auto lines = lines_until(
      text, 4, [](std::string_view line) { return trim(line) == "---" || trim(line) == "..."; });
  const std::size_t end = lines.empty() ? 4 : lines.back().end;
  const std::string_view mark = text.substr(end, 3);
  if (mark != "---" && mark != "...") return {};
  FrontForm form{"---\n", std::min(std::min(text.find('\n', end), text.size()) + 1, text.size())};
  for (const FrontLine& line : lines) {
    const std::size_t colon = line.text.find(": ");
    const std::string_view value =
        colon == line.text.npos ? std::string_view() : trim(line.text.substr(colon + 1));
    if (value.empty() || !needs_quotes(value)) {
      form.yaml += std::string(line.text) + "\n";
    } else {
      const bool open = value.front() == '[';  // a list whose end is missing
      form.yaml += std::string(line.text.substr(0, colon)) + ": " +
                   (open ? list_of(value.substr(1), ',') : quoted(value)) + "\n";
    }
  }
  form.yaml += "---\n";
  return form;
}

}  // namespace pressmark::markdown
