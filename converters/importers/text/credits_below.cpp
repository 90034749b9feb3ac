#include "converters/importers/text/credits_below.h"

#include <algorithm>
#include <string>

#include "converters/importers/text/below_text.h"
#include "converters/importers/text/byline.h"
#include "converters/importers/text/characters.h"
#include "converters/importers/text/front.h"
#include "converters/importers/text/header_fields.h"

namespace pressmark::plain_text {
namespace {

Evidence evidence_below(const Line& line, const char* source, double confidence) {
  return Evidence{.source = source,
                  .from = {static_cast<int>(line.number), line.indent + 1},
                  .confidence = confidence};
}

// "SOURCE Riverton Ferry": who issued a press release is its author, where nobody else is.
bool add_issuer(std::string_view words, const Line& line, Metadata& record) {
  constexpr std::string_view label = "SOURCE ";
  constexpr std::size_t most_words = 12;
  if (record.text(Variable::genre) != "press release" || !words.starts_with(label)) return false;
  const std::string_view name = trim(words.substr(label.size()));
  if (split_words(name).size() > most_words || !is_upper(first_of(name))) return false;
  if (!record.with_role(Role::author).empty()) return false;
  record.contributors.push_back({Role::author, literal_name(std::string(name)), "",
                                 evidence_below(line, "text:credit", 0.85)});
  return true;
}

bool apply_label_below(std::string_view words, const Line& line, Builder& builder,
                       Document& document) {
  const auto label = label_below(words);
  if (!label) return false;
  HeaderFields fields;
  fields.fields.push_back(
      {label->kind, std::string(label->label), std::string(label->value), line, 0.8});
  apply_header_fields(fields, builder, document.language, document);
  return true;
}

}  // namespace

void read_credits_below(LinesLeft lines, Builder& builder, Document& document) {
  constexpr std::size_t last_groups = 4;
  constexpr std::size_t last_lines = 40;  // a text without blank lines is one group
  constexpr std::size_t most_lines = 6;
  std::size_t groups = 0;
  const std::size_t first = lines.size() - std::min(lines.size(), last_lines);
  for (std::size_t i = lines.size(); i-- > first && groups < last_groups;) {
    const bool alone = lines[i].begins_group();
    const bool single = i + 1 == lines.size() || lines[i + 1].begins_group() ||
                        find_credit(lines[i].text).has_value() ||
                        label_below(lines[i].text).has_value();
    groups += alone || single;
    if (!alone && !single) continue;
    std::string words(lines[i].text);
    std::size_t end = i + 1;
    for (; end < std::min(lines.size(), i + most_lines); ++end) {
      if (lines[end].begins_group() || find_credit(words) || label_below(words)) break;
      words += ' ';
      words += lines[end].text;
    }
    if (is_copyright_notice(words)) {
      document.metadata.offer(Variable::rights, words,
                              evidence_below(lines[i], "text:rights", 0.8));
      builder.found(Rule::credits, lines.subspan(i, end - i), words);
      continue;
    }
    if (add_issuer(words, lines[i], document.metadata)) {
      builder.found(Rule::credits, lines.subspan(i, end - i), words);
      continue;
    }
    if (apply_label_below(words, lines[i], builder, document)) {
      builder.found(Rule::credits, lines.subspan(i, end - i), words);
      continue;
    }
    auto credit = find_credit(words);
    if (!credit) credit = find_credit(credit_at_end(words));
    if (!credit) continue;
    builder.found(Rule::credits, lines.subspan(i, end - i), words);
    apply_credit(*credit, words, lines[i], document);
  }
}

}  // namespace pressmark::plain_text
