// converters/common/relax_ng.h: whether an XML document keeps a RELAX NG schema (ISO/IEC 19757-2),
// by libxml2, which stays in the .cpp.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"

struct _xmlRelaxNG;

namespace pressmark {

// One place where a document breaks a schema.
struct SchemaFinding {
  int line = 0;      // 1-based; 0: not known
  std::string text;  // libxml2's sentence without its final line end
};

class RelaxNgSchema {
 public:
  // Takes a schema in XML syntax that includes no other. Fails with ErrorKind::internal for one
  // that is not right: schemas are part of the program.
  static Result<RelaxNgSchema> read(std::string_view octets);

  // The places, as libxml2 finds them, one for each line and sentence and at most 100; none: the
  // document is valid. Values of type ID are looked at as names, not as unique ones. Fails with
  // ErrorKind::unrecognised for what is no well-formed XML or declares entities, with
  // ErrorKind::limit beyond 2 GiB. Threads may share a schema.
  Result<std::vector<SchemaFinding>> validate(std::string_view octets) const;

 private:
  struct Free {
    void operator()(_xmlRelaxNG* schema) const;
  };
  explicit RelaxNgSchema(_xmlRelaxNG* schema) : schema_(schema) {}
  std::unique_ptr<_xmlRelaxNG, Free> schema_;
};

}  // namespace pressmark
