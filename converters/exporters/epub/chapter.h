// converters/exporters/epub/chapter.h: one article as the content documents of a book.
#pragma once

#include <string>

#include "converters/exporters/epub/book.h"
#include "converters/exporters/epub/images.h"
#include "core/model/document.h"
#include "core/pipeline/context.h"

namespace pressmark::epub {

// Writes the article into files named after `name`: "article.xhtml", or "article-1.xhtml",
// "article-2.xhtml" where it is long. Notes stand in the file of their marks, the source and rights
// behind all. Images go to `images`.
Chapter write_chapter(const Document& article, const std::string& name, ImageStore& images,
                      Context& context);

}  // namespace pressmark::epub
