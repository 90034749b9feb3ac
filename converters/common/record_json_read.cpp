#include <limits>

#include "converters/common/record_json.h"

namespace pressmark {
namespace {

// The value of a name by one of the model's parse functions; a failure for an unknown one.
template <class Parse>
auto read_name_of(const JsonCursor& json, const char* what, Parse parse) {
  const std::string name = json.text();
  const auto value = parse(name);
  if (!value) json.fail("'" + name + "' is no " + what);
  return value;
}

Evidence read_evidence(const JsonCursor& json) {
  json.only({"source", "raw", "from", "confidence", "inferred"});
  Evidence evidence;
  evidence.source = json.text("source");
  evidence.raw = json.text("raw");
  if (const auto from = json.find("from")) evidence.from = read_location(*from);
  if (const auto confidence = json.find("confidence")) {
    evidence.confidence = confidence->number(0, 1);
  }
  evidence.inferred = json.boolean("inferred", false);
  return evidence;
}

Evidence evidence_of(const JsonCursor& json) {
  const auto evidence = json.find("evidence");
  return evidence ? read_evidence(*evidence) : Evidence{};
}

Date read_parts(const JsonCursor& json) {
  Date date;
  if (const auto value = json.find("value")) {
    const std::string written = value->text();
    if (const auto parsed = parse_date(written)) {
      date = *parsed;
    } else {
      value->fail("'" + written + "' is no date");
    }
  }
  date.literal = json.text("literal");
  return date;
}

Contributor read_contributor(const JsonCursor& json) {
  json.only({"role", "name", "position", "evidence"});
  Contributor contributor;
  if (const auto role = json.need("role")) {
    contributor.role = read_name_of(*role, "role", [](const std::string& text) {
                         return parse_role(text);
                       }).value_or(Role::author);
  }
  if (const auto name = json.need("name")) {
    name->only({"family", "given", "dropping-particle", "non-dropping-particle", "suffix",
                "literal", "uri"});
    contributor.name = {.family = name->text("family"),
                        .given = name->text("given"),
                        .dropping_particle = name->text("dropping-particle"),
                        .non_dropping_particle = name->text("non-dropping-particle"),
                        .suffix = name->text("suffix"),
                        .literal = name->text("literal"),
                        .uri = name->text("uri")};
  }
  contributor.position = json.text("position");
  contributor.evidence = evidence_of(json);
  return contributor;
}

Rejected read_rejected(const JsonCursor& json) {
  json.only({"variable", "value", "reason", "evidence"});
  return {.variable = json.text("variable"),
          .value = json.text("value"),
          .evidence = evidence_of(json),
          .reason = json.text("reason")};
}

void read_texts(const JsonCursor& json, Metadata& record) {
  json.each_member([&](const std::string& name, const JsonCursor& entry) {
    const auto variable = parse_variable(name);
    if (!variable) return entry.fail("is the name of no variable");
    entry.only({"value", "evidence"});
    record.set(*variable, entry.text("value"), evidence_of(entry));
    if (record.find(*variable) == nullptr) entry.fail("has no value");
  });
}

void read_dates(const JsonCursor& json, Metadata& record) {
  json.each_member([&](const std::string& name, const JsonCursor& entry) {
    const auto variable = parse_date_variable(name);
    if (!variable) return entry.fail("is the name of no date");
    entry.only({"value", "literal", "evidence"});
    record.set(*variable, read_parts(entry), evidence_of(entry));
    if (record.find(*variable) == nullptr) entry.fail("has no value");
  });
}

}  // namespace

Location read_location(const JsonCursor& json) {
  Location location;
  constexpr long long most = std::numeric_limits<int>::max();
  int place = 0;
  json.each_item([&](const JsonCursor& number) {
    int& member = place++ == 0 ? location.line : location.column;
    member = static_cast<int>(number.integer(0, most));
  });
  if (place != 2) json.fail("is no line and column");
  return location;
}

Date read_date(const JsonCursor& json) {
  json.only({"value", "literal"});
  return read_parts(json);
}

Metadata read_metadata(const JsonCursor& json) {
  json.only(
      {"type", "evidence", "texts", "dates", "contributors", "keywords", "extra", "rejected"});
  Metadata record;
  if (const auto type = json.need("type")) {
    record.type = read_name_of(*type, "type of item", [](const std::string& text) {
                    return parse_item_type(text);
                  }).value_or(ItemType::document);
  }
  record.type_evidence = evidence_of(json);
  if (const auto texts = json.find("texts")) read_texts(*texts, record);
  if (const auto dates = json.find("dates")) read_dates(*dates, record);
  if (const auto list = json.find("contributors")) {
    list->each_item(
        [&](const JsonCursor& entry) { record.contributors.push_back(read_contributor(entry)); });
  }
  if (const auto list = json.find("keywords")) {
    list->each_item([&](const JsonCursor& entry) {
      entry.only({"value", "evidence"});
      record.keywords.push_back({entry.text("value"), evidence_of(entry)});
    });
  }
  if (const auto extra = json.find("extra")) {
    extra->each_member([&](const std::string& name, const JsonCursor& value) {
      record.extra[name] = value.text();
    });
  }
  if (const auto list = json.find("rejected")) {
    list->each_item(
        [&](const JsonCursor& entry) { record.rejected.push_back(read_rejected(entry)); });
  }
  return record;
}

Provenance read_provenance(const JsonCursor& json) {
  json.only({"source_name", "source_url", "media_type", "encoding", "sha256", "bytes", "retrieved",
             "importer", "transforms"});
  Provenance provenance;
  provenance.source_name = json.text("source_name");
  provenance.source_url = json.text("source_url");
  provenance.media_type = json.text("media_type");
  provenance.encoding = json.text("encoding");
  provenance.sha256 = json.text("sha256");
  provenance.bytes =
      static_cast<std::size_t>(json.integer("bytes", 0, std::numeric_limits<long long>::max(), 0));
  if (const auto retrieved = json.find("retrieved")) provenance.retrieved = read_date(*retrieved);
  provenance.importer = json.text("importer");
  if (const auto list = json.find("transforms")) {
    list->each_item([&](const JsonCursor& name) { provenance.transforms.push_back(name.text()); });
  }
  return provenance;
}

}  // namespace pressmark
