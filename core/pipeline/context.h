// core/pipeline/context.h: what an importer or exporter gets from its caller: the world, the sink
// for diagnostics, and the limits. Converters do no input or output of their own.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "core/base/diagnostics.h"
#include "core/base/result.h"
#include "core/model/date.h"

namespace pressmark {

// The world as far as a conversion may see it. The command's is confined to the input's folder and
// has no network; tests and fuzz targets hold theirs in memory.
class Environment {
 public:
  virtual ~Environment() = default;

  // The octets behind a reference of the source ("images/a.jpg", percent-encoded as in a URL).
  // Fails where there is no such file, it lies outside the input's folder, or it is too large.
  virtual Result<Bytes> read(std::string_view reference) = 0;

  // Whether read() takes absolute http and https URLs, too, and fetches them.
  virtual bool fetches() const { return false; }

  // The time to write where a format asks for one (SOURCE_DATE_EPOCH); absent: none is to be
  // written, or the article's own date instead. Never the machine's clock.
  virtual std::optional<Date> time() const = 0;
};

// Bounds that keep hostile input from taking the machine. What is beyond them is an Error of kind
// `limit`, or is flattened with a diagnostic where that loses no text.
struct Limits {
  std::size_t input_bytes = std::size_t{128} << 20;         // of one source
  std::size_t resource_bytes = std::size_t{64} << 20;       // of one image
  std::size_t all_resource_bytes = std::size_t{512} << 20;  // of all images of an article
  std::size_t image_pixels = 100'000'000;                   // of one image, decoded
  std::size_t nodes = 4'000'000;                            // blocks and inlines of a document
  int depth = 200;                                          // of the document
};

struct Context {
  Environment& environment;
  Diagnostics& diagnostics;
  Limits limits = {};
};

}  // namespace pressmark
