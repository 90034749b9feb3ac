#include "converters/exporters/pdf/writer/images.h"

#include <gtest/gtest.h>

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
  const EmbeddedImages images = embed_images(layout, resources, file, context);
  EXPECT_EQ(images.objects.size(), 1U);
  EXPECT_EQ(images.uses.at(good).resource, "Im0");
  EXPECT_EQ(file.reserve().number, 3);  // the image and its soft mask came before
  ASSERT_EQ(diagnostics.all().size(), 1U);
  EXPECT_EQ(diagnostics.all()[0].id(), "pdf.undecodable-image");
  EXPECT_EQ(diagnostics.all()[0].subject, "picture");
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
