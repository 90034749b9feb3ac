// TIFF 6.0 by libtiff: the first page, in whatever compression and colours the library reads.
#include <tiffio.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <memory>
#include <vector>

#include "converters/common/image_codecs.h"

namespace pressmark {
namespace {

// The octets as libtiff's file.
struct Octets {
  std::string_view data;
  std::size_t position = 0;
};

tmsize_t read_octets(thandle_t handle, void* buffer, tmsize_t size) {
  auto& octets = *static_cast<Octets*>(handle);
  const std::size_t left = octets.data.size() - std::min(octets.position, octets.data.size());
  const std::size_t count = std::min(static_cast<std::size_t>(std::max<tmsize_t>(size, 0)), left);
  std::memcpy(buffer, octets.data.data() + (octets.data.size() - left), count);
  octets.position += count;
  return static_cast<tmsize_t>(count);
}

toff_t seek_octets(thandle_t handle, toff_t offset, int origin) {
  auto& octets = *static_cast<Octets*>(handle);
  const std::size_t from = origin == SEEK_CUR   ? octets.position
                           : origin == SEEK_END ? octets.data.size()
                                                : 0;
  octets.position = from + static_cast<std::size_t>(offset);
  return octets.position;
}

tmsize_t write_nothing(thandle_t, void*, tmsize_t) { return 0; }
int close_nothing(thandle_t) { return 0; }
toff_t size_of_octets(thandle_t handle) { return static_cast<Octets*>(handle)->data.size(); }

// The library would print to standard error.
int say_nothing(TIFF*, void*, const char*, const char*, va_list) { return 1; }

struct FreeTiff {
  void operator()(TIFF* tiff) const { TIFFClose(tiff); }
  void operator()(TIFFOpenOptions* options) const { TIFFOpenOptionsFree(options); }
};

std::unique_ptr<TIFF, FreeTiff> open_tiff(Octets& octets, const Limits& limits) {
  const std::unique_ptr<TIFFOpenOptions, FreeTiff> options(TIFFOpenOptionsAlloc());
  if (options == nullptr) return nullptr;
  TIFFOpenOptionsSetErrorHandlerExtR(options.get(), say_nothing, nullptr);
  TIFFOpenOptionsSetWarningHandlerExtR(options.get(), say_nothing, nullptr);
  constexpr std::size_t octets_of_pixel = 8;
  TIFFOpenOptionsSetMaxSingleMemAlloc(options.get(),
                                      static_cast<tmsize_t>(limits.image_pixels * octets_of_pixel));
  // "m": the octets are not mapped into memory, in which they are already.
  return std::unique_ptr<TIFF, FreeTiff>(
      TIFFClientOpenExt("image", "rm", &octets, read_octets, write_nothing, seek_octets,
                        close_nothing, size_of_octets, nullptr, nullptr, options.get()));
}

bool has_alpha(TIFF* tiff) {
  std::uint16_t count = 0;
  std::uint16_t* kinds = nullptr;
  if (TIFFGetField(tiff, TIFFTAG_EXTRASAMPLES, &count, &kinds) != 1 || count == 0) return false;
  return kinds[0] == EXTRASAMPLE_ASSOCALPHA || kinds[0] == EXTRASAMPLE_UNASSALPHA;
}

// The library gives colours that are multiplied by their alpha.
char plain_sample(std::uint32_t sample, std::uint32_t alpha) {
  if (alpha == 0) return 0;
  return static_cast<char>(std::min<std::uint32_t>(255, (sample * 255 + alpha / 2) / alpha));
}

}  // namespace

Result<Pixels> image_codecs::decode_tiff(std::string_view octets, const Limits& limits) {
  Octets file{octets};
  const std::unique_ptr<TIFF, FreeTiff> tiff = open_tiff(file, limits);
  if (tiff == nullptr) return damaged_image("TIFF");
  std::uint32_t width = 0;
  std::uint32_t height = 0;
  TIFFGetField(tiff.get(), TIFFTAG_IMAGEWIDTH, &width);
  TIFFGetField(tiff.get(), TIFFTAG_IMAGELENGTH, &height);
  if (const Result<Done> fits = check_size(width, height, limits); !fits) return fits.error();
  // In the orientation that it is stored in: what the caller turns is not turned twice.
  std::uint16_t orientation = ORIENTATION_TOPLEFT;
  TIFFGetFieldDefaulted(tiff.get(), TIFFTAG_ORIENTATION, &orientation);
  std::array<char, 1024> reason{};  // the size that the library writes to
  if (TIFFRGBAImageOK(tiff.get(), reason.data()) != 1) {
    return Error(ErrorKind::unrecognised,
                 "the TIFF image is of a kind that is not read: " + std::string(reason.data()));
  }
  std::vector<std::uint32_t> raster(std::size_t{width} * height);
  constexpr int stop_on_error = 1;
  if (TIFFReadRGBAImageOriented(tiff.get(), width, height, raster.data(), orientation,
                                stop_on_error) != 1) {
    return damaged_image("TIFF");
  }
  const bool alpha = has_alpha(tiff.get());
  Pixels pixels = blank(static_cast<int>(width), static_cast<int>(height), alpha ? 4 : 3);
  char* out = pixels.samples.data();
  for (const std::uint32_t pixel : raster) {
    const std::uint32_t opacity = alpha ? TIFFGetA(pixel) : 255;
    *out++ = plain_sample(TIFFGetR(pixel), opacity);
    *out++ = plain_sample(TIFFGetG(pixel), opacity);
    *out++ = plain_sample(TIFFGetB(pixel), opacity);
    if (alpha) *out++ = static_cast<char>(opacity);
  }
  return pixels;
}

}  // namespace pressmark
