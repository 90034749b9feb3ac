// Grouping and collapsing of the cites of one citation ("Cite Grouping", "Cite Collapsing").
#include <algorithm>

#include "converters/citation/csl/processor_state.h"

namespace pressmark::csl {
namespace {

bool is_bare(const RenderedCite& cite) {
  return cite.cite.locator.empty() && cite.prefix.empty() && cite.suffix.empty();
}

RichText whole(RenderedCite& cite) {
  RichText text;
  if (!cite.prefix.empty()) {
    std::string prefix = cite.prefix;
    if (!prefix.ends_with(' ')) prefix += ' ';
    text = parse_markup(prefix);
  }
  text.join(std::move(cite.text));
  if (!cite.suffix.empty()) {
    const char first = cite.suffix.front();
    const bool against = first == ' ' || first == ',' || first == '.' || first == ';' ||
                         first == ':' || first == '!' || first == '?' || first == ')';
    text.join(parse_markup((against ? "" : " ") + cite.suffix));
  }
  return text;
}

// Puts a cite behind others; one that begins with a comma, or comes after one, needs no delimiter.
void join_delimited(RichText& all, RichText next, const std::string& delimiter) {
  if (next.empty()) return;
  if (!all.empty()) {
    const char first = next.first();
    if (all.last() == ',') {
      all.join(RichText(" "));
    } else if (first != ',' && first != ';' && first != '.') {
      all.join(RichText(delimiter));
    }
  }
  all.join(std::move(next));
}

// "1, 2, 3, 5" -> "1–3, 5".
RichText collapse_numbers(std::vector<RenderedCite> cites, const CitationLayout& layout) {
  const std::string& delimiter = layout.format.delimiter;
  const std::string& after = layout.after_collapse_delimiter.value_or(delimiter);
  RichText all;
  bool collapsed = false;
  for (std::size_t i = 0; i < cites.size();) {
    std::size_t end = i + 1;
    if (is_bare(cites[i])) {
      while (end < cites.size() && is_bare(cites[end]) &&
             cites[end].cite.number == cites[end - 1].cite.number + 1) {
        ++end;
      }
    }
    if (end - i < 3) end = i + 1;
    join_delimited(all, whole(cites[i]), collapsed ? after : delimiter);
    collapsed = end - i >= 3;
    if (collapsed) {
      all.append(RichText("\u2013"));
      all.append(whole(cites[end - 1]));
    }
    i = end;
  }
  return all;
}

// Brings cites with the same names behind the first of them.
std::vector<RenderedCite> grouped(std::vector<RenderedCite> cites) {
  std::vector<RenderedCite> result;
  std::vector<bool> taken(cites.size(), false);
  for (std::size_t i = 0; i < cites.size(); ++i) {
    if (taken[i]) continue;
    for (std::size_t j = i; j < cites.size(); ++j) {
      if (taken[j] || (j != i && (cites[j].names != cites[i].names || cites[i].names.empty()))) {
        continue;
      }
      taken[j] = true;
      result.push_back(std::move(cites[j]));
      if (j == i && cites[i].names.empty()) break;
    }
  }
  return result;
}

// What a cite's year is without its suffix: the date of issue.
std::string year_of(const RenderedCite& cite) {
  const Date* date = cite.cite.reference->date("issued");
  if (date == nullptr) return {};
  return date->start.year ? std::to_string(*date->start.year) : date->literal;
}

const std::string& suffix_of(const RenderedCite& cite) {
  static const std::string none;
  return cite.cite.disambiguation == nullptr ? none : cite.cite.disambiguation->year_suffix;
}

// The cites from `i` on whose years are the same and whose suffixes can stand alone.
std::size_t end_of_year(const std::vector<RenderedCite>& cites, std::size_t i, std::size_t end) {
  std::size_t next = i + 1;
  if (suffix_of(cites[i]).empty() || !cites[i].cite.locator.empty() || !cites[i].suffix.empty()) {
    return next;
  }
  while (next < end && !suffix_of(cites[next]).empty() && cites[next].prefix.empty() &&
         cites[next].cite.locator.empty() && year_of(cites[next]) == year_of(cites[i])) {
    ++next;
    if (!cites[next - 1].suffix.empty()) break;
  }
  return next;
}

bool follows(const std::string& suffix, const std::string& before) {
  return suffix.size() == 1 && before.size() == 1 && suffix[0] == before[0] + 1;
}

RichText collapse_suffixes(std::vector<RenderedCite>& cites, std::size_t i, std::size_t end,
                           const CitationLayout& layout) {
  const std::string delimiter = layout.year_suffix_delimiter.value_or(
      layout.cite_group_delimiter.value_or(layout.format.delimiter));
  RichText text = whole(cites[i]);
  const bool ranged = layout.collapse == Collapse::year_suffix_ranged;
  for (std::size_t j = i + 1; j < end;) {
    std::size_t last = j;
    const std::size_t before = j - 1;
    while (ranged && last < end && follows(suffix_of(cites[last]), suffix_of(cites[last - 1]))) {
      ++last;
    }
    if (last - before >= 3) {
      text.append(RichText("\u2013" + suffix_of(cites[last - 1])));
      j = last;
      continue;
    }
    text.join(RichText(delimiter));
    text.append(RichText(suffix_of(cites[j])));
    if (!cites[j].suffix.empty()) text.join(parse_markup(" " + cites[j].suffix));
    ++j;
  }
  return text;
}

RichText collapse_years(std::vector<RenderedCite> cites, const CitationLayout& layout,
                        Renderer& renderer) {
  const bool by_suffix =
      layout.collapse == Collapse::year_suffix || layout.collapse == Collapse::year_suffix_ranged;
  const bool collapses = layout.collapse != Collapse::none;
  const std::string& delimiter = layout.format.delimiter;
  const std::string group_delimiter =
      layout.cite_group_delimiter.value_or(layout.collapse == Collapse::year ? ", " : delimiter);
  const std::string after =
      collapses ? layout.after_collapse_delimiter.value_or(delimiter) : delimiter;
  RichText all;
  std::size_t group_size = 0;
  for (std::size_t i = 0; i < cites.size();) {
    std::size_t end = i + 1;
    while (end < cites.size() && !cites[i].names.empty() && cites[end].names == cites[i].names) {
      ++end;
    }
    const std::string& between = group_size > 1 ? after : delimiter;
    group_size = end - i;
    RichText group;
    for (std::size_t j = i; j < end;) {
      if (j > i && collapses && cites[j].prefix.empty()) {
        Cite alone = cites[j].cite;
        alone.suppress_author = true;
        cites[j].text = renderer.render(alone);
      }
      const std::size_t last = by_suffix ? end_of_year(cites, j, end) : j + 1;
      join_delimited(group, by_suffix ? collapse_suffixes(cites, j, last, layout) : whole(cites[j]),
                     group_delimiter);
      j = last;
    }
    join_delimited(all, std::move(group), between);
    i = end;
  }
  return all;
}

}  // namespace

RichText join_cites(std::vector<RenderedCite> cites, const Style& style, Renderer& renderer) {
  const CitationLayout& layout = style.citation;
  if (layout.collapse == Collapse::citation_number) {
    return collapse_numbers(std::move(cites), layout);
  }
  if (layout.collapse != Collapse::none || layout.cite_group_delimiter) {
    return collapse_years(grouped(std::move(cites)), layout, renderer);
  }
  RichText all;
  for (RenderedCite& cite : cites) join_delimited(all, whole(cite), layout.format.delimiter);
  return all;
}

}  // namespace pressmark::csl
