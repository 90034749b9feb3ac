// converters/exporters/citation/web_formats.h: the record in the forms that the web has for it.
#pragma once

#include "core/pipeline/format.h"

namespace pressmark::citation {

// schema.org's vocabulary as JSON-LD 1.1 on one line (converters/common/schema_org.h). Never fails.
Result<Bytes> export_json_ld(const Document& document, Context& context);

// COinS: an empty HTML span whose title is an OpenURL ContextObject (Z39.88-2004), of a journal
// article, a book or, for all else, Dublin Core. Never fails.
Result<Bytes> export_coins(const Document& document, Context& context);

// CITATION.cff (Citation File Format 1.2.0): the article as preferred citation. Never fails.
Result<Bytes> export_cff(const Document& document, Context& context);

// A citation template of MediaWiki's Citation Style 1: {{cite news}}, {{cite journal}},
// {{cite magazine}} or {{cite web}}. Never fails.
Result<Bytes> export_wiki(const Document& document, Context& context);

}  // namespace pressmark::citation
