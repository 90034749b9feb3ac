#include "converters/common/csl_json.h"
#include "converters/common/json.h"

namespace pressmark {
namespace {

// Members of csl-data.json beside type and id. CSL 1.0.2 has the variable `license`, the schema
// does not.
bool has_member(Variable variable) { return is_csl(variable) && variable != Variable::license; }

bool fits_date_parts(const Date& date) {
  if (!date.start.year) return false;
  return !date.end || (date.end->year && date.start.season == 0 && date.end->season == 0);
}

OrderedJson date_parts(const DatePart& part) {
  OrderedJson numbers = OrderedJson::array({*part.year});
  if (part.month > 0) numbers.push_back(part.month);
  if (part.month > 0 && part.day > 0) numbers.push_back(part.day);
  return numbers;
}

OrderedJson date_member(const Date& date) {
  OrderedJson member = OrderedJson::object();
  if (fits_date_parts(date)) {
    OrderedJson parts = OrderedJson::array({date_parts(date.start)});
    if (date.end) parts.push_back(date_parts(*date.end));
    put(member, "date-parts", std::move(parts));
    if (date.start.season > 0) put(member, "season", date.start.season);
    if (date.circa) put(member, "circa", true);
    put_if(member, "literal", date.literal);
  } else {
    put(member, "literal", date.literal.empty() ? to_string(date) : date.literal);
  }
  return member;
}

// Whether date_member() leaves out what to_string() says.
bool needs_written_form(const Date& date) {
  return !date.start.empty() && (!fits_date_parts(date) || !date.time.empty());
}

OrderedJson name_member(const Name& name) {
  OrderedJson member = OrderedJson::object();
  if (!name.is_person()) {
    put(member, "literal", name.literal);
    return member;
  }
  put_if(member, "family", name.family);
  put_if(member, "given", name.given);
  put_if(member, "dropping-particle", name.dropping_particle);
  put_if(member, "non-dropping-particle", name.non_dropping_particle);
  put_if(member, "suffix", name.suffix);
  return member;
}

// What `custom` says of a name: which one it is, its URI and its position.
OrderedJson custom_name(const Contributor& contributor, std::size_t index) {
  OrderedJson member = OrderedJson::object();
  put(member, "variable", std::string(to_string(contributor.role)));
  put(member, "index", index);
  put_if(member, "uri", contributor.name.uri);
  put_if(member, "position", contributor.position);
  return member;
}

class ItemWriter {
 public:
  ItemWriter(const Metadata& record, std::string_view id) : record_(record) {
    put(item_, "id", std::string(id));
    put(item_, "type", std::string(to_string(record.type)));
  }

  OrderedJson take() {
    text(Variable::title);
    names();
    date(DateVariable::issued);
    for (const auto& [variable, value] : record_.texts()) {
      if (variable != Variable::title) text(variable);
    }
    if (record_.find(Variable::keyword) == nullptr) put_if(item_, "keyword", joined_keywords());
    for (const auto& [variable, value] : record_.dates()) {
      if (variable != DateVariable::issued) date(variable);
    }
    custom();
    return std::move(item_);
  }

 private:
  void text(Variable variable) {
    const auto* value = record_.find(variable);
    if (value == nullptr) return;
    put(has_member(variable) ? item_ : custom_, to_string(variable), value->value);
    if (value->evidence.inferred) inferred_.push_back(std::string(to_string(variable)));
  }

  void date(DateVariable variable) {
    const auto* value = record_.find(variable);
    if (value == nullptr) return;
    const std::string_view name = to_string(variable);
    if (value->evidence.inferred) inferred_.push_back(std::string(name));
    if (is_csl(variable)) put(item_, name, date_member(value->value));
    if (!is_csl(variable) || needs_written_form(value->value)) {
      put(dates_, name,
          value->value.start.empty() ? value->value.literal : to_string(value->value));
    }
  }

  void names() {
    for (const Role role : all_roles()) {
      OrderedJson list = OrderedJson::array();
      for (const Contributor& contributor : record_.contributors) {
        if (contributor.role != role) continue;
        if (!contributor.name.uri.empty() || !contributor.position.empty()) {
          custom_names_.push_back(custom_name(contributor, list.size()));
        }
        list.push_back(name_member(contributor.name));
      }
      if (!list.empty()) put(item_, to_string(role), std::move(list));
    }
  }

  std::string joined_keywords() const {
    std::string all;
    for (const auto& keyword : record_.keywords) {
      if (!all.empty()) all += ", ";
      all += keyword.value;
    }
    return all;
  }

  void custom() {
    if (!dates_.empty()) put(custom_, "dates", std::move(dates_));
    if (!record_.keywords.empty()) {
      OrderedJson list = OrderedJson::array();
      for (const auto& keyword : record_.keywords) list.push_back(keyword.value);
      put(custom_, "keywords", std::move(list));
    }
    if (!custom_names_.empty()) put(custom_, "names", std::move(custom_names_));
    if (record_.type_evidence.inferred) inferred_.push_back("type");
    if (!inferred_.empty()) put(custom_, "inferred", std::move(inferred_));
    if (!record_.extra.empty()) {
      OrderedJson extra = OrderedJson::object();
      for (const auto& [key, value] : record_.extra) put(extra, key, value);
      put(custom_, "extra", std::move(extra));
    }
    if (!custom_.empty()) put(item_, "custom", std::move(custom_));
  }

  const Metadata& record_;
  OrderedJson item_ = OrderedJson::object();
  OrderedJson custom_ = OrderedJson::object();
  OrderedJson dates_ = OrderedJson::object();
  OrderedJson custom_names_ = OrderedJson::array();
  OrderedJson inferred_ = OrderedJson::array();
};

}  // namespace

Bytes write_csl_json(const std::vector<CitedRecord>& records) {
  OrderedJson items = OrderedJson::array();
  for (const CitedRecord& cited : records) {
    items.push_back(ItemWriter(*cited.record, cited.id).take());
  }
  return to_bytes(items);
}

}  // namespace pressmark
