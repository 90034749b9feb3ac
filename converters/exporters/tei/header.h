// converters/exporters/tei/header.h: writes the teiHeader.
#pragma once

#include "converters/common/xml_writer.h"
#include "converters/exporters/tei/survey.h"
#include "converters/exporters/tei/tei.h"

namespace pressmark::tei {

// `time` is when the file is made, as far as the caller wants it told.
void write_header(XmlWriter& xml, const Document& document, const Survey& survey,
                  const Options& options, const std::optional<Date>& time);

}  // namespace pressmark::tei
