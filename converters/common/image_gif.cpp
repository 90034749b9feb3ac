// The first frame of a GIF, by giflib.
#include <gif_lib.h>

#include <algorithm>
#include <cstring>
#include <memory>
#include <vector>

#include "converters/common/image_codecs.h"

namespace pressmark {
namespace {

struct CloseGif {
  void operator()(GifFileType* file) const { DGifCloseFile(file, nullptr); }
};
using Gif = std::unique_ptr<GifFileType, CloseGif>;

int read_octets(GifFileType* file, GifByteType* buffer, int size) {
  auto& rest = *static_cast<std::string_view*>(file->UserData);
  const std::size_t count = std::min<std::size_t>(static_cast<std::size_t>(size), rest.size());
  std::memcpy(buffer, rest.data(), count);
  rest.remove_prefix(count);
  return static_cast<int>(count);
}

// Passes over extensions up to the first image and its description; keeps the transparent colour.
bool find_first_image(GifFileType* file, int& transparent) {
  for (;;) {
    GifRecordType kind = UNDEFINED_RECORD_TYPE;
    if (DGifGetRecordType(file, &kind) == GIF_ERROR) return false;
    if (kind == IMAGE_DESC_RECORD_TYPE) return DGifGetImageDesc(file) != GIF_ERROR;
    if (kind != EXTENSION_RECORD_TYPE) return false;
    int code = 0;
    GifByteType* data = nullptr;
    if (DGifGetExtension(file, &code, &data) == GIF_ERROR) return false;
    while (data != nullptr) {
      GraphicsControlBlock control;
      if (code == GRAPHICS_EXT_FUNC_CODE &&
          DGifExtensionToGCB(data[0], data + 1, &control) != GIF_ERROR) {
        transparent = control.TransparentColor;
      }
      if (DGifGetExtensionNext(file, &data) == GIF_ERROR) return false;
    }
  }
}

// The rows of an image in the order of the file: all, or in four passes (GIF89a, appendix E).
std::vector<int> row_order(int height, bool interlaced) {
  std::vector<int> rows;
  rows.reserve(static_cast<std::size_t>(height));
  if (!interlaced) {
    for (int row = 0; row < height; ++row) rows.push_back(row);
    return rows;
  }
  for (const auto& [start, step] : {std::pair{0, 8}, {4, 8}, {2, 4}, {1, 2}}) {
    for (int row = start; row < height; row += step) rows.push_back(row);
  }
  return rows;
}

}  // namespace

Result<Pixels> image_codecs::decode_gif(std::string_view octets, const Limits& limits) {
  int problem = 0;
  std::string_view rest = octets;
  const Gif gif(DGifOpen(&rest, read_octets, &problem));
  int transparent = NO_TRANSPARENT_COLOR;
  if (gif == nullptr || !find_first_image(gif.get(), transparent)) return damaged_image("GIF");
  if (const Result<Done> fits = check_size(gif->SWidth, gif->SHeight, limits); !fits) {
    return fits.error();
  }
  const GifImageDesc& frame = gif->Image;
  const ColorMapObject* colours = frame.ColorMap != nullptr ? frame.ColorMap : gif->SColorMap;
  if (colours == nullptr) return damaged_image("GIF", "it has no colours");
  if (const Result<Done> fits = check_size(frame.Width, frame.Height, limits); !fits) {
    return fits.error();
  }
  Pixels pixels = blank(gif->SWidth, gif->SHeight, 4);
  std::vector<GifPixelType> line(static_cast<std::size_t>(frame.Width));
  for (const int row : row_order(frame.Height, frame.Interlace)) {
    // A file that ends early keeps the rows that are there.
    if (DGifGetLine(gif.get(), line.data(), frame.Width) == GIF_ERROR) break;
    const int y = frame.Top + row;
    if (y >= pixels.height) continue;
    for (int column = 0; column < frame.Width && frame.Left + column < pixels.width; ++column) {
      const int index = line[static_cast<std::size_t>(column)];
      if (index == transparent || index >= colours->ColorCount) continue;
      const GifColorType& colour = colours->Colors[index];
      char* sample =
          pixels.samples.data() + (std::size_t{1} * y * pixels.width + frame.Left + column) * 4;
      sample[0] = static_cast<char>(colour.Red);
      sample[1] = static_cast<char>(colour.Green);
      sample[2] = static_cast<char>(colour.Blue);
      sample[3] = '\xFF';
    }
  }
  return pixels;
}

}  // namespace pressmark
