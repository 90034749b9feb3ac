// converters/importers/html/html.h: reads the article of an HTML page into a Document.
#pragma once

#include <string_view>

#include "core/base/result.h"
#include "core/model/document.h"
#include "core/pipeline/context.h"
#include "core/pipeline/format.h"

namespace pressmark::html {

enum class ImageReading { all, none };

struct Options {
  // Whether images are read (from beside the page and from data: URLs), or left out with their
  // captions kept.
  ImageReading images = ImageReading::all;
};

// Reads one page: encoding by the WHATWG rules, tree by HTML5, the article by its features, then
// its elements as blocks and inlines, with the citation record of the page.
//
// Images come from the Environment and from data: URLs; nothing is fetched. The document
// satisfies validate(). Fails with ErrorKind::no_article where the page has no article or is empty,
// with ErrorKind::unrecognised where the octets are no text, with ErrorKind::limit where the page
// has more elements than Limits::nodes or the parser's bound.
Result<Document> import_html(const Source& source, const Options& options, Context& context);

// Reads HTML that is an article and nothing else, made by a program from another markup: all of its
// body is kept, nothing is concluded from looks, and there is no record. A heading of the first
// level at its beginning is the headline. `source` is what the HTML was made of: its name, address
// and octets go into the provenance, and where elements have an attribute data-sourcepos
// ("3:1-4:9", as cmark writes it), locations are those of the source.
//
// Fails as import_html() does.
Result<Document> import_whole(const Source& source, std::string_view html, Context& context);

}  // namespace pressmark::html
