#include "converters/containers/zip_container.h"

#include <gtest/gtest.h>

#include "converters/common/zip.h"
#include "tests/support/temporary_folder.h"

namespace pressmark::containers {
namespace {

TEST(ZipContainer, ReadsEntriesUpToALimit) {
  const TemporaryFolder folder;
  const std::string zeroes(10'000'000, '\0');
  const std::string path = folder.write("a.zip", *write_zip({{"a/page.html", "<p>A"},
                                                             {"../../etc/passwd", "not there"},
                                                             {"/abs.html", "<p>B", true},
                                                             {"bomb.html", zeroes}}));
  const auto zip = ZipContainer::open(path);
  ASSERT_TRUE(zip) << zip.error().message();
  EXPECT_EQ(zip->paths(), (std::vector<std::string>{"a/page.html", "../../etc/passwd", "/abs.html",
                                                    "bomb.html"}));
  EXPECT_EQ(*zip->read("a/page.html", 4), "<p>A");
  EXPECT_EQ(*zip->read("/abs.html", 100), "<p>B");
  EXPECT_EQ(zip->read("a/page.html", 3).error().kind(), ErrorKind::limit);
  EXPECT_EQ(zip->read("bomb.html", 1'000'000).error().kind(), ErrorKind::limit);
  EXPECT_EQ(zip->read("none.html", 100).error().kind(), ErrorKind::unreadable);
  EXPECT_FALSE(zip->has("passwd"));
}

TEST(ZipContainer, DamageIsAnError) {
  const TemporaryFolder folder;
  std::string octets = *write_zip({{"a.html", "<p>Article</p>", true}, {"b.html", "<p>B", true}});
  octets[octets.find("<p>Article") + 4] ^= 1;
  const auto zip = ZipContainer::open(folder.write("a.zip", octets));
  ASSERT_TRUE(zip);
  EXPECT_EQ(zip->read("a.html", 100).error().kind(), ErrorKind::unrecognised);
  EXPECT_EQ(*zip->read("b.html", 100), "<p>B");
  EXPECT_EQ(ZipContainer::open(folder / "none.zip").error().kind(), ErrorKind::unreadable);
  EXPECT_EQ(ZipContainer::open(folder.write("b.zip", "PK nonsense")).error().kind(),
            ErrorKind::unrecognised);
  for (std::size_t i = 0; i < octets.size(); ++i) {
    std::string changed = octets;
    changed[i] = static_cast<char>(~changed[i]);
    const auto opened = ZipContainer::open(folder.write("c.zip", changed));
    if (!opened) continue;
    for (const std::string& path : opened->paths()) {
      const auto content = opened->read(path, 1000);
      EXPECT_TRUE(!content || content->size() <= 1000U);
    }
  }
}

}  // namespace
}  // namespace pressmark::containers
