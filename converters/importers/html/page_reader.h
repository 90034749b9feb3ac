// converters/importers/html/page_reader.h: from the octets of a source to the tree of its page.
#pragma once

#include <string>

#include "converters/importers/html/dom.h"
#include "converters/importers/html/image_loader.h"
#include "core/base/result.h"
#include "core/pipeline/context.h"
#include "core/pipeline/format.h"

namespace pressmark::html {

// A page as it was received, alone or in a web archive.
struct ReceivedPage {
  Source page;               // the page itself; its address and encoding also as the archive says
  ImageLoader::Files files;  // what came with it in a web archive
  std::string media_type;    // of what was received: "text/html" or "multipart/related"
};

// Fails with ErrorKind::unrecognised where the octets are no text, with ErrorKind::no_article where
// there are none.
Result<ReceivedPage> receive_page(const Source& source);

struct ParsedPage {
  Dom dom;
  std::string encoding;  // IANA name of the encoding it was read in
};

// Decodes the page by the WHATWG rules and parses it as HTML5. What was repaired or guessed is
// reported. Fails with ErrorKind::limit where the page has more elements than Limits::nodes or the
// parser's own bound.
Result<ParsedPage> parse_page(const Source& page, Context& context);

}  // namespace pressmark::html
