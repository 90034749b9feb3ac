// JPEG by libjpeg-turbo. Its errors leave through longjmp, so the functions that call it between
// setjmp and the end own nothing that has a destructor: their callers do.
#include <cstddef>
#include <cstdio>
// jpeglib.h needs the two above.
#include <jpeglib.h>

#include <algorithm>
#include <array>
#include <csetjmp>
#include <cstdlib>

#include "converters/common/image_codecs.h"

namespace pressmark {
namespace {

struct Failure {
  jpeg_error_mgr base = {};  // first, so that libjpeg's pointer to it is one to the whole
  std::jmp_buf exit = {};
  std::array<char, JMSG_LENGTH_MAX> message = {};
};

[[noreturn]] void leave(j_common_ptr common) {
  auto* failure = reinterpret_cast<Failure*>(common->err);
  common->err->format_message(common, failure->message.data());
  std::longjmp(failure->exit, 1);
}

void stay_silent(j_common_ptr) {}

void install(Failure& failure) {
  jpeg_std_error(&failure.base);
  failure.base.error_exit = leave;
  failure.base.output_message = stay_silent;
}

// A progressive file can repeat whole-image scans as often as it has octets for a few; that many
// are never of use.
constexpr int most_scans = 200;

void limit_scans(j_common_ptr common) {
  const auto* decoder = reinterpret_cast<jpeg_decompress_struct*>(common);
  if (common->is_decompressor != FALSE && decoder->input_scan_number > most_scans) leave(common);
}

struct Decoder {
  jpeg_decompress_struct library = {};
  jpeg_progress_mgr progress = {};
  Failure failure;
  Decoder() = default;
  Decoder(const Decoder&) = delete;
  Decoder& operator=(const Decoder&) = delete;
  ~Decoder() { jpeg_destroy_decompress(&library); }
};

bool read_header(Decoder& decoder, std::string_view octets) {
  install(decoder.failure);
  decoder.library.err = &decoder.failure.base;
  if (setjmp(decoder.failure.exit) != 0) return false;
  jpeg_create_decompress(&decoder.library);
  decoder.progress.progress_monitor = limit_scans;
  decoder.library.progress = &decoder.progress;
  jpeg_mem_src(&decoder.library, reinterpret_cast<const unsigned char*>(octets.data()),
               octets.size());
  return jpeg_read_header(&decoder.library, TRUE) == JPEG_HEADER_OK;
}

// `samples` holds width x height x channels of the colour space asked for.
bool read_rows(Decoder& decoder, char* samples) {
  if (setjmp(decoder.failure.exit) != 0) return false;
  jpeg_start_decompress(&decoder.library);
  const std::size_t stride =
      std::size_t{decoder.library.output_width} * decoder.library.output_components;
  while (decoder.library.output_scanline < decoder.library.output_height) {
    auto* row = reinterpret_cast<JSAMPROW>(samples + stride * decoder.library.output_scanline);
    jpeg_read_scanlines(&decoder.library, &row, 1);
  }
  jpeg_finish_decompress(&decoder.library);
  return true;
}

// Four-colour JPEG as Adobe's programs write it: the samples are inverted.
Pixels rgb_of_cmyk(const Pixels& source) {
  Pixels result = image_codecs::blank(source.width, source.height, 3);
  const std::size_t count = std::size_t{1} * source.width * source.height;
  const auto sample = [&](std::size_t i) {
    return static_cast<unsigned int>(static_cast<unsigned char>(source.samples[i]));
  };
  for (std::size_t i = 0; i < count; ++i) {
    const unsigned int black = sample(4 * i + 3);
    for (std::size_t c = 0; c < 3; ++c) {
      result.samples[3 * i + c] = static_cast<char>(sample(4 * i + c) * black / 255);
    }
  }
  return result;
}

struct Encoder {
  jpeg_compress_struct library = {};
  Failure failure;
  unsigned char* memory = nullptr;
  unsigned long size = 0;
  Encoder() = default;
  Encoder(const Encoder&) = delete;
  Encoder& operator=(const Encoder&) = delete;
  ~Encoder() {
    jpeg_destroy_compress(&library);
    std::free(memory);
  }
};

bool write_image(Encoder& encoder, const Pixels& pixels, int quality) {
  install(encoder.failure);
  encoder.library.err = &encoder.failure.base;
  if (setjmp(encoder.failure.exit) != 0) return false;
  jpeg_create_compress(&encoder.library);
  jpeg_mem_dest(&encoder.library, &encoder.memory, &encoder.size);
  encoder.library.image_width = static_cast<JDIMENSION>(pixels.width);
  encoder.library.image_height = static_cast<JDIMENSION>(pixels.height);
  encoder.library.input_components = pixels.channels;
  encoder.library.in_color_space = pixels.channels == 1 ? JCS_GRAYSCALE : JCS_RGB;
  jpeg_set_defaults(&encoder.library);
  jpeg_set_quality(&encoder.library, quality, TRUE);
  encoder.library.optimize_coding = TRUE;
  jpeg_start_compress(&encoder.library, TRUE);
  const std::size_t stride = std::size_t{1} * pixels.width * pixels.channels;
  while (encoder.library.next_scanline < encoder.library.image_height) {
    const char* data = pixels.samples.data() + stride * encoder.library.next_scanline;
    auto* row = reinterpret_cast<JSAMPROW>(const_cast<char*>(data));
    jpeg_write_scanlines(&encoder.library, &row, 1);
  }
  jpeg_finish_compress(&encoder.library);
  return true;
}

}  // namespace

Result<Pixels> image_codecs::decode_jpeg(std::string_view octets, const Limits& limits) {
  Decoder decoder;
  if (!read_header(decoder, octets)) return damaged_image("JPEG", decoder.failure.message.data());
  const auto width = decoder.library.image_width;
  const auto height = decoder.library.image_height;
  if (const Result<Done> fits = check_size(width, height, limits); !fits) return fits.error();
  const J_COLOR_SPACE space = decoder.library.jpeg_color_space;
  const bool four = space == JCS_CMYK || space == JCS_YCCK;
  decoder.library.out_color_space = four                     ? JCS_CMYK
                                    : space == JCS_GRAYSCALE ? JCS_GRAYSCALE
                                                             : JCS_RGB;
  Pixels pixels = blank(static_cast<int>(width), static_cast<int>(height),
                        four                     ? 4
                        : space == JCS_GRAYSCALE ? 1
                                                 : 3);
  if (!read_rows(decoder, pixels.samples.data())) {
    return damaged_image("JPEG", decoder.failure.message.data());
  }
  return four ? rgb_of_cmyk(pixels) : std::move(pixels);
}

Result<Bytes> encode_jpeg(const Pixels& pixels, int quality) {
  constexpr int most_side = 65500;  // libjpeg's limit, JPEG_MAX_DIMENSION
  if (pixels.channels == 4 || pixels.width > most_side || pixels.height > most_side) {
    return Error(ErrorKind::internal, "pixels that JPEG cannot hold");
  }
  Encoder encoder;
  if (!write_image(encoder, pixels, std::clamp(quality, 1, 100))) {
    return Error(ErrorKind::internal,
                 std::string("libjpeg cannot write an image: ") + encoder.failure.message.data());
  }
  return Bytes(reinterpret_cast<const char*>(encoder.memory), encoder.size);
}

}  // namespace pressmark
