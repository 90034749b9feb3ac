// converters/exporters/tei/source_description.h: the citation record as a biblStruct.
#pragma once

#include "converters/common/xml_writer.h"
#include "converters/exporters/tei/survey.h"
#include "converters/exporters/tei/tei.h"

namespace pressmark::tei {

// Writes sourceDesc: analytic, monogr, series, and a note for every variable that has no element of
// its own (note@type is the variable's CSL name), so that none is lost.
void write_source_description(XmlWriter& xml, const Metadata& record, const Survey& survey,
                              Profile profile);

// Writes author, editor or respStmt.
void write_contributor(XmlWriter& xml, const Contributor& contributor, Profile profile);

}  // namespace pressmark::tei
