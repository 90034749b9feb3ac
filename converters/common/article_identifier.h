// converters/common/article_identifier.h: the persistent identifier of an article, one for its
// record, every output of it and its object in an archive.
#pragma once

#include <string>
#include <string_view>

#include "core/model/document.h"

namespace pressmark {

// The record's own identifier where it has one (a urn:uuid: without a UUID is none). Else
// "urn:uuid:" and a UUID of version 5 (RFC 9562, 5.5): of the canonical URL without its fragment;
// else of the article's own text (front matter and body, white space collapsed, NFC), so that the
// same article has the same identifier whatever its file is called; else, where there is no text
// (pictures only), of the digest of the source.
std::string article_identifier(const Document& article);

// The same for the address of a page.
std::string identifier_of_url(std::string_view url);

// Puts the identifier into the record where that has none.
void settle_identifier(Document& article);

}  // namespace pressmark
