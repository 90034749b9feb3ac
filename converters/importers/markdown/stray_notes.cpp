#include "converters/importers/markdown/stray_notes.h"

#include <algorithm>
#include <unordered_set>

#include "converters/importers/markdown/import_markdown.h"
#include "core/base/ascii.h"

namespace pressmark::markdown {
namespace {

constexpr std::size_t longest_label = 200;

// "[^a]" at the start of a text; empty where there is none.
std::string_view mark_at(std::string_view text) {
  if (!text.starts_with("[^")) return {};
  const std::size_t end = text.substr(0, longest_label).find(']');
  if (end == std::string_view::npos || end < 3) return {};
  const std::string_view mark = text.substr(0, end + 1);
  return mark.find_first_of(" \t\n") == std::string_view::npos ? mark : std::string_view();
}

// The mark of "[^a]: ..." with up to three spaces before it.
std::string_view definition_at(std::string_view line) {
  const std::size_t indent = std::min(line.find_first_not_of(' '), line.size());
  if (indent > 3) return {};
  const std::string_view mark = mark_at(line.substr(indent));
  return line.substr(indent + mark.size()).starts_with(":") ? mark : std::string_view();
}

bool is_fence(std::string_view line) {
  const std::string_view rest = line.substr(std::min(line.find_first_not_of(' '), line.size()));
  return rest.starts_with("```") || rest.starts_with("~~~");
}

template <class Use>
void for_each_line(std::string_view text, Use use) {
  int number = 1;
  for (std::size_t start = 0; start < text.size(); ++number) {
    const std::size_t end = std::min(text.find('\n', start), text.size());
    use(text.substr(start, end - start), number);
    start = end + 1;
  }
}

// All marks that are no definition, in lower case, as labels are compared.
std::unordered_set<std::string> find_marks(std::string_view text) {
  std::unordered_set<std::string> marks;
  for_each_line(text, [&](std::string_view line, int) {
    const std::string_view own = definition_at(line);
    for (std::size_t at = line.find("[^"); at != std::string_view::npos;
         at = line.find("[^", at + 2)) {
      const std::string_view mark = mark_at(line.substr(at));
      if (!mark.empty() && mark.data() != own.data()) marks.insert(ascii::to_lower(mark));
    }
  });
  return marks;
}

}  // namespace

std::string keep_stray_notes(std::string_view text, Diagnostics& diagnostics) {
  if (text.find("[^") == std::string_view::npos) return std::string(text);
  const auto marks = find_marks(text);
  std::string out;
  out.reserve(text.size() + 16);
  bool fenced = false;
  for_each_line(text, [&](std::string_view line, int number) {
    fenced = fenced != is_fence(line);
    const std::string_view mark = fenced ? std::string_view() : definition_at(line);
    if (!mark.empty() && !marks.contains(ascii::to_lower(mark))) {
      diagnostics.report(note_without_mark, Location{number, 1}, line);
      out += '\\';
      line = line.substr(line.find('['));
    }
    out.append(line).push_back('\n');
  });
  return out;
}

}  // namespace pressmark::markdown
