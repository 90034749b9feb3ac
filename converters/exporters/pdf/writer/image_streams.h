// converters/exporters/pdf/writer/image_streams.h: images as PDF image XObjects without decoding
// them, where PDF's filters read what the file format wrote.
#pragma once

#include <optional>
#include <string_view>

#include "converters/exporters/pdf/writer/value.h"
#include "core/base/result.h"
#include "core/pipeline/context.h"

namespace pressmark::pdf {

// The dictionary and the octets of an image XObject whose /Filter is in the dictionary already.
struct ImageStream {
  Dictionary dictionary;
  Bytes octets;
  // Whether the octets are nearly as many as the samples of eight bits that they stand for: some
  // programs store PNGs without compressing them.
  bool is_barely_compressed = false;
};

// A JPEG of 8-bit grey or RGB components as DCTDecode (ISO 32000-1, 7.4.8). Absent for others: of
// CMYK, which PDF/A allows with a profile only, or damaged before the first scan.
std::optional<ImageStream> pass_jpeg(std::string_view jpeg);

// A PNG without transparency and interlacing as FlateDecode with PNG predictors (7.4.4.4). Absent
// for others, and where the compressed data is damaged or has more pixels than the limit.
std::optional<ImageStream> pass_png(std::string_view png, const Limits& limits);

}  // namespace pressmark::pdf
