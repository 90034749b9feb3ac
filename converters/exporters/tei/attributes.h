// converters/exporters/tei/attributes.h: attribute values that TEI's data types accept.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "converters/common/xml_writer.h"
#include "core/model/node.h"

namespace pressmark::tei {

// The attributes of a date element: when, or from and to, where the W3C types can say it (TEI
// att.datable.w3c); precision for "circa"; when-custom with the EDTF form where they cannot; n with
// the words of a date in words.
void write_date_attributes(XmlWriter& xml, const Date& date);

// The date as a reader sees it in the header: its day or its words.
std::string shown_date(const Date& date);

// A value of teidata.pointer (xs:anyURI): `target` with what no URI holds percent-encoded; absent
// where its scheme cannot be one.
std::optional<std::string> pointer(std::string_view target);

// Whether the value can be a teidata.word: not empty, no white space or control characters.
bool is_word(std::string_view value);

}  // namespace pressmark::tei
