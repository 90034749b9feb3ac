#include "converters/exporters/pdf/writer/file_assembler.h"

#include <gtest/gtest.h>

#include "converters/common/deflate.h"

namespace pressmark::pdf {
namespace {

Result<Bytes> small_file(std::string_view version) {
  FileAssembler file;
  const Reference catalog = file.reserve();
  const Reference pages = file.add(Dictionary{{"Type", name("Pages")}, {"Kids", Array{}}});
  file.add_stream({}, "stored as it is", Packing::none);
  file.set(catalog, Dictionary{{"Type", name("Catalog")}, {"Pages", pages}});
  return file.finish(version, catalog, std::nullopt);
}

TEST(FileAssembler, StartsWithTheVersionAndEndsWithTheEndMarker) {
  const Result<Bytes> file = small_file("1.7");
  ASSERT_TRUE(file) << file.error().message();
  EXPECT_TRUE(file->starts_with("%PDF-1.7\n%\xE2\xE3\xCF\xD3\n"));
  EXPECT_TRUE(file->ends_with("%%EOF\n"));
  EXPECT_NE(file->find("<</Length 15>>\nstream\nstored as it is\nendstream\nendobj\n"),
            Bytes::npos);
  EXPECT_TRUE(small_file("2.0")->starts_with("%PDF-2.0\n"));
}

TEST(FileAssembler, PointsToTheCrossReferenceStream) {
  const Result<Bytes> file = small_file("1.7");
  ASSERT_TRUE(file);
  const std::size_t keyword = file->rfind("startxref\n");
  const std::size_t offset = std::stoul(file->substr(keyword + 10));
  EXPECT_EQ(file->substr(offset, 8), "5 0 obj\n");
}

TEST(FileAssembler, GivesEqualBytesForEqualObjects) {
  EXPECT_EQ(*small_file("1.7"), *small_file("1.7"));
}

TEST(FileAssembler, RefusesAnObjectThatWasNeverSet) {
  FileAssembler file;
  const Reference catalog = file.reserve();
  const Result<Bytes> octets = file.finish("1.7", catalog, std::nullopt);
  ASSERT_FALSE(octets);
  EXPECT_EQ(octets.error().kind(), ErrorKind::internal);
  EXPECT_EQ(octets.error().message(), "object 1 was never set");
}

TEST(Deflate, RoundTrips) {
  const Bytes text(10'000, 'x');
  const Result<Bytes> packed = zlib_compress(text, 9);
  ASSERT_TRUE(packed);
  EXPECT_LT(packed->size(), 100U);
  EXPECT_EQ(*zlib_decompress(*packed, text.size()), text);
  EXPECT_FALSE(zlib_decompress(*packed, text.size() - 1));
  EXPECT_FALSE(zlib_decompress("not zlib", 8));
  EXPECT_TRUE(zlib_compress("", 6));
}

}  // namespace
}  // namespace pressmark::pdf
