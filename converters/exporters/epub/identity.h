// converters/exporters/epub/identity.h: who a book is and when it was made, without any clock.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/model/document.h"

namespace pressmark::epub {

// The identifier of a single article (converters/common/article_identifier.h); of several, a UUID
// of version 5 of their contents, so that equal articles give equal identifiers.
std::string identifier_of(const std::vector<const Document*>& articles, const std::string& title);

// The value of dcterms:modified, in UTC to the second: `time` where it is given, else the latest
// day on which an article was modified or issued, else 2000-01-01.
std::string modified_of(const std::vector<const Document*>& articles,
                        const std::optional<Date>& time);

}  // namespace pressmark::epub
