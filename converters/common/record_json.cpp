#include "converters/common/record_json.h"

#include <cmath>

namespace pressmark {

OrderedJson to_json(const Location& location) {
  return OrderedJson::array({location.line, location.column});
}

OrderedJson to_json(const Date& date) {
  OrderedJson object = OrderedJson::object();
  if (!date.start.empty()) {
    Date parts = date;
    parts.literal.clear();
    put(object, "value", to_string(parts));
  }
  put_if(object, "literal", date.literal);
  return object;
}

namespace {

// Confidences are estimates: sums of weights have no sixteen digits that mean anything.
double rounded(double confidence) { return std::round(confidence * 10000) / 10000; }

OrderedJson evidence_json(const Evidence& evidence) {
  OrderedJson object = OrderedJson::object();
  put_if(object, "source", evidence.source);
  put_if(object, "raw", evidence.raw);
  if (evidence.from.known()) put(object, "from", to_json(evidence.from));
  if (evidence.confidence != 1.0) put(object, "confidence", rounded(evidence.confidence));
  if (evidence.inferred) put(object, "inferred", true);
  return object;
}

void put_evidence(OrderedJson& object, const Evidence& evidence) {
  OrderedJson value = evidence_json(evidence);
  if (!value.empty()) put(object, "evidence", std::move(value));
}

OrderedJson name_json(const Name& name) {
  OrderedJson object = OrderedJson::object();
  put_if(object, "family", name.family);
  put_if(object, "given", name.given);
  put_if(object, "dropping-particle", name.dropping_particle);
  put_if(object, "non-dropping-particle", name.non_dropping_particle);
  put_if(object, "suffix", name.suffix);
  put_if(object, "literal", name.literal);
  put_if(object, "uri", name.uri);
  return object;
}

OrderedJson contributors_json(const Metadata& record) {
  OrderedJson list = OrderedJson::array();
  for (const Contributor& contributor : record.contributors) {
    OrderedJson object = OrderedJson::object();
    put(object, "role", std::string(to_string(contributor.role)));
    put(object, "name", name_json(contributor.name));
    put_if(object, "position", contributor.position);
    put_evidence(object, contributor.evidence);
    list.push_back(std::move(object));
  }
  return list;
}

OrderedJson rejected_json(const Metadata& record) {
  OrderedJson list = OrderedJson::array();
  for (const Rejected& rejected : record.rejected) {
    OrderedJson object = OrderedJson::object();
    put(object, "variable", rejected.variable);
    put(object, "value", rejected.value);
    put(object, "reason", rejected.reason);
    put_evidence(object, rejected.evidence);
    list.push_back(std::move(object));
  }
  return list;
}

OrderedJson texts_json(const Metadata& record) {
  OrderedJson texts = OrderedJson::object();
  for (const auto& [variable, value] : record.texts()) {
    OrderedJson entry = OrderedJson::object();
    put(entry, "value", value.value);
    put_evidence(entry, value.evidence);
    put(texts, to_string(variable), std::move(entry));
  }
  return texts;
}

OrderedJson dates_json(const Metadata& record) {
  OrderedJson dates = OrderedJson::object();
  for (const auto& [variable, value] : record.dates()) {
    OrderedJson entry = to_json(value.value);
    put_evidence(entry, value.evidence);
    put(dates, to_string(variable), std::move(entry));
  }
  return dates;
}

}  // namespace

OrderedJson to_json(const Metadata& record) {
  OrderedJson object = OrderedJson::object();
  put(object, "type", std::string(to_string(record.type)));
  put_evidence(object, record.type_evidence);
  if (!record.texts().empty()) put(object, "texts", texts_json(record));
  if (!record.dates().empty()) put(object, "dates", dates_json(record));
  if (!record.contributors.empty()) put(object, "contributors", contributors_json(record));
  if (!record.keywords.empty()) {
    OrderedJson list = OrderedJson::array();
    for (const auto& keyword : record.keywords) {
      OrderedJson entry = OrderedJson::object();
      put(entry, "value", keyword.value);
      put_evidence(entry, keyword.evidence);
      list.push_back(std::move(entry));
    }
    put(object, "keywords", std::move(list));
  }
  if (!record.extra.empty()) {
    OrderedJson extra = OrderedJson::object();
    for (const auto& [key, value] : record.extra) put(extra, key, value);
    put(object, "extra", std::move(extra));
  }
  if (!record.rejected.empty()) put(object, "rejected", rejected_json(record));
  return object;
}

OrderedJson to_json(const Provenance& provenance) {
  OrderedJson object = OrderedJson::object();
  put_if(object, "source_name", provenance.source_name);
  put_if(object, "source_url", provenance.source_url);
  put_if(object, "media_type", provenance.media_type);
  put_if(object, "encoding", provenance.encoding);
  put_if(object, "sha256", provenance.sha256);
  if (provenance.bytes != 0) put(object, "bytes", provenance.bytes);
  if (!provenance.retrieved.empty()) put(object, "retrieved", to_json(provenance.retrieved));
  put_if(object, "importer", provenance.importer);
  if (!provenance.transforms.empty()) put(object, "transforms", provenance.transforms);
  return object;
}

}  // namespace pressmark
