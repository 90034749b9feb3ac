#include "converters/common/xml_writer.h"
#include "converters/exporters/citation/mods.h"
#include "converters/exporters/citation/record_view.h"
#include "converters/exporters/citation/type_words.h"

namespace pressmark::citation {
namespace {

class DublinCoreWriter {
 public:
  explicit DublinCoreWriter(const Metadata& record)
      : view_(record, {.date_ranges = true, .date_certainty = true}) {}

  Bytes write(Diagnostics& diagnostics) {
    xml_.start("oai_dc:dc");
    xml_.attribute("xmlns:oai_dc", "http://www.openarchives.org/OAI/2.0/oai_dc/");
    xml_.attribute("xmlns:dc", "http://purl.org/dc/elements/1.1/");
    xml_.attribute("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance");
    xml_.attribute("xsi:schemaLocation",
                   "http://www.openarchives.org/OAI/2.0/oai_dc/ "
                   "http://www.openarchives.org/OAI/2.0/oai_dc.xsd");
    const std::string sub = view_.text(Variable::subtitle);
    element("title", view_.text(Variable::title) + (sub.empty() ? "" : ": " + sub));
    element("title", view_.text(Variable::headline));
    for (const Role role : all_roles()) {
      for (const Contributor& contributor : view_.with_role(role)) {
        element(role == Role::author ? "creator" : "contributor",
                one_line(sort_name(contributor.name)));
      }
    }
    element("contributor", view_.text(Variable::source));
    for (const std::string& words : view_.keywords()) element("subject", words);
    element("description", view_.text(Variable::abstract_text));
    element("description", view_.text(Variable::note));
    element("publisher", view_.text(Variable::publisher));
    element("date", one_line(edtf(view_.date(DateVariable::issued))));
    element("type", genre_words(view_.type()));
    element("type", view_.text(Variable::genre));
    for (const Variable variable : {Variable::url, Variable::identifier}) {
      element("identifier", view_.text(variable));
    }
    identifier("doi:", Variable::doi);
    identifier("pmid:", Variable::pmid);
    source();
    element("language", view_.text(Variable::language));
    element("coverage", view_.text(Variable::publisher_place));
    element("rights", view_.text(Variable::license));
    element("rights", view_.text(Variable::rights));
    xml_.end_line();
    view_.report_left_out("dc", diagnostics);
    return xml_.finish();
  }

 private:
  void element(const char* name, const std::string& value) {
    if (!value.empty()) xml_.line().element(std::string("dc:") + name, value);
  }
  void identifier(const char* prefix, Variable variable) {
    const std::string value = view_.text(variable);
    if (!value.empty()) element("identifier", prefix + value);
  }

  // "The Example Gazette, 12 (3), pp. 4-5, ISSN 1234-5679".
  void source() {
    std::string words = view_.text(Variable::container_title);
    const auto add = [&](const std::string& piece) {
      if (piece.empty()) return;
      if (!words.empty()) words += ", ";
      words += piece;
    };
    const std::string volume = view_.text(Variable::volume);
    const std::string issue = view_.text(Variable::issue);
    add(volume + (issue.empty() ? "" : (volume.empty() ? "(" : " (") + issue + ")"));
    const std::string pages = view_.text(Variable::page);
    if (!pages.empty()) add("pp. " + pages);
    const std::string issn = view_.text(Variable::issn);
    if (!issn.empty()) add("ISSN " + issn);
    const std::string isbn = view_.text(Variable::isbn);
    if (!isbn.empty()) add("ISBN " + isbn);
    element("source", words);
  }

  RecordView view_;
  XmlWriter xml_;
};

}  // namespace

Result<Bytes> export_dc(const Document& document, Context& context) {
  return DublinCoreWriter(document.metadata).write(context.diagnostics);
}

}  // namespace pressmark::citation
