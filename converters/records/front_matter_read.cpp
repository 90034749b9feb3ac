#include <algorithm>
#include <array>

#include "converters/common/toml.h"
#include "converters/records/record_builder.h"
#include "converters/records/records.h"
#include "converters/records/structured_text.h"
#include "core/base/ascii.h"

namespace pressmark::records {
namespace {

struct KeyName {
  std::string_view key;
  Variable variable;
};

// Keys of site generators and of writers' templates; CSL's own names are read beside them.
constexpr std::array text_keys = {
    KeyName{"deck", Variable::subtitle},
    KeyName{"dek", Variable::subtitle},
    KeyName{"description", Variable::abstract_text},
    KeyName{"summary", Variable::abstract_text},
    KeyName{"excerpt", Variable::abstract_text},
    KeyName{"lang", Variable::language},
    KeyName{"locale", Variable::language},
    KeyName{"canonical", Variable::url},
    KeyName{"canonical-url", Variable::url},
    KeyName{"canonicalurl", Variable::url},
    KeyName{"link", Variable::url},
    KeyName{"publication", Variable::container_title},
    KeyName{"journal", Variable::container_title},
    KeyName{"newspaper", Variable::container_title},
    KeyName{"magazine", Variable::container_title},
    KeyName{"place", Variable::publisher_place},
    KeyName{"licence", Variable::license},
    KeyName{"copyright", Variable::rights},
    KeyName{"category", Variable::section},
    KeyName{"agency", Variable::source},
};

struct DateKey {
  std::string_view key;
  DateVariable variable;
};

constexpr std::array date_keys = {
    DateKey{"date", DateVariable::issued},           DateKey{"published", DateVariable::issued},
    DateKey{"publishdate", DateVariable::issued},    DateKey{"pubdate", DateVariable::issued},
    DateKey{"lastmod", DateVariable::modified},      DateKey{"updated", DateVariable::modified},
    DateKey{"last-modified", DateVariable::modified}};

std::string text_of(const OrderedJson& value) {
  if (value.is_string()) return value.get<std::string>();
  if (value.is_null()) return {};
  if (!value.is_array()) return value.dump();
  std::string joined;
  for (const OrderedJson& item : value) {
    if (!joined.empty()) joined += ", ";
    joined += item.is_string() ? item.get<std::string>() : item.dump();
  }
  return joined;
}

std::string member_text(const OrderedJson& object, const char* name) {
  const auto found = object.find(name);
  return found != object.end() && found->is_string() ? found->get<std::string>() : "";
}

Name name_of(const OrderedJson& value) {
  if (value.is_string()) return name_by_order(value.get<std::string>());
  if (!value.is_object()) return {};
  Name name;
  name.family = member_text(value, "family");
  name.given = member_text(value, "given");
  name.suffix = member_text(value, "suffix");
  name.dropping_particle = member_text(value, "dropping-particle");
  name.non_dropping_particle = member_text(value, "non-dropping-particle");
  if (name.family.empty() && name.given.empty()) {
    const std::string whole = member_text(value, "name");
    name = whole.empty() ? literal_name(member_text(value, "literal")) : name_by_order(whole);
  }
  for (const char* key : {"uri", "orcid", "url"}) {
    if (name.uri.empty()) name.uri = member_text(value, key);
  }
  const bool bare_orcid = name.uri.size() == 19 && name.uri[4] == '-';
  if (bare_orcid) name.uri.insert(0, "https://orcid.org/");
  return name;
}

class KeyReader {
 public:
  KeyReader(std::string_view source, Diagnostics& diagnostics) : record_(source, diagnostics) {}

  Metadata read(const OrderedJson& object) {
    for (const auto& [name, value] : object.items()) take(name, value);
    return record_.take();
  }

 private:
  void take(const std::string& name, const OrderedJson& value) {
    std::string key = ascii::to_lower(name);
    std::ranges::replace(key, '_', '-');
    if (value.is_null()) return;
    if (key == "type") return type(value);
    if (key == "doi") return record_.doi(text_of(value), name);
    if (key == "tags" || key == "keywords" || key == "keyword" || key == "categories") {
      return keywords(value);
    }
    if (const auto role = parse_role(key == "authors" || key == "byline" ? "author" : key)) {
      return names(*role, name, value);
    }
    const auto date = std::ranges::find(date_keys, key, &DateKey::key);
    const auto date_variable =
        date != date_keys.end() ? std::optional(date->variable) : parse_date_variable(key);
    if (date_variable) return record_.date(*date_variable, text_of(value), name);
    const auto text = std::ranges::find(text_keys, key, &KeyName::key);
    auto variable = text != text_keys.end() ? std::optional(text->variable) : parse_variable(key);
    if (!variable) variable = parse_variable(name);
    if (key == "url") variable = Variable::url;
    if (key == "issn") variable = Variable::issn;
    if (key == "isbn") variable = Variable::isbn;
    if (!variable) return record_.unknown(name, text_of(value));
    record_.text(*variable, text_of(value), name);
  }

  void type(const OrderedJson& value) {
    const auto type = parse_item_type(text_of(value));
    if (type) {
      record_.type(*type);
    } else {
      // Site generators have layouts here ("post", "page").
      record_.unknown("type", text_of(value));
    }
  }

  void keywords(const OrderedJson& value) {
    if (value.is_array()) {
      for (const OrderedJson& item : value) record_.keyword(text_of(item));
      return;
    }
    std::string word;
    for (const char c : text_of(value) + ',') {
      if (c == ',') {
        record_.keyword(std::move(word));
        word.clear();
      } else {
        word += c;
      }
    }
  }

  void names(Role role, const std::string& key, const OrderedJson& value) {
    const auto add = [&](const OrderedJson& item) {
      Name name = name_of(item);
      if (name.empty()) return record_.ignore(key);
      record_.name(role, std::move(name));
    };
    if (!value.is_array()) return add(value);
    for (const OrderedJson& item : value) add(item);
  }

  RecordBuilder record_;
};

std::vector<Metadata> record_of(const OrderedJson& object, std::string_view source,
                                Context& context) {
  return {KeyReader(source, context.diagnostics).read(object)};
}

}  // namespace

Result<std::vector<Metadata>> read_yaml(std::string_view text, std::string_view source,
                                        Context& context) {
  const auto block = find_front_matter(text);
  const Result<OrderedJson> object = yaml_to_json(block ? block->text : text);
  if (!object) return object.error();
  return record_of(*object, source, context);
}

Result<std::vector<Metadata>> read_toml(std::string_view text, std::string_view source,
                                        Context& context) {
  const auto block = find_front_matter(text);
  const Result<OrderedJson> object = toml_to_json(block ? block->text : text);
  if (!object) return object.error();
  return record_of(*object, source, context);
}

}  // namespace pressmark::records
