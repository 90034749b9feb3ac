#include "converters/common/zip.h"

#include <gtest/gtest.h>

namespace pressmark {
namespace {

constexpr std::size_t plenty = std::size_t{1} << 24;

std::vector<ZipEntry> entries() {
  return {{"mimetype", "application/epub+zip", true},
          {"text/a.txt", std::string(10'000, 'a'), false},
          {"text/empty.txt", "", false},
          {"text/short.txt", "x", false},
          {"text/имя.txt", "name", true}};
}

TEST(Zip, WhatWasWrittenIsReadBack) {
  const Result<Bytes> archive = write_zip(entries());
  ASSERT_TRUE(archive) << archive.error().describe();
  const Result<std::vector<ZipEntry>> read = read_zip(*archive, plenty);
  ASSERT_TRUE(read) << read.error().describe();
  ASSERT_EQ(read->size(), entries().size());
  for (std::size_t i = 0; i < read->size(); ++i) {
    EXPECT_EQ((*read)[i].path, entries()[i].path);
    EXPECT_EQ((*read)[i].data, entries()[i].data);
  }
  EXPECT_LT(archive->size(), 1500u);
}

TEST(Zip, TheFirstStoredEntryLiesWhereOcfWantsIt) {
  const Result<Bytes> archive = write_zip(entries());
  ASSERT_TRUE(archive);
  EXPECT_EQ(archive->substr(0, 4), "PK\x03\x04");
  EXPECT_EQ(archive->substr(30, 8), "mimetype");  // no extra field before the data
  EXPECT_EQ(archive->substr(38, 20), "application/epub+zip");
  // 1980-01-01 00:00 in DOS form, time before date.
  EXPECT_EQ(archive->substr(10, 4), std::string("\0\0\x21\0", 4));
}

TEST(Zip, EqualEntriesGiveEqualBytes) { EXPECT_EQ(*write_zip(entries()), *write_zip(entries())); }

TEST(Zip, APathTwiceIsAnError) {
  const Result<Bytes> archive = write_zip({{"a", "1", false}, {"a", "2", false}});
  ASSERT_FALSE(archive);
  EXPECT_EQ(archive.error().kind(), ErrorKind::internal);
}

TEST(Zip, TooMuchContentIsALimit) {
  const Bytes archive = *write_zip({{"a", std::string(1'000'000, 'a'), false}});
  const auto read = read_zip(archive, 999'999);
  ASSERT_FALSE(read);
  EXPECT_EQ(read.error().kind(), ErrorKind::limit);
  EXPECT_TRUE(read_zip(archive, 1'000'000));
}

TEST(Zip, DamagedArchivesFailAndNeverCrash) {
  EXPECT_FALSE(read_zip("", plenty));
  EXPECT_FALSE(read_zip("no archive at all", plenty));
  const Bytes archive = *write_zip(entries());
  for (std::size_t size = 0; size < archive.size(); size += 7) {
    EXPECT_FALSE(read_zip(std::string_view(archive).substr(0, size), plenty)) << size;
  }
  // A flipped bit anywhere gives a failure or the entries, never anything else.
  for (std::size_t position = 0; position < archive.size(); ++position) {
    Bytes changed = archive;
    changed[position] = static_cast<char>(changed[position] ^ 0x10);
    if (const auto read = read_zip(changed, plenty)) {
      EXPECT_LE(read->size(), entries().size());
    }
  }
}

TEST(Zip, UnsafePathsAreRefused) {
  for (const char* path : {"../up", "/root", "a/../b", "a//b", "C:/x", "a\\b", "./a"}) {
    const Result<Bytes> archive = write_zip({{path, "data", true}});
    ASSERT_TRUE(archive) << path;
    EXPECT_FALSE(read_zip(*archive, plenty)) << path;
  }
}

}  // namespace
}  // namespace pressmark
