#include "converters/exporters/citation/csljson.h"

#include "converters/common/citation_key.h"
#include "converters/common/csl_json.h"

namespace pressmark::citation {

Result<Bytes> export_csljson(const Document& document, const OptionValues&, Context&) {
  return write_csl_json({{citation_key(document.metadata), &document.metadata}});
}

}  // namespace pressmark::citation
