#include "converters/common/xml_rules.h"

#include <algorithm>
#include <stdexcept>

namespace pressmark {
namespace {

// Calls `take` with each piece between spaces (or `separator`).
template <class Take>
void for_each_piece(std::string_view text, char separator, Take take) {
  for (std::size_t start = 0; start < text.size();) {
    const std::size_t end = std::min(text.find(separator, start), text.size());
    if (end > start) take(text.substr(start, end - start));
    start = end + 1;
  }
}

std::logic_error bad_row(std::string_view row) {
  return std::logic_error("no rule of an XML vocabulary: '" + std::string(row) + "'");
}

const XmlNamedRow& find_named(std::span<const XmlNamedRow> rows, std::string_view name) {
  const auto found = std::ranges::find(rows, name, &XmlNamedRow::name);
  if (found == rows.end()) throw bad_row(name);
  return *found;
}

}  // namespace

XmlRules::XmlRules(std::string_view name_space, std::span<const XmlElementRow> elements,
                   std::span<const XmlNamedRow> values, std::span<const XmlNamedRow> groups)
    : name_space_(name_space), values_(values), groups_(groups) {
  for (const XmlElementRow& row : elements) {
    if (!rows_.emplace(row.name, rows_.size()).second) throw bad_row(row.name);
  }
  for (const XmlElementRow& row : elements) {
    ElementRule& rule = elements_.emplace_back();
    rule.name = row.name.substr(0, row.name.find('.'));
    read_children(row.children, rule);
    read_attributes(row.attributes, rule);
  }
}

void XmlRules::read_children(std::string_view text, ElementRule& rule) const {
  constexpr std::array<std::pair<std::string_view, Content>, 6> words = {
      {{"#text", Content::text},
       {"#base64", Content::base64},
       {"#natural", Content::natural},
       {"#integer", Content::integer},
       {"#any", Content::any},
       {"#open", Content::open}}};
  for_each_piece(text, ' ', [&](std::string_view token) {
    if (token.starts_with('#')) {
      const auto found =
          std::ranges::find(words, token, &std::pair<std::string_view, Content>::first);
      if (found == words.end()) throw bad_row(token);
      rule.content = found->second;
    } else if (token == "~") {
      rule.content = Content::any_order;
    } else if (token == "/") {
      rule.content = Content::one_name;
    } else if (token == "!") {
      rule.one_of_first = rule.children.size();
    } else {
      Particle particle;
      const char last = token.back();
      particle.is_required = last != '?' && last != '*';
      particle.is_repeated = last == '*' || last == '+';
      if (last == '?' || last == '*' || last == '+') token.remove_suffix(1);
      const auto row = rows_.find(token);
      if (row == rows_.end()) throw bad_row(token);
      particle.name = token;
      particle.element = row->second;
      rule.children.push_back(particle);
    }
  });
  if (rule.children.size() > most_children) throw bad_row(text);
}

void XmlRules::read_attributes(std::string_view text, ElementRule& rule) const {
  for_each_piece(text, ' ', [&](std::string_view token) {
    if (token == "*") {
      rule.has_other_attributes = true;
    } else if (token == "xlink") {
      rule.has_xlink = true;
    } else if (token.starts_with("xlink!")) {
      rule.required_xlink.push_back(token.substr(token.find('!') + 1));
    } else if (token.starts_with('@')) {
      read_attributes(find_named(groups_, token.substr(1)).content, rule);
    } else {
      read_attribute(token, rule);
    }
  });
}

void XmlRules::read_attribute(std::string_view token, ElementRule& rule) const {
  constexpr std::array<std::pair<std::string_view, Kind>, 6> kinds = {{{"id", Kind::id},
                                                                       {"idref", Kind::idref},
                                                                       {"idrefs", Kind::idrefs},
                                                                       {"integer", Kind::integer},
                                                                       {"natural", Kind::natural},
                                                                       {"time", Kind::time}}};
  AttributeRule attribute;
  const std::size_t mark = token.find_first_of("!:=");
  attribute.name = token.substr(0, mark);
  std::string_view rest = mark == std::string_view::npos ? std::string_view() : token.substr(mark);
  if (rest.starts_with('!')) {
    attribute.is_required = true;
    rest.remove_prefix(1);
  }
  if (rest.starts_with('=')) {
    attribute.kind = Kind::listed;
    for_each_piece(find_named(values_, rest.substr(1)).content, '|',
                   [&](std::string_view value) { attribute.values.push_back(value); });
  } else if (rest.starts_with(':')) {
    const auto found =
        std::ranges::find(kinds, rest.substr(1), &std::pair<std::string_view, Kind>::first);
    if (found == kinds.end()) throw bad_row(token);
    attribute.kind = found->second;
  }
  rule.attributes.push_back(std::move(attribute));
}

}  // namespace pressmark
