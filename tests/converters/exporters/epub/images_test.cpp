#include <gtest/gtest.h>

#include "converters/common/digest.h"
#include "converters/common/image.h"
#include "converters/exporters/epub/codes.h"
#include "core/model/walk.h"
#include "tests/converters/exporters/epub/opened_book.h"
#include "tests/support/sample_documents.h"

namespace pressmark::epub {
namespace {

constexpr const char* text_file = "EPUB/article.xhtml";

// An article with one image of the given octets.
Document with_image(const Bytes& octets, std::optional<std::string> alt = "what it shows") {
  Document document = sample::plain();
  Resource resource;
  resource.data = octets;
  resource.sha256 = sha256_hex(octets);
  resource.media_type = "image/unknown";
  resource.origin = "picture";
  const ResourceId id = document.resources.add(resource);
  document.body.push_back(
      Block{Figure{{paragraph({Inline{Image{id, std::move(alt)}}})}, {text("Caption.")}, {}}});
  return document;
}

Pixels noise(int width, int height, int channels) {
  Pixels pixels{width, height, channels, {}};
  std::uint32_t state = 7;
  for (int i = 0; i < width * height * channels; ++i) {
    state = state * 1664525u + 1013904223u;
    pixels.samples += static_cast<char>(state >> 24);
  }
  return pixels;
}

const ZipEntry* image_of(const OpenedBook& book) {
  for (const ZipEntry& entry : book.entries) {
    if (entry.path.starts_with("EPUB/images/")) return &entry;
  }
  return nullptr;
}

TEST(EpubImages, EqualImagesAreOneStoredFile) {
  const OpenedBook book = open_book({sample::images()});
  EXPECT_EQ(book.count_of_files("EPUB/images/"), 2u);
  EXPECT_TRUE(image_of(book)->stored);
}

TEST(EpubImages, KindsThatReadersDoNotShowAreConverted) {
  const std::string webp =
      "UklGRiwAAABXRUJQVlA4TB8AAAAvAUAAAB8gEEjeHzqN+RcQFPwf3fxHZA/gBgwR/Q8BAA==";
  const OpenedBook book = open_book({with_image(*base64_decode(webp))});
  const ZipEntry* image = image_of(book);
  ASSERT_NE(image, nullptr);
  EXPECT_EQ(inspect_image(image->data)->media_type, "image/jpeg");
  EXPECT_TRUE(image->path.ends_with(".jpg"));
  EXPECT_EQ(book.diagnostics.count(image_converted.id), 1u);
}

TEST(EpubImages, UnusableImagesBecomeTheirAlternativeText) {
  for (const Bytes& octets :
       {Bytes("no image"), Bytes("\x89PNG\r\n\x1A\n broken"), Bytes("II*\0\x08\0\0\0\0\0", 10)}) {
    const OpenedBook book = open_book({with_image(octets)});
    EXPECT_EQ(image_of(book), nullptr);
    EXPECT_TRUE(book.has(text_file, "<span class=\"image\">what it shows</span>"));
    EXPECT_EQ(book.diagnostics.count(image_unusable.id), 1u);
  }
}

TEST(EpubImages, ImagesElsewhereBecomeLinks) {
  const OpenedBook book = open_book({sample::images()});
  EXPECT_TRUE(book.has(text_file,
                       "<a href=\"https://example.org/images/bridge.jpg?width=800\" "
                       "class=\"image\">A bridge</a>"));
  EXPECT_TRUE(book.has(text_file, "class=\"image\">Image</a>"));
  EXPECT_EQ(book.diagnostics.count(image_elsewhere.id), 2u);
}

TEST(EpubImages, LargeImagesAreScaledDown) {
  const Bytes large = *encode_png(noise(200, 100, 3));
  Options options;
  options.longest_image_side = 50;
  const OpenedBook book = open_book({with_image(large)}, options);
  const auto info = inspect_image(image_of(book)->data);
  EXPECT_EQ(info->width, 50);
  EXPECT_EQ(info->height, 25);
  EXPECT_TRUE(book.has(text_file, "width=\"50\" height=\"25\""));
  EXPECT_EQ(book.diagnostics.count(image_scaled.id), 1u);
  EXPECT_EQ(image_of(open_book({with_image(large)}))->data, large);
}

TEST(EpubImages, SvgIsKeptWithoutWhatRuns) {
  const Bytes svg =
      "<svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink' "
      "viewBox='0 0 10 10' onload='alert(1)'><script>alert(2)</script>"
      "<a xlink:href='https://example.org/'><circle cx='5' cy='5' r='4' style='fill:red'/></a>"
      "<image "
      "xlink:href='https://example.org/x.png'/><foreignObject><p>x</p></foreignObject></svg>";
  const OpenedBook book = open_book({with_image(svg)});
  const std::string kept = image_of(book)->data;
  EXPECT_NE(kept.find("<circle"), std::string::npos);
  for (const char* piece : {"alert", "example.org", "foreignObject"}) {
    EXPECT_EQ(kept.find(piece), std::string::npos) << piece;
  }
  EXPECT_EQ(book.diagnostics.count(image_cleaned.id), 1u);
  EXPECT_EQ(image_of(open_book({with_image("<svg><rect></svg>")})), nullptr);
}

TEST(EpubImages, CoversComeFromAFileOrTheArticle) {
  FakeEnvironment environment;
  environment.files["cover.png"] = *encode_png(noise(30, 40, 3));
  environment.files["cover.txt"] = "no image";
  Options options;
  options.cover = "cover.png";
  EXPECT_TRUE(open_book({sample::plain()}, options, environment)
                  .has("EPUB/package.opf", "properties=\"cover-image\""));
  options.cover = "lead";
  EXPECT_FALSE(open_book({sample::images()}, options).has("EPUB/package.opf", "cover-image"));
  EXPECT_TRUE(open_book({with_image(*encode_png(noise(300, 300, 1)))}, options)
                  .has("EPUB/package.opf", "properties=\"cover-image\""));
  Diagnostics diagnostics;
  Context context{environment, diagnostics};
  options.cover = "cover.txt";
  EXPECT_FALSE(export_epub(sample::plain(), options, context));
  options.cover = "absent.png";
  EXPECT_FALSE(export_epub(sample::plain(), options, context));
}

TEST(EpubImages, ACoverHasAPageWithItsAlternativeTextAndALandmark) {
  FakeEnvironment environment;
  environment.files["cover.png"] = *encode_png(noise(30, 40, 3));
  Options options;
  options.cover = "cover.png";
  const OpenedBook book = open_book({sample::plain(), sample::notes()}, options, environment);
  EXPECT_TRUE(book.has("EPUB/cover.xhtml", "alt=\"Cover: Many\" role=\"doc-cover\""));
  EXPECT_TRUE(book.has("EPUB/nav.xhtml", "<a epub:type=\"cover\" href=\"cover.xhtml\">Cover</a>"));
  const std::string package = book.file("EPUB/package.opf");
  EXPECT_LT(package.find("idref=\"cover-page\""), package.find("idref=\"nav\""));
  EXPECT_TRUE(book.has("EPUB/style.css", ".cover img"));
  const OpenedBook plain = open_book({sample::plain()});
  EXPECT_EQ(plain.file("EPUB/cover.xhtml"), "");
  EXPECT_FALSE(plain.has("EPUB/nav.xhtml", "cover"));
}

TEST(EpubImages, GeneratedCoversShowTheArticlesWords) {
  std::vector<Document> drawn;
  Options options;
  options.cover = "generated";
  options.font_folder = "fonts";
  options.services.draw_title_page = [&](const Document& words, const std::string& folder,
                                         Context&) -> Result<Bytes> {
    EXPECT_EQ(folder, "fonts");
    drawn.push_back(words);
    return encode_png(noise(30, 40, 3));
  };
  Document article = sample::plain();
  article.language = "de";
  article.front.headline = {text("Der Titel")};
  article.front.deck = {text("Die Unterzeile")};
  article.front.bylines = {{text("Von Ana Beispiel")}};
  article.metadata.set(Variable::title, "Der Titel", {});
  article.metadata.set(Variable::container_title, "Die Zeitung", {});
  const OpenedBook book = open_book({article}, options);
  EXPECT_TRUE(book.has("EPUB/package.opf", "properties=\"cover-image\""));
  EXPECT_TRUE(book.has("EPUB/cover.xhtml", "alt=\"Umschlag: Der Titel\""));
  ASSERT_EQ(drawn.size(), 1u);
  EXPECT_EQ(drawn[0].language, "de");
  EXPECT_EQ(text_of(drawn[0].front.kicker), "Die Zeitung");
  EXPECT_EQ(text_of(drawn[0].front.headline), "Der Titel");
  EXPECT_EQ(text_of(drawn[0].front.deck), "Die Unterzeile");
  ASSERT_EQ(drawn[0].front.bylines.size(), 1u);
  EXPECT_EQ(text_of(drawn[0].front.bylines[0]), "Von Ana Beispiel");

  open_book({article, article}, options);
  ASSERT_EQ(drawn.size(), 2u);
  EXPECT_EQ(text_of(drawn[1].front.headline), "Many");
  EXPECT_TRUE(drawn[1].front.kicker.empty());

  FakeEnvironment environment;
  Diagnostics diagnostics;
  Context context{environment, diagnostics};
  options.services.draw_title_page = {};
  EXPECT_FALSE(export_epub(article, options, context));
}

}  // namespace
}  // namespace pressmark::epub
