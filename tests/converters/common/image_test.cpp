#include "converters/common/image.h"

#include <gtest/gtest.h>

#include "converters/common/digest.h"
#include "tests/support/sample_documents.h"

namespace pressmark {
namespace {

using namespace std::string_literals;

// A square of 2 x 2: red, green, blue, white.
Pixels square() { return Pixels{2, 2, 3, "\xFF\x00\x00\x00\xFF\x00\x00\x00\xFF\xFF\xFF\xFF"s}; }

// That square as lossless WebP, made by libwebp.
constexpr const char* webp_lossless =
    "UklGRiwAAABXRUJQVlA4TB8AAAAvAUAAAB8gEEjeHzqN+RcQFPwf3fxHZA/gBgwR/Q8BAA==";

// 16 x 8, the left half light and the right half dark, made by libheif.
constexpr const char* avif_halves =
    "AAAAHGZ0eXBhdmlmAAAAAGF2aWZtaWYxbWlhZgAAAOptZXRhAAAAAAAAACFoZGxyAAAAAAAAAABwaWN0"
    "AAAAAAAAAAAAAAAAAAAAAA5waXRtAAAAAAABAAAAImlsb2MAAAAAREAAAQABAAAAAAEOAAEAAAAAAAAA"
    "IAAAACNpaW5mAAAAAAABAAAAFWluZmUCAAAAAAEAAGF2MDEAAAAAamlwcnAAAABLaXBjbwAAABNjb2xy"
    "bmNseAACAAIABoAAAAAMYXYxQ4EADAAAAAAUaXNwZQAAAAAAAAAQAAAACAAAABBwaXhpAAAAAAMICAgA"
    "AAAXaXBtYQAAAAAAAAABAAEEgYIDhAAAAChtZGF0EgAKCBgMv7BAgIGhMhITQAIIIIQAtxTbbTYB6pfN"
    "1IA=";

std::string little(std::uint32_t value, int size) {
  std::string out;
  for (int i = 0; i < size; ++i) out += static_cast<char>(value >> (8 * i));
  return out;
}

std::string bitmap(std::uint32_t bits, std::int32_t height, const std::string& palette,
                   const std::string& rows) {
  const auto offset = static_cast<std::uint32_t>(54 + palette.size());
  return "BM" + little(static_cast<std::uint32_t>(offset + rows.size()), 4) + little(0, 4) +
         little(offset, 4) + little(40, 4) + little(2, 4) +
         little(static_cast<std::uint32_t>(height), 4) + little(1, 2) + little(bits, 2) +
         little(0, 4) + little(0, 4) + little(0, 4) + little(0, 4) + little(0, 4) + little(0, 4) +
         palette + rows;
}

std::string with_exif_orientation(const Bytes& jpeg, int orientation) {
  const std::string exif = "Exif\0\0II*\0\x08\0\0\0"s + little(1, 2) + little(274, 2) +
                           little(3, 2) + little(1, 4) +
                           little(static_cast<std::uint32_t>(orientation), 4) + little(0, 4);
  const std::size_t size = exif.size() + 2;
  return jpeg.substr(0, 2) + "\xFF\xE1" + static_cast<char>(size >> 8) + static_cast<char>(size) +
         exif + jpeg.substr(2);
}

// Uncompressed TIFF of 8 bits a sample; four samples are RGB and unassociated alpha.
std::string tiff(std::uint32_t width, std::uint32_t height, std::uint32_t samples,
                 std::uint32_t orientation, const std::string& rows) {
  const bool alpha = samples == 4;
  const std::uint32_t entries = alpha ? 11 : 10;
  const std::uint32_t bits = 8 + 2 + entries * 12 + 4;
  const auto size = static_cast<std::uint32_t>(rows.size());
  const auto entry = [](std::uint32_t tag, std::uint32_t type, std::uint32_t count,
                        std::uint32_t value) {
    return little(tag, 2) + little(type, 2) + little(count, 4) + little(value, 4);
  };
  constexpr std::uint32_t a_short = 3;
  constexpr std::uint32_t a_long = 4;
  std::string octets = "II*\0"s + little(8, 4) + little(entries, 2);
  octets += entry(256, a_short, 1, width) + entry(257, a_short, 1, height);
  octets += entry(258, a_short, samples, samples == 1 ? 8 : bits) + entry(259, a_short, 1, 1);
  octets += entry(262, a_short, 1, samples == 1 ? 1 : 2) + entry(273, a_long, 1, bits + 8);
  octets += entry(274, a_short, 1, orientation) + entry(277, a_short, 1, samples);
  octets += entry(278, a_short, 1, height) + entry(279, a_long, 1, size);
  if (alpha) octets += entry(338, a_short, 1, 2);
  return octets + little(0, 4) + little(8, 2) + little(8, 2) + little(8, 2) + little(8, 2) + rows;
}

TEST(InspectImage, TellsKindAndSizeFromTheOctets) {
  const Document document = sample::images();
  for (const auto& [id, resource] : document.resources.all()) {
    const auto info = inspect_image(resource.data);
    ASSERT_TRUE(info);
    EXPECT_EQ(info->media_type, resource.media_type);
    EXPECT_EQ(info->width, resource.width);
    EXPECT_EQ(info->height, resource.height);
  }
  struct Case {
    std::string octets;
    std::string media_type;
    int width, height;
  };
  const std::vector<Case> cases = {
      {*encode_jpeg(square(), 90), "image/jpeg", 2, 2},
      {"GIF89a\x03\0\x02\0\x80\0\0"s, "image/gif", 3, 2},
      {*base64_decode(webp_lossless), "image/webp", 2, 2},
      {"RIFF\x1E\0\0\0WEBPVP8X\x0A\0\0\0\0\0\0\0\x2B\x01\0\xC7\0\0"s, "image/webp", 300, 200},
      {"\0\0\0\x18"
       "ftypavif\0\0\0\0mif1avif"
       "\0\0\0\x30meta\0\0\0\0\0\0\0\x24iprp\0\0\0\x1Cipco\0\0\0\x14ispe\0\0\0\0\0\0\x01\0\0\0\0\x80"s,
       "image/avif", 256, 128},
      {"II*\0\x08\0\0\0\x02\0\0\x01\x03\0\x01\0\0\0\x05\0\0\0\x01\x01\x03\0\x01\0\0\0\x04\0\0\0\0\0\0\0"s,
       "image/tiff", 5, 4},
      {bitmap(24, -2, "", std::string(16, '\0')), "image/bmp", 2, 2},
      {"\0\0\x01\0\x01\0\x10\x20\0\0\x01\0\x20\0\0\0\0\0\0\0\0\0"s, "image/x-icon", 16, 32},
      {"<?xml version='1.0'?><!-- a --><!DOCTYPE svg [<!ENTITY a 'b'>]>\n"
       "<svg xmlns='http://www.w3.org/2000/svg' width='1in' height=\"10.4px\">",
       "image/svg+xml", 96, 10},
      {"\xEF\xBB\xBF<s:svg viewBox='0 0 30.2,40' width='100%' height='5'/>", "image/svg+xml", 30,
       40},
      {"<svg/><rect width='5' height='5'/>", "image/svg+xml", 0, 0},
  };
  for (const Case& expected : cases) {
    const auto info = inspect_image(expected.octets);
    ASSERT_TRUE(info) << expected.media_type;
    EXPECT_EQ(info->media_type, expected.media_type);
    EXPECT_EQ(info->width, expected.width) << expected.media_type;
    EXPECT_EQ(info->height, expected.height) << expected.media_type;
  }
}

TEST(InspectImage, KnowsWhatIsNoImage) {
  for (const std::string& octets :
       {""s, "text"s, "<html><svg/></html>"s, "\xFF\xD8\xFF"s, "\x89PNG\r\n\x1A\n"s, "BM"s, "<svg"s,
        "<?xml"s, "GIF89a"s, "RIFF\0\0\0\0WAVE"s, "%PDF-1.7"s}) {
    EXPECT_FALSE(inspect_image(octets)) << octets;
  }
}

TEST(InspectImage, ReadsTheExifOrientation) {
  const Bytes jpeg = *encode_jpeg(square(), 90);
  EXPECT_EQ(inspect_image(with_exif_orientation(jpeg, 6))->orientation, 6);
  EXPECT_EQ(inspect_image(with_exif_orientation(jpeg, 99))->orientation, 1);
  EXPECT_EQ(inspect_image(jpeg)->orientation, 1);
}

TEST(DecodeImage, PngKeepsEverySample) {
  const Bytes png = *encode_png(square());
  EXPECT_EQ(png, *encode_png(square()));
  const Result<Pixels> pixels = decode_image(png, {});
  ASSERT_TRUE(pixels) << pixels.error().describe();
  EXPECT_EQ(pixels->channels, 3);
  EXPECT_EQ(pixels->samples, square().samples);
  const Pixels clear{1, 1, 4, "\x10\x20\x30\x40"s};
  EXPECT_EQ(decode_image(*encode_png(clear), {})->samples, clear.samples);
  const Pixels grey{3, 1, 1, "\x01\x80\xFE"s};
  EXPECT_EQ(decode_image(*encode_png(grey), {})->samples, grey.samples);
}

TEST(DecodeImage, WebpAndBmpGiveTheirPixels) {
  const Result<Pixels> webp = decode_image(*base64_decode(webp_lossless), {});
  ASSERT_TRUE(webp) << webp.error().describe();
  EXPECT_EQ(webp->samples, square().samples);
  const std::string rows = "\xFF\0\0\xFF\xFF\xFF\0\0"s + "\0\0\xFF\0\xFF\0\0\0"s;  // bottom up, BGR
  const Result<Pixels> bmp = decode_image(bitmap(24, 2, "", rows), {});
  ASSERT_TRUE(bmp) << bmp.error().describe();
  EXPECT_EQ(bmp->samples, square().samples);
  const std::string palette = "\0\0\xFF\0\0\xFF\0\0\xFF\0\0\0\xFF\xFF\xFF\0"s;
  const std::string packed = "\x01\0\0\0\x23\0\0\0"s;  // 4 bits a pixel, top down
  EXPECT_EQ(decode_image(bitmap(4, -2, palette, packed), {})->samples, square().samples);
}

TEST(DecodeImage, AvifGivesItsPixels) {
  const Result<Pixels> pixels = decode_image(*base64_decode(avif_halves), {});
  ASSERT_TRUE(pixels) << pixels.error().describe();
  EXPECT_EQ(pixels->width, 16);
  EXPECT_EQ(pixels->height, 8);
  EXPECT_GT(static_cast<unsigned char>(pixels->samples[0]), 200);
  EXPECT_LT(static_cast<unsigned char>(pixels->samples[15 * 3]), 50);
}

TEST(DecodeImage, TiffGivesItsPixels) {
  const Result<Pixels> pixels = decode_image(tiff(2, 2, 3, 1, square().samples), {});
  ASSERT_TRUE(pixels) << pixels.error().describe();
  EXPECT_EQ(pixels->channels, 3);
  EXPECT_EQ(pixels->samples, square().samples);
  const std::string clear = "\x10\x20\x30\xFF\0\0\0\0"s;
  const Result<Pixels> transparent = decode_image(tiff(2, 1, 4, 1, clear), {});
  ASSERT_TRUE(transparent);
  EXPECT_EQ(transparent->channels, 4);
  EXPECT_EQ(transparent->samples, clear);
  // The library multiplies colours by their alpha; 0x40, 0x80 and 0xFF come through it unharmed.
  const std::string half = "\x40\x80\xFF\x80"s;
  EXPECT_EQ(decode_image(tiff(1, 1, 4, 1, half), {})->samples, half);
  // Turned clockwise: the left one of two pixels comes above the other.
  const Result<Pixels> turned = decode_image(tiff(2, 1, 1, 6, "\x11\xEE"), {});
  ASSERT_TRUE(turned);
  EXPECT_EQ(turned->width, 1);
  EXPECT_EQ(turned->height, 2);
  EXPECT_EQ(turned->samples, "\x11\x11\x11\xEE\xEE\xEE"s);
  std::string deep = tiff(1, 1, 1, 1, "\x11\x22\x33\x44");
  const std::string bits = little(258, 2) + little(3, 2) + little(1, 4);
  deep.replace(deep.find(bits) + bits.size(), 4, little(32, 4));
  const Result<Pixels> unreadable = decode_image(deep, {});
  ASSERT_FALSE(unreadable);
  EXPECT_EQ(unreadable.error().kind(), ErrorKind::unrecognised);
  EXPECT_NE(unreadable.error().message().find("32-bit samples"), std::string::npos)
      << unreadable.error().message();
  const std::string cut = tiff(2, 2, 3, 1, square().samples).substr(0, 140);
  EXPECT_EQ(decode_image(cut, {}).error().kind(), ErrorKind::unrecognised);
  Limits limits;
  limits.image_pixels = 3;
  EXPECT_EQ(decode_image(tiff(2, 2, 3, 1, square().samples), limits).error().kind(),
            ErrorKind::limit);
}

TEST(DecodeImage, GifGivesItsFirstFrameWithTransparency) {
  // 2 x 1, colours black and red, the first pixel transparent.
  const std::string gif =
      "GIF89a\x02\0\x01\0\x80\0\0\0\0\0\xFF\0\0!\xF9\x04\x01\0\0\0\0,\0\0\0\0"
      "\x02\0\x01\0\0\x02\x02\x44\x0A\0;"s;
  const Result<Pixels> pixels = decode_image(gif, {});
  ASSERT_TRUE(pixels) << pixels.error().describe();
  ASSERT_EQ(pixels->channels, 4);
  EXPECT_EQ(pixels->samples.size(), 8u);
  EXPECT_EQ(pixels->samples.substr(0, 4), "\0\0\0\0"s);
}

TEST(DecodeImage, TurnsUprightByTheOrientation) {
  Pixels wide{16, 8, 1, Bytes(128, '\0')};
  for (int y = 0; y < 8; ++y) {
    for (int x = 0; x < 8; ++x) wide.samples[static_cast<std::size_t>(16 * y + x)] = '\xFF';
  }
  const Bytes jpeg = *encode_jpeg(wide, 95);  // the left half is white
  const Result<Pixels> turned = decode_image(with_exif_orientation(jpeg, 6), {});
  ASSERT_TRUE(turned);
  EXPECT_EQ(turned->width, 8);
  EXPECT_EQ(turned->height, 16);
  // Turned clockwise, the left half is above.
  EXPECT_GT(static_cast<unsigned char>(turned->samples.front()), 200);
  EXPECT_LT(static_cast<unsigned char>(turned->samples.back()), 50);
  const Result<Pixels> mirrored = decode_image(with_exif_orientation(jpeg, 2), {});
  EXPECT_LT(static_cast<unsigned char>(mirrored->samples.front()), 50);
}

TEST(DecodeImage, DamageAndLimitsAreErrors) {
  Limits small;
  small.image_pixels = 3;
  for (const Bytes& octets :
       {*encode_png(square()), *encode_jpeg(square(), 80), Bytes(*base64_decode(webp_lossless))}) {
    EXPECT_EQ(decode_image(octets, small).error().kind(), ErrorKind::limit);
    for (std::size_t size = 0; size < octets.size(); ++size) {
      (void)decode_image(octets.substr(0, size), {});
      Bytes changed = octets;
      changed[size] = static_cast<char>(changed[size] ^ 0x55);
      (void)decode_image(changed, {});
    }
  }
  EXPECT_EQ(decode_image("no image", {}).error().kind(), ErrorKind::unrecognised);
  EXPECT_FALSE(decode_image("<svg width='9' height='9'/>", {}));
}

}  // namespace
}  // namespace pressmark
