// converters/exporters/pdf/writer/file_assembler.h: indirect objects to the octets of a PDF file.
//
// The structure is that of PDF 1.5 and later: objects without a stream are packed into object
// streams (ISO 32000-1, 7.5.7), the cross-reference table is a stream (7.5.8). The file identifier
// is a digest of the content, so equal objects give equal bytes.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "converters/exporters/pdf/writer/value.h"
#include "core/base/result.h"

namespace pressmark::pdf {

// How the octets given to set_stream() are stored.
enum class Packing {
  deflate,  // compressed here; /Filter is set here
  none,     // as they are, without a filter
  given,    // as they are; the caller's dictionary has the /Filter they were made with
};

class FileAssembler {
 public:
  // The number of a new indirect object, from 1 on. Each must be set exactly once.
  Reference reserve();

  // Sets an object. It is serialised at once: a failure is kept and returned by finish().
  void set(Reference object, const Value& value);
  Reference add(const Value& value);

  // Sets a stream; /Length and, as `packing` says, /Filter are added to the dictionary.
  void set_stream(Reference object, Dictionary dictionary, Bytes octets, Packing packing);
  Reference add_stream(Dictionary dictionary, Bytes octets, Packing packing);

  // The whole file with a header of `version` ("1.7"); `info` is left out where it is absent. Fails
  // with ErrorKind::internal where an object could not be serialised or was never set. The
  // assembler is empty afterwards.
  Result<Bytes> finish(std::string_view version, Reference catalog, std::optional<Reference> info);

 private:
  struct Object {
    Bytes value;  // serialised; of a stream: its dictionary
    Bytes stream;
    bool is_stream = false;
    bool is_set = false;
  };
  void fail(Error error);
  Object& at(Reference object);
  void pack_objects();

  std::vector<Object> objects_;  // [n - 1] is object n
  // For objects that went into an object stream: its number and the index in it.
  struct Place {
    int container = 0;  // 0: not in an object stream
    int index = 0;
  };
  std::vector<Place> places_;
  std::optional<Error> error_;
};

}  // namespace pressmark::pdf
