// converters/archive/exchange/xml_body.h: a whole XML document made fit to stand inside another.
#pragma once

#include <string_view>

#include "core/base/result.h"

namespace pressmark::archive {

// The root element's octets: the document without its declaration, comments and processing
// instructions before the root and white space around it. Fails with ErrorKind::unrecognised for
// text that is not well-formed, is not UTF-8 or has a document type declaration; `name` is for
// messages.
Result<std::string_view> xml_body(std::string_view document, std::string_view name);

}  // namespace pressmark::archive
