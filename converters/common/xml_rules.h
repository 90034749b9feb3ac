// converters/common/xml_rules.h: which elements and attributes an XML vocabulary has and where, as
// rows of a table, and whether a document keeps them.
//
// A document is judged as it is scanned (xml_scanner.h), in one pass, with memory for its depth and
// its ids. What is judged: elements, their order and number, attributes and their kinds of values,
// text where there is none, ids that are twice and pointers to ids that are not there.
#pragma once

#include <array>
#include <cstddef>
#include <functional>
#include <map>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "converters/common/xml_scanner.h"

namespace pressmark {

// One element. Names in `children` are those of other rows.
struct XmlElementRow {
  std::string_view name;
  // "a b? c* d+": these, in this order. "a? b? ! c*": one of those before '!' at least. "~ a? b*":
  // in any order. "/ a* b*": of one name only. "": nothing. "#text", "#natural", "#integer"
  // and "#base64": text alone. "#any": one element at least, of any vocabulary, which is not looked
  // into. "#open": anything, not looked into.
  std::string_view children;
  // "ID!:id TYPE ROLE!=role @group": '!' is required; behind ':' the kind of value (id, idref,
  // idrefs, integer, natural, time), behind '=' the name of a list of values; '@' takes another
  // row's. "*": attributes of other name spaces may stand there, too; "xlink": those of XLink,
  // of which "xlink!to" is required.
  std::string_view attributes;
};

// A list of values by its name, "A|B|C"; or a group of attributes by its name.
struct XmlNamedRow {
  std::string_view name;
  std::string_view content;
};

class XmlRules {
 public:
  // Names in `children` of one row.
  static constexpr std::size_t most_children = 16;

  // The first row is the root's. Throws std::logic_error for a row that is not right: tables are
  // part of the program.
  XmlRules(std::string_view name_space, std::span<const XmlElementRow> elements,
           std::span<const XmlNamedRow> values, std::span<const XmlNamedRow> groups);

 private:
  friend class XmlRuleCheck;
  enum class Content { sequence, any_order, one_name, text, natural, integer, base64, any, open };
  enum class Kind { text, id, idref, idrefs, integer, natural, time, listed };
  struct Particle {
    std::string_view name;
    std::size_t element = 0;  // its row
    bool is_required = false;
    bool is_repeated = false;
  };
  struct AttributeRule {
    std::string_view name;
    bool is_required = false;
    Kind kind = Kind::text;
    std::vector<std::string_view> values;
  };
  struct ElementRule {
    std::string_view name;
    Content content = Content::sequence;
    std::vector<Particle> children;
    std::size_t one_of_first = 0;  // so many particles, one of which has to be there
    std::vector<AttributeRule> attributes;
    bool has_other_attributes = false;
    bool has_xlink = false;
    std::vector<std::string_view> required_xlink;
  };

  void read_children(std::string_view text, ElementRule& rule) const;
  void read_attributes(std::string_view text, ElementRule& rule) const;
  void read_attribute(std::string_view token, ElementRule& rule) const;

  std::string_view name_space_;
  std::span<const XmlNamedRow> values_;
  std::span<const XmlNamedRow> groups_;
  std::map<std::string_view, std::size_t> rows_;
  std::vector<ElementRule> elements_;
};

// The judgement of one document. Give it each event of the scanner in turn.
class XmlRuleCheck {
 public:
  // The row that stands for a child whose attributes decide what it may hold ("object" with
  // xsi:type="file": "object.file"); empty for the row of its name.
  using Variant = std::function<std::string_view(const XmlScanner& element)>;

  explicit XmlRuleCheck(const XmlRules& rules, Variant variant = {})
      : rules_(rules), variant_(std::move(variant)) {}

  void take(XmlScanner::Event event, const XmlScanner& scanner);
  // Whether the last event was inside of what is not looked into, or not known.
  bool is_outside() const { return skipped_ > 0; }
  // What is wrong, each a sentence with its line: "line 3: ...". At most 50. Complete behind the
  // event `finished`.
  const std::vector<std::string>& problems() const { return problems_; }
  // Whether an element of the vocabulary has that id.
  bool is_known_id(const std::string& id) const { return ids_.contains(id); }

 private:
  struct Open {
    const XmlRules::ElementRule* rule;
    std::size_t place = 0;                             // in its children
    std::array<bool, XmlRules::most_children> seen{};  // whether each child was there
    bool has_children = false;
  };

  void problem(const XmlScanner& scanner, const std::string& text);
  void start(const XmlScanner& scanner);
  void end(const XmlScanner& scanner);
  void text(const XmlScanner& scanner);
  const XmlRules::ElementRule* find_rule(const XmlScanner& scanner);
  const XmlRules::Particle* find_particle(const XmlScanner& scanner, Open& parent);
  void check_attributes(const XmlScanner& scanner, const XmlRules::ElementRule& rule);
  void check_value(const XmlScanner& scanner, const XmlRules::AttributeRule& rule,
                   std::string_view value);
  void check_xlink(const XmlScanner& scanner, const XmlScanner::Attribute& attribute);
  void check_complete(const XmlScanner& scanner, const Open& element);
  void note_ids(const XmlScanner& scanner);
  void finish();

  const XmlRules& rules_;
  Variant variant_;
  std::vector<Open> open_;
  std::size_t skipped_ = 0;  // elements that are open and not judged
  std::string text_;         // of a number
  std::set<std::string> ids_;
  std::set<std::string> other_ids_;                         // of what is not looked into
  std::set<std::pair<std::string, std::string>> pointers_;  // target, what points
  std::vector<std::string> problems_;
};

}  // namespace pressmark
