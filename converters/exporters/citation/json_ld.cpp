#include "converters/common/schema_org.h"
#include "converters/exporters/citation/record_view.h"
#include "converters/exporters/citation/web_formats.h"

namespace pressmark::citation {

Result<Bytes> export_json_ld(const Document& document, Context& context) {
  RecordView view(document.metadata, {.positions = true, .uris = true});
  // What the common writer has names for.
  for (const Variable variable :
       {Variable::title, Variable::subtitle, Variable::publisher, Variable::source,
        Variable::container_title, Variable::issn, Variable::section, Variable::page,
        Variable::abstract_text, Variable::language, Variable::url, Variable::doi,
        Variable::identifier, Variable::license, Variable::rights, Variable::volume,
        Variable::issue}) {
    (void)view.text(variable);
  }
  for (const Role role : {Role::author, Role::editor, Role::translator, Role::illustrator}) {
    (void)view.with_role(role);
  }
  for (const DateVariable variable : {DateVariable::issued, DateVariable::modified}) {
    const Date& date = document.metadata.date(variable);
    if (date.start.year && !date.end && date.start.season == 0 && date.literal.empty()) {
      (void)view.date(variable);
    }
  }
  if (!document.metadata.keywords.empty()) (void)view.keywords();
  view.report_left_out("jsonld", context.diagnostics);
  return schema_org_json_ld(document) + "\n";
}

}  // namespace pressmark::citation
