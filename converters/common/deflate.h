// converters/common/deflate.h: the zlib format (RFC 1950) by libdeflate: same input, same bytes.
#pragma once

#include <cstddef>
#include <string_view>

#include "core/base/result.h"

namespace pressmark {

// The octets in zlib format. `level` is 1 (quick) to 12 (small). Fails with ErrorKind::internal
// where libdeflate has no memory for its tables.
Result<Bytes> zlib_compress(std::string_view octets, int level = 6);

// The octets of a zlib stream that unpacks to exactly `size` octets; what follows the stream is
// ignored. Fails with ErrorKind::unrecognised for damaged data or another size.
Result<Bytes> zlib_decompress(std::string_view stream, std::size_t size);

// The same for a stream whose unpacked size is not known. Fails with ErrorKind::limit where it is
// more than `most` octets.
Result<Bytes> zlib_decompress_up_to(std::string_view stream, std::size_t most);

}  // namespace pressmark
