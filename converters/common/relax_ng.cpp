#include "converters/common/relax_ng.h"

#include <libxml/parser.h>
#include <libxml/relaxng.h>

#include <climits>

#include "core/base/utf8.h"

namespace pressmark {
namespace {

constexpr std::size_t most_findings = 100;

std::string sentence(const xmlError& error) {
  std::string text = error.message == nullptr ? "not valid" : utf8::to_text(error.message);
  while (text.ends_with('\n')) text.pop_back();
  return text;
}

int line_of(const xmlError& error) {
  const auto* node = static_cast<const xmlNode*>(error.node);
  const long line = node == nullptr ? error.line : xmlGetLineNo(node);
  return line < 0 || line > INT_MAX ? 0 : static_cast<int>(line);
}

// libxml2 prints nothing when a handler is set.
void note_finding(void* target, xmlErrorPtr error) {
  auto& findings = *static_cast<std::vector<SchemaFinding>*>(target);
  SchemaFinding finding{line_of(*error), sentence(*error)};
  // A value that no branch of a choice takes is told once for each branch.
  for (const SchemaFinding& known : findings) {
    if (known.line == finding.line && known.text == finding.text) return;
  }
  if (findings.size() < most_findings) findings.push_back(std::move(finding));
}

void note_first(void* target, xmlErrorPtr error) {
  auto& first = *static_cast<SchemaFinding*>(target);
  if (first.text.empty() && error->level >= XML_ERR_ERROR) {
    first = {error->line, sentence(*error)};
  }
}

using Tree = std::unique_ptr<xmlDoc, decltype(&xmlFreeDoc)>;

Result<Tree> parse(std::string_view octets) {
  if (octets.size() > INT_MAX) return Error(ErrorKind::limit, "it has more than 2 GiB");
  // Entities in attribute values are always expanded, each perhaps to many others.
  if (octets.find("<!DOCTYPE") != std::string_view::npos &&
      octets.find("<!ENTITY") != std::string_view::npos) {
    return Error(ErrorKind::unrecognised, "the XML text declares entities, which are not read",
                 "resolve them first, for example with 'xmllint --noent'");
  }
  const std::unique_ptr<xmlParserCtxt, decltype(&xmlFreeParserCtxt)> parser(xmlNewParserCtxt(),
                                                                            xmlFreeParserCtxt);
  if (!parser) return Error(ErrorKind::internal, "libxml2 gives no parser");
  SchemaFinding first;
  xmlSetStructuredErrorFunc(&first, note_first);
  Tree tree(xmlCtxtReadMemory(
                parser.get(), octets.data(), static_cast<int>(octets.size()), nullptr, nullptr,
                XML_PARSE_NONET | XML_PARSE_NOCDATA | XML_PARSE_HUGE | XML_PARSE_BIG_LINES),
            xmlFreeDoc);
  xmlSetStructuredErrorFunc(nullptr, nullptr);
  if (!tree) {
    return Error(ErrorKind::unrecognised,
                 "this is not XML: line " + std::to_string(first.line) + ": " + first.text);
  }
  return tree;
}

}  // namespace

void RelaxNgSchema::Free::operator()(_xmlRelaxNG* schema) const { xmlRelaxNGFree(schema); }

Result<RelaxNgSchema> RelaxNgSchema::read(std::string_view octets) {
  const std::unique_ptr<xmlRelaxNGParserCtxt, decltype(&xmlRelaxNGFreeParserCtxt)> parser(
      xmlRelaxNGNewMemParserCtxt(octets.data(), static_cast<int>(octets.size())),
      xmlRelaxNGFreeParserCtxt);
  if (!parser) return Error(ErrorKind::internal, "libxml2 gives no parser of schemas");
  SchemaFinding first;
  xmlRelaxNGSetParserStructuredErrors(parser.get(), note_first, &first);
  _xmlRelaxNG* schema = xmlRelaxNGParse(parser.get());
  if (schema == nullptr) {
    return Error(ErrorKind::internal,
                 "the schema is not right: line " + std::to_string(first.line) + ": " + first.text);
  }
  return RelaxNgSchema(schema);
}

Result<std::vector<SchemaFinding>> RelaxNgSchema::validate(std::string_view octets) const {
  const Result<Tree> tree = parse(octets);
  if (!tree) return tree.error();
  const std::unique_ptr<xmlRelaxNGValidCtxt, decltype(&xmlRelaxNGFreeValidCtxt)> context(
      xmlRelaxNGNewValidCtxt(schema_.get()), xmlRelaxNGFreeValidCtxt);
  if (!context) return Error(ErrorKind::internal, "libxml2 gives no validator");
  std::vector<SchemaFinding> findings;
  xmlRelaxNGSetValidStructuredErrors(context.get(), note_finding, &findings);
  const int outcome = xmlRelaxNGValidateDoc(context.get(), tree->get());
  if (outcome < 0) return Error(ErrorKind::internal, "libxml2 could not validate the document");
  if (outcome > 0 && findings.empty()) findings.push_back({0, "the document is not valid"});
  if (outcome == 0) findings.clear();
  return findings;
}

}  // namespace pressmark
