// Inputs made to take the machine, all the way to a finished file.
#include <gtest/gtest.h>
#include <sys/resource.h>
#include <zlib.h>

#include "converters/common/digest.h"
#include "converters/common/image.h"
#include "converters/exporters/pdf/pdf.h"
#include "tests/support/compressed.h"
#include "tests/support/fake_environment.h"
#include "tests/support/sample_documents.h"

namespace pressmark::pdf {
namespace {

struct Outcome {
  Bytes file;
  Diagnostics diagnostics;
  double seconds = 0;  // of the processor
};

double processor_seconds() {
  rusage usage = {};
  getrusage(RUSAGE_SELF, &usage);
  return static_cast<double>(usage.ru_utime.tv_sec) +
         static_cast<double>(usage.ru_utime.tv_usec) / 1e6;
}

// The most memory that the process has had so far, in MiB.
long peak_memory() {
  rusage usage = {};
  getrusage(RUSAGE_SELF, &usage);
  return usage.ru_maxrss / 1024;
}

Outcome finished(const Document& document, const Options& options = {}) {
  static FontLibrary fonts(system_fonts());
  FakeEnvironment environment;
  Outcome outcome;
  Context context{environment, outcome.diagnostics};
  const double before = processor_seconds();
  Result<Bytes> file = export_pdf(document, options, fonts, context);
  outcome.seconds = processor_seconds() - before;
  EXPECT_TRUE(file) << file.error().describe();
  if (file) outcome.file = std::move(*file);
  EXPECT_TRUE(outcome.file.ends_with("%%EOF\n"));
  return outcome;
}

Document large_article(Blocks body) {
  Document document;
  document.language = "en";
  document.front.headline = {text("Large")};
  document.body = std::move(body);
  return document;
}

// Bounds for any build: several times what an unoptimised one takes. The memory is that of all
// tests of the program so far.
void expect_bounded(const Outcome& outcome) {
  constexpr double most_seconds = 60;
  constexpr long most_memory = 2000;
  EXPECT_LT(outcome.seconds, most_seconds);
  EXPECT_LT(peak_memory(), most_memory);
}

TEST(LargeInputs, ATableOfAHundredThousandCells) {
  Table table;
  table.header_rows = 1;
  table.rows.resize(10000);
  for (Row& row : table.rows) {
    row.cells.resize(10);
    for (Cell& cell : row.cells) cell.children = {paragraph({text("12,345")})};
  }
  expect_bounded(finished(large_article({Block{table}})));
}

TEST(LargeInputs, AParagraphOfTenThousandNotes) {
  Inlines line;
  for (int i = 0; i < 10000; ++i) {
    line.push_back(text("word"));
    line.push_back(Inline{Note{"", {paragraph({text("A note of some words.")})}}});
    line.push_back(text(" "));
  }
  expect_bounded(finished(large_article({paragraph(std::move(line))})));
}

TEST(LargeInputs, AWordOfAMegabyte) {
  expect_bounded(finished(large_article({paragraph({text(std::string(1'000'000, 'x'))})})));
}

// A small JPEG whose header says that it is large: its scan is read by who shows it only.
Bytes jpeg_of_twenty_thousand_rows() {
  Bytes jpeg = *encode_jpeg(Pixels{8, 8, 1, Bytes(64, '\x55')}, 80);
  const std::size_t frame = jpeg.find("\xFF\xC0");
  EXPECT_NE(frame, Bytes::npos);
  const Bytes side = {0x4E, 0x20};  // 20,000
  jpeg.replace(frame + 5, 4, side + side);
  return jpeg;
}

// A sound PNG of one bit a pixel.
Bytes png_of_twenty_thousand_rows() {
  const auto chunk = [](const Bytes& type, const Bytes& data) {
    const auto four = [](unsigned long value) {
      Bytes octets;
      for (int shift = 24; shift >= 0; shift -= 8)
        octets += static_cast<char>(value >> shift & 255);
      return octets;
    };
    const Bytes body = type + data;
    const auto* octets = reinterpret_cast<const Bytef*>(body.data());
    return four(data.size()) + body + four(crc32(0, octets, static_cast<uInt>(body.size())));
  };
  const Bytes header = {0, 0, 0x4E, 0x20, 0, 0, 0x4E, 0x20, 1, 0, 0, 0, 0};
  const Bytes rows(20'000 * (1 + 2500), '\0');
  return "\x89PNG\r\n\x1A\n" + chunk("IHDR", header) +
         chunk("IDAT", deflated(rows, ZlibFormat::zlib)) + chunk("IEND", "");
}

Document with_image(Bytes data, const char* media_type) {
  Document document;
  Resource image;
  image.sha256 = sha256_hex(data);
  image.data = std::move(data);
  image.media_type = media_type;
  const ResourceId id = document.resources.add(std::move(image));
  document.body = {paragraph({Inline{Image{id, "large"}}})};
  return document;
}

TEST(LargeInputs, ImagesOfTwentyThousandRows) {
  // Passed on as it is, also where it would have to be decoded to be scaled down.
  for (const int dots : {0, 300}) {
    const Outcome jpeg = finished(with_image(jpeg_of_twenty_thousand_rows(), "image/jpeg"),
                                  {.image_dots_per_inch = dots});
    expect_bounded(jpeg);
    EXPECT_NE(jpeg.file.find("/Width 20000"), Bytes::npos);
    EXPECT_FALSE(jpeg.diagnostics.count("pdf.undecodable-image") > 0) << dots;
  }
  // More pixels than the limit: a frame stands in its place, and that is said.
  const Outcome png = finished(with_image(png_of_twenty_thousand_rows(), "image/png"));
  expect_bounded(png);
  EXPECT_TRUE(png.diagnostics.count("pdf.undecodable-image") > 0);
}

}  // namespace
}  // namespace pressmark::pdf
