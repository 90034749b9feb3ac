#include <algorithm>
#include <charconv>
#include <functional>

#include "converters/common/xml_names.h"
#include "converters/common/xml_rules.h"
#include "core/model/date.h"

namespace pressmark {
namespace {

constexpr std::size_t most_problems = 50;
constexpr std::string_view instance_name_space = "http://www.w3.org/2001/XMLSchema-instance";
constexpr std::string_view xlink_name_space = "http://www.w3.org/1999/xlink";

constexpr std::array<std::string_view, 10> xlink_names = {
    "type", "href", "role", "arcrole", "title", "show", "actuate", "label", "from", "to"};

bool is_blank(std::string_view text) {
  return text.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

std::string_view trimmed(std::string_view text) {
  if (is_blank(text)) return {};
  const std::size_t start = text.find_first_not_of(" \t\r\n");
  return text.substr(start, text.find_last_not_of(" \t\r\n") + 1 - start);
}

// xs:long and the like: the numbers of METS and PREMIS are sizes and positions.
bool is_integer(std::string_view text, bool is_natural) {
  text = trimmed(text);
  if (text.starts_with('+')) {
    text.remove_prefix(1);
    if (text.starts_with('-')) return false;
  }
  long long value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc() && end == text.data() + text.size() && (!is_natural || value >= 0);
}

// "2026-10-12T08:30:00", with or without a fraction of a second and an offset (XML Schema Part 2,
// 3.2.7). Years have four digits here.
bool is_date_time(std::string_view text) {
  text = trimmed(text);
  constexpr std::string_view form = "0000-00-00T00:00:00";
  if (text.size() < form.size()) return false;
  for (std::size_t i = 0; i < form.size(); ++i) {
    const bool is_digit = text[i] >= '0' && text[i] <= '9';
    if (form[i] == '0' ? !is_digit : text[i] != form[i]) return false;
  }
  const auto number = [&](std::size_t place) {
    return (text[place] - '0') * 10 + text[place + 1] - '0';
  };
  if (number(11) > 23 || number(14) > 59 || number(17) > 59) return false;
  if (!parse_date(std::string(text.substr(0, 10)))) return false;
  std::string_view rest = text.substr(form.size());
  if (rest.starts_with('.')) {
    const std::size_t digits = rest.substr(1).find_first_not_of("0123456789");
    if (digits == 0 || rest.size() == 1) return false;
    rest = digits == std::string_view::npos ? std::string_view() : rest.substr(digits + 1);
  }
  if (rest.empty() || rest == "Z") return true;
  if (rest.size() != 6 || (rest[0] != '+' && rest[0] != '-') || rest[3] != ':') return false;
  const auto two_digits = [&](std::size_t place) {
    return rest[place] >= '0' && rest[place] <= '9' && rest[place + 1] >= '0' &&
           rest[place + 1] <= '9';
  };
  return two_digits(1) && two_digits(4) && rest.substr(1, 2) <= "14" && rest.substr(4, 2) <= "59";
}

// XML Schema Part 2, 3.2.16: with its padding, and white space between.
bool is_base64(std::string_view text) {
  std::size_t characters = 0;
  std::size_t padding = 0;
  for (const char c : text) {
    if (is_blank({&c, 1})) continue;
    const bool is_digit = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                          (c >= '0' && c <= '9') || c == '+' || c == '/';
    if (c == '=' ? ++padding > 2 : (!is_digit || padding > 0)) return false;
    ++characters;
  }
  return characters % 4 == 0;
}

std::string quoted(std::string_view text) { return "'" + std::string(text) + "'"; }

}  // namespace

void XmlRuleCheck::problem(const XmlScanner& scanner, const std::string& text) {
  if (problems_.size() >= most_problems) return;
  problems_.push_back("line " + std::to_string(scanner.line()) + ": " + text);
}

void XmlRuleCheck::take(XmlScanner::Event event, const XmlScanner& scanner) {
  switch (event) {
    case XmlScanner::Event::start:
      start(scanner);
      break;
    case XmlScanner::Event::end:
      end(scanner);
      break;
    case XmlScanner::Event::text:
      text(scanner);
      break;
    case XmlScanner::Event::finished:
      finish();
      break;
    case XmlScanner::Event::failed:
      if (problems_.empty() || problems_.back() != scanner.failure()) {
        problems_.push_back(scanner.failure());
      }
      break;
  }
}

void XmlRuleCheck::start(const XmlScanner& scanner) {
  if (skipped_ > 0) {
    ++skipped_;
    note_ids(scanner);
    return;
  }
  const XmlRules::ElementRule* rule = find_rule(scanner);
  if (rule == nullptr) {
    ++skipped_;
    note_ids(scanner);
    return;
  }
  check_attributes(scanner, *rule);
  text_.clear();
  open_.push_back({rule, 0, {}, false});
}

// Null where the element cannot stand here, which is told, or need not be looked at.
const XmlRules::ElementRule* XmlRuleCheck::find_rule(const XmlScanner& scanner) {
  const bool is_known = scanner.name_space() == rules_.name_space_;
  std::size_t row = 0;
  if (open_.empty()) {
    if (!is_known || scanner.name() != rules_.elements_.front().name) {
      problem(scanner, quoted(scanner.name()) + " cannot be the root");
      return nullptr;
    }
  } else {
    Open& parent = open_.back();
    parent.has_children = true;
    const XmlRules::Content content = parent.rule->content;
    if (content == XmlRules::Content::any || content == XmlRules::Content::open) return nullptr;
    const XmlRules::Particle* particle = is_known ? find_particle(scanner, parent) : nullptr;
    if (particle == nullptr) {
      problem(scanner,
              quoted(scanner.name()) + " cannot stand here in " + quoted(parent.rule->name));
      return nullptr;
    }
    row = particle->element;
  }
  if (const std::string_view variant = variant_ ? variant_(scanner) : std::string_view();
      !variant.empty()) {
    const auto found = rules_.rows_.find(variant);
    if (found != rules_.rows_.end()) row = found->second;
  }
  return &rules_.elements_[row];
}

const XmlRules::Particle* XmlRuleCheck::find_particle(const XmlScanner& scanner, Open& parent) {
  const auto& children = parent.rule->children;
  const bool is_sequence = parent.rule->content == XmlRules::Content::sequence;
  for (std::size_t i = is_sequence ? parent.place : 0; i < children.size(); ++i) {
    if (children[i].name != scanner.name()) {
      if (is_sequence && children[i].is_required && !parent.seen[i]) return nullptr;
      if (parent.rule->content == XmlRules::Content::one_name && parent.seen[i]) return nullptr;
      continue;
    }
    if (parent.seen[i] && !children[i].is_repeated) return nullptr;
    if (parent.rule->content == XmlRules::Content::one_name) {
      for (std::size_t k = i + 1; k < children.size(); ++k) {
        if (parent.seen[k]) return nullptr;
      }
    }
    // Behind the group of which one has to be there.
    if (is_sequence && i >= parent.rule->one_of_first && parent.rule->one_of_first > 0 &&
        std::ranges::none_of(parent.seen.begin(), parent.seen.begin() + parent.rule->one_of_first,
                             std::identity())) {
      return nullptr;
    }
    parent.place = i;
    parent.seen[i] = true;
    return &children[i];
  }
  return nullptr;
}

void XmlRuleCheck::check_attributes(const XmlScanner& scanner, const XmlRules::ElementRule& rule) {
  for (const std::string_view name : rule.required_xlink) {
    const bool is_there = std::ranges::any_of(scanner.attributes(), [&](const auto& attribute) {
      return attribute.name == name && attribute.name_space == xlink_name_space;
    });
    if (!is_there) problem(scanner, quoted(rule.name) + " lacks xlink:" + std::string(name));
  }
  std::size_t required = 0;
  for (const XmlScanner::Attribute& attribute : scanner.attributes()) {
    if (attribute.name_space == instance_name_space || attribute.prefix == "xml") continue;
    if (!attribute.name_space.empty()) {
      if (attribute.name_space == xlink_name_space && rule.has_xlink) {
        check_xlink(scanner, attribute);
      } else if (!rule.has_other_attributes) {
        problem(scanner, quoted(rule.name) + " has no attribute " + quoted(attribute.name));
      }
      continue;
    }
    const auto found =
        std::ranges::find(rule.attributes, attribute.name, &XmlRules::AttributeRule::name);
    if (found == rule.attributes.end()) {
      problem(scanner, quoted(rule.name) + " has no attribute " + quoted(attribute.name));
      continue;
    }
    required += found->is_required ? 1 : 0;
    check_value(scanner, *found, attribute.value);
  }
  const auto all = std::ranges::count_if(rule.attributes, &XmlRules::AttributeRule::is_required);
  if (required == static_cast<std::size_t>(all)) return;
  for (const XmlRules::AttributeRule& attribute : rule.attributes) {
    if (attribute.is_required && scanner.attribute(attribute.name) == nullptr) {
      problem(scanner, quoted(rule.name) + " lacks the attribute " + quoted(attribute.name));
    }
  }
}

void XmlRuleCheck::check_value(const XmlScanner& scanner, const XmlRules::AttributeRule& rule,
                               std::string_view value) {
  using Kind = XmlRules::Kind;
  const auto bad = [&] {
    problem(scanner, quoted(value) + " can be no value of " + quoted(rule.name));
  };
  switch (rule.kind) {
    case Kind::text:
      return;
    case Kind::id:
      if (!is_xml_name(trimmed(value))) return bad();
      if (!ids_.emplace(trimmed(value)).second) {
        problem(scanner, "the id " + quoted(value) + " is there twice");
      }
      return;
    case Kind::idref:
    case Kind::idrefs: {
      std::size_t count = 0;
      for (std::string_view rest = trimmed(value); !rest.empty(); ++count) {
        const std::string_view id = rest.substr(0, rest.find_first_of(" \t\r\n"));
        pointers_.emplace(id, rule.name);
        rest = trimmed(rest.substr(id.size()));
      }
      if (count == 0) problem(scanner, quoted(rule.name) + " names no id");
      if (rule.kind == Kind::idref && count > 1) return bad();
      return;
    }
    case Kind::integer:
    case Kind::natural:
      if (!is_integer(value, rule.kind == Kind::natural)) bad();
      return;
    case Kind::time:
      if (!is_date_time(value)) bad();
      return;
    case Kind::listed:
      if (std::ranges::find(rule.values, value) == rule.values.end()) bad();
      return;
  }
}

void XmlRuleCheck::check_xlink(const XmlScanner& scanner, const XmlScanner::Attribute& attribute) {
  constexpr std::array<std::string_view, 5> shows = {"new", "replace", "embed", "other", "none"};
  constexpr std::array<std::string_view, 4> actuates = {"onLoad", "onRequest", "other", "none"};
  constexpr std::array<std::string_view, 4> types = {"simple", "locator", "arc", "extended"};
  const auto is_one_of = [&](const auto& values) {
    return std::ranges::find(values, attribute.value) != values.end();
  };
  const bool is_good = attribute.name == "show"      ? is_one_of(shows)
                       : attribute.name == "actuate" ? is_one_of(actuates)
                       : attribute.name == "type"    ? is_one_of(types)
                                                     : true;
  if (std::ranges::find(xlink_names, attribute.name) == xlink_names.end()) {
    problem(scanner, "XLink has no attribute " + quoted(attribute.name));
  } else if (!is_good) {
    problem(scanner, quoted(attribute.value) + " can be no value of " + quoted(attribute.name));
  }
}

void XmlRuleCheck::text(const XmlScanner& scanner) {
  if (skipped_ > 0 || open_.empty()) return;
  switch (open_.back().rule->content) {
    case XmlRules::Content::text:
    case XmlRules::Content::open:
      return;
    case XmlRules::Content::natural:
    case XmlRules::Content::integer:
    case XmlRules::Content::base64:
      text_ += scanner.text();
      return;
    default:
      if (is_blank(scanner.text())) return;
      problem(scanner, "text cannot stand here in " + quoted(open_.back().rule->name));
  }
}

void XmlRuleCheck::end(const XmlScanner& scanner) {
  if (skipped_ > 0) {
    --skipped_;
    return;
  }
  if (open_.empty()) return;
  check_complete(scanner, open_.back());
  open_.pop_back();
}

void XmlRuleCheck::check_complete(const XmlScanner& scanner, const Open& element) {
  const XmlRules::ElementRule& rule = *element.rule;
  using Content = XmlRules::Content;
  const bool is_number = rule.content == Content::natural || rule.content == Content::integer;
  const bool is_octets = rule.content == Content::base64;
  if ((is_number && !is_integer(text_, rule.content == Content::natural)) ||
      (is_octets && !is_base64(text_))) {
    problem(scanner, quoted(text_) + " can be no value of " + quoted(rule.name));
  }
  if (rule.content == Content::any && !element.has_children) {
    problem(scanner, quoted(rule.name) + " is empty");
  }
  for (std::size_t i = 0; i < rule.children.size(); ++i) {
    if (rule.children[i].is_required && !element.seen[i]) {
      problem(scanner, quoted(rule.name) + " lacks " + quoted(rule.children[i].name));
    }
  }
  if (rule.one_of_first > 0 &&
      std::ranges::none_of(element.seen.begin(), element.seen.begin() + rule.one_of_first,
                           std::identity())) {
    problem(scanner, quoted(rule.name) + " lacks " + quoted(rule.children.front().name) +
                         " or what may take its place");
  }
}

// Ids of other vocabularies may be pointed to as well.
void XmlRuleCheck::note_ids(const XmlScanner& scanner) {
  for (const XmlScanner::Attribute& attribute : scanner.attributes()) {
    const bool is_id =
        attribute.name == "ID" || attribute.name == "id" || attribute.name == "xmlID";
    if (is_id) other_ids_.emplace(attribute.value);
  }
}

void XmlRuleCheck::finish() {
  for (const auto& [target, what] : pointers_) {
    const bool is_there = ids_.contains(target) || other_ids_.contains(target);
    if (!is_there && problems_.size() < most_problems) {
      problems_.push_back(what + " names the id '" + target + "', which is not there");
    }
  }
}

}  // namespace pressmark
