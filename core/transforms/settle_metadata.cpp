#include "core/transforms/settle_metadata.h"

#include <algorithm>

#include "core/model/doi.h"
#include "core/model/walk.h"

namespace pressmark {
namespace {

constexpr const char* name = "settle_metadata";

// A line of text: line breaks and runs of white space become one space.
std::string one_line(const Inlines& inlines) {
  std::string line;
  for (const char c : text_of(inlines)) {
    const bool space = c == ' ' || c == '\n' || c == '\t';
    if (!space) {
      line += c;
    } else if (!line.empty() && line.back() != ' ') {
      line += ' ';
    }
  }
  while (!line.empty() && line.back() == ' ') line.pop_back();
  return line;
}

void fill(Metadata& record, Variable variable, const std::string& value, const char* source) {
  if (record.find(variable) == nullptr) record.set(variable, value, Evidence{.source = source});
}

}  // namespace

Document settle_metadata(Document document) {
  Metadata& record = document.metadata;
  fill(record, Variable::title, one_line(document.front.headline), "front:headline");
  fill(record, Variable::subtitle, one_line(document.front.deck), "front:deck");
  fill(record, Variable::url, document.provenance.source_url, "provenance:url");
  settle_doi(record);
  fill(record, Variable::language, document.language, "document:language");
  if (document.language.empty()) document.language = record.text(Variable::language);
  if (record.find(DateVariable::accessed) == nullptr && !document.provenance.retrieved.empty()) {
    record.set(DateVariable::accessed, document.provenance.retrieved,
               Evidence{.source = "provenance:retrieved"});
  }
  if (!document.provenance.sha256.empty()) {
    fill(record, Variable::source_digest, "sha256:" + document.provenance.sha256,
         "provenance:sha256");
  }
  auto& transforms = document.provenance.transforms;
  if (std::ranges::find(transforms, name) == transforms.end()) transforms.emplace_back(name);
  return document;
}

}  // namespace pressmark
