#include "converters/checkers/tei/check.h"

#include <set>
#include <string>

#include "converters/checkers/tei/schema.h"
#include "converters/common/relax_ng.h"
#include "converters/common/xml_reader.h"

namespace pressmark::tei_check {
namespace {

constexpr int deepest = 1200;  // elements: more than any article's blocks and inlines need

std::string place_of(int line) {
  return line == 0 ? std::string() : "line " + std::to_string(line);
}

// The schema is read once: it is the same for every file.
const Result<RelaxNgSchema>& own_schema() {
  static const Result<RelaxNgSchema> read = RelaxNgSchema::read(schema_octets);
  return read;
}

// What a grammar cannot say: names are unique, and references inside the file lead somewhere.
class References {
 public:
  explicit References(CheckReport& report) : report_(report) {}

  void take_names(const XmlNode& node) {
    const std::string& id = node.attribute("xml:id");
    if (!id.empty() && !names_.insert(id).second) {
      report_.findings.push_back(
          {"tei-id", place_of(node.from.line), "the name '" + id + "' is given twice"});
    }
    for (const XmlNode& child : node.children) take_names(child);
  }

  void check_targets(const XmlNode& node) {
    for (const char* attribute : {"target", "url", "scheme", "ref", "who"}) {
      const std::string& target = node.attribute(attribute);
      if (target.size() > 1 && target[0] == '#' && !names_.contains(target.substr(1))) {
        report_.findings.push_back(
            {"tei-target", place_of(node.from.line), "'" + target + "' is no place in this file"});
      }
    }
    for (const XmlNode& child : node.children) check_targets(child);
  }

 private:
  CheckReport& report_;
  std::set<std::string, std::less<>> names_;
};

CheckReport syntax_error(CheckReport report, const Error& error) {
  report.findings.push_back({"tei-syntax", "", error.message()});
  return report;
}

}  // namespace

bool is_tei(std::string_view octets) {
  const std::string_view start = octets.substr(0, 4096);
  return start.find("<TEI") != std::string_view::npos;
}

Result<CheckReport> check_tei(std::string_view octets) {
  CheckReport report;
  report.standards = {"TEI P5 as Pressmark writes it"};
  const Result<XmlNode> root = read_xml(octets, Limits{}, deepest);
  if (!root) {
    if (root.error().kind() == ErrorKind::limit) return root.error();
    return syntax_error(std::move(report), root.error());
  }
  const Result<RelaxNgSchema>& schema = own_schema();
  if (!schema) return schema.error();
  const Result<std::vector<SchemaFinding>> findings = schema->validate(octets);
  if (!findings) {
    if (findings.error().kind() != ErrorKind::unrecognised) return findings.error();
    return syntax_error(std::move(report), findings.error());
  }
  for (const SchemaFinding& finding : *findings) {
    report.findings.push_back({"tei-schema", place_of(finding.line), finding.text});
  }
  References references(report);
  references.take_names(*root);
  references.check_targets(*root);
  return report;
}

}  // namespace pressmark::tei_check
