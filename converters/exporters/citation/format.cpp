#include "converters/exporters/citation/format.h"

#include "converters/exporters/citation/bibtex.h"
#include "converters/exporters/citation/csljson.h"
#include "converters/exporters/citation/mods.h"
#include "converters/exporters/citation/record_view.h"
#include "converters/exporters/citation/ris.h"
#include "converters/exporters/citation/web_formats.h"

namespace pressmark::citation {
namespace {

// The writer of a format that has no options.
template <class Export>
auto without_options(Export export_record) {
  return [export_record](const Document& document, const OptionValues&, Context& context) {
    return export_record(document, context);
  };
}

}  // namespace

Format csljson_format() {
  return {.name = "csljson",
          .title = "CSL-JSON 1.0.2 citation record",
          .media_type = "application/vnd.citationstyles.csl+json",
          .extensions = {},
          .record_only = true,
          .read = nullptr,
          .write = export_csljson,
          .codes = {}};
}

Format bibtex_format() {
  return {.name = "bibtex",
          .title = "BibTeX citation record",
          .media_type = "application/x-bibtex",
          .extensions = {"bib"},
          .record_only = true,
          .read = nullptr,
          .write = without_options([](const Document& document, Context& context) {
            return export_bib(document, BibDialect::bibtex, context);
          }),
          .codes = {&left_out}};
}

Format biblatex_format() {
  return {.name = "biblatex",
          .title = "BibLaTeX citation record",
          .media_type = "application/x-bibtex",
          .extensions = {},
          .record_only = true,
          .read = nullptr,
          .write = without_options([](const Document& document, Context& context) {
            return export_bib(document, BibDialect::biblatex, context);
          }),
          .codes = {&left_out}};
}

Format ris_format() {
  return {.name = "ris",
          .title = "RIS citation record",
          .media_type = "application/x-research-info-systems",
          .extensions = {"ris"},
          .record_only = true,
          .read = nullptr,
          .write = without_options(export_ris),
          .codes = {&left_out}};
}

Format enw_format() {
  return {.name = "enw",
          .title = "EndNote citation record",
          .media_type = "application/x-endnote-refer",
          .extensions = {"enw"},
          .record_only = true,
          .read = nullptr,
          .write = without_options(export_enw),
          .codes = {&left_out}};
}

Format mods_format() {
  return {.name = "mods",
          .title = "MODS 3.8 record",
          .media_type = "application/mods+xml",
          .extensions = {"mods"},
          .record_only = true,
          .read = nullptr,
          .write = without_options(export_mods),
          .codes = {&left_out}};
}

Format marcxml_format() {
  return {.name = "marcxml",
          .title = "MARC 21 record in MARCXML",
          .media_type = "application/marcxml+xml",
          .extensions = {"mrcx"},
          .record_only = true,
          .read = nullptr,
          .write = without_options(export_marcxml),
          .codes = {&left_out}};
}

Format dc_format() {
  return {.name = "dc",
          .title = "Dublin Core record (oai_dc)",
          .media_type = "application/xml",
          .extensions = {},
          .record_only = true,
          .read = nullptr,
          .write = without_options(export_dc),
          .codes = {&left_out}};
}

Format jsonld_format() {
  return {.name = "jsonld",
          .title = "schema.org record in JSON-LD",
          .media_type = "application/ld+json",
          .extensions = {"jsonld"},
          .record_only = true,
          .read = nullptr,
          .write = without_options(export_json_ld),
          .codes = {&left_out}};
}

Format coins_format() {
  return {.name = "coins",
          .title = "COinS: OpenURL in an HTML element",
          .media_type = "text/html",
          .extensions = {},
          .record_only = true,
          .read = nullptr,
          .write = without_options(export_coins),
          .codes = {&left_out}};
}

Format cff_format() {
  return {.name = "cff",
          .title = "CITATION.cff 1.2.0",
          .media_type = "application/yaml",
          .extensions = {"cff"},
          .record_only = true,
          .read = nullptr,
          .write = without_options(export_cff),
          .codes = {&left_out}};
}

Format wiki_format() {
  return {.name = "wiki",
          .title = "Citation template of MediaWiki",
          .media_type = "text/plain",
          .extensions = {},
          .record_only = true,
          .read = nullptr,
          .write = without_options(export_wiki),
          .codes = {&left_out}};
}

}  // namespace pressmark::citation
