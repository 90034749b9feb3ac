// Scaling down by the mean of the covered pixels.
#include <algorithm>
#include <cstdint>
#include <vector>

#include "converters/common/image_codecs.h"

namespace pressmark {
namespace {

// The source pixels first to last - 1 that pixel `index` of `size` covers among `whole`.
struct Span {
  int first;
  int last;
};
Span span(int index, int size, int whole) {
  const auto first = static_cast<int>(std::int64_t{index} * whole / size);
  const auto last = static_cast<int>(std::int64_t{index + 1} * whole / size);
  return {first, std::max(last, first + 1)};
}

}  // namespace

Pixels downscale(const Pixels& pixels, int width, int height) {
  Pixels result = image_codecs::blank(width, height, pixels.channels);
  const auto channels = static_cast<std::size_t>(pixels.channels);
  // Colours count by their opacity, so that what lies under transparent pixels does not shine
  // through.
  const bool alpha = pixels.channels == 4;
  std::vector<std::uint64_t> sums(static_cast<std::size_t>(width) * channels);
  std::vector<std::uint64_t> weights(static_cast<std::size_t>(width));
  for (int y = 0; y < height; ++y) {
    std::fill(sums.begin(), sums.end(), 0);
    std::fill(weights.begin(), weights.end(), 0);
    const Span rows = span(y, height, pixels.height);
    for (int row = rows.first; row < rows.last; ++row) {
      const auto* line = reinterpret_cast<const unsigned char*>(pixels.samples.data()) +
                         std::size_t{1} * row * pixels.width * channels;
      for (int x = 0; x < width; ++x) {
        const Span columns = span(x, width, pixels.width);
        for (int column = columns.first; column < columns.last; ++column) {
          const unsigned char* pixel = line + static_cast<std::size_t>(column) * channels;
          const std::uint64_t weight = alpha ? pixel[3] : 255;
          for (std::size_t c = 0; c < channels; ++c) {
            sums[static_cast<std::size_t>(x) * channels + c] +=
                alpha && c == 3 ? 0 : pixel[c] * weight;
          }
          weights[static_cast<std::size_t>(x)] += weight;
        }
      }
    }
    for (int x = 0; x < width; ++x) {
      const Span columns = span(x, width, pixels.width);
      const auto covered = static_cast<std::uint64_t>(columns.last - columns.first) *
                           static_cast<std::uint64_t>(rows.last - rows.first);
      const std::uint64_t weight = weights[static_cast<std::size_t>(x)];
      char* out = result.samples.data() +
                  (std::size_t{1} * y * width + static_cast<std::size_t>(x)) * channels;
      for (std::size_t c = 0; c < channels; ++c) {
        const std::uint64_t sum = sums[static_cast<std::size_t>(x) * channels + c];
        const std::uint64_t mean = alpha && c == 3 ? weight / covered
                                   : weight == 0   ? 0
                                                   : (sum + weight / 2) / weight;
        out[c] = static_cast<char>(mean);
      }
    }
  }
  return result;
}

}  // namespace pressmark
