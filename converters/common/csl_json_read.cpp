#include <algorithm>

#include "converters/common/citation_key.h"
#include "converters/common/csl_json.h"
#include "converters/common/json.h"
#include "core/base/utf8.h"
#include "core/model/validate.h"

namespace pressmark {
namespace {

constexpr int deepest = 32;  // CSL-JSON itself needs 6; `custom` of other programs may nest

// A string or a whole or decimal number, as text; absent for anything else.
std::optional<std::string> scalar_text(const Json& value) {
  if (value.is_string()) return utf8::to_text(value.get_ref<const std::string&>());
  if (value.is_number()) return value.dump();
  return {};
}

// A whole number, or a string of one; absent for anything else.
std::optional<int> whole_number(const Json& value) {
  if (value.is_number_integer()) {
    const auto number = value.get<long long>();
    if (number < -99999 || number > 99999) return {};
    return static_cast<int>(number);
  }
  if (!value.is_string()) return {};
  const std::string& digits = value.get_ref<const std::string&>();
  const std::size_t sign = digits.starts_with('-') ? 1 : 0;
  if (digits.size() == sign || digits.size() > sign + 5) return {};
  int number = 0;
  for (std::size_t i = sign; i < digits.size(); ++i) {
    if (digits[i] < '0' || digits[i] > '9') return {};
    number = number * 10 + (digits[i] - '0');
  }
  return sign == 1 ? -number : number;
}

// Whether a value says nothing: leaving it out is no loss.
bool is_blank(const Json& value) { return value.is_null() || value == false || value == ""; }

// The members of an object that are none of `known` and say something.
std::vector<std::string> unknown_members(const Json& object,
                                         std::initializer_list<std::string_view> known) {
  std::vector<std::string> unknown;
  if (!object.is_object()) return unknown;
  for (const auto& [name, value] : object.items()) {
    if (std::ranges::find(known, name) == known.end() && !is_blank(value)) unknown.push_back(name);
  }
  return unknown;
}

std::optional<DatePart> read_date_part(const Json& numbers) {
  if (!numbers.is_array() || numbers.empty() || numbers.size() > 3) return {};
  DatePart part;
  part.year = whole_number(numbers[0]);
  if (!part.year) return {};
  if (numbers.size() > 1 && !is_blank(numbers[1])) {
    const std::optional<int> month = whole_number(numbers[1]);
    if (!month) return {};
    // CSL 1.0.2 also has seasons as months 13 to 16 and, as EDTF, 21 to 24.
    if (*month >= 13 && *month <= 16) {
      part.season = *month - 12;
    } else if (*month >= 21 && *month <= 24) {
      part.season = *month - 20;
    } else {
      part.month = *month;
    }
  }
  if (numbers.size() > 2 && !is_blank(numbers[2])) {
    const std::optional<int> day = whole_number(numbers[2]);
    if (!day) return {};
    part.day = *day;
  }
  return part;
}

bool is_true(const Json& value) {
  if (value.is_boolean()) return value.get<bool>();
  if (value.is_number()) return value != 0;
  return value.is_string() && !value.get_ref<const std::string&>().empty() && value != "false" &&
         value != "0";
}

std::optional<Date> read_date(const Json& member) {
  if (member.is_string()) {
    const std::string written = utf8::to_text(member.get_ref<const std::string&>());
    if (const auto date = parse_date(written)) return date;
    return Date{.start = {}, .literal = written};
  }
  if (!member.is_object()) return {};
  Date date;
  if (const auto parts = member.find("date-parts"); parts != member.end()) {
    if (!parts->is_array() || parts->size() > 2) return {};
    // Other programs leave the list empty beside words.
    if (!parts->empty()) {
      const std::optional<DatePart> start = read_date_part((*parts)[0]);
      if (!start) return {};
      date.start = *start;
    }
    if (parts->size() == 2) date.end = read_date_part((*parts)[1]);
  }
  if (const auto season = member.find("season"); season != member.end()) {
    const int number = whole_number(*season).value_or(0);
    if (number >= 1 && number <= 4 && date.start.month == 0) date.start.season = number;
  }
  for (const char* name : {"literal", "raw"}) {
    const auto words = member.find(name);
    if (words == member.end() || !words->is_string()) continue;
    const std::string text = utf8::to_text(words->get_ref<const std::string&>());
    const std::optional<Date> parsed = date.start.empty() ? parse_date(text) : std::nullopt;
    if (parsed) {
      date = *parsed;
    } else {
      date.literal = text;
    }
    break;
  }
  if (const auto circa = member.find("circa"); circa != member.end()) date.circa = is_true(*circa);
  if (date.empty() || !is_valid(date)) return {};
  return date;
}

std::optional<Name> read_name(const Json& member) {
  if (member.is_string()) return literal_name(utf8::to_text(member.get_ref<const std::string&>()));
  if (!member.is_object()) return {};
  const auto part = [&](const char* name) -> std::string {
    const auto found = member.find(name);
    return found == member.end() ? "" : scalar_text(*found).value_or("");
  };
  Name name;
  name.family = part("family");
  name.given = part("given");
  name.dropping_particle = part("dropping-particle");
  name.non_dropping_particle = part("non-dropping-particle");
  name.suffix = part("suffix");
  if (name.family.empty() && name.given.empty()) name = literal_name(part("literal"));
  if (name.empty()) return {};
  return name;
}

// Names of members that older CSL-JSON has.
std::string_view current_name(std::string_view member) {
  if (member == "shortTitle") return "title-short";
  if (member == "journalAbbreviation") return "container-title-short";
  if (member == "event") return "event-title";
  return member;
}

class ItemReader {
 public:
  ItemReader(std::string_view source, Diagnostics& diagnostics)
      : source_(source), diagnostics_(diagnostics) {}

  Metadata read(const Json& item) {
    record_.type = ItemType::document;
    const auto custom = item.find("custom");
    if (custom != item.end() && custom->is_object()) read_inferred(*custom);
    for (const auto& [name, value] : item.items()) {
      if (name != "custom") member(name, value);
    }
    if (custom != item.end()) read_custom(*custom);
    // Ids that we made of the record are not part of it.
    if (record_.find(Variable::citation_key) == nullptr && id_ != citation_key(record_)) {
      record_.set(Variable::citation_key, id_, evidence("citation-key"));
    }
    return std::move(record_);
  }

 private:
  Evidence evidence(std::string_view name) const {
    return Evidence{.source = std::string(source_),
                    .inferred = std::ranges::find(inferred_, name) != inferred_.end()};
  }
  void ignore(std::string_view name) {
    diagnostics_.report(csl_json::ignored_member, utf8::to_text(name));
  }

  void read_inferred(const Json& custom) {
    const auto list = custom.find("inferred");
    if (list == custom.end()) return;
    if (!list->is_array() || list->size() > 200) return ignore("custom.inferred");
    for (const Json& name : *list) {
      if (name.is_string()) {
        inferred_.push_back(name.get<std::string>());
      } else {
        ignore("custom.inferred");
      }
    }
  }

  void member(const std::string& name, const Json& value) {
    if (value.is_null()) return;
    const std::string_view current = current_name(name);
    if (name == "id") {
      id_ = scalar_text(value).value_or("");
    } else if (name == "type") {
      type(value);
    } else if (const auto variable = parse_variable(current); variable) {
      text(*variable, value);
    } else if (const auto date_variable = parse_date_variable(current); date_variable) {
      date(*date_variable, value);
    } else if (const auto role = parse_role(current); role) {
      names(*role, value);
    } else {
      diagnostics_.report(csl_json::unknown_member, utf8::to_text(name));
      extra(name, value);
    }
  }

  void type(const Json& value) {
    const auto parsed =
        value.is_string() ? parse_item_type(value.get_ref<const std::string&>()) : std::nullopt;
    if (!parsed) return ignore("type");
    record_.type = *parsed;
    record_.type_evidence = evidence("type");
  }

  void text(Variable variable, const Json& value) {
    auto content = scalar_text(value);
    const bool usable = content && (variable != Variable::language || is_language_tag(*content));
    if (!usable) return ignore(to_string(variable));
    record_.set(variable, std::move(*content), evidence(to_string(variable)));
  }

  void date(DateVariable variable, const Json& value) {
    auto content = read_date(value);
    if (!content) return ignore(to_string(variable));
    for (const std::string& name :
         unknown_members(value, {"date-parts", "season", "circa", "literal", "raw"})) {
      ignore(std::string(to_string(variable)) + "." + name);
    }
    record_.set(variable, std::move(*content), evidence(to_string(variable)));
  }

  void names(Role role, const Json& value) {
    if (!value.is_array()) return ignore(to_string(role));
    first_of_role_[role] = record_.contributors.size();
    for (const Json& member : value) {
      if (auto name = read_name(member)) {
        report_unread(member, *name, to_string(role));
        record_.contributors.push_back({role, std::move(*name), "", evidence(to_string(role))});
      } else {
        ignore(to_string(role));
      }
    }
  }

  // What a name has beside its parts ("comma-suffix", identifiers of other programs), parts that
  // are no text, and a literal beside the parts of a person.
  void report_unread(const Json& member, const Name& name, std::string_view role) {
    if (!member.is_object()) return;
    std::vector<std::string> unread = unknown_members(
        member,
        {"family", "given", "dropping-particle", "non-dropping-particle", "suffix", "literal"});
    for (const auto& [part, value] : member.items()) {
      const bool hidden = part == "literal" && name.is_person();
      if (!is_blank(value) && (hidden || value.is_structured())) unread.push_back(part);
    }
    std::ranges::sort(unread);
    unread.erase(std::unique(unread.begin(), unread.end()), unread.end());
    for (const std::string& part : unread) ignore(std::string(role) + "." + part);
  }

  void extra(const std::string& name, const Json& value) {
    if (value.is_null()) return;
    record_.extra[utf8::to_text(name)] = utf8::to_text(
        value.is_string() ? value.get_ref<const std::string&>()
                          : value.dump(-1, ' ', false, Json::error_handler_t::replace));
  }

  void read_custom(const Json& custom) {
    if (!custom.is_object()) return ignore("custom");
    for (const auto& [name, value] : custom.items()) custom_member(name, value);
  }

  void custom_member(const std::string& name, const Json& value) {
    if (name == "inferred") return;
    const auto variable = parse_variable(name);
    if (variable && value.is_string()) {
      text(*variable, value);
    } else if (name == "dates" && value.is_object()) {
      for (const auto& [key, written] : value.items()) custom_date(key, written);
    } else if (name == "keywords" && value.is_array()) {
      keywords(value);
    } else if (name == "names" && value.is_array()) {
      custom_names(value);
    } else if (name == "extra" && value.is_object()) {
      for (const auto& [key, content] : value.items()) extra(key, content);
    } else {
      extra(name, value);
    }
  }

  // The written form of a date is exact; words beside it stay.
  void custom_date(const std::string& name, const Json& written) {
    const auto variable = parse_date_variable(name);
    if (!variable || !written.is_string()) return ignore("custom.dates." + name);
    Date date = read_date(written).value_or(Date{});
    const Date& item_date = record_.date(*variable);
    if (!date.start.empty() && item_date.literal != to_string(date)) {
      date.literal = item_date.literal;
    }
    record_.set(*variable, std::move(date), evidence(name));
  }

  // `keyword` is the list joined unless the record had such a string of its own.
  void keywords(const Json& list) {
    std::string joined;
    for (const Json& keyword : list) {
      if (!keyword.is_string()) {
        ignore("custom.keywords");
        continue;
      }
      record_.keywords.push_back(
          {utf8::to_text(keyword.get_ref<const std::string&>()), evidence("keyword")});
      if (!joined.empty()) joined += ", ";
      joined += record_.keywords.back().value;
    }
    if (record_.text(Variable::keyword) == joined) record_.set(Variable::keyword, "", {});
  }

  void custom_names(const Json& list) {
    for (const Json& entry : list) {
      const auto role =
          entry.is_object() && entry.contains("variable") && entry["variable"].is_string()
              ? parse_role(entry["variable"].get_ref<const std::string&>())
              : std::nullopt;
      const int index =
          role && entry.contains("index") ? whole_number(entry["index"]).value_or(-1) : -1;
      Contributor* contributor = index < 0 ? nullptr : nth(*role, index);
      if (contributor == nullptr) {
        ignore("custom.names");
        continue;
      }
      for (const std::string& name :
           unknown_members(entry, {"variable", "index", "uri", "position"})) {
        ignore("custom.names." + name);
      }
      if (entry.contains("uri")) contributor->name.uri = scalar_text(entry["uri"]).value_or("");
      if (entry.contains("position")) {
        contributor->position = scalar_text(entry["position"]).value_or("");
      }
    }
  }

  // The names of a role came in one run.
  Contributor* nth(Role role, int index) {
    const auto first = first_of_role_.find(role);
    if (first == first_of_role_.end()) return nullptr;
    const std::size_t place = first->second + static_cast<std::size_t>(index);
    if (place >= record_.contributors.size()) return nullptr;
    Contributor& found = record_.contributors[place];
    return found.role == role ? &found : nullptr;
  }

  std::string_view source_;
  Diagnostics& diagnostics_;
  Metadata record_;
  std::string id_;
  std::map<Role, std::size_t> first_of_role_;
  std::vector<std::string> inferred_;
};

}  // namespace

Result<std::vector<Metadata>> read_csl_json(std::string_view text, std::string_view source,
                                            Context& context) {
  const Result<Json> parsed = parse_json(text, context.limits, deepest);
  if (!parsed) return parsed.error();
  std::vector<Metadata> records;
  const auto read = [&](const Json& item) {
    records.push_back(ItemReader(source, context.diagnostics).read(item));
  };
  if (parsed->is_object()) {
    read(*parsed);
  } else if (parsed->is_array() &&
             std::ranges::all_of(*parsed, [](const Json& item) { return item.is_object(); })) {
    for (const Json& item : *parsed) read(item);
  } else {
    return Error(ErrorKind::unrecognised, "this JSON is no CSL-JSON",
                 "give an item, or an array of items");
  }
  return records;
}

}  // namespace pressmark
