#include "converters/exporters/jats/format.h"

#include "converters/exporters/jats/jats.h"

namespace pressmark::jats {
namespace {

Result<Bytes> write(const Document& article, const OptionValues&, Context& context) {
  return export_jats(article, context);
}

}  // namespace

Format format() {
  Format format;
  format.name = "jats";
  format.title = "JATS 1.3 Archiving XML";
  format.media_type = "application/jats+xml";
  format.extensions = {"jats"};
  format.images_beside = true;
  format.write = write;
  format.codes = {&image_as_text, &link_as_text, &cells_left_out};
  return format;
}

}  // namespace pressmark::jats
