#include "converters/exporters/tei/tei.h"
#include "converters/common/article_identifier.h"

#include "converters/exporters/tei/header.h"
#include "converters/exporters/tei/survey.h"
#include "converters/exporters/tei/text_writer.h"

namespace pressmark::tei {

Result<Bytes> export_tei(const Document& document, const Options& options, Context& context) {
  const Survey survey(document);
  std::optional<Date> time = context.environment.time();
  if (!time && !document.provenance.retrieved.empty()) time = document.provenance.retrieved;

  XmlWriter xml;
  xml.start("TEI").attribute("xmlns", "http://www.tei-c.org/ns/1.0");
  const std::string identifier = article_identifier(document);
  const std::size_t uuid = identifier.rfind(':') + 1;
  std::string id = "pm-";
  for (const char c : identifier.substr(uuid, 8)) {
    const bool usable = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    if (usable) id += c;
  }
  xml.attribute("xml:id", survey.free_id(id));
  xml.attribute_if("xml:lang", document.language);
  write_header(xml, document, survey, options, time);
  TextWriter(xml, document, options.profile, context.diagnostics).write();
  xml.end_line();
  return xml.finish();
}

}  // namespace pressmark::tei
