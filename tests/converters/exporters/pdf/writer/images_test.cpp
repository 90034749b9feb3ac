#include "converters/exporters/pdf/writer/images.h"

#include <gtest/gtest.h>
#include <zlib.h>

#include <cstdint>
#include <vector>

#include "converters/common/deflate.h"
#include "converters/common/digest.h"
#include "converters/common/image.h"
#include "converters/exporters/pdf/writer/colour_profile.h"
#include "converters/exporters/pdf/writer/image_streams.h"
#include "tests/support/fake_environment.h"

namespace pressmark::pdf {
namespace {

Pixels checkerboard(int channels) {
  Pixels pixels{8, 4, channels, {}};
  for (int i = 0; i < 8 * 4 * channels; ++i) pixels.samples.push_back(static_cast<char>(i * 7));
  return pixels;
}

Resource resource(Bytes data, std::string media_type) {
  Resource image;
  image.sha256 = sha256_hex(data);
  image.data = std::move(data);
  image.media_type = std::move(media_type);
  image.origin = "picture";
  return image;
}

TEST(PassPng, TakesImagesWithoutTransparency) {
  const auto stream = pass_png(*encode_png(checkerboard(3)), {});
  ASSERT_TRUE(stream);
  EXPECT_FALSE(pass_png(*encode_png(checkerboard(4)), {}));
}

TEST(PassPng, RefusesDamageAndTooManyPixels) {
  Bytes png = *encode_png(checkerboard(1));
  EXPECT_FALSE(pass_png(png, Limits{.image_pixels = 31}));
  EXPECT_FALSE(pass_png(std::string_view(png).substr(0, png.size() / 2), {}));
  const std::size_t data = png.find("IDAT") + 8;
  png[data] = static_cast<char>(png[data] ^ 0x55);
  EXPECT_FALSE(pass_png(png, {}));
  EXPECT_FALSE(pass_png("", {}));
}

// A PNG of one colour whose rows are stored as they are.
Bytes stored_png(int side) {
  Bytes rows;
  for (int y = 0; y < side; ++y) rows += '\0' + Bytes(static_cast<std::size_t>(side) * 3, '\x42');
  const auto chunk = [](const Bytes& type, const Bytes& data) {
    const auto four = [](unsigned long value) {
      Bytes octets;
      for (int shift = 24; shift >= 0; shift -= 8)
        octets += static_cast<char>(value >> shift & 255);
      return octets;
    };
    const Bytes body = type + data;
    const unsigned long sum =
        crc32(0, reinterpret_cast<const Bytef*>(body.data()), static_cast<uInt>(body.size()));
    return four(data.size()) + body + four(sum);
  };
  const char length = static_cast<char>(side);
  const Bytes header = {0, 0, 0, length, 0, 0, 0, length, 8, 2, 0, 0, 0};
  return "\x89PNG\r\n\x1A\n" + chunk("IHDR", header) + chunk("IDAT", *zlib_compress(rows, 0)) +
         chunk("IEND", "");
}

TEST(EmbedImages, CompressesPngsThatAreNot) {
  const Bytes png = stored_png(100);
  const auto passed = pass_png(png, {});
  ASSERT_TRUE(passed);
  EXPECT_TRUE(passed->is_barely_compressed);
  EXPECT_FALSE(pass_png(*encode_png(checkerboard(3)), {})->is_barely_compressed);
  Resources resources;
  const ResourceId id = resources.add(resource(png, "image/png"));
  Layout layout;
  layout.pages.emplace_back();
  layout.pages[0].items.emplace_back(PlacedImage{id, 0, 0, 10 * point, 10 * point, 0});
  FakeEnvironment environment;
  Diagnostics diagnostics;
  Context context{environment, diagnostics};
  FileAssembler file;
  embed_images(layout, resources, 0, file, context);
  const auto written = file.finish("1.7", file.add(Dictionary{}), std::nullopt);
  ASSERT_TRUE(written);
  EXPECT_LT(written->size(), png.size() / 10);
}

TEST(PassJpeg, TakesGreyAndRgb) {
  const Bytes jpeg = *encode_jpeg(checkerboard(3), 80);
  const auto stream = pass_jpeg(jpeg);
  ASSERT_TRUE(stream);
  EXPECT_EQ(stream->octets, jpeg);
  EXPECT_TRUE(pass_jpeg(*encode_jpeg(checkerboard(1), 80)));
  EXPECT_FALSE(pass_jpeg(std::string_view(jpeg).substr(0, 20)));
  EXPECT_FALSE(pass_jpeg("\xFF\xD8"));
}

TEST(EmbedImages, AddsAnImageOnceAndReportsWhatCannotBeDecoded) {
  Resources resources;
  const ResourceId good = resources.add(resource(*encode_png(checkerboard(4)), "image/png"));
  const ResourceId bad = resources.add(resource("no image", "image/webp"));
  Layout layout;
  layout.pages.resize(2);
  layout.pages[0].items = {PlacedImage{good}, PlacedImage{bad}};
  layout.pages[1].items = {PlacedImage{good}};
  FakeEnvironment environment;
  Diagnostics diagnostics;
  Context context{environment, diagnostics};
  FileAssembler file;
  const EmbeddedImages images = embed_images(layout, resources, 0, file, context);
  EXPECT_EQ(images.objects.size(), 1U);
  EXPECT_EQ(images.uses.at(good).resource, "Im0");
  EXPECT_EQ(file.reserve().number, 3);  // the image and its soft mask came before
  ASSERT_EQ(diagnostics.all().size(), 1U);
  EXPECT_EQ(diagnostics.all()[0].id(), "pdf.undecodable-image");
  EXPECT_EQ(diagnostics.all()[0].subject, "picture");
}

// Noise, so that fewer pixels are fewer octets.
Pixels noise(int width, int height, int channels) {
  Pixels pixels{width, height, channels, {}};
  std::uint32_t state = 1;
  for (int i = 0; i < width * height * channels; ++i) {
    state = state * 1664525 + 1013904223;
    pixels.samples.push_back(static_cast<char>(state >> 24));
  }
  return pixels;
}

struct Embedded {
  Bytes file;
  std::size_t scaled = 0;
};
// One image, placed at each of the widths; its pixels are 200 by 100.
Embedded embed(const Resource& image, const std::vector<Length>& widths, int dots_per_inch) {
  Resources resources;
  const ResourceId id = resources.add(image);
  Layout layout;
  layout.pages.resize(1);
  for (const Length width : widths) {
    layout.pages[0].items.emplace_back(PlacedImage{id, 0, 0, width, width / 2});
  }
  FakeEnvironment environment;
  Diagnostics diagnostics;
  Context context{environment, diagnostics};
  FileAssembler file;
  const Reference catalog = file.reserve();
  EXPECT_EQ(embed_images(layout, resources, dots_per_inch, file, context).objects.size(), 1U);
  file.set(catalog, Dictionary{{"Type", name("Catalog")}});
  Embedded result;
  for (const Diagnostic& entry : diagnostics.all()) {
    EXPECT_EQ(entry.id(), "pdf.image-scaled");
    EXPECT_EQ(entry.subject, "picture");
    ++result.scaled;
  }
  result.file = *file.finish("1.7", catalog, std::nullopt);
  return result;
}

TEST(EmbedImages, ScalesToTheLargestPlace) {
  const Bytes jpeg = *encode_jpeg(noise(200, 100, 3), 90);
  const Embedded kept = embed(resource(jpeg, "image/jpeg"), {72 * point}, 0);
  EXPECT_EQ(kept.scaled, 0U);
  EXPECT_NE(kept.file.find(jpeg), Bytes::npos);  // its very octets
  // An inch holds 200 pixels.
  const Embedded scaled = embed(resource(jpeg, "image/jpeg"), {18 * point, 72 * point}, 100);
  EXPECT_EQ(scaled.scaled, 1U);
  EXPECT_EQ(scaled.file.find(jpeg), Bytes::npos);
  EXPECT_NE(scaled.file.find("/Width 100"), Bytes::npos);
  EXPECT_NE(scaled.file.find("/Height 50"), Bytes::npos);
  EXPECT_NE(scaled.file.find("DCTDecode"), Bytes::npos);
  EXPECT_LT(scaled.file.size(), kept.file.size());
}

TEST(EmbedImages, LeavesWhatHasFewPixelsOrGainsNothing) {
  const Bytes jpeg = *encode_jpeg(noise(200, 100, 3), 90);
  for (const int dots_per_inch : {182, 200, 300}) {
    const Embedded kept = embed(resource(jpeg, "image/jpeg"), {72 * point}, dots_per_inch);
    EXPECT_EQ(kept.scaled, 0U) << dots_per_inch;
    EXPECT_NE(kept.file.find(jpeg), Bytes::npos) << dots_per_inch;
  }
  EXPECT_EQ(embed(resource(jpeg, "image/jpeg"), {72 * point}, 180).scaled, 1U);
  // Of the lowest quality: JPEG of quality 90 is larger at three quarters of the side.
  const Bytes poor = *encode_jpeg(noise(200, 100, 3), 1);
  EXPECT_EQ(embed(resource(poor, "image/jpeg"), {72 * point}, 150).scaled, 0U);
}

TEST(EmbedImages, ScalesTheMaskWithTheColours) {
  const Bytes png = *encode_png(noise(200, 100, 4));
  const Embedded scaled = embed(resource(png, "image/png"), {72 * point}, 100);
  EXPECT_EQ(scaled.scaled, 1U);
  EXPECT_NE(scaled.file.find("/SMask"), Bytes::npos);
  std::size_t streams = 0;
  for (std::size_t at = 0; (at = scaled.file.find("/Width 100", at)) != Bytes::npos; ++at)
    ++streams;
  EXPECT_EQ(streams, 2U);
}

TEST(SrgbProfile, IsOneOfVersion2AndTellsItsSize) {
  const Bytes profile = srgb_profile();
  ASSERT_GT(profile.size(), 128U);
  const auto size = static_cast<unsigned>(static_cast<unsigned char>(profile[2]) << 8 |
                                          static_cast<unsigned char>(profile[3]));
  EXPECT_EQ(size, profile.size());
  EXPECT_EQ(profile.substr(8, 2), std::string("\x02\x10"));
  EXPECT_EQ(profile.substr(12, 12), "mntrRGB XYZ ");
  EXPECT_EQ(profile.substr(36, 4), "acsp");
  EXPECT_LT(profile.size(), 3000U);
}

}  // namespace
}  // namespace pressmark::pdf
